"""Filling in a claim: its steps in order, what is known already, and what still has to be asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from socialcode.awards.whom import role_named
from socialcode.decisions.computing import SAID, Computed
from socialcode.engine import Fact, Provision, _, questions
from socialcode.engine.explanation import Explanation
from socialcode.explaining.calculation import Explained
from socialcode.explaining.wording import answer
from socialcode.people.iban import written
from socialcode.people.models import Register
from socialcode.questions.answers import Answers
from socialcode.questions.forms import Group

from ..actions import together
from ..assessing import compute
from ..models import Claim
from .since_begun import SinceBegun

WHOM = "whom"
REGISTERS = "registers"
QUESTIONS = "questions"
CONSENT = "consent"
PAPERS = "papers"
ACCOUNT = "account"
OVERVIEW = "overview"
STEPS = (WHOM, REGISTERS, QUESTIONS, CONSENT, PAPERS, ACCOUNT, OVERVIEW)
TITLES = {
    WHOM: _("For whom"),
    REGISTERS: _("What the registers say"),
    QUESTIONS: _("Questions"),
    CONSENT: _("Your consent"),
    PAPERS: _("Papers"),
    ACCOUNT: _("Bank account"),
    OVERVIEW: _("Look over and send"),
}


@dataclass(frozen=True)
class FillingStep:
    """One step as the page lists it. `state` is done, here, open (something is missing) or ahead."""

    name: str
    title: str
    href: str
    state: str


class Filling(Explained):
    """One claim while it is filled in. Computed once, from the registers and the answers so far."""

    def __init__(self, claim: Claim):
        self.claim = claim

    @cached_property
    def computed(self) -> Computed:
        return compute(self.claim)

    @property
    def explanation(self) -> Explanation:
        return self.computed.explanation

    @property
    def provision(self) -> Provision:
        return self.explanation.provision

    @cached_property
    def known(self) -> dict[str, Any]:
        """Every known fact as the engine reads it."""
        return dict(self.computed.known)

    @cached_property
    def needed(self) -> list[Fact]:
        """The facts that can still change the outcome, best first."""
        return questions([self.provision], self.known, self.claim.on, self.computed.values)

    @cached_property
    def registered(self) -> list[dict]:
        """What registers say: label, value, source, when it was received, and what the person said otherwise."""
        return [self._registered(fact) for fact in self._with_source(registered=True)]

    def _registered(self, fact: Fact) -> dict:
        known = self.computed.facts[fact.name]
        return {
            "label": gettext(fact.question),
            "value": answer(fact, self.known[fact.name]),
            "source": Register(known["source"]).label if known["source"] in Register.values else known["source"],
            "received_on": known["received_on"],
            "said": answer(fact, self._otherwise[fact.name]) if fact.name in self._otherwise else "",
        }

    @cached_property
    def _otherwise(self) -> dict[str, Any]:
        """What the person answered otherwise than a register says."""
        return Answers(self.claim.answers, self.claim.on, self.known).otherwise

    @property
    def said(self) -> list[dict]:
        """What the person answered, each with the way to change it."""
        return [
            {
                "label": gettext(fact.question),
                "value": answer(fact, self.known[fact.name]),
                "href": reverse("cases:question", args=[self.claim.key, fact.name]),
            }
            for fact in self._with_source(registered=False)
        ]

    def _with_source(self, *, registered: bool) -> Iterable[Fact]:
        known = self.computed.facts
        return [f for f in self.provision.facts.values() if f.name in known and registered == self._is_registered(f)]

    def _is_registered(self, fact: Fact) -> bool:
        return self.computed.facts.get(fact.name, {}).get("source", SAID) != SAID

    def page(self, lead: Fact) -> list[Fact]:
        """The questions that stand on a page with `lead`: those needed, and those answered before."""
        return [
            fact
            for fact in self.provision.facts.values()
            if fact.page == lead.page
            and not self._is_registered(fact)
            and (fact in self.needed or fact.name in self.claim.answers)
        ]

    def group(self, facts: list[Fact]) -> Group:
        return Group(facts, given=self.claim.answers, known=self.known)

    @cached_property
    def since_begun(self) -> SinceBegun:
        """What the days since it was begun changed."""
        return SinceBegun(self.claim, self.computed)

    @property
    def needs_account(self) -> bool:
        return self.provision.adds_up

    @property
    def names(self) -> list[str]:
        """The steps of this claim: nobody is asked for what their payment does not need."""
        needless = {WHOM: not self.names_somebody, ACCOUNT: not self.needs_account}
        return [name for name in STEPS if not needless.get(name)]

    @property
    def names_somebody(self) -> bool:
        """Whether who applies says for whom, because no register ties that person to them."""
        return bool(role_named(self.provision)) and self.claim.subject is None

    @cached_property
    def others(self) -> list["Filling"]:
        """The claims for other children on the same form."""
        found = together.unsent(self.claim).select_related("person", "subject", "named")
        return [Filling(claim) for claim in found]

    @property
    def whole_form(self) -> list["Filling"]:
        """This claim and the others of the form, as they were begun."""
        return sorted([self, *self.others], key=lambda filled: filled.claim.pk)

    @cached_property
    def open_elsewhere(self) -> "Filling | None":
        """The first other claim of the form in which something about the child is missing."""
        return next((other for other in self.others if {WHOM, QUESTIONS} & set(other.missing)), None)

    @property
    def account(self) -> str:
        return written(self.claim.iban) if self.claim.iban else ""

    def steps(self, here: str) -> list[FillingStep]:
        return [
            FillingStep(name, gettext(TITLES[name]), self.address(name), self._state(name, here)) for name in self.names
        ]

    def _state(self, name: str, here: str) -> str:
        if name == here:
            return "here"
        if self.names.index(name) > self.names.index(here):
            return "ahead"
        return "open" if name in self.missing else "done"

    @cached_property
    def missing(self) -> list[str]:
        """Steps with something that the claim cannot be sent without."""
        lacks = {
            WHOM: self.claim.is_for is None,
            QUESTIONS: bool(self.needed),
            CONSENT: not self.claim.consents.exists(),
            PAPERS: self.claim.is_paper and not self.claim.evidence.present().exists(),
            ACCOUNT: self.needs_account and not self.claim.iban,
        }
        return [name for name in self.names if lacks.get(name)]

    def after(self, name: str) -> str:
        """Where to go from a step; of a claim that was sent before, back to where somebody came from."""
        if self.claim.status != Claim.Status.DRAFT:
            asked = self.claim.status == Claim.Status.INFORMATION_ASKED
            return reverse("cases:answer" if asked else "cases:claim", args=[self.claim.key])
        following = self.names[self.names.index(name) + 1]
        if following == CONSENT and not self.needed and self.open_elsewhere:
            return self.open_elsewhere.open_step()
        return self.address(QUESTIONS if following == CONSENT and self.needed else following)

    def open_step(self) -> str:
        """Where somebody goes on who comes back later: the first step with something missing."""
        if WHOM in self.missing:
            return self.address(WHOM)
        if not self.claim.answers and CONSENT in self.missing:
            return self.address(REGISTERS)
        return self.address(next(iter(self.missing), OVERVIEW))

    def address(self, name: str) -> str:
        return reverse(f"cases:{name}", args=[self.claim.key])
