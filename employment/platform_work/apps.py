from django.apps import AppConfig


class PlatformWorkConfig(AppConfig):
    name = "employment.platform_work"
    label = "platform_work"
    verbose_name = "Platform work"
    default_auto_field = "django.db.models.BigAutoField"
