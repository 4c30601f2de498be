from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "socialcode.law"
    label = "law"
    verbose_name = "The law in numbers"
    default_auto_field = "django.db.models.BigAutoField"
