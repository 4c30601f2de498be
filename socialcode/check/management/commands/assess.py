"""manage.py assess NAME --on DATE --facts FILE|-: one row of facts, or a list of rows, assessed with all steps. JSON.

Every mistake ends with one sentence and exit code 2. The language is English unless `--language` says otherwise, like
everything else in the shell.
"""

import difflib
import json
import sys
from argparse import ArgumentTypeError
from datetime import date
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from socialcode import typed
from socialcode.engine import NotEncodedError, explain
from socialcode.engine.registry import registry
from socialcode.explaining import described
from socialcode.law.values import values_on
from socialcode.questions.answers import Answers, plainly
from socialcode.questions.fields import contradiction


def a_date(text: str) -> date:
    try:
        return typed.day(text)
    except typed.UnreadableError as error:
        raise ArgumentTypeError(str(error)) from None


class Command(BaseCommand):
    help = "Assess one entitlement: outcome, amounts, dates, steps, unmet conditions and unknown facts, as JSON."

    def add_arguments(self, parser):
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("name", help="of the entitlement, as `manage.py provisions` lists it")
        parser.add_argument("--on", type=a_date, default=None, help="year-month-day; today unless given")
        parser.add_argument("--facts", default="-", help="a JSON file with an object or a list of them; - reads input")
        parser.add_argument("--language", choices=languages, default="en", help="of the sentences")

    def handle(self, *, name, on, facts, language, **options):
        with translation.override(language):
            try:
                found = self._assess(name, on or timezone.localdate(), self._read(facts))
            except MistakeError as mistake:
                raise CommandError(str(mistake), returncode=2) from None
        self.stdout.write(json.dumps(found, ensure_ascii=False, indent=2))

    def _assess(self, name, on, given):
        provision = registry.provisions.get(name)
        if provision is None:
            raise MistakeError(
                _("There is no entitlement called '%(name)s'.") % {"name": name}, name, registry.provisions
            )
        rows = given if isinstance(given, list) else [given]
        values = cache(partial(values_on, on))
        found = [self._row(provision, row, number, on, values) for number, row in enumerate(rows, 1)]
        return found if isinstance(given, list) else found[0]

    def _row(self, provision, row, number, on, values):
        if not isinstance(row, dict):
            raise MistakeError(_("Row %(number)s is no JSON object with facts by name.") % {"number": number})
        for fact in row:
            if fact not in provision.facts:
                sentence = _("Row %(number)s: this entitlement does not know a fact called '%(name)s'.")
                raise MistakeError(sentence % {"number": number, "name": fact}, fact, provision.facts)
        try:
            given = {name: plainly(raw, provision.facts[name]) for name, raw in row.items()}
            known = self._known(Answers(given, on), number)
            return described.explanation(explain(provision, known, on, values(known.get("region", ""))))
        except NotEncodedError as error:
            raise MistakeError(_(error.message) % error.values) from None

    def _known(self, answers, number):
        for name, error in answers.wrong.items():
            where = _("Row %(number)s, %(name)s") % {"number": number, "name": name}
            raise MistakeError(f"{where}: {_(error.message) % error.values}")
        for agreement in answers.contradictions:
            where = _("Row %(number)s, %(name)s") % {"number": number, "name": ", ".join(agreement.facts)}
            raise MistakeError(f"{where}: {contradiction(agreement)}")
        return answers.known

    def _read(self, place):
        try:
            text = sys.stdin.read() if place == "-" else Path(place).read_text(encoding="utf-8-sig")
            return json.loads(text, parse_float=Decimal)
        except OSError as error:
            raise MistakeError(
                _("The file %(file)s cannot be read: %(why)s.") % {"file": place, "why": error.strerror}
            ) from None
        except (ValueError, RecursionError) as error:
            raise MistakeError(_("The facts are no JSON: %(why)s.") % {"why": error}) from None


class MistakeError(Exception):
    """What the caller got wrong, as a sentence; with a name, also the nearest spelling."""

    def __init__(self, sentence: str, name: str = "", known=()):
        near = difflib.get_close_matches(name, known, n=1) if name else []
        super().__init__(f"{sentence} {_('Did you mean %(near)s?') % {'near': repr(near[0])}}" if near else sentence)
