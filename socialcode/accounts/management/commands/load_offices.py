"""Bring the shipped offices into the table."""

from django.core.management.base import BaseCommand

from socialcode.accounts import offices


class Command(BaseCommand):
    help = "Add the offices that the table lacks; names and territories follow the shipped file. Safe to run again."

    def handle(self, *args, **options):
        loaded = offices.load()
        self.stdout.write(f"Offices: {loaded.added} added, {loaded.changed} changed, {loaded.unchanged} already there.")
