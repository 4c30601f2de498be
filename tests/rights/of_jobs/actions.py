"""Who may do what for employers and with vacancies. Everybody who is not named is refused, and nothing changes."""

import datetime
from decimal import Decimal

from django.utils import timezone

from employment.employers.models import LayoffGroup
from tests.factories import jobs
from tests.rights.deed import Deed
from tests.rights.groups import CITIZENS, OWNER, REPRESENTATIVE, WITH_EMPLOYERS

REASON = "A reason in a whole sentence."
TODAY = timezone.localdate()
TOMORROW = TODAY + datetime.timedelta(days=1)
PAPER = {"paper": "order", "paper_number": "12", "paper_date": TODAY}
COUNTS = dict.fromkeys(("lent", "hard_jobs", "with_disability", "on_probation", "released", "without_parents"), 0)
REPORT = {"year": 2026, "quarter": 1, "share": Decimal("0.02"), "headcount": 60, "of_disability_union": False}
SENT_AS = "0f0f0f0f-0000-4000-8000-000000000001"


def _layoffs(world) -> dict:
    groups = [LayoffGroup(trade="5120", title="Cook", people=2, pay=Decimal(200_000))]
    days = {"starts_on": TOMORROW, "ends_on": TOMORROW}
    return {"organisation": world.organisation, "ground": "fewer", "groups": groups, **days}


def _named(world) -> dict:
    person = world.husband
    named = {"iin": person.iin, "surname": person.surname, "position": "Manager"}
    return {"organisation": world.organisation, **named}


def _asks(world) -> dict:
    return {"bin": world.unknown_bin, "name": "Жаңа ЖШС", **world.place, "position": "Director"}


OF_EMPLOYERS = {
    "rights.ask": Deed(CITIZENS, _asks),
    "rights.take_back": Deed(OWNER, lambda world: {"request": world.right_asked}),
    "rights.confirm": Deed(WITH_EMPLOYERS, lambda world: {"request": world.right_asked, **PAPER}),
    "rights.refuse": Deed(WITH_EMPLOYERS, lambda world: {"request": world.right_asked, "reason": REASON}),
    "rights.name_representative": Deed(REPRESENTATIVE, _named),
    "rights.end": Deed(REPRESENTATIVE | WITH_EMPLOYERS, lambda world: {"right": world.representation}),
    "layoffs.tell": Deed(REPRESENTATIVE, _layoffs),
    "layoffs.take_back": Deed(REPRESENTATIVE, lambda world: {"notice": world.layoffs}),
    "layoffs.meet": Deed(WITH_EMPLOYERS, lambda world: {"notice": world.layoffs, "on": TODAY, "note": REASON}),
    "quota.report": Deed(REPRESENTATIVE, lambda world: {"organisation": world.organisation, **REPORT, **COUNTS}),
}
OF_VACANCIES = {
    "posting.write": Deed(REPRESENTATIVE, lambda world: {"organisation": world.organisation, **jobs.written()}),
    "posting.change_vacancy": Deed(REPRESENTATIVE, lambda world: {"vacancy": world.vacancy, **jobs.written()}),
    "posting.post": Deed(REPRESENTATIVE, lambda world: {"vacancy": world.vacancy_draft}),
    "posting.renew": Deed(REPRESENTATIVE, lambda world: {"vacancy": world.vacancy}),
    "posting.close": Deed(REPRESENTATIVE, lambda world: {"vacancy": world.vacancy, "reason": REASON}),
    "posting.discard": Deed(REPRESENTATIVE, lambda world: {"vacancy": world.vacancy_draft}),
    "saving.save": Deed(CITIZENS, lambda world: {"vacancy": world.vacancy}),
    "saving.forget": Deed(CITIZENS, lambda world: {"vacancy": world.vacancy}),
    "news.want": Deed(CITIZENS, lambda _world: {"is_wanted": False}),
    "applying.apply": Deed(CITIZENS, lambda world: {"vacancy": world.vacancy, "letter": ""}),
    "applying.send_from_centre": Deed(
        OWNER | frozenset({"officer", "colleague", "approver", "head", "adviser", "mobile group", "mobility centre"}),
        lambda world: {"vacancy": world.vacancy, "person": world.mother},
    ),
    "applying.agree_to_be_named": Deed(OWNER, lambda world: {"application": world.invited}),
    "applying.withdraw": Deed(OWNER, lambda world: {"application": world.application}),
    "applying.write_message": Deed(
        OWNER | REPRESENTATIVE,
        lambda world: {"application": world.application, "text": "Hello", "sent_as": SENT_AS},
    ),
    "applying.answer_interview": Deed(OWNER, lambda world: {"interview": world.interview, "answer": "comes"}),
    "selecting.invite": Deed(
        REPRESENTATIVE, lambda world: {"vacancy": world.vacancy, "person": world.mother, "letter": "Come."}
    ),
    "selecting.set_interview": Deed(
        REPRESENTATIVE,
        lambda world: {
            "application": world.application,
            "at": timezone.now() + datetime.timedelta(days=1),
            "place": "Office",
        },
    ),
    "selecting.call_off": Deed(REPRESENTATIVE, lambda world: {"application": world.interview.application}),
    "selecting.offer": Deed(REPRESENTATIVE, lambda world: {"application": world.application}),
    "selecting.hire": Deed(REPRESENTATIVE, lambda world: {"application": world.application, "starts_on": TOMORROW}),
    "selecting.reject": Deed(REPRESENTATIVE, lambda world: {"application": world.application, "reason": REASON}),
}
JOBS = {
    **{f"employment.employers.actions.{name}": deed for name, deed in OF_EMPLOYERS.items()},
    **{f"employment.vacancies.actions.{name}": deed for name, deed in OF_VACANCIES.items()},
}
