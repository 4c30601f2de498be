"""The values of a year as one set: all are entered or none, and another answers to all of them as they were shown."""

import datetime
from decimal import Decimal

import pytest

from socialcode.audit.models import Event
from socialcode.engine.registry import registry
from socialcode.law import actions as alone
from socialcode.law.models import ParameterVersion, ValueSet
from socialcode.law.policies import Proposal
from socialcode.law.values import values_on
from socialcode.law.year import lapsing
from socialcode.law.year.actions import answer_set, propose_set, take_back_set
from socialcode.law.year.cells import groups
from socialcode.law.year.shown import changed_since, lines, marks, stamp_of_set
from socialcode.refusal import NotAllowedError
from socialcode.shown import ChangedSinceShownError

pytestmark = pytest.mark.django_db
ACT = "An invented law on the budget"


@pytest.fixture
def january(tomorrow):
    return datetime.date(tomorrow.year + 1, 1, 1)


@pytest.fixture
def proposal(january):
    def made(name, value, **different):
        given = {"since": january, "act": ACT, "change_checked": True, **different}
        return Proposal(parameter=registry.parameters[name], value=value, **given)

    return made


@pytest.fixture
def proposals(proposal):
    return [
        proposal("mci", Decimal(4606)),
        proposal("pension_raise", Decimal("0.105")),
        proposal("poverty_line", Decimal(38000), region="150000000"),
    ]


@pytest.fixture
def entered(proposals, first):
    return propose_set(proposals=proposals, by=first)


def states(entered):
    return set(entered.versions.values_list("state", flat=True))


def test_a_set_counts_once_another_agrees_to_all_of_it(entered, first, second, january):
    assert states(entered) == {"proposed"}
    with pytest.raises(NotAllowedError, match="another administrator"):
        answer_set(entered=entered, agrees=True, by=first)
    answer_set(entered=entered, agrees=True, by=second, shown=stamp_of_set(entered))
    assert states(entered) == {"approved"}
    assert values_on(january).value("mci") == 4606
    assert values_on(january, "150000000").value("poverty_line") == 38000
    approved = Event.objects.about(entered).get(kind="values_approved")
    assert approved.details["values"] == 3
    assert approved.details["shown"].startswith(str(entered.key))


def test_one_bad_value_enters_none(proposals, proposal, first):
    with pytest.raises(NotAllowedError, match="negative"):
        propose_set(proposals=[*proposals, proposal("minimum_wage", Decimal(-1))], by=first)
    assert not ValueSet.objects.exists()
    assert not ParameterVersion.objects.filter(state="proposed").exists()


def test_a_set_has_values_and_one_day(proposal, first, january):
    with pytest.raises(NotAllowedError, match="at least one"):
        propose_set(proposals=[], by=first)
    later = proposal("minimum_wage", Decimal(90000), since=january.replace(month=7))
    with pytest.raises(NotAllowedError, match="one day"):
        propose_set(proposals=[proposal("mci", Decimal(4606)), later], by=first)


def test_a_set_is_returned_with_a_reason(entered, second):
    with pytest.raises(NotAllowedError, match="sentence"):
        answer_set(entered=entered, agrees=False, by=second)
    answer_set(entered=entered, agrees=False, reason="The index is another one.", by=second)
    assert states(entered) == {"returned"}
    with pytest.raises(NotAllowedError, match="waits"):
        answer_set(entered=entered, agrees=True, by=second)


def test_who_entered_a_set_takes_it_back(entered, first, second):
    with pytest.raises(NotAllowedError, match="Only the person"):
        take_back_set(entered=entered, by=second)
    take_back_set(entered=entered, by=first)
    assert states(entered) == {"withdrawn"}


def test_what_changed_meanwhile_is_not_agreed_to_and_is_named(entered, second):
    shown, seen = stamp_of_set(entered), marks(lines(entered))
    [one] = entered.versions.filter(name="pension_raise")
    alone.send_back(version=one, reason="Twelve percent in the law.", by=second)
    with pytest.raises(ChangedSinceShownError):
        answer_set(entered=entered, agrees=True, by=second, shown=shown)
    assert [line.version.name for line in changed_since(seen, lines(entered))] == ["pension_raise"]
    answer_set(entered=entered, agrees=True, by=second, shown=stamp_of_set(entered))
    assert states(entered) == {"approved", "returned"}


def test_a_value_that_comes_before_it_meanwhile_changes_what_is_shown(entered, first, second, january, proposal):
    seen = marks(lines(entered))
    between = proposal("mci", Decimal(4400), since=january - datetime.timedelta(days=20), reason="Raised for December.")
    alone.approve(version=alone.propose(proposal=between, by=first), by=second)
    assert [line.version.name for line in changed_since(seen, lines(entered))] == ["mci"]


def test_the_cells_of_a_year_have_what_was_before(january, entered):
    cells = {cell.field: cell for group in groups(2026) for cell in group.cells}
    assert cells["mci"].last == 3932
    assert cells["mci"].earlier == 3692
    assert cells["mci"].entered == 4325
    assert cells["mci"].change(Decimal(4325)) == Decimal("10.0")
    assert cells["settler_quota-abai"].entered == 275
    assert cells["poverty_line-150000000"].entered == 37060
    assert not cells["poverty_line-710000000"].is_due
    next_ones = {cell.field: cell for group in groups(january.year) for cell in group.cells}
    assert next_ones["mci"].version.state == "proposed"
    assert next_ones["minimum_wage"].is_due


def test_values_are_an_alarm_from_the_15th_of_december_on(entered, second):
    assert lapsing.overdue(datetime.date(2026, 12, 14)) == []
    names = {each.name for each in lapsing.overdue(datetime.date(2026, 12, 15))}
    assert {"mci", "minimum_wage", "pension_raise"} <= names
    answer_set(entered=entered, agrees=True, by=second)
    assert "mci" not in {each.name for each in lapsing.not_approved(entered.since.year)}
    assert lapsing.days_left(2027, datetime.date(2026, 11, 26)) == 19
