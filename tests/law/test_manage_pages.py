import datetime

import pytest

from socialcode.law import actions
from socialcode.law.models import ParameterVersion
from socialcode.law.values import values_on
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
MCI_NEW = "/law/manage/values/mci/new/"
TABLE_NEW = "/law/manage/values/childcare_state.size_by_birth_order/new/"


def text(answer) -> str:
    return " ".join(answer.content.decode().replace("\u202f", " ").split())


@pytest.fixture
def entry(tomorrow):
    return {"since": tomorrow.isoformat(), "value": "4 606", "act": "An invented act", "evidence": "confirmed"}


@pytest.fixture
def one(signed_in, first):
    """The browser of the first administrator."""
    return signed_in(first)


@pytest.fixture
def two(signed_in, second):
    """The browser of the second administrator."""
    return signed_in(second)


def addresses(version):
    decisions = ("approve", "return", "take-back", "ask-withdrawal", "confirm-withdrawal", "decline-withdrawal")
    page = f"/law/manage/versions/{version.pk}/"
    shown = ["/law/manage/", "/law/manage/values/mci/", MCI_NEW, page]
    return shown, [MCI_NEW, *(f"{page}{decision}/" for decision in decisions)]


def test_a_visitor_is_asked_to_sign_in(signed_in, proposed):
    shown, pressed = addresses(proposed)
    answers = [*map(signed_in(None).get, shown), *map(signed_in(None).post, pressed)]
    assert all(answer.status_code == 302 for answer in answers)
    assert all(answer["Location"].startswith("/accounts/login/?next=/law/manage/") for answer in answers)


def test_somebody_without_the_role_is_refused(signed_in, proposed, plain):
    shown, pressed = addresses(proposed)
    answers = [*map(signed_in(plain).get, shown), *map(signed_in(plain).post, pressed)]
    assert {answer.status_code for answer in answers} == {403}
    proposed.refresh_from_db()
    assert proposed.state == "proposed"


def test_decisions_are_pressed_not_followed(two, proposed):
    _shown, pressed = addresses(proposed)
    assert {two.get(address).status_code for address in pressed[1:]} == {405}


def test_what_does_not_exist_is_not_found(two, proposed):
    for address in ("values/nothing/", "values/nothing/new/", "versions/0/"):
        assert two.get(f"/law/manage/{address}").status_code == 404
    assert two.post(f"/law/manage/versions/{proposed.pk}/burn/").status_code == 404


def test_from_entering_to_in_force(one, two, entry, tomorrow):
    entered = one.post(MCI_NEW, entry, follow=True)
    assert "It counts once another administrator approves it" in text(entered)
    assert "You entered this value, so another administrator has to decide on it." in text(entered)
    assert ">Approve<" not in text(entered)
    address = entered.redirect_chain[0][0]

    seen = text(two.get(address))
    assert "4 325 ₸" in seen
    assert "4 606 ₸" in seen
    assert "+6.5 %" in seen
    assert "Entered by First Administrator" in seen
    done = press(two, f"{address}approve/", follow=True)
    assert "Approved. The value counts from its start date." in text(done)
    assert values_on(tomorrow).value("mci") == 4606
    history = text(one.get("/law/manage/values/mci/"))
    assert "Approved by Second Administrator" in history
    assert "Came with the portal" in history


@pytest.mark.parametrize(
    ("written", "stored"),
    [("4 606,25", "4606.25"), ("4606.25", "4606.25"), ("4\u00a0606", "4606"), ("4\u202f606", "4606")],
)
def test_figures_are_read_as_people_write_them(one, entry, written, stored):
    one.post(MCI_NEW, entry | {"value": written})
    assert ParameterVersion.objects.get(state="proposed").value == stored


@pytest.mark.parametrize("written", ["abc", "4,60,000", "1e9", "٤٦", "4-5", "NaN"])
def test_what_is_no_number_is_refused_with_a_sentence(one, entry, written):
    page = text(one.post(MCI_NEW, entry | {"value": written}))
    assert "cannot be read as a number" in page
    assert not ParameterVersion.objects.filter(state="proposed").exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"value": "-5"}, "cannot be negative"),
        ({"since": "2026-01-01", "reason": "x"}, "already entered or waiting"),
        ({"since": "2026-02-01"}, "This date is in the past"),
        ({"since": "31.31.2027"}, "is no day"),
        ({"act": ""}, "Name the act"),
        ({"value": "43250"}, "more than 50%"),
        ({"source": "adilet"}, "starting with https://"),
    ],
)
def test_an_error_says_what_to_do_and_nothing_typed_is_lost(one, entry, wrong, sentence):
    typed = entry | {"reason": ""} | wrong
    page = text(one.post(MCI_NEW, typed))
    assert sentence in page
    for written in filter(None, typed.values()):
        assert f'value="{written}"' in page or f"> {written}</textarea>" in page
    assert not ParameterVersion.objects.filter(state="proposed").exists()


