"""What reaches a person, what it was before and what was taken off read the same everywhere, from the check to the
letter."""

import datetime
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse
from pypdf import PdfReader

from socialcode.accounts.models import Role
from socialcode.cases.actions import applying, deciding, evidence, working
from socialcode.cases.assessing import compute
from socialcode.documents import content
from socialcode.engine import examples
from socialcode.engine.registry import registry
from socialcode.explaining.described import plain
from socialcode.explaining.payout import of_explanation
from socialcode.notices.models import Letter, Notice
from tests.cases import papers
from tests.cast import IBAN
from tests.factories import people
from tests.factories.claims import GRANT

pytestmark = pytest.mark.django_db
REDUCED = [p for p in registry.provisions.values() if "net_amount" in p.rules]
CLAIMED = [p for p in REDUCED if p.is_claimed]
AMOUNT = re.compile(r"components/rights/amount\.html|\.(net_amount|in_hand|amount)\|money")
# Templates that show sums of several payments, or a price, an income or an amount that was decided, ordered or paid,
# and no payment that is computed
SUMS = {
    "awards/ahead.html",  # what is kept back of a debt, month by month
    "awards/award.html",
    "awards/change.html",
    "awards/mine.html",
    "awards/overpaid.html",
    "awards/overpayment.html",
    "awards/staff/award.html",
    "awards/worth.html",
    "check/rights/in_short.html",
    "check/rights/right.html",  # an income that was estimated
    "check/ahead/comparison.html",
    "check/ahead/timeline.html",
    "check/ahead/side.html",
    "cases/counter/visitor.html",
    "cases/staff/family_part.html",
    "cases/staff/queue/approvals.html",  # what was decided for several alike
    "components/rights/payout.html",
    "employment/advising/staff/side.html",
    "employment/measures/acts.html",
    "employment/measures/proofs.html",
    "employment/mobility/agency.html",  # the sum of an agency's contract
    "employment/mobility/measures.html",
    "employment/platform_work/mine.html",
    "employment/resettlement/certificate.html",
    "employment/resettlement/given.html",
    "employment/resettlement/move.html",
    "employment/resettlement/staff/case.html",
    "employment/resettlement/supports.html",  # supports of a move, from which nothing is taken off
    "employment/seekers/if_i_work.html",  # what reaches the card of a wage
    "gallery.html",
    "guide/code_examples.html",
    "notices/award_changed/text.txt",
    "notices/award_indexed/text.txt",
    "notices/move_begun/text.txt",
    "notices/offer_outcome/sms.txt",
    "notices/offer_outcome/text.txt",
    "notices/payment_arrived/sms.txt",
    "notices/payment_arrived/text.txt",
    "notices/payment_returned/sms.txt",
    "notices/payment_returned/text.txt",
    "offers/staff/call.html",  # read out as what reaches the person
    "payments/arrivals.html",
    "payments/call.html",
    "payments/citizen/about_order.html",
    "payments/lines.html",
    "payments/list_flags.html",
    "payments/list_messages.html",
    "payments/list_orders.html",
    "payments/citizen/mine.html",
    "payments/citizen/mine_payment.html",
    "payments/order.html",
    "payments/returns.html",
    "payments/run.html",
    "payments/run_flags.html",
    "payments/run_lists.html",
}


def words(text):
    return " ".join(text.replace("\u202f", " ").replace("&nbsp;", " ").replace("\xa0", " ").split())


def html(answer):
    return words(answer.content.decode())


def reduced_example(provision):
    """Facts and day of a worked example from whose amount something is taken off."""
    written = examples.read(provision)
    for example in written["examples"]:
        expected = example["expect"]
        if "values" not in example and expected.get("net_amount", expected.get("amount")) != expected.get("amount"):
            return example["day"], examples.facts_of(provision, written["given"], example["facts"])
    return None


def as_day(written):
    return datetime.date.fromisoformat(str(written))


@pytest.fixture
def clerk(office):
    return people.make_staff(Role.OFFICER, office)


