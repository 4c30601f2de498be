"""How hours of work lie, of vacancies and of what people wish alike: both sides are compared by these."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Schedule(models.TextChoices):
    """The labels stand inside sentences; a form begins them with a capital."""

    FULL = "full", _("full working day")
    PART = "part", _("part-time")
    FLEXIBLE = "flexible", _("flexible hours")
    SHIFTS = "shifts", _("shifts")
    ROTATION = "rotation", _("rotation away from home")
    REMOTE = "remote", _("remote work")
