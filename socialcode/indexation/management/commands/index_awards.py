"""manage.py index_awards --since DAY --by EMAIL: new amounts of all monthly payments, computed here and now.

Works through what is left of a computation that was asked for or killed, and tells what it found. It changes nothing
for anybody: another administrator agrees on the page, or by --agree EMAIL. Every mistake ends with one sentence.
"""

from argparse import ArgumentTypeError

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from socialcode import typed
from socialcode.accounts.models import User
from socialcode.indexation import actions, releasing, working
from socialcode.indexation.models import Indexation
from socialcode.refusal import NotAllowedError

State = Indexation.State


def a_day(text: str):
    try:
        return typed.day(text)
    except typed.UnreadableError as error:
        raise ArgumentTypeError(str(error)) from None


class Command(BaseCommand):
    help = "Compute the new amounts of all monthly payments by the law of a day; they wait for another administrator."

    def add_arguments(self, parser):
        parser.add_argument("--since", type=a_day, help="the day; without it what was asked for goes on")
        parser.add_argument("--by", help="the email of the administrator who asks")
        parser.add_argument("--agree", help="the email of the administrator who agrees to what was found")

    def handle(self, *, since, by, agree, **options):
        with translation.override("en"):
            try:
                self._handle(since, by, agree)
            except NotAllowedError as refused:
                raise CommandError(str(refused), returncode=2) from None

    def _handle(self, since, by, agree):
        run = Indexation.objects.open().first()
        if run is None:
            if not (since and by):
                raise CommandError("Nothing is being computed. Name --since and --by.", returncode=2)
            run = actions.start(since=since, by=self._administrator(by))
        working.cut_once(run)
        left = run.slices.left()
        while working.work_on(run):
            self.stderr.write(f"{left.count()} parts left")
        run.refresh_from_db()
        if agree:
            run = actions.answer(run=run, agrees=True, by=self._administrator(agree))
            releasing.put_in_effect(run)
            run.refresh_from_db()
        self._tell(run)

    def _tell(self, run):
        self.stdout.write(f"New amounts from {run.since}: {run.get_state_display()}")
        for name, found in run.report.items():
            if name != "provisions":
                self.stdout.write(f"{name}: {found}")

    def _administrator(self, email):
        user = User.objects.filter(email=email.strip().lower()).first()
        if user is None:
            raise CommandError(f"Nobody has the email {email}.", returncode=2)
        return user
