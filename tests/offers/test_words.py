"""What an offer says fits into few parts of an SMS in every language, with the longest values, and never leaks."""

import datetime
import re
from decimal import Decimal

import pytest
from django.utils import timezone

from socialcode.engine.registry import registry
from socialcode.law.values import values_on
from socialcode.notices.sms import parts
from socialcode.notices.texts import written
from socialcode.offers import planning, wording
from socialcode.offers.models import Offer, OfferedRight
from tests.factories import people
from tests.factories.offers import IBAN

pytestmark = pytest.mark.django_db
MOST_PARTS = 3
LARGEST = Decimal("99999999.99")
OF_OFFICES = re.compile(r"МӘСҚ|ГФСС|ОПВР|МЗЖЖ|\b(?:мемл|гос|проф|доп)\.|, (?:insured|state|special)\b")
KINDS = ("offer", "offer_reminder", "offer_unclear")


@pytest.fixture
def person():
    return people.make_person()


def rights(person, names, **more):
    return [OfferedRight(provision=name, person=person, amount=LARGEST, net=LARGEST, **more) for name in names]


def said(kind, offer, names):
    return written(kind, "sms", offer.language, wording.named(offer, rights(offer.person, names)))


def longest(person, language, variant, iban=IBAN):
    person.language = language
    until = datetime.date(2026, 12, 28)
    return Offer(person=person, variant=variant, language=language, iban=iban, code="WWWWW9", valid_until=until)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_message_fits_with_the_longest_values(person, kind, language):
    for name in planning.offered_on(timezone.localdate()):
        for variant in Offer.Variant.values:
            for iban in (IBAN, ""):
                text = said(kind, longest(person, language, variant, iban), [name])
                assert parts(text) <= MOST_PARTS, (parts(text), text)
                assert "WWWWW9" in text and "28.12.2026" in text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_several_rights_fit_as_well(person, kind, language):
    names = planning.offered_on(timezone.localdate())
    for variant in Offer.Variant.values:
        text = said(kind, longest(person, language, variant), names)
        assert parts(text) <= MOST_PARTS, (parts(text), text)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_sms_names_no_child_and_no_whole_account(person, language):
    child = people.make_child(person, given_name="Ерасыл")
    offer = longest(person, language, "A")
    named = wording.named(offer, rights(person, ["birth_grant"], subject=child))
    for kind in KINDS:
        text = written(kind, "sms", language, named)
        assert child.given_name not in text and person.surname not in text and "KZ86" not in text


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_message_names_a_payment_without_words_of_offices(person, language):
    for name in planning.offered_on(timezone.localdate()):
        text = said("offer", longest(person, language, "A"), [name])
        assert not OF_OFFICES.search(text), text


def test_two_versions_differ_in_what_comes_first(person):
    texts = {variant: said("offer", longest(person, "ru", variant), ["birth_grant"]) for variant in ("A", "B")}
    assert texts["A"] != texts["B"] and texts["B"].startswith("Рождение ребёнка")


def test_the_calendar_of_payments_is_that_of_the_announcement():
    offered = {
        day: values_on(datetime.date.fromisoformat(day)).value("proactive_offered")
        for day in ("2022-09-01", "2022-10-01", "2022-11-01", "2023-01-01")
    }
    assert "large_family" not in offered["2022-09-01"] and "large_family" in offered["2022-10-01"]
    assert "age_pension" not in offered["2022-10-01"] and "age_pension" in offered["2022-11-01"]
    assert offered["2023-01-01"] == {"all": 1}
    for table in offered.values():
        assert set(table) - {"all"} <= set(registry.provisions)
