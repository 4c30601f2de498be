from django.apps import AppConfig


class EmploymentConfig(AppConfig):
    name = "employment"
    label = "employment"
    verbose_name = "Employment"
    default_auto_field = "django.db.models.BigAutoField"
