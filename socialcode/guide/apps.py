from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "socialcode.guide"
    label = "guide"

    def ready(self):
        from . import checks  # noqa: F401, PLC0415 - registers itself, and provisions are known only now
