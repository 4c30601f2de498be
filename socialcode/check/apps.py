from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class CheckConfig(AppConfig):
    name = "socialcode.check"
    label = "check"
    verbose_name = "The check"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        user_logged_in.connect(_hand_over, dispatch_uid="checks of who signed in")


def _hand_over(sender, request, user, **_):
    from . import keeping

    keeping.hand_over(request.session, user)
