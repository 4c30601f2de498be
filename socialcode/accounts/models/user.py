"""People who sign in."""

import uuid

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from socialcode.alphabetical import alphabetical

from .role import OF_AN_OFFICE, Role, RoleGrant


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
