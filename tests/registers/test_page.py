"""What the page of a person shows, and that it does not grow slow with the years."""

import datetime

import pytest

from socialcode.people import access
from socialcode.people.models import Register, Sharing
from socialcode.registers.actions import asking, disputing
from socialcode.registers.models import (
    AccessQuestion,
    Contribution,
    Disability,
    Employment,
    Health,
    Loan,
    Property,
    Study,
)
from tests.factories import people

SINCE = datetime.date(2020, 1, 1)
OF_THE_SHELL = 3  # of every page of an officer: stand-ins, saved filters, and how much waits where


@pytest.fixture
def full(mother, husband, child):
    """Ten years of a working life."""
    for year in range(2016, 2026):
        for month in range(1, 13):
            people.make_income(mother, datetime.date(year, month, 1))
            Contribution.objects.create(
                person=mother, month=datetime.date(year, month, 1), kind="pension", amount=25_000, income=250_000,
                source=Register.PENSION_FUND,
            )  # fmt: skip
    Employment.objects.create(
        person=mother, kind="contract", employer="Invented Works", since=SINCE, source=Register.LABOUR
    )
    Study.objects.create(person=mother, place="Invented University", since=SINCE, source=Register.EDUCATION)
    Disability.objects.create(person=mother, group="group3", since=SINCE, source=Register.DISABILITY)
    Property.objects.create(person=mother, kind="home", text="Two rooms", since=SINCE, source=Register.PROPERTY)
    Health.objects.create(person=mother, kind="clinic", text="Invented clinic", since=SINCE, source=Register.HEALTH)
    Loan.objects.create(person=mother, lender="Invented bank", since=SINCE, source=Register.CREDIT)
    return mother


NOT_OF_HIM = (  # registers that say nothing of him
    Register.CORRECTION,
    Register.SOCIAL_INSURANCE,
    Register.LABOUR_MARKET,
    Register.AWARDS,
    Register.PLATFORMS,
)


def test_everything_the_registers_say_stands_with_its_source(signed_in, citizen, full, husband, child):
    text = signed_in(citizen).get("/me/").text
    for said in (
        "Invented Works", "Invented University", "Group III", "Two rooms", "Үлгі көшесі, 1", husband.full_name,
        "Invented clinic", "Invented bank",
        child.full_name, "Abai Region", "December 2025", *(str(register.label) for register in Register
        if register not in NOT_OF_HIM),
    ):  # fmt: skip
        assert said in text, said


def test_the_number_of_queries_does_not_grow(signed_in, citizen, full, django_assert_num_queries):
    browser = signed_in(citizen)
    with django_assert_num_queries(25):
        browser.get(f"/people/{full.key}/")


def test_earlier_years_have_pages_of_their_own(signed_in, citizen, full, django_assert_num_queries):
    browser = signed_in(citizen)
    text = browser.get("/me/").text
    assert "January 2016" not in text
    address = f"/people/{full.key}/income/2016/"
    assert address in text
    with django_assert_num_queries(10):
        year = browser.get(address).text
    assert "January 2016" in year
    assert "3\u202f000\u202f000" in year


@pytest.mark.parametrize("place", ["income/2015/", "income/99999/", "study/2016/", "nothing/2016/"])
def test_a_year_without_months_is_not_there(signed_in, citizen, full, place):
    assert signed_in(citizen).get(f"/people/{full.key}/{place}").status_code == 404


def test_an_empty_page_says_so(signed_in, citizen):
    assert "No register says anything about this." in signed_in(citizen).get("/me/").text


def test_a_husband_is_let_in_and_sees_the_data(signed_in, citizen, spouse, mother, husband):
    address = f"/people/{mother.key}/sharing/"
    browser = signed_in(citizen)
    assert husband.full_name in browser.get(address).text
    browser.post(address, {"viewer": husband.key})
    assert Sharing.objects.get().viewer == husband
    assert mother.full_name in signed_in(spouse).get("/me/").text
    assert signed_in(spouse).get(f"/people/{mother.key}/").status_code == 200


