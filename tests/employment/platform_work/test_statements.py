"""An operator's statement fills the register of contributions: once, by row, and in nobody else's name."""

import datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from employment.platform_work import reading
from employment.platform_work.actions import sending
from employment.platform_work.models import Payout, Statement
from employment.platform_work.months import months_of
from socialcode.people.models import Mandate, Organisation
from socialcode.refusal import NotAllowedError
from socialcode.registers.models import Contribution
from socialcode.registers.receiving.words import of_row
from tests.factories import people

pytestmark = [pytest.mark.django_db, pytest.mark.process]
HEAD = "iin,received_on,month,income,tax,pension,employer_pension,social,health\n"
MONTH = datetime.date(2026, 10, 1)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.STATEMENT_FOLDER = tmp_path / "statements"
    return settings.STATEMENT_FOLDER


@pytest.fixture
def head(db):
    return people.make_person()


@pytest.fixture
def operator(head):
    return make_operator("990140000019", head)


@pytest.fixture
def by(head):
    return people.make_account(head)


@pytest.fixture
def driver(db):
    return people.make_person(given_name="Ерлан", sex="male")


def make_operator(number, head):
    found = Organisation.objects.create(bin=number, name=f"Platform {number}", kind="other", region="750000000")
    Mandate.objects.create(organisation=found, person=head, since=datetime.date(2024, 1, 1))
    return found


def row(person, income=200_000, day="2026-11-05", month="2026-10-31"):
    part = income // 100
    return f"{person if isinstance(person, str) else person.iin},{day},{month},{income},0,{part},{part},{part},{part}\n"


@pytest.fixture
def bring(operator, by):
    def brought(*rows, operator=operator):
        file = SimpleUploadedFile("october.csv", (HEAD + "".join(rows)).encode())
        statement = sending.send(operator=operator, file=file, by=by)
        reading.read_waiting()
        statement.refresh_from_db()
        return statement

    return brought


def contributions(person):
    return {(one.kind, one.amount, one.income) for one in Contribution.objects.current().filter(person=person)}


def test_what_was_withheld_is_in_the_register_of_contributions(bring, driver, folder):
    statement = bring(row(driver))
    assert (statement.delivery.new, statement.delivery.rejected) == (1, 0)
    assert contributions(driver) == {(kind, 2000, 200_000) for kind in ("pension", "employer", "social")}
    assert Contribution.objects.get(person=driver, kind="social").source == "platforms"
    assert not list(folder.iterdir())


def test_the_same_file_twice_changes_nothing(bring, driver):
    first = bring(row(driver))
    assert bring(row(driver)) == first
    assert (Statement.objects.count(), Payout.objects.count()) == (1, 1)


def test_several_platforms_add_up_beside_an_employer(bring, driver, head):
    Contribution.objects.create(
        person=driver, kind="social", month=MONTH, amount=10_000, income=200_000, source="social_insurance"
    )
    bring(row(driver))
    bring(row(driver, 100_000), operator=make_operator("990140000028", head))
    social = Contribution.objects.current().filter(person=driver, kind="social")
    assert {(one.source, one.amount) for one in social} == {("platforms", 3000), ("social_insurance", 10_000)}


def test_a_correction_sent_later_takes_the_place_of_what_was_said(bring, driver):
    bring(row(driver))
    bring(row(driver, 300_000, day="2026-11-09"))
    assert {one.amount for one in Contribution.objects.current().filter(person=driver)} == {3000}
    assert Payout.objects.filter(ended_at=None).get().income == 300_000
    assert bring(row(driver, 200_000, day="2026-11-01")).delivery.older == 1
    assert Payout.objects.filter(ended_at=None).get().income == 300_000


def test_wrong_rows_are_told_one_by_one_and_others_are_brought_in(bring, driver):
    stranger = people.make_iin()
    statement = bring(row(driver), row("123"), row(stranger), row(driver, -5, month="2026-09-30"))
    assert (statement.delivery.new, statement.delivery.rejected) == (1, 3)
    told = {one.row: of_row(one.reason) for one in statement.delivery.rejected_rows.all()}
    assert told[2] == "This is no IIN: it has not 12 digits, or one of them is wrong."
    assert told[3] == "Nobody in the state database of individuals has this IIN."
    assert told[4] == "The number is below zero."


def test_a_file_without_its_columns_is_refused_in_a_sentence(bring, operator, by, driver):
    file = SimpleUploadedFile("x.csv", b"iin,income\n1,2\n")
    statement = sending.send(operator=operator, file=file, by=by)
    reading.read_waiting()
    statement.refresh_from_db()
    assert statement.delivery.state == "refused"
    assert "month" in statement.delivery.why_refused["missing"]


def test_nobody_else_sends_in_the_name_of_an_operator(operator):
    file = SimpleUploadedFile("x.csv", HEAD.encode())
    with pytest.raises(NotAllowedError):
        sending.send(operator=operator, file=file, by=people.make_account(people.make_person()))


def test_a_month_says_what_is_due_what_was_withheld_and_what_it_insures(bring, driver):
    bring(f"{driver.iin},2026-11-05,2026-10-01,200000,0,2000,2000,1500,2000\n")
    [month] = months_of(driver)
    assert month.platform_income == 200_000
    assert {part.name: (part.due, part.left) for part in month.parts}["regime_social"] == (2000, 500)
    assert (month.left, month.insures) == (Decimal(500), True)
    assert month.pay_by == datetime.date(2026, 11, 25)


def test_a_file_that_cannot_be_brought_in_holds_up_no_other(bring, driver, head):
    most = 999_999_999_999
    bring(row(driver, most))
    poison = make_operator("990140000028", head)
    assert bring(row(driver, most), operator=poison).read_at is None
    other = people.make_person(given_name="Дәурен", sex="male")
    assert bring(row(other), operator=make_operator("990140000037", head)).read_at
    assert contributions(other)
