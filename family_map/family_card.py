"""How one family stands on the map, for a page: its level, what each indicator rests on, what would raise it."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from family_map.card_parts import DimensionShown, Figure, Indicator, Raise, Standing
from family_map.heads import head_of
from family_map.indicators import DIMENSIONS, Dimension
from socialcode.engine import Case
from socialcode.engine.citizen import row_with, rows_of
from socialcode.engine.explanation import Input, Step, steps_of
from socialcode.engine.registry import registry
from socialcode.explaining.origin import origin
from socialcode.explaining.wording import answer
from socialcode.law.values import values_on
from socialcode.people.models import Person
from socialcode.registers.frames.household import RegisterRows
from socialcode.registers.known import Known, look_up, values_of
from socialcode.registers.sections import parts_behind
from socialcode.templatetags.portal import decimal, quantity

WELLBEING, BY_POINTS = "wellbeing", "wellbeing_points"
LEVELS = {
    "A": _("good"),
    "B": _("satisfactory"),
    "C": _("unfavourable"),
    "D": _("crisis"),
    "E": _("poor"),
}
CUT_OFF_STEPS = ("line",)  # a step that is worked out from what the law publishes, not from the family
ALONE = 1
OF_ONE_PERSON = frozenset(
    {
        "members_ill_for_long",
        "members_with_dangerous_illness",
        "members_who_suffer_violence",
        "released_members",
        "neglected_children",
        "members_with_chronic_illness",
        "members_on_dispensary_register",
    }
)  # facts that nobody may learn of another member of the family from a page


class FamilyCard:
    """The family of a person as registers know it on a day."""

    def __init__(self, person: Person, on: datetime.date):
        self.on = on
        rows = RegisterRows([person], on)
        members = rows.memberships.get(person.pk, ())
        self.persons = {membership.person_id for membership in members}
        self.members = len(members)
        self.family_id = members[0].family_id if members else None
        head = head_of(members) if members else person
        asked = {**registry.levels[BY_POINTS].facts, **registry.levels[WELLBEING].facts}.values()
        withheld = OF_ONE_PERSON if self.members > ALONE else frozenset()
        wanted = [fact for fact in asked if fact.name not in withheld]
        self.known = look_up(wanted, rows, head, None)
        self.withheld = withheld

    @cached_property
    def _case(self) -> Case:
        region = self.known.get("region")
        values = values_on(self.on, region.value if region else "")
        return Case([registry.levels[WELLBEING]], values_of(self.known), self.on, values)

    @cached_property
    def row(self) -> Mapping[str, Any]:
        """By counting what is lacking."""
        return rows_of(self._case)[0]

    @cached_property
    def row_of_points(self) -> Mapping[str, Any] | None:
        """By the table of points; None on a day before it."""
        table = registry.levels[BY_POINTS]
        return rows_of(replace(self._case, provisions=[table]))[0] if table.is_law_on(self.on) else None

    @property
    def points_count(self) -> bool:
        """Whether the table of points is the method of the day."""
        return bool(self.row_of_points and self.row_of_points["is_chosen"])

    @property
    def standing(self) -> Standing:
        return _standing(self.row)

    @property
    def standing_by_points(self) -> Standing | None:
        return _standing_by_points(self.row_of_points) if self.row_of_points else None

    @property
    def is_certain(self) -> bool:
        return self._chosen["level"] is not None

    @property
    def _chosen(self) -> Mapping[str, Any]:
        return self.row_of_points if self.points_count else self.row

    @property
    def scale(self) -> list[tuple[str, str, bool]]:
        """Each level with its word, and whether the family can stand there."""
        return [
            (letter, word, self._chosen["level_at_best"] <= letter <= self._chosen["level_at_worst"])
            for letter, word in LEVELS.items()
        ]

    @property
    def assumptions(self) -> list[str]:
        return [gettext(sentence) for sentence in registry.levels[WELLBEING].assumptions]

    @cached_property
    def dimensions(self) -> list[DimensionShown]:
        """Every dimension with the state of each indicator in force on the day."""
        steps = {step.name: step for step in steps_of(self._case.provisions[0], self.row, self.on, self._case.values)}
        return [
            DimensionShown(
                dimension.name,
                gettext(dimension.title),
                [self._indicator(steps[name], dimension, steps) for name in dimension.in_force(self.on)],
            )
            for dimension in DIMENSIONS
        ]

    @property
    def indicators(self) -> list[Indicator]:
        return [indicator for dimension in self.dimensions for indicator in dimension.indicators]

    def of_state(self, *states: str) -> list[Indicator]:
        return [indicator for indicator in self.indicators if indicator.state in states]

    @property
    def met(self) -> list[Indicator]:
        return self.of_state("met")

    @property
    def unmet(self) -> list[Indicator]:
        return self.of_state("unmet")

    @property
    def unknown(self) -> list[Indicator]:
        return self.of_state("unknown", "private")

    @property
    def raises(self) -> list[Raise]:
        """What raises a level by counting; by points other things count."""
        return [] if self.points_count else [Raise(one, self._standing_if([one])) for one in self.unmet]

    @property
    def after_all(self) -> Standing:
        """Where the family stands once all that is not met is met."""
        return self._standing_if(self.unmet)

    def _standing_if(self, met: Iterable[Indicator]) -> Standing:
        return _standing(row_with(self._case, {indicator.name: True for indicator in met}))

    def _indicator(self, step: Step, dimension: Dimension, steps: Mapping[str, Step]) -> Indicator:
        facts = {given.name for given in _facts(step, steps)}
        state = {True: "met", False: "unmet", None: "unknown"}[step.result]
        return Indicator(
            name=step.name,
            sentence=gettext(step.sentence),
            article=step.article,
            change=gettext(step.otherwise),
            dimension=gettext(dimension.title),
            state="private" if facts & self.withheld else state,
            weight=self._weight(dimension),
            values=[*self._worked_out(step, steps), *map(self._said, _facts(step, steps))],
            cut_offs=list(_cut_offs(step, steps)),
            entries=parts_behind(facts & self.known.keys()),
        )

    def _weight(self, dimension: Dimension) -> Decimal:
        """Points of 100 that an indicator of the dimension gives."""
        of = {name: Fraction(self._case.values.value(f"{WELLBEING}.{name}")) for name in (d.weight for d in DIMENSIONS)}
        share = of[dimension.weight] / sum(of.values()) / len(dimension.in_force(self.on)) * 100
        return Decimal(share.numerator) / Decimal(share.denominator)

    def _worked_out(self, step: Step, steps: Mapping[str, Step]) -> Iterator[Figure]:
        for given in step.inputs:
            if given.name in steps and given.name not in CUT_OFF_STEPS and given.value is not None:
                yield Figure(gettext(given.label), quantity(round(given.value, 2), given.unit or "tenge"))

    def _said(self, given: Input) -> Figure:
        held: Known | None = self.known.get(given.name)
        because = gettext(held.because) if held and held.because else ""
        source = (str(held.source.label), held.received_on, because) if held else ()
        return Figure(gettext(given.label), answer(given.fact, given.value), *source)


def _standing(row: Mapping[str, Any]) -> Standing:
    return Standing(
        _range(row["level_at_best"], row["level_at_worst"]), _range(row["points_at_worst"], row["points_at_best"])
    )


def _standing_by_points(row: Mapping[str, Any]) -> Standing:
    points = (decimal(row[name]) for name in ("least_points", "most_points"))
    return Standing(_range(row["level_at_best"], row["level_at_worst"]), _range(*points, between=" \u2026 "))


def _range(*ends, between="\u2013") -> str:
    return between.join(map(str, dict.fromkeys(ends)))


def _facts(step: Step, steps: Mapping[str, Step]) -> list[Input]:
    """The facts about the family that a step rests on, those behind its own steps too."""
    found: dict[str, Input] = {}
    for given in step.inputs:
        if given.fact:
            found[given.name] = given
        elif given.name in steps and given.name not in CUT_OFF_STEPS:
            found |= {one.name: one for one in _facts(steps[given.name], steps)}
    return list(found.values())


def _cut_offs(step: Step, steps: Mapping[str, Step]) -> Iterator[Figure]:
    for given in step.inputs:
        if given.version:
            yield Figure(gettext(given.label), quantity(given.value, given.unit), ", ".join(origin(given.version)))
        elif given.name in CUT_OFF_STEPS:
            yield Figure(gettext(given.label), quantity(given.value, given.unit or "tenge"))
