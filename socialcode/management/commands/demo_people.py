"""About thirty invented people in ten families, to try the portal with."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from socialcode import demo


class Command(BaseCommand):
    help = "Make invented families with all their registers and print who to sign in as. Refuses in production."

    def handle(self, *args, **options):
        if settings.PRODUCTION:
            raise CommandError("Invented people are for trying the portal. They have no place in production.")
        self.stdout.write("Sign in by IIN as one of these invented people; the code comes to the demo phone:")
        for family, person in demo.make():
            self.stdout.write(f"  {person.iin}  {person.phone}  {person.full_name}: {family}")
