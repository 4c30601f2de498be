"""A vacancy is written, looked through, posted, found, renewed and closed."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from employment.vacancies import access, terms
from employment.vacancies.actions import applying, keeping, posting, saving
from employment.vacancies.models import Vacancy
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from tests.factories import jobs

TODAY = timezone.localdate()
DAY = datetime.timedelta(days=1)


def over(vacancy, days=1):
    """The vacancy when its days have been over for some days."""
    Vacancy.objects.filter(pk=vacancy.pk).update(expires_on=TODAY - DAY * days)
    vacancy.refresh_from_db()
    return vacancy


def test_the_law_gives_five_working_days_to_post(db):
    friday = datetime.date(2026, 11, 20)
    assert terms.last_day_to_post(friday) == datetime.date(2026, 11, 27)


@pytest.mark.parametrize(("days_ago", "late"), [(0, False), (40, True)])
def test_posted_too_late_it_says_so(organisation, head, signed_in, days_ago, late):
    vacancy = jobs.make_vacancy(organisation, head, opened_on=TODAY - DAY * days_ago)
    assert vacancy.was_late is late
    page = signed_in(head).get(f"/employer/vacancies/{vacancy.key}/").content.decode()
    assert ("by law it had to be posted by" in page) is late


def test_a_draft_is_seen_by_its_employer_only(organisation, head, visitor, signed_in):
    draft = jobs.make_vacancy(organisation, head, is_posted=False)
    assert visitor.get(f"/vacancies/{draft.key}/").status_code == 404
    assert str(draft.key) not in visitor.get("/vacancies/").content.decode()
    assert signed_in(head).get(f"/employer/vacancies/{draft.key}/").status_code == 200


def test_others_do_nothing_with_it(vacancy, seeker):
    with pytest.raises(PermissionDenied):
        access.own_vacancy(vacancy.key, by=seeker)
    with pytest.raises(NotAllowedError):
        posting.renew(vacancy=vacancy, by=seeker)


def test_words_that_shut_people_out_are_not_posted(organisation, head):
    draft = jobs.make_vacancy(organisation, head, is_posted=False, duties="Только девушки до 30 лет")
    with pytest.raises(NotAllowedError) as refused:
        posting.post(vacancy=draft, by=head)
    assert "30 лет" in str(refused.value)


def test_who_says_why_they_shut_nobody_out_posts(organisation, head):
    draft = jobs.make_vacancy(organisation, head, is_posted=False, duties="Тренер: только женщины занимаются здесь")
    posted = posting.post(vacancy=draft, by=head, words_note="The women are the customers of the sports hall.")
    assert posted.words_note
    assert posted.is_open


def test_a_posted_vacancy_does_not_become_discriminating_by_a_change(vacancy, head):
    with pytest.raises(NotAllowedError):
        posting.change_vacancy(vacancy=vacancy, by=head, **jobs.written(requirements="not older than 35"))
    vacancy.refresh_from_db()
    assert vacancy.requirements == jobs.WRITTEN["requirements"]


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"opened_on": TODAY + DAY}, "opened_on"),
        ({"opened_on": TODAY - DAY * 400}, "opened_on"),
        ({"pay_from": Decimal(0)}, "pay_from"),
        ({"pay_to": Decimal(1)}, "pay_to"),
    ],
)
def test_what_does_not_fit_is_refused_beside_its_field(organisation, head, changed, field):
    with pytest.raises(NotAllowedError) as refused:
        posting.write(organisation=organisation, by=head, **jobs.written(**changed))
    assert refused.value.field == field


def test_its_days_over_nobody_finds_it_until_it_is_renewed(vacancy, head, visitor):
    over(vacancy)
    assert str(vacancy.key) not in visitor.get("/vacancies/").content.decode()
    keeping.keep()
    vacancy.refresh_from_db()
    assert vacancy.state == "expired"
    posting.renew(vacancy=vacancy, by=head)
    assert str(vacancy.key) in visitor.get("/vacancies/").content.decode()


def test_the_employer_is_reminded_once_before_each_end(vacancy, head):
    Vacancy.objects.filter(pk=vacancy.pk).update(expires_on=TODAY + DAY)
    for _again in range(2):
        keeping.keep()
    assert Notice.objects.filter(kind="vacancy_ends", to__iin=head.iin).count() == 1


def test_closed_it_tells_who_waited(vacancy, head, seeker):
    application = applying.apply(vacancy=vacancy, letter="", by=seeker)
    posting.close(vacancy=vacancy, reason="The post was given up.", by=head)
    application.refresh_from_db()
    assert application.state == "rejected"
    assert Notice.objects.filter(kind="vacancy_closed", to__iin=seeker.iin).exists()
    with pytest.raises(NotAllowedError):
        posting.renew(vacancy=vacancy, by=head)


def test_a_draft_is_thrown_away_and_a_posted_one_is_not(organisation, head, vacancy):
    draft = jobs.make_vacancy(organisation, head, is_posted=False)
    posting.discard(vacancy=draft, by=head)
    with pytest.raises(NotAllowedError):
        posting.discard(vacancy=vacancy, by=head)
    assert list(Vacancy.objects.all()) == [vacancy]


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("q=accountant", True),
        ("q=books", True),
        ("q=welder", False),
        ("q=улги", True),  # the employer, as who has no Kazakh letters writes it
        ("trade=2411", True),
        ("trade=Accountants", True),
        ("trade=5120", False),
        ("place=103200000", True),
        ("place=100000000", True),
        ("place=750000000", False),
        ("pay=300 000", True),
        ("pay=400 000", False),
        ("hours=40", True),
        ("hours=20", False),
        ("schedule=remote", False),
        ("accessible=on", True),
    ],
)
def test_it_is_found_by_what_it_says(vacancy, visitor, asked, is_found):
    page = visitor.get(f"/vacancies/?{asked}").content.decode()
    assert (str(vacancy.key) in page) is is_found


def test_several_trades_that_could_be_meant_are_named(vacancy, visitor):
    answer = visitor.get("/vacancies/?trade=manager")
    assert answer.status_code == 422
    assert "Several trades have these words" in answer.content.decode()


def test_kept_for_later_it_is_found_again_also_when_it_is_over(vacancy, seeker, signed_in):
    for _again in range(2):
        saving.save(vacancy=vacancy, by=seeker)
    assert "Accountant" in signed_in(seeker).get("/vacancies/saved/").content.decode()
    saving.forget(vacancy=vacancy, by=seeker)
    assert "Accountant" not in signed_in(seeker).get("/vacancies/saved/").content.decode()


def test_the_open_data_have_every_open_vacancy_and_no_person(vacancy, organisation, head, visitor):
    over(jobs.make_vacancy(organisation, head, title="Cook"))
    file = b"".join(visitor.get("/open-data/vacancies.csv").streaming_content).decode()
    assert "Accountant" in file
    assert "Cook" not in file
    assert head.full_name not in file


def test_the_whole_way_by_pages(organisation, head, signed_in, visitor):
    browser = signed_in(head)
    typed = jobs.WRITTEN | {
        "place": "103200000",
        "opened_on": TODAY.isoformat(),
        "pay_from": "250 000",
        "pay_to": "",
        "trade": "Cooks",
        "accessible": "on",
    }
    answer = browser.post(f"/employer/{organisation.key}/vacancies/new/", typed)
    assert answer.status_code == 302
    made = Vacancy.objects.get()
    assert made.trade == "5120"
    assert browser.post(f"/employer/vacancies/{made.key}/post/").status_code == 302
    assert "from 250" in visitor.get(f"/vacancies/{made.key}/").content.decode()


def test_what_was_typed_stays_where_it_was_wrong(organisation, head, signed_in):
    typed = jobs.WRITTEN | {"place": "103200000", "opened_on": TODAY.isoformat(), "pay_from": "much"}
    answer = signed_in(head).post(f"/employer/{organisation.key}/vacancies/new/", typed)
    assert answer.status_code == 422
    assert "Keep the books" in answer.content.decode()


def test_a_pay_that_nobody_earns_is_refused_in_words(organisation, head):
    with pytest.raises(NotAllowedError, match="too large"):
        jobs.make_vacancy(organisation, head, pay_from=Decimal(10) ** 20, pay_to=None)
