from django.apps import AppConfig


class ResettlementConfig(AppConfig):
    name = "employment.resettlement"
    label = "resettlement"
    verbose_name = "Resettlement"
    default_auto_field = "django.db.models.BigAutoField"
