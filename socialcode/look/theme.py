"""Light or dark: the visitor's choice, kept in a cookie; without one the page follows the device."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

THEMES = ("light", "dark")
ONE_YEAR = 365 * 24 * 60 * 60


def chosen(request):
    """The visitor's choice: "light", "dark" or "" for none."""
    theme = request.COOKIES.get(settings.THEME_COOKIE_NAME)
    return theme if theme in THEMES else ""


@require_POST
def choose(request):
    """Keep the choice and come back to the same place; an empty choice follows the device again."""
    place = request.POST.get("next", request.GET.get("next", ""))
    if not url_has_allowed_host_and_scheme(place, {request.get_host()}, require_https=request.is_secure()):
        place = "/"
    response = HttpResponseRedirect(place)
    theme = request.POST.get("theme")
    if theme in THEMES:
        safely = {"secure": settings.SESSION_COOKIE_SECURE, "httponly": True, "samesite": "Lax"}
        response.set_cookie(settings.THEME_COOKIE_NAME, theme, max_age=ONE_YEAR, **safely)
    else:
        response.delete_cookie(settings.THEME_COOKIE_NAME)
    return response
