from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "socialcode.appeals"
    label = "appeals"
    verbose_name = "Complaints about decisions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import leaving  # noqa: F401, PLC0415 - says what stays with a role, once models are there
