"""Offers on pages: the mother answers, and changes her mind; anybody checks a message; an office calls."""

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from socialcode.notices.throttling import WRONG_AN_HOUR
from socialcode.offers import calling, tasks
from socialcode.offers.actions import sending
from socialcode.offers.explained import ExplainedRight
from socialcode.offers.models import CallTask, Offer
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.factories.offers import IBAN

pytestmark = pytest.mark.django_db
ANOTHER = "KZ75125KZT1001300335"


@pytest.fixture
def asked(offer):
    return sending.send(offer=offer)


@pytest.fixture
def page(asked):
    return reverse("offers:offer", args=[asked.key])


@pytest.fixture
def signed_in(client, mother):
    return sign_in(client, people.make_account(mother))


def state(offer):
    return Offer.objects.get(pk=offer.pk).state


def test_the_page_says_how_much_and_why(signed_in, asked, page):
    read = signed_in.get(page).content.decode()
    for right in asked.rights.all():
        assert right.title in read
    assert "Why I am entitled to it" in read
    assert page in signed_in.get(reverse("offers:mine")).content.decode()


def test_what_registers_say_is_said_in_the_readers_words(asked):
    with translation.override("kk"):
        facts = [one for right in asked.rights.all() for one in ExplainedRight(right).facts]
    assert facts and not [words for fact, words in facts if words in dict(fact.choices)]


def test_a_yes_without_an_account_asks_for_one_and_loses_nothing(signed_in, asked, page):
    assert asked.iban == ""
    read = signed_in.post(page, {"says": "yes", "iban": "KZ1"})
    assert read.status_code == 400
    assert "KZ1" in read.content.decode()
    assert state(asked) in ("queued", "sent")
    signed_in.post(page, {"says": "yes", "iban": IBAN})
    assert state(asked) == "yes"


def test_a_no_is_taken_back_by_a_yes(signed_in, asked, page):
    signed_in.post(page, {"says": "no"})
    assert state(asked) == "no"
    read = signed_in.get(page).content.decode()
    assert 'value="yes"' in read
    assert 'value="later"' not in read
    signed_in.post(page, {"says": "yes", "iban": IBAN})
    assert state(asked) == "yes"


def test_what_became_of_a_yes_is_followed_and_taken_back(signed_in, asked, page, nobody_is_drawn):
    signed_in.post(page, {"says": "yes", "iban": IBAN})
    tasks.fulfil_offers()
    claim = asked.rights.exclude(claim=None).first().claim
    assert reverse("cases:claim", args=[claim.key]) in signed_in.get(page).content.decode()

    receipt = reverse("offers:consent", args=[asked.key])
    read = signed_in.get(receipt).content.decode()
    given = Offer.objects.get().consent
    assert str(given.key) in read
    assert f"{timezone.localtime(given.given_at):%H:%M:%S}" in read
    signed_in.post(receipt)
    assert state(asked) == "withdrawn"
    assert "You took it back" in signed_in.get(receipt).content.decode()


def test_later_reminds_once_tomorrow(signed_in, asked, page):
    signed_in.post(page, {"says": "later"})
    asked.refresh_from_db()
    assert asked.remind_on
    assert state(asked) != "no"


@pytest.mark.parametrize("says", ["no", "later"])
def test_an_answer_from_a_page_that_is_out_of_date_is_refused_with_a_reason(signed_in, asked, page, says):
    signed_in.post(page, {"says": "yes", "iban": IBAN})
    read = signed_in.post(page, {"says": says}, follow=True)
    assert read.status_code == 200
    assert "Load the page again to see where it stands." in read.content.decode()
    assert state(asked) == "yes"


def test_another_word_is_no_answer(signed_in, asked, page):
    assert signed_in.post(page, {"says": "perhaps"}).status_code == 404


def test_somebody_elses_offer_is_not_there(client, asked, page):
    sign_in(client, people.make_account(people.make_person()))
    assert client.get(page).status_code == 403
    assert client.get(reverse("offers:consent", args=[asked.key])).status_code == 403


def test_anybody_checks_a_message_and_guesses_wait(client, asked):
    page = reverse("offers:genuine")
    code = asked.code
    typed = f" {code[:3].lower()}-{code[3:]} "
    cyrillic = code.translate(str.maketrans("ABEKMHPCTX", "АВЕКМНРСТХ"))
    assert client.post(page, {"code": cyrillic}).context["offer"] == asked
    assert client.post(page, {"code": typed}).context["offer"] == asked
    assert asked.person.full_name not in client.post(page, {"code": typed}).content.decode()
    assert client.post(page, {"code": "short"}).status_code == 400
    for _guess in range(WRONG_AN_HOUR):
        assert client.post(page, {"code": "AAAAAA"}).status_code == 404
    told = client.post(page, {"code": code})
    assert told.status_code == 429
    assert "letter" not in told.content.decode().split("<main")[1].split("</main>")[0]


def test_a_message_that_never_went_out_is_not_ours_yet(client, offer):
    assert client.post(reverse("offers:genuine"), {"code": offer.code}).status_code == 404


@pytest.fixture
def call(asked, office):
    calling.ask(asked.person, CallTask.Reason.UNCLEAR, offer=asked, said="maybe?")
    return CallTask.objects.get()


def test_an_officer_calls_and_writes_down_the_yes(client, call, asked, officer):
    sign_in(client, officer)
    listed = client.get(reverse("offers:calls")).content.decode()
    assert asked.person.full_name in listed
    page = reverse("offers:call", args=[call.key])
    assert "maybe?" in client.get(page).content.decode()
    sent = {"says": "yes", "iban": ANOTHER, "result": "answered", "note": "She was glad."}
    assert client.post(page, sent).status_code == 302
    call.refresh_from_db()
    assert (call.result, call.note) == ("answered", "She was glad.")
    assert state(asked) == "yes"
    given = Offer.objects.get().consent
    assert (given.channel, given.evidence["call"]) == ("call", str(call.key))


def test_who_was_not_reached_stays_in_the_list(client, call, officer):
    sign_in(client, officer)
    page = reverse("offers:call", args=[call.key])
    for note in ("Nobody answered.", "Again nobody."):
        client.post(page, {"says": "", "iban": "", "result": "not_reached", "note": note})
    call.refresh_from_db()
    assert call.closed_at is None
    assert call.note == "Nobody answered.\nAgain nobody."


def test_another_office_does_not_see_it(client, call):
    elsewhere = people.make_staff(office=people.make_office("751110000", "750000000"))
    sign_in(client, elsewhere)
    assert call.person.full_name not in client.get(reverse("offers:calls")).content.decode()
    assert client.get(reverse("offers:call", args=[call.key])).status_code == 403


def test_a_yes_keeps_the_account_that_was_shown(signed_in, asked, page):
    Offer.objects.filter(pk=asked.pk).update(iban=IBAN)
    signed_in.post(page, {"says": "yes", "iban": ""})
    assert (state(asked), Offer.objects.get().iban) == ("yes", IBAN)


def test_a_yes_to_an_officer_keeps_the_account_that_is_known(client, call, asked, officer):
    Offer.objects.filter(pk=asked.pk).update(iban=IBAN)
    sign_in(client, officer)
    sent = {"says": "yes", "iban": "", "result": "answered", "note": ""}
    client.post(reverse("offers:call", args=[call.key]), sent)
    assert (state(asked), Offer.objects.get().iban) == ("yes", IBAN)
