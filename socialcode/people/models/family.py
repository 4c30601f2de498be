"""Families in the sense of the Code, who belonged when, and who may act or look for whom."""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Func, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .person import Person
from .register import Register


class DateRange(Func):
    """The days from `since` to `until`, both included; open where there is no end."""

    function = "daterange"
    output_field = DateRangeField()


def in_force(on) -> Q:
    """Rows whose period contains a day."""
    return Q(since__lte=on) & (Q(until=None) | Q(until__gte=on))


class Family(models.Model):
    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    members = models.ManyToManyField(Person, through="Membership", related_name="families")

    class Meta:
        verbose_name_plural = "families"

    def __str__(self):
        return f"family {self.pk}"


class Membership(models.Model):
    """A person belongs to one family at a time. A correction changes the row; the dispute keeps what it said before."""

    class Kin(models.TextChoices):
        HEAD = "head", _("Head of the family")
        SPOUSE = "spouse", _("Spouse")
        CHILD = "child", _("Child")
        PARENT = "parent", _("Parent")
        OTHER = "other", _("Other relative")

    family = models.ForeignKey(Family, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    kin = models.CharField(_("Place in the family"), max_length=10, choices=Kin.choices)
    since = models.DateField(_("From"))
    until = models.DateField(_("Until"), null=True, blank=True)
    source = models.CharField(_("Register"), max_length=20, choices=Register.choices, default=Register.CIVIL_STATUS)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=models.F("since")), name="membership_ends_after_start"
            ),
            ExclusionConstraint(
                name="one_family_at_a_time",
                expressions=(
                    ("person", RangeOperators.EQUAL),
                    (DateRange("since", "until", models.Value("[]")), RangeOperators.OVERLAPS),
                ),
                violation_error_message=_("This person belongs to another family on some of these days."),
            ),
        )

    def __str__(self):
        return f"{self.person} ({self.get_kin_display()})"


class LegalRepresentation(models.Model):
    """A parent, adopter or guardian acts for a child or a ward. The table and its columns keep their first names."""

    class Kind(models.TextChoices):
        PARENT = "parent", _("Parent")
        ADOPTER = "adopter", _("Adoptive parent")
        GUARDIAN = "guardian", _("Guardian")

    representative = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="represents", db_column="guardian_id"
    )
    represented = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="represented_by", db_column="ward_id"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        db_table = "people_guardianship"
        constraints = (
            models.CheckConstraint(
                condition=~Q(representative=models.F("represented")), name="nobody_is_their_own_guardian"
            ),
            models.UniqueConstraint(
                fields=["representative", "represented"], condition=Q(until=None), name="guardian_of_a_ward_once"
            ),
        )

    def __str__(self):
        return f"{self.representative}: {self.represented}"


class Sharing(models.Model):
    """A person agrees that a member of the family sees their data, until they take it back."""

    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="shared_with")
    viewer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="shared_by")
    agreed_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["owner", "viewer"], condition=Q(ended_at=None), name="shared_once"),
        )

    def __str__(self):
        return f"{self.owner}: {self.viewer}"
