"""People who sign in, and what each may do."""

import datetime
import uuid

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from socialcode.alphabetical import alphabetical


class UserQuerySet(models.QuerySet):
    def staff(self):
        """Those who sign in by email, with and without roles."""
        return self.exclude(email=None).order_by(alphabetical("full_name"), "pk")

    def with_grants(self):
        """With the roles in force, read at once for all of them."""
        in_force = RoleGrant.objects.filter(ended_at=None).select_related("office")
        return self.prefetch_related(Prefetch("role_grants", in_force, to_attr="grants"))

    def found_by(self, q="", role="", office=None):
        """Whose name or email has the words, and who hold the role (of the office) now."""
        for word in q.split():
            self = self.filter(Q(full_name__icontains=word) | Q(email__icontains=word))  # noqa: PLW0642 - narrowed
        held = {"role": role, "office": office}
        wanted = {f"role_grants__{name}": value for name, value in held.items() if value}
        return self.filter(role_grants__ended_at=None, **wanted).distinct() if wanted else self


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def create_user(self, email=None, password=None, **details):
        user = self.model(email=email.strip().lower() if email else None, **details)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, email):
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser):
    """Somebody who signs in: staff by `email`, citizens by `iin` (the number of their Person).

    `staff_iin` says whose the account of a member of staff is. It signs nobody in: by it the portal knows their own
    matters and those of their relatives, and that one person has one account.
    """

    key = models.UUIDField(default=uuid.uuid4, db_default=RandomUUID(), unique=True, editable=False)
    email = models.EmailField(_("Email"), unique=True, null=True, blank=True)
    iin = models.CharField(_("IIN"), max_length=12, unique=True, null=True, blank=True)
    staff_iin = models.CharField(_("IIN"), max_length=12, unique=True, null=True, blank=True)
    full_name = models.CharField(_("Full name"), max_length=200)
    language = models.CharField(_("Language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    is_active = models.BooleanField(default=True)
    password_is_temporary = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("full_name",)

    objects = UserManager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=Q(email=Lower(F("email"))), name="user_email_is_lowercase"),
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(iin__isnull=False), name="user_has_a_name_to_sign_in"
            ),
        )

    def __str__(self):
        return f"{self.full_name} <{self.email}>" if self.email else self.full_name

    @cached_property
    def grants(self) -> tuple["RoleGrant", ...]:
        """The roles in force, each with its office."""
        return tuple(self.role_grants.filter(ended_at=None).select_related("office"))

    @cached_property
    def roles(self) -> frozenset:
        return frozenset(grant.role for grant in self.grants)

    @property
    def known_iin(self) -> str:
        """Whose account it is; empty where nobody has said so."""
        return self.staff_iin or self.iin or ""

    @property
    def is_staff_member(self) -> bool:
        return bool(self.roles)

    @property
    def is_of_office(self) -> bool:
        return not self.roles.isdisjoint(OF_AN_OFFICE)

    @property
    def is_administrator(self) -> bool:
        return Role.ADMINISTRATOR in self.roles


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
    ADMINISTRATOR = "administrator", _("Administrator")


OF_AN_OFFICE = (Role.OFFICER, Role.APPROVER, Role.HEAD)


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
                condition=Q(role__in=OF_AN_OFFICE, office__isnull=False)
                | Q(office__isnull=True) & ~Q(role__in=OF_AN_OFFICE),
                name="role_has_an_office_where_it_needs_one",
            ),
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("granted_by")) & ~Q(agreed_by=F("user")),
                name="role_is_agreed_by_another",
            ),
        )

    def __str__(self):
        return f"{self.user.full_name}: {self.get_role_display()}"


class AccountChangeQuerySet(models.QuerySet):
    def waiting(self):
        """Changes that another administrator has still to answer, the oldest first."""
        return self.filter(answered_at=None).select_related("user", "office", "asked_by").order_by("pk")


class AccountChange(models.Model):
    """What one administrator asks for an account, and another agrees to: only then it happens.

    `role` and `office` are of a role to give, `reason` says of the others why. A change is answered once.
    """

    class Kind(models.TextChoices):
        ROLE = "role", _("A role")
        PASSWORD = "password", _("A new password")
        SECOND_FACTOR = "second_factor", _("A new second factor")

    class Answer(models.TextChoices):
        AGREED = "agreed", _("Agreed")
        DECLINED = "declined", _("Declined")
        TAKEN_BACK = "taken_back", _("Taken back")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=13, choices=Kind.choices)
    role = models.CharField(max_length=20, choices=Role.choices, blank=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=10, choices=Answer.choices, blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = AccountChangeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["user", "kind", "role", "office"],
                condition=Q(answered_at=None),
                nulls_distinct=False,
                name="one_waiting_change_of_a_kind",
                violation_error_message=_("This is asked for already. Another administrator has to answer."),
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by=None, answered_at=None)
                | ~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="account_change_is_answered_by_somebody",
                violation_error_message=_("An answer has the person and the time it was given."),
            ),
            models.CheckConstraint(
                condition=~Q(answer="agreed") | ~Q(answered_by=F("asked_by")) & ~Q(answered_by=F("user")),
                name="account_change_is_agreed_by_another",
                violation_error_message=_("You asked for this, so another administrator has to answer."),
            ),
            models.CheckConstraint(
                condition=Q(kind="role") & ~Q(role="") | ~Q(kind="role") & Q(role="", office=None) & ~Q(reason=""),
                name="account_change_says_what_and_why",
                violation_error_message=_("Give the reason in a sentence."),
            ),
        )

    def __str__(self):
        return f"{self.user.full_name}: {self.get_role_display() or self.get_kind_display()}"


class PasswordLink(models.Model):
    """The way to choose a password: sent to the person's own mailbox, seen by no administrator, good once.

    The address holds `key` signed with the portal's secret, so a copy of this table opens nothing.
    """

    GOOD_FOR = datetime.timedelta(days=2)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="password_links")
    made_at = models.DateTimeField(default=timezone.now)
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["next_try_at"], condition=Q(sent_at=None, used_at=None), name="password_link_to_send"),
        )

    def __str__(self):
        return f"{self.user}: {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_good(self) -> bool:
        return self.used_at is None and self.user.is_active and timezone.now() < self.made_at + self.GOOD_FOR


class NewSessions(models.Model):
    """How many visitors began within an hour from one place, which is kept as a keyed hash."""

    place = models.CharField(max_length=64)
    hour = models.DateTimeField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["place", "hour"], name="one_count_of_a_place_and_hour"),)
        indexes = (models.Index(fields=["hour"], name="new_sessions_hour"),)

    def __str__(self):
        return f"{self.number} ({self.hour:%Y-%m-%d %H:%M})"
