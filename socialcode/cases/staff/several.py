"""One act on several claims of the queue: each in a transaction of its own, and what became of each."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain

from socialcode.refusal import attempt, objection

from ..models import Claim
from .forms import StaffActionForm
from .staff_actions import STAFF_ACTIONS

MAY_BE_SEVERAL = ("assign", "transfer")


@dataclass(frozen=True)
class Outcome:
    """How many claims were changed; numbers of the others by the sentence that says why.

    `wrong` is what the form itself has to mend, a sentence by field, where nothing was changed at all.
    """

    done: int
    refused: dict[str, list[str]]
    wrong: dict[str, str]

    @property
    def tried(self) -> int:
        return self.done + len(list(chain.from_iterable(self.refused.values())))


def with_objections(name: str, claims: list[Claim], by) -> list[tuple[Claim, str]]:
    """The claims, each with why the act cannot be done with it now; empty where it can."""
    return [(claim, objection(STAFF_ACTIONS[name].may, claim, by)) for claim in claims]


def run(name: str, form: StaffActionForm) -> Outcome:
    """Do the act with each of the form's claims. What is refused for one stands in no other's way."""
    done, refused, wrong = 0, defaultdict(list), {}
    for claim in form.claims:
        with attempt() as tried:
            STAFF_ACTIONS[name].run(claim, form)
            done += 1
        if tried.objection:
            refused[tried.objection].append(claim.number)
            if tried.field in form.fields:
                wrong[tried.field] = tried.objection
    return Outcome(done, dict(refused), {} if done else wrong)
