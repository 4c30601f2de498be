"""What an employer asks for: so many subsidised places of one measure."""

import uuid
from functools import cached_property

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from employment.employers.access import acting_for
from employment.measures.kinds import title_of
from socialcode.accounts.models import Office
from socialcode.people.models import Organisation

User = settings.AUTH_USER_MODEL


class PlaceRequestQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(state=PlaceRequest.State.SENT).order_by("due_on", "pk")


class PlaceRequest(models.Model):
    """`places` jobs of a measure at an employer, each with a wage of `pay` tenge a month for `months` months.

    `headcount`, `has_arrears` and `pays_contributions` are the employer's word (people in the list of staff; wages
    owed; social payments for each of the last months). `conditions` is what stood of each condition when it was
    answered: rows of name, met and numbers. `due_on` is the last working day to answer.
    """

    class State(models.TextChoices):
        SENT = "sent", _("The centre looks at it")
        APPROVED = "approved", _("Approved")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=20, unique=True)
    measure = models.CharField(max_length=60)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="place_requests")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="place_requests")
    places = models.PositiveSmallIntegerField()
    job = models.CharField(max_length=200)
    duties = models.TextField()
    address = models.CharField(max_length=300)
    pay = models.DecimalField(max_digits=14, decimal_places=2)
    months = models.PositiveSmallIntegerField()
    headcount = models.PositiveIntegerField()
    has_arrears = models.BooleanField()
    pays_contributions = models.BooleanField()
    iban = models.CharField(max_length=34)
    state = models.CharField(max_length=9, choices=State.choices, default=State.SENT)
    filed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    filed_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    conditions = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    reason = models.TextField(blank=True)

    objects = PlaceRequestQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(places__gte=1, months__gte=1, headcount__gte=1, pay__gt=0),
                name="places_are_asked_with_pay_and_months",
                violation_error_message=_("Places, months, people and pay are numbers above zero."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["approved", "refused"], answered_by__isnull=False, answered_at__isnull=False)
                | Q(state__in=["sent", "withdrawn"], answered_by=None, answered_at=None),
                name="answered_places_say_by_whom",
                violation_error_message=_("An application that is answered says by whom and when."),
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(reason=""),
                name="refused_places_have_a_reason",
                violation_error_message=_("Give the reason in a sentence."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("filed_by")),
                name="nobody_answers_the_own_places",
                violation_error_message=_("Who filed the application does not answer it."),
            ),
        )
        indexes = (models.Index(fields=["office", "state", "due_on"], name="places_of_an_office"),)

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("measures:request", args=[self.key])

    @property
    def title(self) -> str:
        return title_of(self.measure)

    @cached_property
    def concerned(self) -> tuple:
        """Nobody who is close to one of these answers it."""
        return tuple(acting_for(self.organisation))
