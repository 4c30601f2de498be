"""One invented household for whom all eight benefits of chapter 9 are asked at once; every fact is known."""

import datetime

ON = datetime.date(2026, 11, 16)
FACTS = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "birth_date": datetime.date(1988, 3, 5),
    "child_birth_date": datetime.date(2026, 8, 20),
    "birth_order": 4,
    "child_arrival": "born",
    "child_in_state_care": False,
    "cares_for_child": True,
    "other_carer_is_paid": False,
    "child_has_disability": True,
    "disability_until": datetime.date(2030, 8, 20),
    "raises_child_as": "parent",
    "is_insured": True,
    "income_before_birth": [180_000.45] * 24,
    "leave_reason": "birth",
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
