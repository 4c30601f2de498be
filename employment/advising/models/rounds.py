"""Rounds of a mobile group through villages: whom to see, and what was seen, written also without a connection."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.people.models import Person

User = settings.AUTH_USER_MODEL


class Round(models.Model):
    """A day on which a mobile group goes round villages."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("Day of the round"))
    name = models.CharField(_("Where it goes"), max_length=200)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-on", "-pk")
        indexes = (models.Index(fields=["office", "-on"], name="round_of_office"),)

    def __str__(self):
        return f"{self.name}, {self.on}"

    def get_absolute_url(self):
        return reverse("advising:round", args=[self.key])


class Stop(models.Model):
    """Somebody to see on a round: in which village, and why."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="stops")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    village = models.CharField(_("Village"), max_length=120)
    why = models.CharField(_("Why"), max_length=300)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("village", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["round", "person"],
                name="person_once_a_round",
                violation_error_message=_("This person is in the list of the round already."),
            ),
        )

    def __str__(self):
        return f"{self.village}: {self.person}"

    def get_absolute_url(self):
        return reverse("advising:stop", args=[self.round.key, self.key])


class Seen(models.Model):
    """What the mobile group found at a stop. `sent_as` is made with the form and `noted_at` by the device: what was
    typed without a connection is sent later and kept once."""

    class Found(models.TextChoices):
        HOME = "home", _("At home")
        AWAY = "away", _("Nobody at home")
        DECLINED = "declined", _("Did not want to talk")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sent_as = models.UUIDField(unique=True)
    stop = models.ForeignKey(Stop, on_delete=models.PROTECT, related_name="seen")
    found = models.CharField(_("Who was there"), max_length=8, choices=Found.choices)
    note = models.TextField(_("What was seen and agreed"), blank=True)
    noted_at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ("-noted_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(found="home") | ~Q(note=""),
                name="who_was_seen_has_a_note",
                violation_error_message=_("Write in a sentence what was seen and agreed."),
            ),
        )

    def __str__(self):
        return f"{self.stop}: {self.noted_at}"
