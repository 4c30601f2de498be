"""Two administrators make an account strong in a real browser: on a phone and on a desktop, in Kazakh."""

import pytest

from socialcode.accounts.actions import changing, staff
from socialcode.accounts.links import address_of
from socialcode.accounts.models import PasswordLink, Role
from tests.factories import people
from tests.factories.accounts import make_administrator


@pytest.mark.parametrize("size", ["phone", "desktop"])
def test_asking_and_agreeing_shuts_nobody_out(page, enter, office, barrier_free, size):
    first, second = make_administrator(), make_administrator("second@example.org", "Second Administrator")
    newcomer = staff.add_staff(email="new@example.org", full_name="Жаңа Қызметкер", iin=people.make_iin(), by=first)
    asked = changing.ask_role(user=newcomer, role=Role.OFFICER, office=office, by=first)
    enter(first)
    page.goto(f"/accounts/people/{newcomer.key}/")
    page.evaluate("for (const part of document.querySelectorAll('details')) part.open = true")
    barrier_free()
    enter(second)
    page.goto("/accounts/people/")
    barrier_free()
    page.locator(f"form[action$='{asked.key}/agree/'] button").click()
    page.wait_for_url(f"**/people/{newcomer.key}/")
    assert newcomer.role_grants.get().agreed_by == second
    barrier_free()
    page.goto("/accounts/people/new/")
    barrier_free()
    page.context.clear_cookies()
    page.context.add_cookies([{"name": "django_language", "value": "kk", "url": page.url}])
    page.goto(address_of(PasswordLink.objects.get()).partition("8000")[2])
    barrier_free()
