"""The rooms of the house that have models, templates or commands: Django looks for these in each of them."""

DEPARTMENTS = ["benefits", "pensions", "employment", "assistance", "family_map"]
OF_THE_TOWN_HALL = (
    "audit",
    "accounts",
    "drafts",
    "law",
    "people",
    "notices",
    "signing",
    "registers",
    "detection",
    "documents",
    "decisions",
    "awards",
    "cases",
    "appeals",
    "renewals",
    "indexation",
    "payments",
    "oversight",
    "foresight",
    "offers",
    "sign_in",
    "check",
    "guide",
    "operating",
)
OF_EMPLOYMENT = (
    "seekers",
    "employers",
    "vacancies",
    "resettlement",
    "measures",
    "platform_work",
    "advising",
    "mobility",
)
ROOMS = [
    "socialcode",
    *(f"socialcode.{room}" for room in OF_THE_TOWN_HALL),
    *(f"employment.{room}" for room in OF_EMPLOYMENT),
]
