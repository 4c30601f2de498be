"""The eight benefits of chapter 9 as variables of OpenFisca, for one household that gives its facts itself."""

import datetime
from functools import partial

import numpy
from openfisca_core.model_api import DAY, Enum, Variable, where

from bench.household import ASKED
from bench.peer.dates import months_after, years_after
from bench.peer.system import LegalStatus, accepted, person


class Award(Enum):
    none = "None"
    altyn_alqa = "Altyn alqa and higher"


def _input(name: str, example) -> type[Variable]:
    """An input variable of the type of its example; a series of months goes in as its sum."""
    details = {"value_type": float if isinstance(example, list) else type(example)}
    if name in ENUMS:
        choices, default = ENUMS[name]
        details = {"value_type": Enum, "possible_values": choices, "default_value": default}
    return type(name, (Variable,), {"entity": person, "definition_period": DAY, **details})


ENUMS = {"legal_status": (LegalStatus, LegalStatus.citizen), "award": (Award, Award.none)}


def benefit(formula) -> type[Variable]:
    """A variable computed by this formula of a person, from facts asked by name, a day and the law."""

    def computed(person, day, parameters):
        ask = partial(person, period=day)
        return formula(ask, numpy.datetime64(day.date), parameters(day))

    return type(
        formula.__name__,
        (Variable,),
        {"value_type": float, "entity": person, "definition_period": DAY, "formula": computed},
    )


def _lives_here(ask):
    return ask("lives_in_kazakhstan") & accepted(ask("legal_status"))


@benefit
def birth_grant(ask, on, law):
    in_time = on <= months_after(ask("child_birth_date"), law.birth_grant.months_to_apply)
    size = law.birth_grant.size_by_birth_order.calc(ask("birth_order"))
    return where(_lives_here(ask) & in_time, numpy.ceil(size * law.mci), 0)


def _child_is_cared_for(ask, on, law):
    young = on <= months_after(ask("child_birth_date"), law.childcare.age_limit)
    in_time = on <= months_after(ask("child_birth_date"), law.childcare.months_to_apply)
    return ask("cares_for_child") & young & in_time & ~ask("child_in_state_care") & ~ask("other_carer_is_paid")


@benefit
def childcare_state(ask, on, law):
    eligible = _lives_here(ask) & ~ask("is_insured") & _child_is_cared_for(ask, on, law)
    return where(eligible, numpy.ceil(law.childcare.size_by_birth_order.calc(ask("birth_order")) * law.mci), 0)


@benefit
def childcare_insured(ask, on, law):
    eligible = ask("is_insured") & _child_is_cared_for(ask, on, law)
    share = ask("income_before_birth") * law.childcare.replacement_rate / law.childcare.averaging_months
    state = law.childcare.size_by_birth_order.calc(ask("birth_order")) * law.mci
    floor = state / (1 - law.childcare.pension_contribution_rate)
    ceiling = law.minimum_wage * law.childcare.income_cap * law.childcare.replacement_rate
    return where(eligible, numpy.ceil(numpy.minimum(numpy.maximum(share, floor), ceiling)), 0)


@benefit
def maternity(ask, on, law):
    begins = ask("leave_start_date")
    in_time = (begins <= on) & (on <= months_after(begins, law.maternity.months_to_apply))
    cap = law.minimum_wage * law.maternity.income_cap * law.maternity.averaging_months
    counted = numpy.minimum(ask("income_before_leave"), cap)
    payment = counted * ask("leave_days") / (law.maternity.averaging_months * law.maternity.days_of_month)
    return where(ask("is_insured") & in_time, numpy.ceil(payment), 0)


@benefit
def large_family(ask, on, law):
    rules = law.large_family
    children = ask("children_under_18") + ask("student_children")
    per_child = children >= rules.per_child_from
    size = where(per_child, children * rules.mci_per_child, rules.mci_by_children.calc(children))
    return where(_lives_here(ask) & (children >= rules.least_children), numpy.ceil(size * law.mci), 0)


@benefit
def awarded_mother(ask, on, law):
    eligible = ask("lives_in_kazakhstan") & (ask("award") != Award.none)
    return where(eligible, numpy.ceil(law.other.awarded_mother * law.mci), 0)


@benefit
def disabled_child_carer(ask, on, law):
    is_child = on < years_after(ask("child_birth_date"), law.other.adult_age)
    recognised = ask("child_has_disability") & (on <= ask("disability_until"))
    eligible = _lives_here(ask) & is_child & recognised & ~ask("child_in_state_care")
    return where(eligible, numpy.ceil(law.other.disabled_child_carer * law.subsistence_minimum), 0)


@benefit
def group1_carer(ask, on, law):
    is_adult = on >= years_after(ask("birth_date"), law.other.adult_age)
    may_care = ask("cares_for_group1") & ~ask("carer_is_barred") & ~ask("other_carer_of_group1")
    eligible = _lives_here(ask) & is_adult & may_care & ask("same_settlement") & ~ask("cared_in_state_care")
    return where(eligible, numpy.ceil(law.other.group1_carer * law.subsistence_minimum), 0)


BENEFITS = (
    birth_grant,
    childcare_state,
    childcare_insured,
    maternity,
    large_family,
    awarded_mother,
    disabled_child_carer,
    group1_carer,
)
INPUTS = tuple(_input(name, example) for name, example in ASKED.items())
VARIABLES = (*INPUTS, *BENEFITS)


def situation(on: datetime.date) -> dict:
    """The household as OpenFisca's dictionary of entities."""
    day = on.isoformat()
    facts = {variable.__name__: {day: _plain(ASKED[variable.__name__])} for variable in INPUTS}
    return {"persons": {"mother": facts}, "families": {"family": {"members": ["mother"]}}}


def _plain(value):
    if isinstance(value, list):
        return sum(value)
    return value.isoformat() if isinstance(value, datetime.date) else value
