"""Bring in files that a register sent."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from socialcode.registers.models import Delivery
from socialcode.registers.receiving import quarantine, words
from socialcode.registers.receiving.actions import BusyError, receive
from socialcode.registers.receiving.layouts import layouts
from socialcode.running.progress import Progress

FIRST_FILLING = "fills an empty register of the whole country: calls no family, for a run over all families follows"


class Command(BaseCommand):
    help = "Bring in files that a register sent, CSV or Parquet. The same file twice changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("kind", choices=list(layouts()), help="which register sent them")
        parser.add_argument("files", nargs="+", type=Path)
        parser.add_argument("--first-filling", action="store_true", help=FIRST_FILLING)

    def handle(self, *, kind, files, first_filling, **options):
        missing = [str(file) for file in files if not file.is_file()]
        if missing:
            raise CommandError(f"There is no such file: {', '.join(missing)}.")
        refused = [file for file in files if not self._brought_in(kind, file, first_filling)]
        if refused:
            raise CommandError(f"Not brought in: {', '.join(map(str, refused))}.")

    def _brought_in(self, kind: str, file: Path, first_filling: bool) -> bool:
        told = _Told(file.name, self.stderr)
        was_in = set(Delivery.objects.brought_in().values_list("pk", flat=True))
        try:
            delivery = receive(kind, file, told=told, calls_families=not first_filling)
        except BusyError:
            raise CommandError(f"Another process brings in files of the register {kind} now.") from None
        told.end()
        if delivery.state == Delivery.State.REFUSED:
            about = dict(delivery.why_refused)
            self.stderr.write(f"{file}: {words.of_file(about.pop('why'), about)}")
            return False
        if delivery.pk in was_in:
            self.stdout.write(f"{file}: is in already, since {delivery.finished_at:%Y-%m-%d %H:%M}.")
            return True
        self.stdout.write(f"{file}: {described(delivery)}")
        if path := quarantine.write(delivery):
            self.stdout.write(f"  What was left out, and why: {path}")
        return True


def described(delivery: Delivery) -> str:
    """How many rows there were and what became of them."""
    kinds = ("new", "changed", "same", "older", "held", "rejected")
    counts = ", ".join(f"{getattr(delivery, kind)} {kind}" for kind in kinds if getattr(delivery, kind))
    took = (delivery.finished_at - delivery.started_at).total_seconds()
    return f"{delivery.rows} rows ({counts}) in {took:.0f} s."


class _Told:
    """Hears how far a file is and shows it, one line for reading and one for bringing in."""

    def __init__(self, name: str, out):
        self.name, self.out, self.shown = name, out, {}

    def __call__(self, what: str, done: int, total: int) -> None:
        if what not in self.shown:
            self.end()
            self.shown[what] = Progress(f"{self.name} {what}", total, "rows", self.out, before=done)
            return
        self.shown[what].total = total
        self.shown[what](done)

    def end(self) -> None:
        for progress in list(self.shown.values())[-1:]:
            progress.end()
