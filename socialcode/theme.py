"""Light or dark: the visitor's choice, kept in a cookie; without one the page follows the device."""

from django.http import HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

COOKIE = "theme"
THEMES = ("light", "dark")
ONE_YEAR = 365 * 24 * 60 * 60


def chosen(request):
    """The visitor's choice: "light", "dark" or "" for none."""
    theme = request.COOKIES.get(COOKIE)
    return theme if theme in THEMES else ""


@require_POST
def choose(request):
    """Keep the choice and come back to the same place; an empty choice follows the device again."""
    place = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(place, {request.get_host()}, require_https=request.is_secure()):
        place = "/"
    response = HttpResponseRedirect(place)
    theme = request.POST.get("theme")
    if theme in THEMES:
        response.set_cookie(COOKIE, theme, max_age=ONE_YEAR, secure=request.is_secure(), httponly=True, samesite="Lax")
    else:
        response.delete_cookie(COOKIE)
    return response
