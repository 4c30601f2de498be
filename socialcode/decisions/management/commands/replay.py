"""Compute decisions once more and list those that do not come out as they were decided."""

import json

from django.core.management.base import BaseCommand, CommandError

from socialcode.decisions.models import Decision, Replay
from socialcode.decisions.replay import slices
from socialcode.decisions.replay.again import Law, differences
from socialcode.running.progress import Progress


class Command(BaseCommand):
    help = "Computes every decision once more from the facts it kept, and lists those that come out otherwise."

    def add_arguments(self, parser):
        parser.add_argument("--decision", metavar="KEY", help="only this decision; nothing is stored")

    def handle(self, *, decision=None, **options):
        if decision:
            self._one(decision)
        else:
            self._all()

    def _one(self, key):
        found = Decision.objects.select_related("assessment").filter(key=key).first()
        if found is None:
            raise CommandError(f"There is no decision {key}.")
        for difference in differences(found, Law()):
            self._tell(found, difference)

    def _all(self):
        replay, law = slices.begin(), Law()
        progress = Progress("Decisions computed once more", replay.total, "decisions", before=replay.looked_at)
        while slices.work_on(replay, law):
            progress(Replay.objects.values_list("looked_at", flat=True).get(pk=replay.pk))
        progress.end()
        replay.refresh_from_db()
        for changed in replay.changed.select_related("decision").order_by("pk"):
            self._tell(changed.decision, changed)
        self.stdout.write(f"{replay.looked_at} decisions, {replay.changed.count()} come out otherwise.")

    def _tell(self, decision, found):
        before, now = (json.dumps(side, ensure_ascii=False, sort_keys=True) for side in (found.before, found.now))
        self.stdout.write(f"{decision.key} {found.why}: {before} -> {now} {found.trouble}".rstrip())
