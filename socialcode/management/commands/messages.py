"""manage.py messages update | check | compile"""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from socialcode import catalogue


class Command(BaseCommand):
    help = "Collect what there is to translate (update), list what is not translated (check), make it usable (compile)."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("action", choices=["update", "check", "compile"])

    def handle(self, *, action, **options):
        getattr(self, action)(settings.LOCALE_PATHS[0])

    def update(self, folder):
        found = catalogue.extract(settings.BASE_DIR)
        for language in catalogue.PLURALS:
            catalogue.update(folder, language, found)
        self.stdout.write(f"{len(found)} messages in {' and '.join(catalogue.PLURALS)}.")

    def check(self, folder):
        found = catalogue.extract(settings.BASE_DIR)
        problems = [
            problem for language in catalogue.PLURALS for problem in catalogue.problems(folder, language, found)
        ]
        if problems:
            raise CommandError("\n".join([*problems, f"{len(problems)} messages need a translator."]))
        self.stdout.write(f"{len(found)} messages, all of them in {' and '.join(catalogue.PLURALS)}.")

    def compile(self, folder):
        for language in catalogue.PLURALS:
            catalogue.compile_language(folder, language)
