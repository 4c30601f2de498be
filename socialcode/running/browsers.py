"""What browsers are told for the settings: which content to trust, and names of cookies that no other host can set."""

from csp.constants import NONE, SELF

from socialcode.running import environment


def content_policy(provider: str) -> dict:
    """The content policy of every answer; `provider` is the address of the sign-in provider, or empty."""
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],  # Bootstrap draws its ticks and arrows as data: pictures
            "font-src": [SELF],
            "connect-src": [SELF],
            # Browsers follow a form's redirects too
            "form-action": [SELF, *filter(None, [environment.origin(provider)])],
            "frame-ancestors": [NONE],
            "base-uri": [NONE],
            "object-src": [NONE],
        },
    }


def cookie_names(*names: str, over_https: bool) -> list[str]:
    """With `__Host-` a browser takes a cookie from this host alone, for all its paths, and over HTTPS alone."""
    return [f"__Host-{name}" if over_https else name for name in names]
