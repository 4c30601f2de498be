"""What ends by itself: a term that is over, a death in a register, a payment that somebody changes over from."""

import datetime

import pytest

from socialcode.awards import ledger, tasks
from socialcode.awards.finding import endings
from socialcode.awards.models import Award
from socialcode.notices.models import Notice

pytestmark = pytest.mark.django_db
DIED = datetime.date(2026, 8, 5)
LARGE = {
    "lives_in_kazakhstan": True,
    "legal_status": "citizen",
    "student_children": 0,
    "relative_is_paid": False,
    "children_under_18": 4,
}
DISABLED = {
    "receives_survivor_benefit": False,
    "lives_in_kazakhstan": True,
    "person_has_disability": True,
    "birth_date": "1980-05-01",
    "disability_group": "group1",
    "disability_cause": "general",
    "disability_since": "2026-03-01",
    "disability_is_permanent": True,
    "receives_pension": False,
    "lives_in_care_centre": False,
}


def dies(person):
    person.died_on = DIED
    person.save()


def test_a_death_ends_a_payment_with_its_month(granted, mother, today):
    award = granted("disability_state", **DISABLED)
    dies(mother)

    tasks.look_after_awards()
    tasks.look_after_awards()

    award.refresh_from_db()
    assert (award.state, award.until) == ("ended", datetime.date(2026, 8, 31))
    change = award.changes.get()
    assert (change.decision, change.article) == (None, "178.1, 179.3(1)")
    assert max(month.month for month in ledger.owed([award.pk], through=today)) == datetime.date(2026, 8, 1)
    assert award.circumstances.get().closed_at
    assert not Notice.objects.filter(to=mother, kind="award_changed").exists()


def test_of_a_death_that_needs_judging_an_officer_is_told(granted, mother, today):
    """The payment of a family goes on with somebody else."""
    award = granted("large_family", **LARGE)
    dies(mother)

    tasks.look_after_awards()

    award.refresh_from_db()
    news = award.circumstances.get()
    assert (award.state, news.kind, news.closed_at) == ("in_payment", "death", None)
    assert not award.changes.exists()


def test_a_childs_death_ends_what_is_paid_for_the_child(award, mother, child, today):
    found = award("childcare_state", subject=child, unit="child", amount=30_000)
    dies(child)

    endings.end_of_the_dead()

    found.refresh_from_db()
    assert found.until == datetime.date(2026, 8, 31)
    assert Notice.objects.filter(to=mother, kind="award_changed").exists()


def test_a_term_that_is_over_ends_the_payment(award, today):
    over = award("large_family", until=today - datetime.timedelta(days=1))
    lasts = award("childcare_state", until=today)

    assert endings.end_terms() == 1

    states = dict(Award.objects.values_list("pk", "state"))
    assert states == {over.pk: "ended", lasts.pk: "in_payment"}


def test_who_changes_over_has_the_other_payment_to_the_day_before(award, granted, mother):
    """Article 175, point 6."""
    survivor = award("survivor_state", amount=40_000)
    survivor.terms.create(decision=survivor.decision, since=survivor.since, gross=40_000, in_hand=40_000)

    disability = granted(
        "disability_state", on=datetime.date(2026, 6, 16), **(DISABLED | {"receives_survivor_benefit": True})
    )

    survivor.refresh_from_db()
    assert disability.since == datetime.date(2026, 6, 16)
    assert survivor.until == datetime.date(2026, 6, 15)
    owed = ledger.owed([survivor.pk], through=datetime.date(2026, 12, 1))
    assert [month.net for month in owed] == [40_000, 40_000, 20_000]
    assert survivor.changes.get().article == "175.6"


def test_what_a_family_shares_is_worked_out_by_an_officer(award, granted, mother, child):
    both = [f"person:{mother.pk}", f"person:{child.pk}"]
    survivor = award("survivor_state", amount=40_000, whom=both)

    granted("disability_state", on=datetime.date(2026, 6, 16), **(DISABLED | {"receives_survivor_benefit": True}))

    assert survivor.circumstances.get().kind == "member_left"
    assert not survivor.changes.exists()