def test_only_grown_up_members_of_the_family_can_be_let_in(signed_in, citizen, mother, husband, stranger):
    other = people.Person.objects.get(iin=stranger.iin)
    answer = signed_in(citizen).post(f"/people/{mother.key}/sharing/", {"viewer": other.key})
    assert "Choose who may see it" in answer.text
    assert not Sharing.objects.exists()


@pytest.mark.usefixtures("full")
def test_staff_look_with_a_fixed_number_of_queries(signed_in, officer, mother, citizen, django_assert_num_queries):
    dispute = disputing.dispute(person=mother, row=mother.income_rows.first(), says="I earned less then.", by=citizen)
    desk = signed_in(officer)
    desk.post(f"/people/{mother.key}/", {"purpose": "She asked by telephone"})
    with django_assert_num_queries(24 + OF_THE_SHELL):
        desk.get(f"/people/{mother.key}/")
    with django_assert_num_queries(11 + OF_THE_SHELL):
        desk.get(f"/people/disputes/{dispute.key}/")
    with django_assert_num_queries(8):
        desk.post("/people/", {"iin": mother.iin})


def test_one_question_has_a_fixed_number_of_queries(signed_in, mother, citizen, auditor, django_assert_num_queries):
    event = access.record_look(mother, by=auditor, look=access.Look(auditor.grants[0], "By telephone"))
    question = asking.ask(person=mother, event=event, text="Why did you look?", by=citizen)
    browser = signed_in(auditor)
    with django_assert_num_queries(7):
        browser.get(f"/people/questions/{question.key}/")


def test_a_dispute_is_written_with_a_fixed_number_of_queries(signed_in, mother, citizen, django_assert_num_queries):
    row, browser = people.make_income(mother), signed_in(citizen)
    with django_assert_num_queries(8):
        browser.get(f"/people/{mother.key}/wrong/income/{row.pk}/")


def test_the_page_of_sharing_has_a_fixed_number_of_queries(signed_in, citizen, mother, django_assert_num_queries):
    browser = signed_in(citizen)
    with django_assert_num_queries(9):
        browser.get(f"/people/{mother.key}/sharing/")


@pytest.mark.usefixtures("full")
def test_the_officers_queue_has_a_fixed_number_of_queries(
    signed_in, citizen, mother, officer, django_assert_num_queries
):
    for row in mother.income_rows.all()[:30]:
        disputing.dispute(person=mother, row=row, says="I earned less in this month.", by=citizen)
    browser = signed_in(officer)
    with django_assert_num_queries(7 + OF_THE_SHELL):
        assert "Page 1 of 2" in browser.get("/people/disputes/").text


def test_the_auditors_queue_has_a_fixed_number_of_queries(signed_in, mother, auditor, django_assert_num_queries):
    for number in range(30):
        AccessQuestion.objects.create(person=mother, event_key=number, text="Why did you look?")
    browser = signed_in(auditor)
    with django_assert_num_queries(7):
        assert "Page 1 of 2" in browser.get("/people/questions/").text


@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    ("query", "there", "gone"),
    [
        ("works", "Invented Works", "Invented University"),
        ("INVENTED clinic", "Invented clinic", "Invented Works"),
        ("үлгі КОШЕСИ", "Үлгі көшесі, 1", "Invented bank"),
        ("loans", "Invented bank", "Two rooms"),
        ("december 2025", "December 2025", "November 2025"),
    ],
)
def test_a_search_leaves_what_has_every_word(signed_in, citizen, query, there, gone):
    text = signed_in(citizen).get("/me/", {"q": query}).text
    assert there in text
    assert gone not in text


@pytest.mark.parametrize("query", ["nothing of that kind", "\x00", "<b>", "x" * 5000])
def test_a_search_without_a_find_says_what_can_be_looked_for(signed_in, citizen, full, query):
    page = signed_in(citizen).get("/me/", {"q": query})
    assert page.context["sections"] == []
    assert "Look for an address, a year, an employer" in page.text
