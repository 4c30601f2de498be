"""Ten invented families that check everything: raw answers by fact, as a session keeps them. Nobody here is real.

`person` answers for the family, `children` for each child. A month's income is written once for the whole series.
"""

from dataclasses import dataclass, field

from socialcode.engine.registry import registry

CITIZEN = {"lives_in_kazakhstan": True, "legal_status": "citizen"}


@dataclass(frozen=True)
class Household:
    name: str
    person: dict
    children: list[dict] = field(default_factory=list)

    def answer(self, fact, number):
        """The raw answer to a question, of the person (number 0) or a child; None where they do not know."""
        usual = fact.without if fact.situation else None
        given = (self.person if number == 0 else self.children[number - 1]).get(fact.name, usual)
        return [given] * fact.months if fact.months and given is not None else given

    def ticks(self, fact) -> bool:
        said = [*(child.get(fact.name) for child in self.children), self.person.get(fact.name)]
        return any(answer not in (None, fact.without) for answer in said)


def child(born, order=1, **different):
    return {
        "child_birth_date": born,
        "birth_order": order,
        "child_arrival": "born",
        "child_in_state_care": False,
        "cares_for_child": True,
        "other_carer_is_paid": False,
        "child_has_disability": False,
        "income_before_birth": "300000",
        **different,
    }


def adult(born, sex, **facts):
    usual = {**CITIZEN, "birth_date": born, "sex": sex, "is_insured": False}
    usual |= {"employer_pays_single_payment": False, "has_professional_savings": False, "fund_paid_before": False}
    return usual | facts


LITTLE_INCOME = {
    "accepts_visit": True,
    "owns_second_dwelling": False,
    "has_business_premises": False,
    "owns_building_plot": False,
    "owns_second_car": False,
    "has_machinery": False,
    "signs_social_contract": True,
    "barring_event": "none",
    "region": "610000000",
}
LOOKS_FOR_WORK = {
    "looks_for_work": True,
    "is_employed": False,
    "studies": "none",
    "court_sentence": "none",
    "deregistration_reason": "none",
    "work_experience": "trade",
    "has_diploma": False,
    "has_mentor": False,
    "offered_social_job": False,
    "had_training": False,
    "job_loss_months_received": 0,
}

FAMILIES = [
    Household(
        "young family with a newborn",
        adult(
            "1999-01-31",
            "female",
            is_insured=True,
            contribution_months=40,
            leave_reason="birth",
            leave_start_date="2026-08-10",
            leave_days=126,
            income_before_leave="300000",
            children_under_18=1,
            earns_as="employee",
            monthly_earnings="300000",
        ),
        [child("2026-10-03")],
    ),
    Household(
        "lone mother with income",
        adult(
            "1993-05-02",
            "female",
            is_insured=True,
            contribution_months=90,
            earns_as="employee",
            monthly_earnings="140000",
            children_under_18=1,
            family_members=2,
            family_income_of_quarter="420000",
            children_aged_1_to_6=1,
            who_can_work="somebody",
            **LITTLE_INCOME,
        ),
        [child("2022-04-10")],
    ),
    Household(
        "family of five children",
        adult(
            "1988-03-15",
            "female",
            children_under_18=4,
            student_children=1,
            award="kumis_alqa",
            family_members=7,
            family_income_of_quarter="600000",
            children_aged_1_to_6=2,
            who_can_work="somebody",
            **LITTLE_INCOME,
        ),
        [child("2025-09-20", order=5)],
    ),
    Household(
        "job lost after three years",
        adult(
            "1991-07-07",
            "male",
            is_insured=False,
            is_registered_unemployed=True,
            unemployed_since="2026-10-15",
            contribution_months=36,
            income_before_job_loss="250000",
            **LOOKS_FOR_WORK,
        ),
    ),
    Household(
        "job lost, and little money at home",
        adult(
            "1991-07-07",
            "male",
            is_insured=False,
            is_registered_unemployed=True,
            unemployed_since="2026-10-15",
            contribution_months=36,
            income_before_job_loss="150000",
            children_under_18=2,
            family_members=4,
            family_income_of_quarter="300000",
            children_aged_1_to_6=1,
            who_can_work="somebody",
            **LOOKS_FOR_WORK,
            **LITTLE_INCOME,
        ),
        [child("2025-01-20", order=2)],
    ),
    Household(
        "disability of group II at 40",
        adult(
            "1986-02-11",
            "male",
            person_has_disability=True,
            has_hearing_disability=False,
            helper_in_programme="neither",
            is_insured=True,
            disability_group="group2",
            disability_cause="general",
            disability_since="2026-03-01",
            disability_is_permanent=False,
            recognised_until="2028-03-01",
            receives_pension=False,
            lives_in_care_centre=False,
            capacity_loss_is_set=True,
            capacity_loss_percent=60,
            capacity_loss_since="2026-03-01",
            capacity_loss_is_permanent=False,
            capacity_loss_until="2028-03-01",
            income_before_capacity_loss="220000",
            incapacity_is_granted=False,
            contribution_months=120,
        ),
    ),
    Household(
        "widow with two children",
        adult(
            "1987-11-30",
            "female",
            relative_died=True,
            death_date="2026-06-05",
            tie_to_deceased="family",
            deceased_received="nothing",
            deceased_savings="900000",
            children_left=2,
            orphans_left=0,
            elders_left=0,
            family_carer="none",
            survivors_with_disability_benefit=0,
            died_on_duty=False,
            deceased_was_insured=True,
            children_counted_by_fund=2,
            deceased_contribution_months=110,
            deceased_income="280000",
            survivor_is_granted=False,
            children_under_18=2,
        ),
        [child("2018-01-20"), child("2021-12-12", order=2)],
    ),
    Household(
        "man at 62",
        adult(
            "1964-05-01",
            "male",
            pension_concerns=True,
            pension_years=34,
            special_pension="none",
            worked_before_1998=True,
            receives_age_pension=False,
            months_before_1998=160,
            best_average_income="210000",
            early_pension_ground="none",
            has_pension_savings=True,
            mandatory_savings="2400000",
        ),
    ),
    Household(
        "woman at 58",
        adult(
            "1968-04-04",
            "female",
            pension_concerns=True,
            pension_years=22,
            special_pension="none",
            worked_before_1998=True,
            receives_age_pension=False,
            months_before_1998=100,
            best_average_income="180000",
            early_pension_ground="none",
            has_pension_savings=True,
            mandatory_savings="3100000",
        ),
    ),
    Household(
        "farm family",
        adult(
            "1984-09-09",
            "male",
            children_under_18=3,
            earns_as="entrepreneur",
            monthly_earnings="90000",
            family_members=5,
            family_income_of_quarter="270000",
            children_aged_1_to_6=1,
            who_can_work="somebody",
            **LITTLE_INCOME,
        ),
        [child("2023-02-02", order=3)],
    ),
    Household(
        "platform driver",
        adult(
            "1995-10-10",
            "male",
            works_on_platform=True,
            platform_income="320000",
            uses_self_employed_regime=True,
            self_employed_income="320000",
        ),
    ),
]


def misnamed() -> set[str]:
    """Answers to facts that no rule knows."""
    return {
        name for home in FAMILIES for part in (home.person, *home.children) for name in part
    } - registry.facts.keys()