@pytest.fixture
def on_paper(clerk):
    """A claim of a worked example, entered from paper for its day: `on_paper(provision)`."""

    def entered(provision):
        day, facts = reduced_example(provision)
        person = people.make_person(as_day(facts.get("birth_date", "1995-05-20")), sex=facts.get("sex", "female"))
        child = people.make_child(person, as_day(facts["child_birth_date"])) if provision.unit == "child" else None
        answers = {name: plain(value) for name, value in facts.items() if value is not None}
        wish = applying.Wish(provision.name, person, child, day, answers)
        claim = applying.enter_on_paper(wish=wish, by=clerk)
        applying.set_account(claim=claim, iban=IBAN, reason="The bank has certified it.", by=clerk)
        applying.consent(claim=claim, by=clerk, language="en")
        evidence.add(claim=claim, paper=content.read("Claim.pdf", papers.pdf()), by=clerk)
        return claim

    return entered


def test_every_deduction_has_a_name_a_rate_and_an_article():
    for provision in REDUCED:
        for found in provision.rules["net_amount"]:
            assert found.withholds, provision.name
            assert found.article
            assert "%(rate)s" in found.withholds.name
            name = provision.value_name(found.withholds.rate, registry.parameters)
            assert registry.parameters[name].unit == "share", provision.name


@pytest.mark.parametrize("provision", CLAIMED, ids=lambda p: p.name)
def test_a_worked_example_is_less_in_the_hand(provision):
    assert reduced_example(provision), f"{provision.name}: no worked example from whose amount something is taken off"


@pytest.mark.parametrize("provision", CLAIMED, ids=lambda p: p.name)
def test_every_page_and_letter_says_both_in_the_same_words(provision, on_paper, signed_in, officer, office):
    claim = on_paper(provision)
    payout = of_explanation(compute(claim).explanation)
    assert payout.is_reduced
    said = [words(line) for line in (payout.text.partition("₸")[0], *payout.lines)]
    assert len(said) == 3
    desk = signed_in(officer)
    pages = {"review": html(signed_in(claim.entered_by).get(reverse("cases:overview", args=[claim.key])))}
    claim = applying.submit(claim=claim, by=claim.entered_by)
    claim = working.take_next(by=officer)
    pages["case"] = html(desk.get(reverse("work:case", args=[claim.key])))
    decision = deciding.decide(claim=claim, ruling=GRANT, by=officer)
    approvers = [people.make_staff(Role.APPROVER, office) for _each in range(decision.approvers_needed)]
    pages["approver"] = html(signed_in(approvers[0]).get(reverse("work:case", args=[claim.key])))
    for approver in approvers:
        deciding.approve(decision=decision, by=approver)
    citizen = signed_in(people.make_account(claim.person))
    pages["claim"] = html(citizen.get(reverse("cases:claim", args=[claim.key])))
    notice = Notice.objects.filter(kind="decision_grant").latest("pk")
    pages["notice"] = words(notice.text)
    letter = Letter.objects.get(notice=notice)
    pages["letter"] = words(" ".join(p.extract_text() for p in PdfReader(BytesIO(bytes(letter.pdf))).pages))
    for name, page in pages.items():
        assert [line for line in said if line not in page] == [], name


def test_another_amount_is_reduced_by_the_same_rules(on_paper, officer):
    provision = registry.provisions["childcare_insured"]
    entered = on_paper(provision)
    applying.submit(claim=entered, by=entered.entered_by)
    claim = working.take_next(by=officer)
    more = compute(claim).explanation.amount + 1_000
    ruling = replace(GRANT, amount=more, override_reason="A certificate of income came later.")
    decision = deciding.decide(claim=claim, ruling=ruling, by=officer)
    assert decision.payout.in_hand == more - more // 10
    assert decision.payout.taken_off


def test_templates_take_the_amount_of_a_payment_from_one_place():
    folder = Path(settings.BASE_DIR) / "templates"
    found = {
        str(file.relative_to(folder))
        for file in folder.rglob("*")
        if file.is_file() and AMOUNT.search(file.read_text(encoding="utf-8"))
    }
    assert found == SUMS
