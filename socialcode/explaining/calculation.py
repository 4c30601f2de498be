"""The steps of one explanation as a reader follows them: conditions, then sums with their figures and sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext

from socialcode.engine.explanation import Explanation, Input, Step
from socialcode.engine.parameters import HISTORY
from socialcode.explaining import earlier
from socialcode.explaining.one_line import of_step
from socialcode.explaining.origin import origin
from socialcode.explaining.payout import Payout, of_explanation
from socialcode.explaining.wording import answer
from socialcode.law.names import entry_label
from socialcode.templatetags.portal import in_force_since, quantity

STATES = {True: "met", False: "unmet", None: "unknown"}
TENGE = "tenge"


@dataclass(frozen=True)
class Condition:
    """A condition as a page shows it: "met", "unmet" or "unknown", its words, article, and what would change it."""

    state: str
    sentence: str
    article: str
    change: str


@dataclass(frozen=True)
class Figure:
    """One thing a step used. `source` says since when and by which act a value of the law is in force."""

    label: str
    value: str
    source: str = ""


@dataclass(frozen=True)
class Sum:
    """One step with its figures. `chain` writes it in one line where the rule joins numbers or rounds one."""

    sentence: str
    article: str
    figures: tuple[Figure, ...]
    chain: str
    result: str


class Explained:
    """Something that has an `explanation`, as pages show it."""

    explanation: Explanation

    @cached_property
    def payout(self) -> Payout:
        """The amount as everybody reads it."""
        return of_explanation(self.explanation)

    @cached_property
    def earlier(self) -> list[earlier.Earlier]:
        """What days before the one asked about are worth, where that is another sum."""
        return earlier.of_explanation(self.explanation)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        return conditions(self.explanation)

    @cached_property
    def sums(self) -> list[Sum]:
        return list(sums(self.explanation))


def conditions(explanation: Explanation) -> tuple[Condition, ...]:
    """All conditions of the right, with what would change those that are not met."""
    return tuple(
        Condition(
            STATES[step.result],
            gettext(step.sentence),
            step.article,
            gettext(step.otherwise) if step.result is False and step.otherwise else "",
        )
        for step in explanation.conditions
    )


def sums(explanation: Explanation) -> Iterator[Sum]:
    """Every known step that is no condition, with what it was made of; what did not count for it is left out."""
    for step in explanation.steps:
        if not step.is_condition and step.result is not None and not isinstance(step.result, bool):
            figures = tuple(_figure(given) for given in step.inputs if not _is_idle(given))
            written = _written(step)
            yield Sum(gettext(step.sentence), step.article, figures, of_step(explanation, step.name, written), written)


def _is_idle(given: Input) -> bool:
    return isinstance(given.value, bool) or (given.fact is not None and given.value is None)


def _figure(given: Input) -> Figure:
    label = gettext(given.label or given.name)
    if given.fact:
        return Figure(label, answer(given.fact, given.value))
    return Figure(label, _value(given), _source(given))


def _value(given: Input) -> str:
    if given.name.endswith(HISTORY):
        return gettext("as in force on that day")
    value = given.value
    if isinstance(value, dict):
        value = {entry_label(key): entry for key, entry in value.items()}
    return quantity(value, _unit(given))


def _source(given: Input) -> str:
    if not given.version:
        return ""
    return ", ".join([in_force_since(given.version.since), *origin(given.version)])


def _unit(given: Input | Step) -> str:
    """A rule's sum is in tenge unless it says otherwise; a fact has its own words."""
    return given.unit or ("" if isinstance(given, Input) and (given.fact or given.version) else TENGE)


def _written(step: Step) -> str:
    return quantity(step.result, _unit(step))
