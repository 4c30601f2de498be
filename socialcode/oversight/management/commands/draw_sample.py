"""Draw decisions at random for the auditor, so that anybody can draw the same again."""

from django.core.management.base import BaseCommand, CommandError

from socialcode import typed
from socialcode.oversight import actions
from socialcode.oversight.models import ORIGINS, Sample
from socialcode.refusal import NotAllowedError


class Command(BaseCommand):
    help = "Draw decisions that took effect on some days. The same seed, days and size give the same decisions."

    def add_arguments(self, parser):
        parser.add_argument("--seed", required=True, help="any letters or figures, best agreed on in public beforehand")
        parser.add_argument("--since", required=True, type=typed.day, help="first day, 2026-10-01")
        parser.add_argument("--until", required=True, type=typed.day, help="last day, 2026-10-31")
        parser.add_argument("--size", required=True, type=int, help="how many decisions")
        parser.add_argument("--kind", default="all", choices=Sample.Kind.values, help="of which decisions")

    def handle(self, *, seed, since, until, size, kind="all", **options):
        try:
            sample = actions.draw_sample(seed=seed, since=since, until=until, size=size, kind=kind, by=None)
        except NotAllowedError as refusal:
            raise CommandError(str(refusal)) from refusal
        reviews = sample.reviews.select_related(*ORIGINS).order_by("pk")
        for review in reviews:
            self.stdout.write(f"{review.decision.key}  {review.decision.origin.number}  {review.get_state_display()}")
        self.stdout.write(f"{len(reviews)} decisions in the sample {sample.key}.")
