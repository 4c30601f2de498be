"""What changes for somebody changes the payment from its day, month by month, once two persons have seen it."""

import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from socialcode.awards import ledger
from socialcode.awards.actions import changing, reporting
from socialcode.awards.models import Change
from socialcode.awards.planning import Wish, plan, stands_on
from socialcode.awards.reassessing import anew
from socialcode.awards.settling import settle
from socialcode.decisions.computing import recompute
from socialcode.foresight.outlook import outlook, versions_of
from socialcode.refusal import NotAllowedError
from socialcode.templatetags.portal import money
from tests.factories.accounts import sign_in
from tests.factories.orders import pay_months
from tests.factories.people import make_account

from .test_finding import DISABLED, LARGE

pytestmark = pytest.mark.django_db
BORN = datetime.date(2026, 6, 16)
THROUGH = datetime.date(2026, 10, 31)


@pytest.fixture
def family(granted, today):
    return granted("large_family", **LARGE)


def changed(award, since=BORN, **said):
    found = anew(award, since, said)
    return found, Wish("terms", named=since, stretches=found.stretches)


def test_one_more_child_is_paid_for_from_the_day_it_was_born(family, agreed):
    """Article 91: four children 16.03 and five 20.04 MCI, of 4 325 in 2026."""
    found, wish = changed(family, children_under_18=5)
    assert [fact.name for fact in found.changed] == ["children_under_18"]
    shown = plan(family, wish)
    assert shown.owed_more(THROUGH) > 0
    assert [one.month.month for one in shown.differences(THROUGH)] == [6, 7, 8, 9, 10]

    agreed(family, wish, computed=found.computed)

    worth = {month.month.month: month.gross for month in ledger.owed([family.pk], through=THROUGH)}
    assert (worth[5], worth[7]) == (69_330, 86_673)
    assert worth[6] == (69_330 + 86_673) / 2
    assert family.amount == 86_673
    assert not family.overpayments.exists()


def test_one_child_less_is_an_overpayment_of_the_months_before(granted, agreed, today):
    award = granted("large_family", **(LARGE | {"children_under_18": 5}))
    pay_months(award, THROUGH)
    found, wish = changed(award, datetime.date(2026, 9, 1), children_under_18=4)

    agreed(award, wish, computed=found.computed)

    assert award.overpayments.get().amount == 2 * (86_673 - 69_330)


def test_where_there_is_no_right_any_more_nothing_is_worked_out(family):
    found, _wish = changed(family, children_under_18=3)

    assert (found.outcome, found.stretches) == ("refused", ())


def test_who_receives_it_complains_of_what_was_changed(client, mother, granted, agreed, today):
    award = granted("large_family", **(LARGE | {"children_under_18": 5}))
    found, wish = changed(award, datetime.date(2026, 9, 1), children_under_18=4)
    change = agreed(award, wish, computed=found.computed)
    sign_in(client, make_account(mother))
    way = reverse("appeals:begin", args=[change.decision.key])
    assert way in client.get(reverse("awards:award", args=[award.key])).content.decode()
    assert not client.get(way).context["objection"]


def test_what_will_end_ends_with_another_amount_too(granted, agreed, today):
    """Also where the rule itself names a later last day: that of the pension age."""
    award = granted("disability_state", **DISABLED)
    settle(Change.objects.create(award=award, kind="end", first_day=datetime.date(2027, 1, 1), article="91.1"), None)
    award.refresh_from_db()
    found, wish = changed(award, datetime.date(2026, 11, 1), disability_group="group2")
    agreed(award, wish, computed=found.computed)
    last = max(month.month for month in ledger.owed([award.pk], through=datetime.date(2027, 6, 30)))
    assert last == datetime.date(2026, 12, 1)


def test_another_amount_comes_from_an_outcome(family, agreed):
    _found, wish = changed(family, children_under_18=5)
    with pytest.raises(NotAllowedError, match="Work out the new amount first"):
        agreed(family, wish)


def test_the_next_change_stands_on_the_one_before(family, agreed):
    found, wish = changed(family, children_under_18=5)
    agreed(family, wish, computed=found.computed)

    kept = stands_on(family)
    assert kept.facts["children_under_18"]["value"] == 5
    assert recompute(kept).explanation.amount == 86_673
    again, _wish = changed(family, datetime.date(2026, 9, 1))
    assert (again.computed.explanation.amount, again.changed) == (86_673, ())


def test_the_officer_sees_the_months_before_proposing(client, family, officer):
    """On the page: which fact is otherwise, from which day, and what each month comes to."""
    desk = sign_in(client, officer)
    address = f"/awards/work/{family.key}/terms/"
    assert "children_under_18" in desk.get(address).content.decode()
    typed = {
        "children_under_18-text": "5",
        "named": BORN.isoformat(),
        "reason": "The fifth child was born on that day.",
    }

    page = desk.post(f"{address}?fact=children_under_18", typed)

    assert (page.context["form"].errors, page.context["asked"].errors) == ({}, {})
    shown = page.context["form"].shown
    assert shown in page.content.decode()
    assert page.context["differences"][0].month == datetime.date(2026, 6, 1)
    assert not family.changes.exists()
    desk.post(f"{address}?fact=children_under_18", typed | {"then": "later", "shown": shown})
    proposed = family.changes.get()
    assert (proposed.kind, proposed.first_day, proposed.decision.amount) == ("terms", BORN, 86_673)
    assert proposed.decision.assessment.award == family


def test_news_that_an_act_settles_is_looked_at_once_it_takes_effect(client, family, officer, approver):
    told = {"kind": "child_born", "happened_on": BORN, "text": "", "iban": ""}
    news = reporting.report(award=family, told=told, by=officer)
    desk = sign_in(client, officer)
    address = f"/awards/work/{family.key}/terms/?fact=children_under_18"
    asked = desk.get(address).context["form"]
    assert asked["news"].initial == str(news.pk)
    answers = {"children_under_18-text": "5", "named": BORN.isoformat(), "reason": "A child was born in June."}
    shown = desk.post(address, answers | {"news": news.pk}).context["form"].shown
    desk.post(address, answers | {"news": news.pk, "then": "later", "shown": shown})
    change = family.changes.get()
    assert change.circumstance == news
    changing.approve(change=change, by=approver)
    news.refresh_from_db()
    assert news.closed_at


def test_the_list_of_what_somebody_receives_says_how_much(client, family, citizen):
    page = sign_in(client, citizen).get("/awards/").content.decode()
    assert f"{money(Decimal(69_330))}</strong>" in page


def test_what_other_values_change_is_shown_by_the_facts_that_an_award_stands_on_now(family, agreed, new_mci):
    """Five children since June: 20.04 MCI of 4 325, and of 4 606 from tomorrow."""
    found, wish = changed(family, children_under_18=5)
    agreed(family, wish, computed=found.computed)
    assert outlook(versions_of([new_mci()])).touched.sums == (86_673, 92_305)
