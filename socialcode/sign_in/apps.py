from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.utils.translation import gettext_lazy as _


class SignInConfig(AppConfig):
    name = "socialcode.sign_in"
    label = "sign_in"
    verbose_name = _("Sign in")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import asking  # noqa: PLC0415 - models are ready only now

        user_logged_in.connect(asking.how_to_tell, dispatch_uid="how to tell who signed in")
