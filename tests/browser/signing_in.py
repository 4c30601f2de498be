"""Signing in by the pages, as people do."""

from allauth.mfa.models import Authenticator

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
