"""Prove that no event was changed, removed or slipped in."""

import re

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from socialcode.audit import chain, heads, roles

SENTENCES = {
    "changed": "event {id} was changed after it was written",
    "missing": "event {id} is missing",
    "inserted": "event {id} was slipped in outside the chain",
    "gap": "links before event {id} are missing",
}


DOUBTS = {
    "altered": "the notes outside the database were altered near place {place}, or are signed by another key",
    "lost": "outside the database there are fewer notes than were made: some of the file are gone",
    "cut": "the list is shorter than it was noted outside the database: place {place} is gone",
    "rewritten": "the list was rewritten: place {place} has another hash than was noted outside the database",
}


class Command(BaseCommand):
    help = "Check the chain of audit events. Exits with an error that names every event that is not as it was written."

    def add_arguments(self, parser):
        parser.add_argument("--noted", help="a hash this command printed earlier and somebody kept elsewhere")

    def handle(self, *args, noted, **options):
        found = [SENTENCES[broken.how].format(id=broken.event_id) for broken in chain.breaks()]
        found += [DOUBTS[doubt.how].format(place=doubt.place) for doubt in heads.doubts()]
        if noted and not (re.fullmatch("[0-9a-f]{64}", noted) and chain.has(noted)):
            found.append("the noted hash is no longer part of the chain: the list was replaced")
        if roles.could_rewrite():
            self.stderr.write("The database role of this command could rewrite the list. Serve pages by another role.")
        if found:
            raise CommandError("\n".join(found))
        head = chain.head()
        self.stdout.write(f"{head[1]} events, unbroken. Note elsewhere: {head[0]}" if head else "No events yet.")
        self.stdout.write(f"The notes in {settings.AUDIT_HEADS_FILE} are signed by the key {heads.public_key()}")
