"""A mother reads an SMS, makes sure that it is genuine, says no by mistake, takes it back, and follows the money."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation
from playwright.sync_api import expect

from socialcode.accounts.models import Role
from socialcode.awards.models import Award
from socialcode.offers import tasks
from socialcode.offers.actions import sending
from socialcode.offers.models import Offer
from tests.factories import offers, people
from tests.factories.orders import pay_months

OPENED = "for (const part of document.querySelectorAll('main details')) part.open = true"


@pytest.fixture
def offer(live_server, office, language):
    offers.nobody_sleeps()
    offers.amend("sampled_share", {"all": 0})
    return sending.send(offer=offers.make_offer(language=language))


@pytest.mark.parametrize(("language", "size"), [("kk", "phone"), ("ru", "desktop"), ("en", "desktop")])
def test_an_offer_from_the_message_to_the_money(page, enter, visited, offer, language):
    page.goto(reverse("offers:genuine"))
    visited()
    page.locator("[name=code]").fill("ААААА1")
    page.locator("main form .btn-primary").click()
    expect(page.get_by_role("alert")).to_be_visible()
    visited()
    page.locator("[name=code]").fill(offer.code.lower())
    page.locator("main form .btn-primary").click()
    expect(page.locator("#found")).to_be_visible()
    visited()

    enter(people.make_account(offer.person))
    page.goto(reverse("offers:mine"))
    visited()
    page.locator("main article a").click()
    page.evaluate(OPENED)
    visited()
    says = page.locator(".actions [name=says]")
    says.and_(page.locator("[value=no]")).click()
    expect(says).to_have_count(1)
    visited()
    page.locator("[name=iban]").fill("KZ1")
    says.click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("[name=iban]")).to_have_value("KZ1")
    visited()
    page.locator("[name=iban]").fill(offers.IBAN)
    says.click()
    expect(says).to_have_count(0)

    tasks.fulfil_offers()
    page.reload()
    visited()
    birth = offer.rights.get(outcome="by_rule", claim__isnull=False, provision="birth_grant")
    page.locator(f"main a[href='{reverse('cases:claim', args=[birth.claim.key])}']").click()
    visited()
    page.goto(reverse("offers:consent", args=[offer.key]))
    expect(page.get_by_text(str(Offer.objects.get(pk=offer.pk).consent.key))).to_be_visible()
    visited()
    payer = people.make_staff(Role.PAYER)
    for award in Award.objects.filter(decision__claim__offered__offer=offer):
        pay_months(award, timezone.localdate(), by=payer)
    page.goto("/my-payments/")
    with translation.override(language):
        expect(page.locator("main")).to_contain_text(birth.title)
    page.goto(reverse("offers:consent", args=[offer.key]))
    page.locator("main form button").last.click()
    expect(page.get_by_role("alert")).to_be_visible()  # a bank has paid: nothing is taken back by itself
    visited()


@pytest.mark.parametrize(("language", "size"), [("kk", "phone")])
def test_the_pages_of_offices_and_of_everybody_shut_nobody_out(page, enter, visited, offer, office):
    sending.ask_again(offer=offer, said="?")
    sending.ask_again(offer=offer, said="Кім бұл?")
    page.goto(reverse("offers:funnel"))
    visited()
    enter(people.make_staff(Role.OFFICER, office))
    page.goto(reverse("offers:calls"))
    visited()
    page.locator("main tbody a").click()
    visited()
    enter(people.make_staff(Role.MINISTRY))
    page.goto(reverse("offers:ministry"))
    visited()
