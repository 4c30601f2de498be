"""Bring the shipped values of the law into the table."""

from django.core.management.base import BaseCommand, CommandError

from socialcode.law import baseline


class Command(BaseCommand):
    help = "Add the shipped values that the table lacks. Rows that differ are reported (exit code 1) and kept."

    def handle(self, *args, **options):
        loaded = baseline.load()
        self.stdout.write(f"Law: {loaded.added} values added, {loaded.unchanged} already there.")
        if loaded.differing:
            raise CommandError("\n".join(["Some values differ from the shipped ones:", *loaded.differing]))
