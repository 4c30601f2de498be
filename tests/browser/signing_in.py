"""Signing in by the pages, as people do."""

import re

from allauth.mfa.models import Authenticator

from socialcode.notices import delivery
from tests.factories.accounts import PASSWORD, code_now, give_second_factor


def sign_in_as_staff(page, user, lands_at="**/law/manage/"):
    """With the password of the factories and both factors; the user gets an authenticator app if there is none."""
    if not Authenticator.objects.filter(user=user).exists():
        give_second_factor(user)
    page.goto("/accounts/login/")
    page.locator("#id_username").fill(user.email)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    page.wait_for_url("**/accounts/second-factor/")
    page.locator("#id_code").fill(code_now())
    page.locator("#id_code").press("Enter")
    page.wait_for_url(lands_at)


def signed_in(url):
    """Whether the address is one behind the pages that sign in."""
    return "/accounts/" not in url and "/sign-in/" not in url


def sign_in_by_code(page, person):
    page.goto("/sign-in/")
    page.locator("#id_iin").fill(person.iin)
    page.locator("#id_iin").press("Enter")
    page.wait_for_url("**/sign-in/code/")
    page.locator("#id_code").fill(code_on_the_phone(page, person))
    page.locator("#id_code").press("Enter")
    page.wait_for_url(signed_in)


def code_on_the_phone(page, person):
    """The six digits of the last message to somebody's phone that has any: other news may come beside it."""
    delivery.deliver_due()
    phone = page.context.new_page()
    phone.goto("/inbox/")
    phone.get_by_role("link", name=person.phone).click()
    phone.locator(".phone__message").last.wait_for()
    sent = phone.locator(".phone__messages").inner_text()
    phone.close()
    return re.findall(r"(?<![-0-9])[0-9]{6}\b", sent)[-1]  # no part of a number such as KM-2026-000001
