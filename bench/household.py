"""One invented household for whom all eight benefits of chapter 9 are asked at once; every fact is known."""

import datetime

ON = datetime.date(2026, 11, 16)
ASKED = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "birth_date": datetime.date(1988, 3, 5),
    "child_birth_date": datetime.date(2026, 8, 20),
    "birth_order": 4,
    "child_in_state_care": False,
    "cares_for_child": True,
    "other_carer_is_paid": False,
    "child_has_disability": True,
    "disability_until": datetime.date(2030, 8, 20),
    "is_insured": True,
    "income_before_birth": [180_000.45] * 24,
    "leave_start_date": datetime.date(2026, 6, 10),
    "leave_days": 126,
    "income_before_leave": [182_500.30] * 12,
    "children_under_18": 4,
    "student_children": 1,
    "award": "altyn_alqa",
    "cares_for_group1": True,
    "same_settlement": True,
    "cared_in_state_care": False,
    "carer_is_barred": False,
    "other_carer_of_group1": False,
}
ALIKE = {  # what is asked besides, answered so that the amounts stay simple; the peer has none of it
    "child_arrival": "born",
    "raises_child_as": "parent",
    "leave_reason": "birth",
    "sex": "female",
    "relative_is_paid": False,
    "birth_grant_is_paid": False,
    "large_family_is_paid": False,
    "other_raiser_is_paid": False,
    "child_disability_since": datetime.date(2026, 9, 20),
    "child_has_died": False,
    "asks_for_lost_child": False,
    "cared_for_is_permanent": True,
    "person_has_disability": False,
    "had_regime_income": False,
    "special_pension": "none",
    "earns_as": "employee",
    "asks_to_contribute": False,
}
FACTS = ASKED | ALIKE
BENEFITS = (
    "birth_grant",
    "childcare_state",
    "childcare_insured",
    "maternity",
    "large_family",
    "awarded_mother",
    "disabled_child_carer",
    "group1_carer",
)
