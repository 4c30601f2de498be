"""Kinds of things that events speak of, and breaks of the chain, in words."""

from django.utils.translation import gettext_lazy as _

THINGS = {
    "accounts.rolegrant": _("Role"),
    "accounts.user": _("Account"),
    "audit.chaincheck": _("Check of the chain"),
    "cases.award": _("Award"),
    "cases.claim": _("Claim"),
    "cases.sample": _("Sample"),
    "decisions.replay": _("Decisions computed once more"),
    "law.parameterversion": _("Value of the law"),
    "operating.erasure": _("Erasing at the end of a term"),
    "family_map.run": _("Calculation for all families"),
    "notices.letter": _("Letter"),
    "accounts.office": _("Office"),
    "employers.layoffnotice": _("Notice of lay-offs"),
    "employers.quotareport": _("Report on the quota"),
    "employers.representation": _("Right to act for an organisation"),
    "employers.rightrequest": _("Request to act for an organisation"),
    "people.organisation": _("Organisation"),
    "people.person": _("Person"),
    "vacancies.application": _("Application to a vacancy"),
    "vacancies.vacancy": _("Vacancy"),
}
BREAKS = {
    "changed": _("The event was changed after it was written."),
    "missing": _("The event is missing."),
    "inserted": _("The event was slipped in outside the chain."),
    "gap": _("Links before this event are missing."),
    "altered": _("The notes outside the database were altered, or are signed by another key."),
    "lost": _("Outside the database there are fewer notes than were made."),
    "cut": _("The list is shorter than it was noted outside the database."),
    "rewritten": _("The list was rewritten: here it has another hash than was noted outside the database."),
}


def thing(name: str):
    return THINGS.get(name, name)
