"""manage.py smpp: the process between the queue of SMS and an SMS centre."""

import asyncio

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from socialcode.notices.gateways.smpp import process
from socialcode.operating import production


class Command(BaseCommand):
    help = "Send SMS to the SMS centre of SMPP_URL, and keep the receipts and answers that it sends, until stopped."
    requires_system_checks = ()  # `serve` and `migrate` have looked before any process begins; a worker looks no more

    def handle(self, *args, **options):
        """Run until it is told to end; what is on its way then is waited for."""
        if settings.SMS_CENTRE is None:
            raise CommandError("SMPP_URL names no SMS centre: set it, as docs/settings.md says.")
        try:
            production.insist_before_serving()
        except ImproperlyConfigured as error:
            raise CommandError(str(error)) from error
        asyncio.run(process.serve(settings.SMS_CENTRE))
