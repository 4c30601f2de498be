from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class CheckConfig(AppConfig):
    name = "socialcode.check"
    label = "check"
    verbose_name = "The check"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import keeping  # noqa: PLC0415 - models are ready only now

        user_logged_in.connect(keeping.hand_over, dispatch_uid="checks of who signed in")
