"""Those who pay, an award in payment, and the treasury, for the ways of money by the pages alone."""

from functools import partial

import pytest

from socialcode.accounts.models import Role
from socialcode.demo.treasury import rounds
from tests.factories import people
from tests.factories.granted import make_computed


@pytest.fixture
def mother(live_server, language):
    return people.make_person(language=language)


@pytest.fixture
def granted(live_server, mother, office, officer):
    """An award as it is granted: `granted("large_family", on=DAY, children_under_18=4)`."""
    return partial(make_computed, office, officer, mother)


@pytest.fixture
def payers(live_server, settings, tmp_path):
    """Two specialists for payments; messages to banks have folders of their own."""
    settings.PAYMENTS_FOLDER = tmp_path / "payments"
    return [people.make_staff(Role.PAYER) for _place in range(2)]


@pytest.fixture
def treasury(payers):
    """Has the invented treasury answer what lies there."""
    return rounds.once


@pytest.fixture
def press(page, visited):
    """Presses the button of a form that posts to an address with such an end, and looks at the page it leads to."""

    def pressed(end):
        page.locator(f"form[action$='{end}'] button").first.click()
        page.wait_for_load_state()
        visited()

    return pressed


@pytest.fixture
def open_page(page, visited):
    """Opens an address and looks at it."""

    def opened(address):
        assert page.goto(address).status == 200, address
        visited()

    return opened
