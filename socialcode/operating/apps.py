from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OperatingConfig(AppConfig):
    name = "socialcode.operating"
    label = "operating"
    verbose_name = _("State of the portal")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # Checks and signals register themselves, and models are ready only now
        from . import errors, production, workforce  # noqa: F401, PLC0415

        errors.begin()
