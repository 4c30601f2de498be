"""What would become of the result if one thing changed: the visit as it is beside a copy in which it has changed."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from socialcode.engine import Fact, Provision, _
from socialcode.engine.days import MONTHS_OF_YEAR, years_after
from socialcode.engine.registry import registry
from socialcode.questions.forms import FactsForm

from .forms import last_day
from .pages import Journey
from .results import Result, Total
from .sections import Outcome
from .visit import BORN, Subject, Visit
from .wording import group_of, subject_name

PAY = 150_000
MONTHS_OF_QUARTER = 3
PENSION_APP = "pensions"
REGIONS = ("region", "poverty_line_of_region")  # the answers that a move changes, the surest first


def takes_job(visit: Visit) -> bool:
    """Work ends unemployment and adds to the income of the family."""
    known, person = visit.known(visit.person), visit.person
    if unemployed := known.get("is_registered_unemployed"):
        person.save("is_registered_unemployed", False)
    if counted := known.get("family_income_of_quarter") is not None:
        earned = known["family_income_of_quarter"] + PAY * MONTHS_OF_QUARTER
        person.save("family_income_of_quarter", str(earned))
    return bool(unemployed) or counted


def another_child(visit: Visit) -> bool:
    """A child born on the day asked about, living with the visitor like the others."""
    known = visit.known(visit.person)
    grown = [name for name in ("children_under_18", "family_members") if name in known]
    for name in grown:
        visit.person.save(name, str(known[name] + 1))
    if not visit.asks_about_children:
        return bool(grown)
    orders = [visit.known(child).get("birth_order") for child in visit.children]
    if not visit.add_child():
        return False
    newborn = {
        BORN: visit.on.isoformat(),
        "child_arrival": "born",
        "child_in_state_care": False,
        "cares_for_child": True,
        "other_carer_is_paid": False,
        "child_has_disability": False,
    }
    if orders and None not in orders:
        newborn["birth_order"] = str(max(orders) + 1)
    visit.children[-1].given = newborn
    return True


def retires_later(visit: Visit) -> bool:
    """The day moves by a year, worked through."""
    if not any(provision.app == PENSION_APP for provision in visit.provisions):
        return False
    later = years_after(visit.on, 1)
    if later > last_day():
        return False
    known = visit.known(visit.person)
    for name, more in (("pension_years", 1), ("contribution_months", MONTHS_OF_YEAR)):
        if name in known:
            visit.person.save(name, str(known[name] + more))
    visit.day = later.isoformat()
    return True


@dataclass(frozen=True)
class Preset:
    """A usual change. `change` changes a visit, or says that it makes no sense for it; `note` is what to know of it."""

    title: str
    change: Callable[[Visit], bool]
    note: str = ""


PRESETS = {
    "job": Preset(
        _("I take a job at 150 000 tenge a month"),
        takes_job,
        _("The pay counts as income from the next quarter on. You see a month after a quarter with this pay."),
    ),
    "child": Preset(_("One more child is born"), another_child),
    "later": Preset(_("I retire a year later"), retires_later),
}


def way(visit: Visit, subject: Subject, fact: Fact) -> str:
    """Where one answer is tried otherwise. The address names the question, never the answer."""
    return f"{reverse('check:what_if')}?{urlencode({'change': fact.name, 'of': subject.number})}"


def offered(visit: Visit) -> list[tuple[str, str]]:
    """Address and title of each usual change that makes sense for this visit."""
    usual = [
        (f"?{urlencode({'preset': name})}", gettext(preset.title))
        for name, preset in PRESETS.items()
        if preset.change(deepcopy(visit))
    ]
    known = visit.known(visit.person)
    place = next((registry.facts[name] for name in REGIONS if name in known), None)
    moving = [(way(visit, visit.person, place), gettext("I move to another region"))] if place else []
    return usual + moving


@dataclass(frozen=True)
class Line:
    """One provision for one person or child, before and after. A side is None where nothing is computed."""

    provision: Provision
    name: str
    before: Result | None
    after: Result | None

    @property
    def sides(self) -> tuple:
        return (gettext("Now"), self.before), (gettext("After the change"), self.after)

    @property
    def difference(self) -> int | None:
        """Tenge more or less; None while a side is not known or is no money."""
        worths = _worth(self.before), _worth(self.after)
        return None if None in worths or self.provision.pays == "service" else worths[1] - worths[0]

    @property
    def is_changed(self) -> bool:
        return _standing(self.before) != _standing(self.after)


def _worth(result: Result | None) -> int | None:
    outcome = result.explanation.outcome if result else "refused"
    return {"refused": 0, "likely": None}.get(outcome, result.in_hand if result else 0)


def _standing(result: Result | None) -> tuple:
    return (result.explanation.outcome if result else "refused", _worth(result))


@dataclass(frozen=True)
class Sum:
    """A total before and after. `pays` is monthly or once."""

    pays: str
    before: Total
    after: Total

    @property
    def difference(self) -> int | None:
        unsure = self.before.at_least or self.after.at_least
        return None if unsure else self.after.amount - self.before.amount


class Trial:
    """One change tried on a copy of a visit. `chosen` names it; `data` is the posted answer of a single question."""

    def __init__(self, visit: Visit, chosen, data=None):
        self.visit, self.changed = visit, deepcopy(visit)
        self.preset = PRESETS.get(chosen.get("preset"))
        self.fact = registry.facts.get(chosen.get("change"))
        self.subject = next((s for s in self.changed.subjects if str(s.number) == chosen.get("of")), None)
        self.form = self._form(data) if self.fact and self.subject else None
        self.is_made = self._make()

    def _form(self, data) -> FactsForm | None:
        facts = Journey(self.changed, self.changed.values).relevant([self.fact], self.subject)
        return FactsForm([group_of(self.changed, self.subject, facts)], self.changed.on, data) if facts else None

    def _make(self) -> bool:
        """Change the copy; False while there is nothing to change it to."""
        if self.preset:
            return self.preset.change(self.changed)
        if self.form is None or not self.form.is_valid():
            return False
        for name, raw in self.form.answers(self.form.groups[0]).items():
            self.subject.save(name, raw)
            if name == REGIONS[0]:
                self.subject.forget(REGIONS[1])
        return True

    @property
    def is_chosen(self) -> bool:
        """Whether there is a change to try: one that makes sense, or a question to answer otherwise."""
        return self.form is not None or self.is_made

    @property
    def title(self) -> str:
        return gettext(self.preset.title)

    @property
    def note(self) -> str:
        """What to know of a usual change; empty if nothing."""
        return gettext(self.preset.note) if self.preset.note else ""

    @property
    def name(self) -> str:
        """Whom the question is about."""
        return subject_name(self.visit, self._before)

    @property
    def _before(self) -> Subject:
        return next(subject for subject in self.visit.subjects if subject.number == self.subject.number)

    @property
    def helper(self):
        return self.form.helper(self.form.groups[0])

    @cached_property
    def outcomes(self) -> tuple[Outcome, Outcome]:
        """The result before and after, with all that is already received, so that the sums can be compared."""
        return self._outcome(self.visit), self._outcome(self.changed)

    def _outcome(self, visit: Visit) -> Outcome:
        whole = deepcopy(visit)
        for subject in (whole.person, *whole.children):
            subject.received = []
        return Outcome(whole, whole.values)

    @cached_property
    def lines(self) -> list[Line]:
        """Everything that is possible before or after, what changes first."""
        before, after = ({(r.provision.name, r.subject.number): r for r in o.results} for o in self.outcomes)
        pairs = {key: (before.get(key), after.get(key)) for key in (*before, *after)}
        lines = [Line(registry.provisions[name], self._name(n), *pair) for (name, n), pair in pairs.items()]
        possible = [line for line in lines if {_standing(line.before)[0], _standing(line.after)[0]} != {"refused"}]
        return sorted(possible, key=lambda line: not line.is_changed)

    def _name(self, number: int) -> str:
        subject = next((s for s in self.changed.subjects if s.number == number), None)
        return subject_name(self.changed, subject) if subject else ""

    @property
    def sums(self) -> list[Sum]:
        before, after = ({total.pays: total for total in outcome.totals} for outcome in self.outcomes)
        return [
            Sum(pays, before.get(pays) or Total(pays, 0, False), after.get(pays) or Total(pays, 0, False))
            for pays in ("monthly", "once")
            if pays in before or pays in after
        ]

    @property
    def raises_questions(self) -> bool:
        """Whether the changed visit has to be asked more."""
        return bool(Journey(self.changed, self.changed.values).remaining)
