"""Invented people sign in no more, before real people come to a database that was a demo."""

from django.core.management.base import BaseCommand

from socialcode.demo import closing


class Command(BaseCommand):
    help = "Close the accounts of invented staff and take the phones of invented people, so that none signs in."
    requires_system_checks = ()  # production says that these accounts are open, and this closes them

    def handle(self, *args, **options):
        self.stdout.write(f"{closing.close()} invented people can sign in no more. What they did stays.")
