from django.apps import AppConfig


class MobilityConfig(AppConfig):
    name = "employment.mobility"
    label = "mobility"
    verbose_name = "Labour mobility centre"
    default_auto_field = "django.db.models.BigAutoField"
