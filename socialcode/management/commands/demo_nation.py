"""An invented country in the portal: made as files of registers, then brought in as any other files."""

import shutil
from io import StringIO

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from socialcode.registers.models import Delivery
from socialcode.registers.receiving.layouts import layouts

DEMO_FAMILIES = 3000


class Command(BaseCommand):
    help = "Make an invented country and bring its registers in. Refuses in production."

    def add_arguments(self, parser):
        parser.add_argument("--families", type=int, default=DEMO_FAMILIES)
        parser.add_argument("--seed", type=int, default=1, help="another one gives other families, the same ones none")

    def handle(self, *, families, seed, **options):
        if settings.PRODUCTION:
            raise CommandError("Invented people are for trying the portal. They have no place in production.")
        folder = settings.STATE_FOLDER / "nation"
        shutil.rmtree(folder, ignore_errors=True)
        call_command("make_nation", families=families, seed=seed, to=folder, stdout=self.stdout, stderr=self.stderr)
        for name in layouts():
            files = sorted(map(str, (folder / name).iterdir()))
            call_command("import_register", name, *files, first_filling=True, stdout=StringIO(), stderr=self.stderr)
        shutil.rmtree(folder)
        brought = Delivery.objects.brought_in()
        self.stdout.write(
            f"{brought.count()} files are in. What was left out, and why: {settings.STATE_FOLDER}/rejected"
        )
        self.stdout.write("Their levels are worked out by a calculation over all families (page “Family map”).")
