"""Prove that no event was changed, removed or slipped in."""

import re

from django.core.management.base import BaseCommand, CommandError

from socialcode.audit import chain

SENTENCES = {
    "changed": "event {id} was changed after it was written",
    "missing": "event {id} is missing",
    "inserted": "event {id} was slipped in outside the chain",
    "gap": "links before event {id} are missing",
}


class Command(BaseCommand):
    help = "Check the chain of audit events. Exits with an error that names every event that is not as it was written."

    def add_arguments(self, parser):
        parser.add_argument("--noted", help="a hash this command printed earlier and somebody kept elsewhere")

    def handle(self, *args, noted, **options):
        found = [SENTENCES[broken.how].format(id=broken.event_id) for broken in chain.breaks()]
        if noted and not (re.fullmatch("[0-9a-f]{64}", noted) and chain.has(noted)):
            found.append("the noted hash is no longer part of the chain: the list was replaced")
        if found:
            raise CommandError("\n".join(found))
        head = chain.head()
        self.stdout.write(f"{head[1]} events, unbroken. Note elsewhere: {head[0]}" if head else "No events yet.")
