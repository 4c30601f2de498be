from django.apps import AppConfig


class SeekersConfig(AppConfig):
    name = "employment.seekers"
    label = "seekers"
    verbose_name = "People who look for work"
    default_auto_field = "django.db.models.BigAutoField"
