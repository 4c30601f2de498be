from django.apps import AppConfig


class SocialcodeConfig(AppConfig):
    name = "socialcode"

    def ready(self):
        from socialcode import celery  # noqa: F401, PLC0415 - makes shared tasks belong to this Celery app
