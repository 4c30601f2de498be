"""What a family shares falls when a member is granted a right of their own: an officer is told of both sums."""

import datetime

import pytest

from socialcode.awards import ledger
from socialcode.awards.models import Award
from socialcode.awards.planning import Wish
from socialcode.awards.reassessing import anew
from socialcode.engine import examples
from socialcode.engine.registry import registry
from tests.factories import people

pytestmark = pytest.mark.django_db


@pytest.fixture
def shared(granted, mother, child):
    """The benefit of a mother and a child after a death in December: 1.70 of 50 851."""
    given = examples.read(registry.provisions["survivor_state"])["given"]
    award = granted("survivor_state", **(given | {"children_left": 2}))
    Award.objects.filter(pk=award.pk).update(whom=[f"person:{mother.pk}", f"person:{child.pk}"])
    return award


def test_what_a_family_shares_falls_when_a_member_is_granted_a_right_of_their_own(shared, granted, agreed, child):
    """Article 234, point 7: of two members one is left, 0.92 instead of 1.70 of 50 851."""
    given = examples.read(registry.provisions["disability_child"])["given"]
    recognised = {"child_disability_since": "2026-06-16"}
    granted("disability_child", on=datetime.date(2026, 6, 16), subject=child, **(given | recognised))

    news = shared.circumstances.get()
    assert (news.kind, news.facts) == ("member_left", {"survivors_with_disability_benefit": 1})
    found = anew(shared, news.happened_on, news.facts)
    agreed(shared, Wish("terms", named=news.happened_on, stretches=found.stretches), computed=found.computed)
    worth = {month.month.month: month.gross for month in ledger.owed([shared.pk], through=datetime.date(2026, 7, 31))}
    assert (worth[4], worth[7]) == (86_447, 46_783)


def test_what_is_paid_for_all_falls_by_the_part_of_one_member(shared, granted, child):
    """Article 235, point 3; the sums are in the worked examples."""
    given = examples.read(registry.provisions["survivor_state_share"])["given"]
    part = granted(
        "survivor_state_share",
        person=child,
        **(given | {"shared_benefit": 86_447, "shared_benefit_members": 2}),
    )

    news = shared.circumstances.get()
    assert (news.happened_on, news.facts) == (part.since, {"members_paid_apart": 1})


def test_of_two_parts_that_wait_for_an_officer_the_second_counts_the_first(shared, granted, child):
    """Article 235, point 3: both are taken off, whoever is granted the own part first."""
    shared.refresh_from_db()
    sister = people.make_person(datetime.date(2014, 5, 3))
    Award.objects.filter(pk=shared.pk).update(whom=[*shared.whom, f"person:{sister.pk}"])
    given = examples.read(registry.provisions["survivor_state_share"])["given"]
    for member in (child, sister):
        granted("survivor_state_share", person=member, **given)

    told = [news.facts for news in shared.circumstances.order_by("pk")]
    assert told == [{"members_paid_apart": 1}, {"members_paid_apart": 2}]


def test_a_member_whose_other_right_is_granted_anew_is_counted_once(shared, granted, child):
    """Article 234, point 7: who took the other benefit before takes it on."""
    given = examples.read(registry.provisions["disability_child"])["given"]
    first, then = datetime.date(2026, 6, 16), datetime.date(2027, 6, 16)
    before = granted("disability_child", on=first, subject=child, **(given | {"child_disability_since": str(first)}))
    last = then - datetime.timedelta(days=1)
    Award.objects.filter(pk=before.pk).update(until=last, state=Award.State.ENDED)
    granted("disability_child", on=then, subject=child, **(given | {"child_disability_since": str(then)}))

    assert shared.circumstances.count() == 1
