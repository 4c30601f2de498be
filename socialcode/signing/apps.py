from django.apps import AppConfig


class SigningConfig(AppConfig):
    name = "socialcode.signing"
    label = "signing"
    verbose_name = "Signatures by code"
    default_auto_field = "django.db.models.BigAutoField"
