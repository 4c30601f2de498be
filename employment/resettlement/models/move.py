"""A family that asks to move for work, and the places that it holds in the region it goes to."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.accounts.models import Office
from socialcode.accounts.territory import at_offices
from socialcode.people.models import Person

User = settings.AUTH_USER_MODEL
CLOSED = ("refused", "withdrawn", "kept", "broken")


class MoveQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(state__in=CLOSED)

    def at(self, offices):
        """Moves from the territory of the offices; of a regional centre also those from its districts."""
        return self.filter(at_offices(offices))

    def in_order(self):
        """Those with the right to go first (article 112, point 2) before others, then by the day of applying."""
        first = models.Case(models.When(priority="", then=1), default=0)
        return self.annotate(is_later=first).order_by("is_later", "applied_at", "pk")

    def whole(self):
        """With all that a page of one names."""
        return self.select_related("person", "office", "place", "contract", "contract__certificate")


class Move(models.Model):
    """What a person asks for: to go with some of the family to a receiving region (`goes_to`, a word of the quotas).

    `answers` are the facts the person told (fact name to value for JSON). `priority` is the group of article 112(2),
    empty where none. `iban` is where the money goes. `year` is that of the quota.
    """

    class Kind(models.TextChoices):
        SETTLER = "settler", _("Citizen who moves from another region")
        KANDAS = "kandas", _("Kandas")

    class Priority(models.TextChoices):
        ORPHAN = "orphan", _("Grew up without parents' care, 16 to 23 years old")
        GRADUATE = "graduate", _("Finished school, a college or a university")
        LAID_OFF = "laid_off", _("Laid off: the employer closed or cut jobs")

    class State(models.TextChoices):
        APPLIED = "applied", _("Waits for the commission")
        RULED = "ruled", _("A second person looks at the decision")
        AGREED = "agreed", _("Agreed: the contract is to be signed")
        MOVING = "moving", _("The contract is in force")
        ENDING = "ending", _("A second person looks at the end of the contract")
        KEPT = "kept", _("The contract was kept to its end")
        BROKEN = "broken", _("The contract was broken")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Taken back")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="moves")
    others = models.ManyToManyField(Person, related_name="moves_with", blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="moves")
    kind = models.CharField(max_length=7, choices=Kind.choices)
    goes_to = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    persons = models.PositiveSmallIntegerField()
    priority = models.CharField(max_length=8, choices=Priority.choices, blank=True)
    answers = models.JSONField(default=dict)
    iban = models.CharField(max_length=34)
    state = models.CharField(max_length=9, choices=State.choices, default=State.APPLIED)
    applied_at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = MoveQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["person"],
                condition=~Q(state__in=CLOSED),
                name="one_open_move_of_a_person",
                violation_error_message=_("You have asked to move already. Take that application back first."),
            ),
            models.CheckConstraint(
                condition=Q(persons__gte=1),
                name="somebody_moves",
                violation_error_message=_("At least one person moves."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=CLOSED, closed_at__isnull=False) | ~Q(state__in=CLOSED) & Q(closed_at=None),
                name="closed_move_has_a_time",
                violation_error_message=_("A move that is over has the time it was over."),
            ),
        )
        indexes = (models.Index(fields=["office", "state", "applied_at"], name="moves_of_office"),)

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("resettlement:move", args=[self.key])

    @property
    def number(self) -> str:
        """How papers name it."""
        return f"KM-{self.year}-{self.pk:06d}"

    @property
    def concerned(self) -> tuple[Person, ...]:
        """Whom it is about."""
        return (self.person, *self.others.all())

    @property
    def is_open(self) -> bool:
        return self.state not in CLOSED


class Place(models.Model):
    """So many places of a region's quota of the year, taken when the commission has agreed, and given back when the
    family does not go after all."""

    move = models.OneToOneField(Move, on_delete=models.PROTECT, related_name="place")
    kind = models.CharField(max_length=7, choices=Move.Kind.choices)
    region = models.CharField(max_length=20)
    year = models.PositiveSmallIntegerField()
    persons = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField(default=timezone.now)
    given_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(persons__gte=1),
                name="a_place_is_for_somebody",
                violation_error_message=_("A place is for at least one person."),
            ),
        )
        indexes = (
            models.Index(fields=["year", "kind", "region"], condition=Q(given_back_at=None), name="places_taken"),
        )

    def __str__(self):
        return f"{self.region} {self.year}: {self.persons}"
