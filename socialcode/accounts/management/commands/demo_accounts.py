"""Two invented administrators, to try the portal with."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from socialcode.accounts.models import Role, RoleGrant, User

PASSWORD = "two-persons-to-a-change"  # noqa: S105 - printed for everybody to read; refused in production
INVENTED = {
    "first@demo.example": "Invented Administrator One",
    "second@demo.example": "Invented Administrator Two",
}


class Command(BaseCommand):
    help = "Make two invented administrators and print how to sign in. Refuses in production."

    @transaction.atomic
    def handle(self, *args, **options):
        if settings.PRODUCTION:
            raise CommandError("Demo accounts are for trying the portal. In production use add_administrator instead.")
        self.stdout.write("Sign in to try the administrators' pages (both are invented):")
        for email, full_name in INVENTED.items():
            user = User.objects.filter(email=email).first() or User.objects.create_user(email, full_name=full_name)
            if not user.check_password(PASSWORD):
                user.set_password(PASSWORD)
                user.save(update_fields=["password"])
            RoleGrant.objects.get_or_create(user=user, role=Role.ADMINISTRATOR)
            self.stdout.write(f"  {email}  password: {PASSWORD}")
