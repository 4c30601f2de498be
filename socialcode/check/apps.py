from django.apps import AppConfig


class CheckConfig(AppConfig):
    name = "socialcode.check"
    label = "check"
    verbose_name = "The check"
    default_auto_field = "django.db.models.BigAutoField"
