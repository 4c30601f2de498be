"""Sign-in by OpenID Connect: the provider says the IIN, the register says who that is."""

import logging

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from socialcode.running import ways_out

from . import actions

log = logging.getLogger(__name__)


class OpenIdAdapter(DefaultSocialAccountAdapter):
    def get_requests_session(self):
        """As the library's, and no answer of the provider leads the portal elsewhere, or takes for ever."""
        session = super().get_requests_session()
        ways_out.bound(session)
        session.max_redirects = 0
        return session

    def pre_social_login(self, request, sociallogin):
        """Link the provider's account to the person of its IIN; nobody else gets in."""
        said = sociallogin.account.extra_data
        sociallogin.account.extra_data = {}  # what else the provider knows is none of the portal's business
        person = actions.person_to_sign_in(iin_of(said))
        if person is None:
            raise refused(request, _("The provider did not name a person whom the register knows. Sign in by IIN."))
        user = actions.account_of(person)
        if not sociallogin.is_existing:
            sociallogin.connect(request, user)
        elif sociallogin.user == user:
            sociallogin.account.save(update_fields=["extra_data"])
        else:
            raise refused(request, _("This account of the provider belongs to another person. Sign in by IIN."))

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        raise failed(request, error, exception)


def iin_of(said: dict) -> str:
    """The IIN in the provider's answer; empty if there is none, or if its two parts speak of different people."""
    token, details = said.get("id_token", {}), said.get("userinfo", {})
    if token and details and token.get("sub") != details.get("sub"):
        return ""
    return str((token | details).get(settings.OIDC_IIN_CLAIM, ""))


def failed(request, error, exception=None):
    log.warning("A sign-in by OpenID Connect failed: %s", error, exc_info=exception)
    return refused(request, _("The sign-in with the provider did not work. Try again, or sign in by IIN."))


def refused(request, sentence):
    messages.error(request, sentence)
    return ImmediateHttpResponse(redirect("sign_in:start"))
