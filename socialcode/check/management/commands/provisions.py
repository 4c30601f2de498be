"""manage.py provisions: which entitlements there are, and what each asks. JSON."""

import json

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from socialcode.engine.registry import registry
from socialcode.explaining import described
from socialcode.law.values import values_on


class Command(BaseCommand):
    help = "List all entitlements with their facts as JSON."

    def add_arguments(self, parser):
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("--language", choices=languages, default="en", help="of titles, labels and questions")

    def handle(self, *, language, **options):
        with translation.override(language):
            values = values_on(timezone.localdate())
            found = [described.provision(provision, values) for provision in registry.provisions.values()]
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))
