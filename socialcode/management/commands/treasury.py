"""The invented treasury as a process of its own."""

import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from socialcode.demo.treasury import rounds

PAUSE = 5  # seconds between two rounds


class Command(BaseCommand):
    help = "Answer orders of payment as an invented treasury does, until it is stopped. Refuses in production."
    requires_system_checks = ()  # `serve` and `migrate` have looked before any process begins; a worker looks no more

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="answer what lies there, and end")

    def handle(self, *args, **options):
        if settings.PRODUCTION:
            raise CommandError("The invented treasury is for trying the portal. In production the real one answers.")
        while True:
            sent = rounds.once()
            if sent or options["once"]:
                self.stdout.write(f"{sent} files were sent to the portal.")
            if options["once"]:
                return
            time.sleep(PAUSE)
