"""Who may open which address of employers and vacancies."""

from tests.factories.people import REGION
from tests.rights.groups import CITIZENS, EVERYBODY, OWNER, REPRESENTATIVE, WITH_EMPLOYERS, Address


def _organisation(world) -> dict:
    return {"key": world.organisation.key}


def _asked(world) -> dict:
    return {"key": world.right_asked.key}


def _layoffs(world) -> dict:
    return {"key": world.layoffs.key}


def _vacancy(world) -> dict:
    return {"key": world.vacancy.key}


def _draft(world) -> dict:
    return {"key": world.vacancy_draft.key}


def _application(world) -> dict:
    return {"key": world.application.key}


def _profile(world) -> dict:
    return _vacancy(world) | {"profile": world.candidate.key}


EMPLOYERS = {
    "employers:mine": Address(CITIZENS),
    "employers:ask": Address(CITIZENS),
    "employers:take_back": Address(OWNER, _asked, "post"),
    "employers:people": Address(REPRESENTATIVE, _organisation),
    "employers:end_right": Address(
        REPRESENTATIVE, lambda world: _organisation(world) | {"right": world.representation.key}, "post"
    ),
    "employers:layoffs": Address(REPRESENTATIVE, _organisation),
    "employers:layoff": Address(REPRESENTATIVE, _layoffs),
    "employers:take_layoff_back": Address(REPRESENTATIVE, _layoffs, "post"),
    "employers:guidance": Address(EVERYBODY, _layoffs),
    "employers:quota": Address(REPRESENTATIVE, _organisation),
    "employers:requests": Address(WITH_EMPLOYERS),
    "employers:request": Address(WITH_EMPLOYERS, _asked),
    "employers:staff_layoffs": Address(WITH_EMPLOYERS),
    "employers:staff_layoff": Address(WITH_EMPLOYERS, _layoffs),
    "employers:quotas": Address(WITH_EMPLOYERS),
}
VACANCIES = {
    "vacancies:search": Address(EVERYBODY),
    "vacancies:vacancy": Address(EVERYBODY, _vacancy),
    "vacancies:open_data": Address(EVERYBODY),
    "vacancies:open_data_file": Address(EVERYBODY),
    "vacancies:market": Address(EVERYBODY),
    "vacancies:market_region": Address(EVERYBODY, lambda world: {"region": REGION}),
    "vacancies:trades_in_demand": Address(EVERYBODY),
    "vacancies:market_file": Address(EVERYBODY),
    "vacancies:saved": Address(CITIZENS),
    "vacancies:save": Address(CITIZENS, _vacancy, "post"),
    "vacancies:apply": Address(CITIZENS, _vacancy),
    "vacancies:applications": Address(CITIZENS),
    "vacancies:application": Address(OWNER, _application),
    "vacancies:act_on_application": Address(OWNER, lambda world: _application(world) | {"act": "withdraw"}, "post"),
    "vacancies:of_organisation": Address(REPRESENTATIVE, _organisation),
    "vacancies:new": Address(REPRESENTATIVE, _organisation),
    "vacancies:own": Address(REPRESENTATIVE, _vacancy),
    "vacancies:own (a draft)": Address(REPRESENTATIVE, _draft),
    "vacancies:edit": Address(REPRESENTATIVE, _vacancy),
    "vacancies:act": Address(REPRESENTATIVE, lambda world: _draft(world) | {"act": "post"}, "post"),
    "vacancies:selection": Address(REPRESENTATIVE, _vacancy),
    "vacancies:candidates": Address(REPRESENTATIVE, _vacancy),
    "vacancies:found_candidate": Address(REPRESENTATIVE, _profile),
    "vacancies:candidate": Address(REPRESENTATIVE, _application),
    "vacancies:act_on_candidate": Address(REPRESENTATIVE, lambda world: _application(world) | {"act": "offer"}, "post"),
}
JOBS = EMPLOYERS | VACANCIES
