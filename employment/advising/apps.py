from django.apps import AppConfig


class AdvisingConfig(AppConfig):
    name = "employment.advising"
    label = "advising"
    verbose_name = "Advising"
    default_auto_field = "django.db.models.BigAutoField"
