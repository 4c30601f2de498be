"""Give the database role that serves pages what it needs, and no more."""

from django.core.management.base import BaseCommand

from socialcode.audit import roles


class Command(BaseCommand):
    help = "After each migration, as the owner of the tables: let a role serve pages. It is made if it is not there."

    def add_arguments(self, parser):
        parser.add_argument("role")

    def handle(self, *args, role, **options):
        roles.let_serve(role)
        self.stdout.write(f"{role} may serve pages. It owns nothing, and only adds to the list of events.")