def test_an_unusual_change_passes_once_it_was_checked(one, entry):
    assert "I have checked this figure" not in text(one.get(MCI_NEW))
    asked = text(one.post(MCI_NEW, entry | {"value": "43250"}))
    assert "I have checked this figure" in asked
    one.post(MCI_NEW, entry | {"value": "43250", "change_checked": "on"})
    assert ParameterVersion.objects.get(state="proposed").value == "43250"


def test_a_table_has_a_field_for_each_entry(one, second, entry, tomorrow):
    form = text(one.get(TABLE_NEW))
    assert form.count('name="value_') == 4
    typed = {key: text for key, text in entry.items() if key != "value"}
    figures = {"value_1": "6", "value_2": "7,1", "value_3": "8", "value_4": "x"}
    refused = text(one.post(TABLE_NEW, typed | figures))
    assert "cannot be read as a number" in refused
    assert 'value="7,1"' in refused
    one.post(TABLE_NEW, typed | figures | {"value_4": "9.5"})
    row = ParameterVersion.objects.get(state="proposed")
    assert row.value == {"1": "6", "2": "7.1", "3": "8", "4": "9.5"}
    actions.approve(version=row, by=second)
    assert values_on(tomorrow).value(row.name)[4] == row.exact_value[4]


def test_a_date_has_a_date_field(one, entry):
    name = next(row.name for row in ParameterVersion.objects.all() if isinstance(row.exact_value, datetime.date))
    one.post(f"/law/manage/values/{name}/new/", entry | {"value": "2027-05-01"})
    assert ParameterVersion.objects.get(state="proposed").exact_value == datetime.date(2027, 5, 1)


def test_a_regional_value_asks_for_its_region(one, entry, tomorrow):
    address = "/law/manage/values/poverty_line/new/"
    quarter = {"since": f"{tomorrow.year + 1}-04-01", "value": "40000"}
    assert "Choose a region from the list." in text(one.post(address, entry | quarter))
    assert "Choose a region from the list." in text(one.post(address, entry | quarter | {"region": "1"}))
    one.post(address, entry | quarter | {"region": "750000000"})
    assert ParameterVersion.objects.get(state="proposed").region == "750000000"
    assert "Almaty City" in text(one.get("/law/manage/"))


def test_a_value_is_returned_with_a_reason(one, two, proposed):
    address = f"/law/manage/versions/{proposed.pk}/"
    assert "Write it in a sentence" in text(press(two, f"{address}return/", {"reason": ""}))
    press(two, f"{address}return/", {"reason": "The act says 4 600"})
    assert "The act says 4 600" in text(one.get(address))


def test_a_withdrawal_on_the_pages(one, two, approved):
    address = f"/law/manage/versions/{approved.pk}/"
    asked = text(one.post(f"{address}ask-withdrawal/", {"reason": "The act was repealed"}, follow=True))
    assert "You asked to withdraw this value" in asked
    assert "asks to withdraw it" in text(two.get("/law/manage/"))
    assert "Withdraw it" in text(two.get(address))
    press(two, f"{address}confirm-withdrawal/")
    assert "Withdrawn by Second Administrator" in text(one.get("/law/manage/values/mci/"))


def test_pressing_too_late_gets_a_sentence(two, proposed, first):
    actions.take_back(version=proposed, by=first)
    answer = two.post(f"/law/manage/versions/{proposed.pk}/approve/")
    assert "Somebody has already decided on this value. It is now: Withdrawn." in text(answer)


def test_a_value_in_force_offers_no_way_to_change_it(one):
    row = ParameterVersion.objects.get(name="mci", since="2026-01-01")
    page = text(one.get(f"/law/manage/versions/{row.pk}/"))
    assert "/law/manage/versions/" not in page.partition("<main")[2].replace(f"/law/manage/versions/{row.pk}/", "")
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


def test_the_list_is_searched_and_filtered(one, two, proposed):
    def listed(browser, **asked):
        return text(browser.get("/law/manage/", asked)).partition("All values")[2]

    assert "Minimum wage" in listed(one)
    found = listed(one, q="CALCULATION")
    assert "Monthly calculation index" in found
    assert "Minimum wage" not in found
    assert "Minimum wage" not in listed(one, app="benefits")
    assert "Monthly calculation index" in listed(two, waiting="on")
    assert "Minimum wage" not in listed(two, waiting="on")
    assert "No value fits" in listed(one, waiting="on")
    assert "No value fits" in listed(one, q="nothing like it")


def test_the_pages_take_few_queries(two, proposed, django_assert_max_num_queries):
    for address in addresses(proposed)[0]:
        with django_assert_max_num_queries(8):
            two.get(address)
