from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "employment.employers"
    label = "employers"
    verbose_name = "Employers"
    default_auto_field = "django.db.models.BigAutoField"
