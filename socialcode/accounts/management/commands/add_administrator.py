"""The way in for real administrators: who may run this command may name one."""

from getpass import getpass

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q

from socialcode import iin as numbers
from socialcode.accounts.models import Role, RoleGrant, User
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record


class Command(BaseCommand):
    help = "Make an account with the role of an administrator; asks for the password, or reads a line when piped."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("full_name")
        parser.add_argument("iin", help="whose account it is: 12 digits")

    @transaction.atomic
    def handle(self, *args, email, full_name, iin, **options):
        try:
            validate_email(email)
            numbers.validate(iin)
            password = getpass("Password: ")
            validate_password(password, User(email=email, full_name=full_name))
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        if User.objects.filter(Q(email=email.lower()) | Q(staff_iin=iin)).exists():
            raise CommandError(f"{email}, or the person with this IIN, already has an account.")
        user = User.objects.create_user(email, password, full_name=full_name, staff_iin=iin)
        grant = RoleGrant.objects.create(user=user, role=Role.ADMINISTRATOR)
        record(EventKind.ROLE_GRANTED, on=grant, by=None, role=grant.role, to=user.email)
        self.stdout.write(f"{user} is an administrator now.")
