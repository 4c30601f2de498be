from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "socialcode.cases"
    label = "cases"
    verbose_name = "Claims and decisions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import leaving  # noqa: F401, PLC0415 - says what stays with a role, once models are there
