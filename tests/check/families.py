"""Typical families: typed answers by field name. A number before a name tells the children apart."""

import datetime

from socialcode.engine.registry import registry

BORN = datetime.date(2026, 5, 3)

CITIZEN = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "relative_is_paid": False,
    "asks_for_lost_child": False,
    "had_regime_income": False,
    "special_pension": "none",
    "earns_as": "none",
    "baikonur_pension": "none",
}


def ticked(names, answers):
    """Those of the situations, by name, that the answers make true; a child is somebody with answers of their own."""
    children = any(name[0].isdigit() for name in answers)
    return sorted(name for name in names if (children if name == "children" else _is_true(name, answers)))


def _is_true(name, answers):
    """Of an answer, or of one of the choices of an answer ("earns_as.employee"); of any child for all of them."""
    fact, _dot, choice = name.partition(".")
    said = [answer for field, answer in answers.items() if field in (fact, f"{field[0]}-{fact}")]
    without = registry.facts[fact].without
    return any(answer == choice if choice else answer not in (None, without) for answer in said)


def child(number=1, born=BORN, order=1, **different):
    answers = {
        "child_birth_date": born,
        "birth_order": order,
        "child_arrival": "born",
        "child_in_state_care": False,
        "cares_for_child": True,
        "other_carer_is_paid": False,
        "child_has_disability": False,
        "income_before_birth": "300 000",
    } | different
    return {f"{number}-{name}": answer for name, answer in answers.items()}


INSURED_MOTHER = {
    **CITIZEN,
    **child(),
    "is_insured": True,
    "leave_reason": "birth",
    "leave_start_date": datetime.date(2026, 3, 10),
    "leave_days": 126,
    "income_before_leave": "300 000",
    "children_under_18": 1,
    "student_children": 0,
    "award": "none",
    "cares_for_group1": False,
    "birth_date": datetime.date(1999, 1, 31),
    "sex": "female",
    "person_has_disability": False,
    "extra_leave_days": 0,
}
UNINSURED_MOTHER = {**INSURED_MOTHER, "is_insured": False, "leave_reason": "none"}
FAMILY_OF_FIVE_CHILDREN = {
    **UNINSURED_MOTHER,
    **child(order=5),
    "children_under_18": 4,
    "student_children": 1,
    "award": "kumis_alqa",
}
DISABLED_CHILD = {
    **CITIZEN,
    **child(
        born=datetime.date(2018, 9, 1),
        child_has_disability=True,
        raises_child_as="parent",
        child_disability_group="group2",
        child_disability_since=datetime.date(2024, 9, 1),
        child_lost_breadwinner=False,
        disability_until=datetime.date(2036, 9, 1),
    ),
    "cares_for_group1": False,
    "birth_date": datetime.date(1990, 1, 31),
}
LOST_ABILITY_TO_WORK = {
    **CITIZEN,
    "is_insured": True,
    "birth_date": datetime.date(1980, 5, 1),
    "sex": "female",
    "capacity_loss_is_set": True,
    "capacity_loss_percent": 60,
    "capacity_loss_since": datetime.date(2025, 3, 1),
    "capacity_loss_is_permanent": True,
    "contribution_months": 60,
    "income_before_capacity_loss": "100 000",
    "incapacity_is_granted": False,
    "person_has_disability": False,
    "special_ground": "none",
}
POOR_FAMILY_OF_FIVE_CHILDREN = {
    **FAMILY_OF_FIVE_CHILDREN,
    "award": "none",
    "family_members": 7,
    "family_income_of_quarter": "450 000",
    "region": "610000000",
    "uncounted_income_of_quarter": "0",
    "poverty_line_of_region": "40 000",
    "children_aged_1_to_6": 2,
    "owns_second_dwelling": False,
    "has_business_premises": False,
    "owns_building_plot": False,
    "owns_second_car": False,
    "has_machinery": False,
    "who_can_work": "nobody",
    "accepts_visit": True,
    "barring_event": "none",
}
DISABLED_WIDOW = {
    **CITIZEN,
    "person_has_disability": True,
    "disability_group": "group2",
    "disability_cause": "general",
    "disability_since": datetime.date(2023, 7, 1),
    "disability_is_permanent": True,
    "receives_pension": False,
    "relative_died": True,
    "death_date": datetime.date(2025, 12, 1),
    "children_left": 2,
    "orphans_left": 0,
    "elders_left": 0,
    "family_carer": "none",
    "survivors_with_disability_benefit": 0,
    "place_among_survivors": "none",
    "died_on_duty": False,
    "birth_date": datetime.date(1980, 5, 1),
    "sex": "female",
}
# She looks after the youngest child and does not work, so she is a third member of the family that was left.
CARING_DISABLED_WIDOW = DISABLED_WIDOW | {
    "family_carer": "not_working",
    "youngest_birth_date": datetime.date(2020, 5, 1),
    "place_among_survivors": "carer",
}
# The only member of the family that was left.
DISABLED_DAUGHTER = DISABLED_WIDOW | {"children_left": 1, "place_among_survivors": "child"}
# Left the police with 25 years of service; asks for a pension at 63.
OFFICER = {
    **CITIZEN,
    "birth_date": datetime.date(1963, 5, 1),
    "sex": "male",
    "uniformed_service": "kazakhstan",
    "service_ended_by": "age_limit",
    "service_ended_on": datetime.date(2026, 5, 1),
    "service_months": 300,
    "all_working_years": 25,
    "service_pay": "400 000",
    "state_contributions": "none",
    "pension_concerns": True,
    "pension_years": 30,
    "special_pension": "none",
    "worked_before_1998": False,
}
