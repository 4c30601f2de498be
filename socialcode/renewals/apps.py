from django.apps import AppConfig


class RenewalsConfig(AppConfig):
    name = "socialcode.renewals"
    label = "renewals"
    verbose_name = "Payments that are about to end"
    default_auto_field = "django.db.models.BigAutoField"
