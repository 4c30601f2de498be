"""A mother with four children, whose rights registers show and nobody has asked for; nobody sleeps."""

import pytest

from socialcode.offers import tasks
from tests.factories import offers


@pytest.fixture(autouse=True)
def _by_day(db):
    offers.nobody_sleeps()


@pytest.fixture
def family(office):
    return offers.make_family()


@pytest.fixture
def mother(family):
    return family.memberships.get(kin="head").person


@pytest.fixture
def offer(family):
    offers.find(family)
    (made,) = offers.prepare()
    return made


@pytest.fixture
def nobody_is_drawn():
    """No decision of the rule is drawn for an officer."""
    offers.amend("sampled_share", {"all": 0})


@pytest.fixture
def says_yes(nobody_is_drawn):
    """Let the person of an offer agree, and the claims be made; the offer as it stands then."""

    def agree(offer, iban=offers.IBAN):
        offers.agree(offer, iban)
        tasks.fulfil_offers()
        offer.refresh_from_db()
        return offer

    return agree
