from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import autodiscover_modules

from socialcode.engine.derived import derivations
from socialcode.engine.registry import registry


class SocialcodeConfig(AppConfig):
    name = "socialcode"

    def ready(self):
        from socialcode import celery  # noqa: F401, PLC0415 - makes shared tasks belong to this Celery app

        registry.load(["socialcode.people", *settings.PROVISION_APPS], figures=Path(self.path) / "law" / "figures")
        derivations.told = registry.facts
        autodiscover_modules("derived", "what_if")
