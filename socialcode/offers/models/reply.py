"""What was read in a message that somebody sent."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.notices.models import Inbound
from socialcode.people.models import Person

from .offer import Offer


class Reply(models.Model):
    """What a message of `notices.Inbound` says to an offer; to several, a row for each. `how` names the way in which it
    was read, such as on another keyboard; `offer` is None where nobody could say which it answers. `objection` is why
    what it says was not done."""

    class ReadAs(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")
        UNCLEAR = "unclear", _("Not clear")

    inbound = models.ForeignKey(Inbound, on_delete=models.PROTECT, related_name="offer_replies")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="replies")
    read_as = models.CharField(max_length=7, choices=ReadAs.choices)
    how = models.CharField(max_length=20)
    objection = models.TextField(blank=True)
    read_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "replies"
        constraints = (
            models.UniqueConstraint(
                fields=["inbound", "offer"],
                nulls_distinct=False,
                name="a_message_is_read_once",
                violation_error_message=_("This message was read already."),
            ),
        )

    def __str__(self):
        return f"{self.read_as}: {self.offer_id}"
