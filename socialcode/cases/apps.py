from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "socialcode.cases"
    label = "cases"
    verbose_name = "Claims and decisions"
    default_auto_field = "django.db.models.BigAutoField"
