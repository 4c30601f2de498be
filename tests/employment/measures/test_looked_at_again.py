"""What was agreed in a contract is checked by auditors like a decision on a claim, and complained of elsewhere."""

import datetime

import pytest

from employment.measures.models import Contract
from socialcode.appeals.actions import filing
from socialcode.audit.models import Event
from socialcode.decisions.models import Changed
from socialcode.decisions.replay import slices
from socialcode.decisions.tasks import replay_slices
from socialcode.oversight import actions as reviewing
from socialcode.refusal import NotAllowedError
from tests.factories.measures import TODAY
from tests.factories.pages import press

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
WHEN = datetime.datetime.combine(TODAY - DAY, datetime.time(12), tzinfo=datetime.UTC)
ASKS, SAYS = "Who looked at the arrears of the employer?", "The register had none that day."


@pytest.fixture
def decision(running):
    Contract.objects.filter(pk=running.pk).update(began_at=WHEN)
    return running.decisions.get()


@pytest.fixture
def review(decision, auditor):
    sample = reviewing.draw_sample(seed="a", since=TODAY - DAY, until=TODAY - DAY, size=9, by=auditor)
    return sample.reviews.get()


def test_an_auditor_draws_asks_and_concludes_and_the_centre_looks_again(signed_in, review, auditor, officer, head):
    page, number = f"/audit/reviews/{review.key}/", review.decision.contract.number
    audits, works, heads = signed_in(auditor), signed_in(officer), signed_in(head)
    assert number in audits.get(f"/audit/samples/{review.sample.key}/").content.decode()
    assert number in audits.get(page).content.decode()
    assert press(audits, f"{page}ask/", {"question": ASKS}).status_code == 302
    for asked in (works, heads):
        assert number in asked.get("/audit/questions/").content.decode()
    assert press(works, f"{page}answer/", {"answer": SAYS}).status_code == 302
    found = {"state": "not_in_order", "conclusion": "The register was not asked that day."}
    assert press(audits, f"{page}conclude/", found).status_code == 302
    assert number in audits.get("/audit/looked-at-again/").content.decode()
    assert press(heads, f"{page}look-again/", {"outcome": "anew", "answer": SAYS}).status_code == 302
    assert press(audits, f"{page}close/", {}).status_code == 302
    kinds = Event.objects.about(review.decision.contract).values_list("kind", flat=True)
    assert [kind for kind in kinds if kind.startswith(("review", "relook"))] == [
        "review_asked",
        "review_answered",
        "review_concluded",
        "relook_opened",
        "relook_answered",
        "relook_closed",
    ]


@pytest.mark.parametrize("kind", ["override", "paper", "near_limit", "own_office"])
def test_a_draw_at_a_risk_takes_contracts_like_claims(decision, auditor, kind):
    sample = reviewing.draw_sample(seed="a", since=TODAY - DAY, until=TODAY - DAY, size=9, by=auditor, kind=kind)
    assert not sample.reviews.exists()


def test_what_comes_out_otherwise_is_listed_and_found_by_the_number_of_the_contract(signed_in, decision, auditor):
    replay = slices.begin()
    replay_slices()
    before, now = ({"outcome": "entitled", "amount": amount} for amount in ("1", "2"))
    Changed.objects.create(replay=replay, decision=decision, why="unexplained", before=before, now=now)
    audits, number = signed_in(auditor), decision.contract.number
    for asked, lines in (("0", 0), (number, 1)):
        page = audits.post("/audit/replay/search/", {"number": asked}, follow=True)
        assert [line.number for line in page.context["lines"]] == [number] * lines
    assert number in audits.post("/audit/replay/export/").getvalue().decode()


def test_who_signed_is_told_where_to_complain_and_others_are_told_nothing(signed_in, decision, worker, manager):
    page = f"/appeals/decision/{decision.key}/"
    for address in (page, f"{page}packet/"):
        told = signed_in(worker).get(address)
        assert (told.status_code, "agreed in a contract" in told.content.decode()) == (403, True)
        assert "agreed in a contract" not in signed_in(manager).get(address).content.decode()
    with pytest.raises(NotAllowedError, match="agreed in a contract"):
        filing.file(decision=decision, text="I was promised a longer contract.", by=worker)
