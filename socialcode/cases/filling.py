"""Filling in a claim: its steps in order, what is known already, and what still has to be asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from socialcode import law
from socialcode.engine import Fact, Provision, _, questions
from socialcode.engine.explanation import Explanation
from socialcode.people.forms import Group
from socialcode.people.iban import written
from socialcode.people.models import Register
from socialcode.people.wording import answer

from . import calculation
from .assessing import SAID, Computed, compute
from .models import Claim

REGISTERS, QUESTIONS, CONSENT, PAPERS, ACCOUNT, OVERVIEW = STEPS = (
    "registers",
    "questions",
    "consent",
    "papers",
    "account",
    "overview",
)
TITLES = {
    REGISTERS: _("What the registers say"),
    QUESTIONS: _("Questions"),
    CONSENT: _("Your consent"),
    PAPERS: _("Papers"),
    ACCOUNT: _("Bank account"),
    OVERVIEW: _("Look over and send"),
}


@dataclass(frozen=True)
class Step:
    """One step as the page lists it. `state` is done, here or ahead."""

    name: str
    title: str
    href: str
    state: str


class Filling:
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
        facts = self.provision.facts
        values = {name: known["value"] for name, known in self.computed.facts.items() if name in facts}
        return {name: facts[name].read(value, self.claim.on) for name, value in values.items()}

    @cached_property
    def needed(self) -> list[Fact]:
        """The facts that can still change the outcome, best first."""
        values = law.values(self.claim.on, self.computed.region)
        return questions([self.provision], self.known, self.claim.on, values)

    @cached_property
    def registered(self) -> list[dict]:
        """What registers say: label, value, source, when it was received, and what the person said otherwise."""
        return [self._registered(fact) for fact in self._with_source(registered=True)]

    def _registered(self, fact: Fact) -> dict:
        known, said = self.computed.facts[fact.name], self.claim.answers.get(fact.name)
        other = said is not None and said != known["value"]
        return {
            "label": gettext(fact.question),
            "value": answer(fact, self.known[fact.name]),
            "source": Register(known["source"]).label if known["source"] in Register.values else known["source"],
            "received_on": known["received_on"],
            "said": answer(fact, fact.read(said, self.claim.on)) if other else "",
        }

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

    @property
    def needs_account(self) -> bool:
        return self.provision.adds_up

    @property
    def names(self) -> list[str]:
        """The steps of this claim: nobody is asked for what their payment does not need."""
        return [name for name in STEPS if name != ACCOUNT or self.needs_account]

    @property
    def account(self) -> str:
        return written(self.claim.iban) if self.claim.iban else ""

    def steps(self, here: str) -> list[Step]:
        place = self.names.index(here)
        states = ["done"] * place + ["here"] + ["ahead"] * (len(self.names) - place - 1)
        return [
            Step(name, gettext(TITLES[name]), self.address(name), state)
            for name, state in zip(self.names, states, strict=True)
        ]

    def after(self, name: str) -> str:
        """Where to go from a step; a claim that was sent before goes back to its own page."""
        if self.claim.status != Claim.Status.DRAFT:
            return reverse("cases:claim", args=[self.claim.key])
        following = self.names[self.names.index(name) + 1]
        return self.address(QUESTIONS if following == CONSENT and self.needed else following)

    def open_step(self) -> str:
        """Where somebody goes on who comes back later: the first step with something missing."""
        if not self.claim.answers and not self.claim.consents.exists():
            return self.address(REGISTERS)
        missing = {
            QUESTIONS: bool(self.needed),
            CONSENT: not self.claim.consents.exists(),
            ACCOUNT: self.needs_account and not self.claim.iban,
        }
        return self.address(next((name for name in self.names if missing.get(name)), OVERVIEW))

    def address(self, name: str) -> str:
        return reverse(f"cases:{name}", args=[self.claim.key])

    @cached_property
    def conditions(self) -> list[calculation.Condition]:
        return calculation.conditions(self.explanation)

    @cached_property
    def sums(self) -> list[calculation.Sum]:
        return list(calculation.sums(self.explanation))

    @property
    def in_hand(self) -> int | None:
        """What reaches the person: after the pension contribution where one is taken."""
        net = self.explanation.net_amount
        return self.explanation.amount if net is None else net
