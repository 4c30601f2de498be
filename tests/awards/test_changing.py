"""What two persons do with an award: its day by the law, what it makes of the past, and what the person reads."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from socialcode.audit.models import Event
from socialcode.awards import ledger
from socialcode.awards.actions import changing
from socialcode.awards.models import Award, Change
from socialcode.awards.planning import Wish, grounds_for, plan
from socialcode.engine.grounds import NOT_SAID, Days
from socialcode.engine.registry import registry
from socialcode.notices.models import Notice
from socialcode.refusal import NotAllowedError
from tests.cast import IBAN
from tests.factories.orders import pay_months

pytestmark = pytest.mark.django_db
REASON = "The register of the population says so."
APRIL, JULY = datetime.date(2026, 4, 1), datetime.date(2026, 7, 1)
OCTOBER = datetime.date(2026, 10, 31)
HAPPENED, KNOWN, OVER, ASKED = (datetime.date(2026, 8, day) for day in (5, 10, 20, 25))
ALL = Days(happened=HAPPENED, known=KNOWN, over=OVER, asked=ASKED)
ACTS = [
    (provision.name, kind, place)
    for provision in registry.provisions.values()
    if provision.pays == "monthly" and provision.payee == "person"
    for kind, grounds in (("pause", provision.suspends), ("end", provision.ends))
    for place in range(len(grounds))
]


@pytest.fixture
def stands(award, today):
    """`stands("childcare_state")`: an award of a person, worth 60 000 a month."""

    def made(provision="childcare_state", **details):
        found = award(provision, since=APRIL, iban=IBAN, **details)
        found.terms.create(decision=found.decision, since=APRIL, gross=60_000, in_hand=60_000)
        return found

    return made


@pytest.fixture
def here(stands, office):
    """The same at the office of the cast."""

    def made(provision="childcare_state"):
        found = stands(provision)
        found.decision.claim.office = office
        found.decision.claim.save()
        return Award.objects.get(pk=found.pk)

    return made


def worth(award, through=datetime.date(2026, 12, 31)):
    return {month.month: month.net for month in ledger.owed([award.pk], through=through)}


@pytest.mark.parametrize(("name", "kind", "place"), ACTS)
def test_every_ground_of_every_payment_acts_from_its_day(here, agreed, name, kind, place):
    award = here(name)
    ground = grounds_for(award, kind)[place]
    named = HAPPENED if ground.from_day is NOT_SAID else None
    first = ground.first_day_unpaid(Days(APRIL, HAPPENED, KNOWN)) or HAPPENED

    agreed(award, Wish(kind, ground, ALL, named))

    after = worth(award)
    whole_before = [month for month in worth(award) if month < first.replace(day=1)]
    assert all(after[month] == 60_000 for month in whole_before)
    assert not any(sum_paid for month, sum_paid in after.items() if month > first)
    assert award.state == ("suspended" if kind == "pause" else "ended")
    assert Notice.objects.filter(to=award.person, kind="award_changed").exists()


@pytest.mark.parametrize(("name", "place"), [(name, place) for name, kind, place in ACTS if kind == "pause"])
def test_every_pause_goes_on_as_its_ground_says(here, agreed, father, name, place):
    for way, resumption in enumerate(registry.provisions[name].suspends[place].resumes):
        award = here(name)
        ground = grounds_for(award, "pause")[place]
        paused = agreed(award, Wish("pause", ground, ALL, HAPPENED)).pause
        days = Days(APRIL, HAPPENED, KNOWN, paused.since, OVER, ASKED)
        named = ASKED if resumption.from_day is NOT_SAID else None

        another = {} if resumption.payee == "recipient" else {"payee": father, "iban": IBAN}
        agreed(award, Wish("resume", days=ALL, pause=paused, way=way, named=named), **another)

        paused.refresh_from_db()
        assert paused.paid_from == max(resumption.from_day.day(days) or ASKED, paused.since)
        assert award.state == "in_payment"
        assert award.person == another.get("payee", award.decision.claim.person)
        assert worth(award)[datetime.date(2026, 12, 1)] == 60_000
        award.held.all().delete()  # the next one is for the same person and the same days


def test_nothing_changes_before_another_person_agrees(here, officer):
    award = here()
    ground = grounds_for(award, "pause")[0]
    changing.propose(award=award, proposal=changing.Proposal(Wish("pause", ground, ALL), REASON), by=officer)

    assert set(worth(award).values()) == {60_000}
    with pytest.raises(NotAllowedError):
        changing.approve(change=Change.objects.get(), by=officer)


def test_one_who_does_not_agree_says_why_and_nothing_changes(here, officer, approver):
    award = here()
    wish = Wish("end", grounds_for(award, "end")[0], ALL)
    made = changing.propose(award=award, proposal=changing.Proposal(wish, REASON), by=officer)
    changing.send_back(change=made, reason="The child is alive, see the register.", by=approver)

    assert set(worth(award).values()) == {60_000}
    assert Change.objects.get().state == "returned"
    assert changing.propose(award=award, proposal=changing.Proposal(wish, REASON), by=officer)


def test_the_officer_takes_it_back(here, officer, approver):
    award = here()
    wish = Wish("end", grounds_for(award, "end")[0], ALL)
    made = changing.propose(award=award, proposal=changing.Proposal(wish, REASON), by=officer)
    changing.recall(change=made, reason="It is another person.", by=officer)

    with pytest.raises(NotAllowedError):
        changing.approve(change=made, by=approver)


def test_what_was_paid_after_the_end_was_paid_too_much(here, agreed):
    """Today is in November, whose money has not left; it ends with August."""
    award = here()
    pay_months(award, OCTOBER)
    agreed(award, Wish("end", grounds_for(award, "end")[0], ALL), fault="recipient")

    found = award.overpayments.get()
    assert (found.amount, found.fault) == (120_000, "recipient")
    assert [one["month"] for one in found.months] == ["2026-09-01", "2026-10-01"]


def test_what_did_not_reach_the_account_was_not_paid_too_much(here, agreed):
    award = here()
    pay_months(award, datetime.date(2026, 8, 31))
    pay_months(award, OCTOBER, state="rejected")
    agreed(award, Wish("end", grounds_for(award, "end")[0], ALL))

    assert not award.overpayments.exists()


def test_what_was_granted_on_false_papers_is_owed_for_no_day(here, agreed):
    award = here("job_loss")
    pay_months(award, OCTOBER)
    ground = next(one for one in grounds_for(award, "end") if one.from_day.name == "from_the_first")
    agreed(award, Wish("end", ground, ALL))

    assert not worth(award)
    assert award.overpayments.get().amount == 7 * 60_000


def test_an_overpayment_that_turns_out_to_be_owed_is_none(here, agreed):
    award = here()
    pay_months(award, OCTOBER)
    ground = next(one for one in grounds_for(award, "pause") if one.resumes[0].from_day.name == "from_pause")
    paused = agreed(award, Wish("pause", ground, ALL)).pause
    assert award.overpayments.get().amount == 120_000

    agreed(award, Wish("resume", days=ALL, pause=paused))

    assert award.overpayments.get().amount == 0


def test_a_day_that_is_needed_is_asked_for(here):
    award = here()
    with pytest.raises(NotAllowedError) as refused:
        plan(award, Wish("pause", grounds_for(award, "pause")[0], Days()))
    assert refused.value.field == "known"


def test_the_difference_is_shown_before_anybody_signs(here):
    award = here()
    found = plan(award, Wish("end", grounds_for(award, "end")[0], ALL))

    shown = found.differences(datetime.date(2026, 10, 31))

    assert [(one.month.month, one.before, one.after) for one in shown] == [(9, 60_000, 0), (10, 60_000, 0)]
    assert (found.owed_less(datetime.date(2026, 10, 31)), found.owed_more(timezone.localdate())) == (120_000, 0)


def test_somebody_else_receives_it_with_an_account_of_their_own(here, agreed, father):
    award = here()
    other = "KZ75125KZT1001300335"
    agreed(award, Wish("payee", named=HAPPENED), payee=father, iban=other)

    assert (award.person, award.iban) == (father, other)
    assert set(worth(award).values()) == {Decimal(60_000)}


def test_every_step_is_an_event(here, agreed):
    award = here()
    agreed(award, Wish("end", grounds_for(award, "end")[0], ALL))

    kinds = list(Event.objects.about(award).values_list("kind", flat=True))
    assert kinds == ["award_change_proposed", "decision_approved", "award_ended"]
