"""People who sign in, and what each may do."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **details):
        user = self.model(email=email.strip().lower(), **details)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, email):
        return self.get(email=email.strip().lower())


class User(AbstractBaseUser):
    email = models.EmailField(_("Email"), unique=True)
    full_name = models.CharField(_("Full name"), max_length=200)
    language = models.CharField(_("Language"), max_length=2, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("full_name",)

    objects = UserManager()

    class Meta:
        constraints = (
            models.CheckConstraint(condition=models.Q(email=Lower(F("email"))), name="user_email_is_lowercase"),
        )

    def __str__(self):
        return f"{self.full_name} <{self.email}>"

    @cached_property
    def roles(self) -> frozenset:
        return frozenset(self.role_grants.values_list("role", flat=True))

    @property
    def is_administrator(self) -> bool:
        return Role.ADMINISTRATOR in self.roles


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", _("Administrator")


class RoleGrant(models.Model):
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="role_grants")
    role = models.CharField(max_length=20, choices=Role.choices)
    granted_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["user", "role"], name="role_granted_once"),)

    def __str__(self):
        return f"{self.user.full_name}: {self.get_role_display()}"
