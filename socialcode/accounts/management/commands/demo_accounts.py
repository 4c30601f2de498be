"""Invented staff of every role, to try the portal with."""

import datetime

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
from django.conf import settings
from django.contrib.auth.hashers import check_password, make_password
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from socialcode import iin
from socialcode.accounts import demo, offices
from socialcode.accounts.models import AT_A_PLACE, Office, Role, RoleGrant, User

PASSWORD = "two-persons-to-a-change"  # noqa: S105 - printed for everybody to read; refused in production
BORN, FIRST_SERIAL = datetime.date(1979, 7, 9), 900  # of their IINs, which belong to nobody
HERE, ELSEWHERE, REGION = "10-3200", "10-3400", "10-centre"
INVENTED = (
    ("first", "Invented Administrator One", Role.ADMINISTRATOR, HERE),
    ("second", "Invented Administrator Two", Role.ADMINISTRATOR, HERE),
    ("officer", "Invented Officer", Role.OFFICER, HERE),
    ("colleague", "Invented Colleague", Role.OFFICER, HERE),
    ("approver", "Invented Approver", Role.APPROVER, HERE),
    ("approver2", "Invented Second Approver", Role.APPROVER, HERE),
    ("head", "Invented Head", Role.HEAD, HERE),
    ("elsewhere", "Invented Officer Elsewhere", Role.OFFICER, ELSEWHERE),
    ("auditor", "Invented Auditor", Role.AUDITOR, HERE),
    ("ministry", "Invented Analyst", Role.MINISTRY, HERE),
    ("payer", "Invented Specialist for Payments", Role.PAYER, HERE),
    ("payer2", "Invented Second Specialist for Payments", Role.PAYER, HERE),
    ("adviser", "Invented Adviser", Role.ADVISER, HERE),
    ("adviser2", "Invented Second Adviser", Role.ADVISER, HERE),
    ("mobile", "Invented Mobile Group", Role.MOBILE_GROUP, HERE),
    ("mobility", "Invented Specialist of the Mobility Centre", Role.MOBILITY_CENTRE, REGION),
    ("mobility2", "Invented Second Specialist of the Mobility Centre", Role.MOBILITY_CENTRE, REGION),
)


class Command(BaseCommand):
    help = "Make invented staff of every role and print how to sign in. Refuses in production."

    @transaction.atomic
    def handle(self, *args, **options):
        if settings.PRODUCTION:
            raise CommandError("Demo accounts are for trying the portal. In production use add_administrator instead.")
        offices.load()
        self.stdout.write(f"Sign in at /accounts/login/ as invented staff, all with the password: {PASSWORD}")
        self.stdout.write(f"The code of the second step is shown on its page (key of the app: {demo.SECRET}).")
        hashed = self.hashed_once()
        for serial, (name, full_name, role, office) in enumerate(INVENTED, FIRST_SERIAL):
            user = self.account(
                f"{name}{demo.MAILBOXES}", full_name, hashed, iin.first_free(BORN, "female", serial * 10)
            )
            of_office = Office.objects.get(code=office) if role in AT_A_PLACE else None
            RoleGrant.objects.get_or_create(user=user, role=role, office=of_office, ended_at=None)
            where = f", {of_office.name_en}" if of_office else ""
            self.stdout.write(f"  {user.email}: {role}{where}")

    def hashed_once(self):
        """The password's slow hash: one for all accounts and all starts, or the start would take long."""
        first = User.objects.filter(email=f"{INVENTED[0][0]}{demo.MAILBOXES}").first()
        there = first.password if first else ""
        return there if there and check_password(PASSWORD, there) else make_password(PASSWORD)

    def account(self, email, full_name, hashed, number):
        user = User.objects.filter(email=email).first() or User.objects.create_user(email, full_name=full_name)
        if (user.password, user.staff_iin) != (hashed, number):
            user.password, user.staff_iin = hashed, number
            user.save(update_fields=["password", "staff_iin"])
        if not Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
            Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": encrypt(demo.SECRET)})
        return user
