"""What to do next, as the result advises it."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .sections import Entry, ResultPage


@dataclass(frozen=True)
class NextAct:
    """Either a claim for `entry`, or a way on: `label` leads to `href`, a page or (`is_file`) a file to keep."""

    label: str = ""
    href: str = ""
    entry: Entry | None = None
    is_file: bool = False


def next_act(outcome: ResultPage) -> NextAct:
    """Apply for what is in the best combination; else answer what is open, take the near step, or await a day."""
    wanted = outcome.to_ask_for
    if len(wanted) == 1:
        return NextAct(entry=wanted[0])
    if wanted:
        label = ngettext("Apply for %(number)s payment", "Apply for %(number)s payments", len(wanted))
        return NextAct(label % {"number": len(wanted)}, "#entitled")
    if outcome.open_questions:
        return NextAct(_("Answer one more question"), outcome.open_questions[0].href)
    if outcome.within_reach:
        return NextAct(_("See the step"), "#within-reach")
    if outcome.coming:
        return NextAct(_("Save the day to my calendar"), outcome.visit.address("months_calendar"), is_file=True)
    return NextAct(_("Check something else"), reverse("check:start"))
