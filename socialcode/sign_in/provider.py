"""The way to the provider of OpenID Connect, back, and out. What it says is checked by `id_tokens`."""

from urllib.parse import urlencode

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.oauth2.client import OAuth2Client, OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.conf import settings
from django.http import Http404
from django.views.decorators.http import require_POST
from requests import RequestException

from socialcode.running import environment

from .id_tokens import NotBelievedError, check_metadata, claims_of, nonce_of
from .openid import failed

WAY_OUT = "openid_way_out"  # in the session: where the provider ends its own


class WithNonce(OAuth2Client):
    def get_redirect_url(self, authorization_url, scope, extra_params):
        return super().get_redirect_url(authorization_url, scope, extra_params | {"nonce": nonce_of(self.state)})


class Provider(OpenIDConnectOAuth2Adapter):
    client_class = WithNonce

    def get_provider(self):
        provider = super().get_provider()
        provider.oauth2_adapter_class = type(self)  # which leads there; else the library's own would
        return provider

    @property
    def openid_config(self):
        try:
            return check_metadata(super().openid_config, settings.OIDC_ISSUER)
        except NotBelievedError as error:
            raise OAuth2Error(str(error)) from error

    def complete_login(self, request, app, token, **kwargs):
        if not kwargs["response"].get("id_token"):
            raise OAuth2Error("there is no ID token")
        login = super().complete_login(request, app, token, **kwargs)
        request.session[WAY_OUT] = self.openid_config.get("end_session_endpoint", "")
        return login

    def _decode_id_token(self, app, id_token):
        """The library takes what comes over TLS unread; here the signature counts."""
        with get_adapter().get_requests_session() as session:
            answer = session.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        nonce = nonce_of(self.request.GET.get("state", ""))
        try:
            return claims_of(
                id_token, keys=answer.json(), issuer=settings.OIDC_ISSUER, audience=app.client_id, nonce=nonce
            )
        except NotBelievedError as error:
            raise OAuth2Error(str(error)) from error


def _by(view):
    def go(request, provider_id):
        try:
            return view.adapter_view(Provider(request, provider_id))(request)
        except SocialApp.DoesNotExist as error:
            raise Http404 from error
        except (OAuth2Error, RequestException) as error:
            return failed(request, "the provider does not answer as it should", error).response

    return go


leave = require_POST(_by(OAuth2LoginView))
come_back = _by(OAuth2CallbackView)


def way_out(request) -> str:
    """Where to end the session at the provider by which somebody signed in; empty for everybody else."""
    address = request.session.get(WAY_OUT, "")
    if environment.origin(address) != environment.origin(settings.OIDC_ISSUER) or not address:
        return ""
    back = {
        "client_id": settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["client_id"],
        "post_logout_redirect_uri": f"{settings.PORTAL_ADDRESS}/",
    }
    return f"{address}?{urlencode(back)}"
