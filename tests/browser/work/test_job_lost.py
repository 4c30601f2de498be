"""From lost work to new work: registered, two offers refused with what follows shown, the third accepted, and the
job-loss payment ends on the day of the law."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from employment.advising.actions import referring
from employment.advising.models import Referral
from employment.seekers.models import Registration
from socialcode.engine.days import end_of_month
from socialcode.registers.models import Employment
from tests.factories import advising
from tests.factories.awards import make_award
from tests.factories.people import make_account, make_office, make_person

MONTH = datetime.timedelta(days=30)


@pytest.mark.parametrize(("language", "size"), [("kk", "phone"), ("ru", "desktop"), ("en", "desktop")])
@pytest.mark.usefixtures("db")
def test_from_lost_work_to_new_work(page, visited, enter):
    office, person, today = make_office(), make_person(), timezone.localdate()
    lost = {"kind": "contract", "employer": "Үлгі ЖШС", "source": "labour"}
    Employment.objects.create(person=person, since=today - 30 * MONTH, until=today - MONTH, **lost)
    enter(make_account(person))
    page.goto("/job/register/")
    page.locator("[name=kind][value=unemployed]").check()
    for name, value in {"studies": "none", "court_sentence": "none"}.items():
        _answer(page, name, value)
    page.locator("[name=true]").check()
    visited()
    page.locator("main form button.btn-primary").first.click()
    page.wait_for_url("**/job/")
    visited()
    registration = Registration.objects.get(person=person)
    assert registration.state == "registered"
    award = make_award(person, Decimal(98_600), provision="job_loss")
    adviser = advising.make_adviser(office)
    for counted in (1, 2):
        offer = advising.make_offer(registration, adviser)
        page.goto(offer.get_absolute_url())
        expect(page.locator("#follows + p")).to_contain_text(str(counted))
        visited()
        _act(page, "refuse", lambda form: _answer(page, "why", "pay"))
        assert Referral.objects.get(pk=offer.pk).answer == "refused"
    third = advising.make_offer(registration, adviser)
    page.goto(third.get_absolute_url())
    _act(page, "accept")
    visited()
    third = Referral.objects.get(pk=third.pk)
    assert third.answer == "accepted"
    referring.note_word(referral=third, word="hired", starts_on=today, by=adviser)
    page.goto("/my-plan/")
    visited()
    registration.refresh_from_db()
    award.refresh_from_db()
    assert (registration.ground, registration.ended_on) == ("work", today)
    assert award.until == end_of_month(today)


def _act(page, name, fill=lambda form: None):
    """Open what folds an act of an offer, fill it and send it."""
    form = page.locator(f"form[action$='/{name}/']")
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })")
    fill(form)
    form.locator("button.btn:not([formaction])").last.click()
    page.wait_for_selector(".messages .notice--success")


def _answer(page, name, value):
    """Choose an answer, by a radio or in a list."""
    radio = page.locator(f"[name={name}][value={value}]")
    if radio.count():
        radio.check()
    elif page.locator(f"select[name={name}]").count():
        page.locator(f"select[name={name}]").select_option(value)
