"""Offices, and the roles that people hold there or everywhere."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

User = settings.AUTH_USER_MODEL


class Office(models.Model):
    """A regional labour mobility centre, or a district career centre (with its mobile group) under one.

    `region` and `district` are KATO codes; a regional centre has no district and answers for its whole region.
    """

    code = models.CharField(max_length=20, unique=True)
    name_kk = models.CharField(max_length=200)
    name_ru = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    region = models.CharField(max_length=9)
    district = models.CharField(max_length=9, blank=True)
    has_mobile_group = models.BooleanField(default=False)

    class Meta:
        ordering = ("code",)
        constraints = (models.UniqueConstraint(fields=["region", "district"], name="one_office_a_territory"),)

    def __str__(self):
        return self.name

    @property
    def name(self) -> str:
        return getattr(self, f"name_{get_language() or settings.LANGUAGE_CODE}", self.name_en)

    @property
    def is_regional(self) -> bool:
        return not self.district

    def covers(self, region: str, district: str) -> bool:
        """Whether a place lies in the office's territory."""
        return self.region == region and self.district in ("", district)


class Role(models.TextChoices):
    OFFICER = "officer", _("Officer")
    APPROVER = "approver", _("Approver")
    HEAD = "head", _("Head of office")
    AUDITOR = "auditor", _("Auditor")
    MINISTRY = "ministry", _("Analyst of the ministry")
    PAYER = "payer", _("Specialist for payments")
    ADVISER = "adviser", _("Adviser of a career centre")
    MOBILE_GROUP = "mobile_group", _("Mobile group")
    MOBILITY_CENTRE = "mobility", _("Specialist of a labour mobility centre")
    ADMINISTRATOR = "administrator", _("Administrator")


OF_AN_OFFICE = (Role.OFFICER, Role.APPROVER, Role.HEAD)  # who work on claims
OF_A_CAREER_CENTRE = (Role.ADVISER, Role.MOBILE_GROUP, Role.MOBILITY_CENTRE)  # who help people to work
WITH_EMPLOYERS = (Role.ADVISER, Role.MOBILITY_CENTRE, Role.HEAD)  # who answer employers
AT_A_PLACE = (*OF_AN_OFFICE, *OF_A_CAREER_CENTRE)  # whose role is given for an office


class RoleGrant(models.Model):
    """A role given to a user; those of an office's own people with the office. Ended, never deleted."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="role_grants")
    granted_at = models.DateTimeField(default=timezone.now)
    granted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    agreed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "role", "office"],
                condition=Q(ended_at=None),
                nulls_distinct=False,
                name="role_granted_once",
            ),
            models.CheckConstraint(
                condition=Q(role__in=AT_A_PLACE, office__isnull=False)
                | Q(office__isnull=True) & ~Q(role__in=AT_A_PLACE),
                name="role_has_an_office_where_it_needs_one",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("granted_by")) & ~Q(agreed_by=F("user")),
                name="role_is_agreed_by_another",
            ),
        )

    def __str__(self):
        return f"{self.user.full_name}: {self.get_role_display()}"
