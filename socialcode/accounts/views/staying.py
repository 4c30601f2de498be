"""How long one stays signed in, and staying longer: for the script that says so in time."""

from django.http import JsonResponse
from django.views.decorators.cache import never_cache

from socialcode.accounts.sessions import time_left as left_of


@never_cache
def time_left(request):
    """Seconds left, as JSON. A POST is a sign of life and prolongs the session; a GET is none."""
    left = left_of(request)
    if left is None:
        return JsonResponse({"seconds": 0, "at_most": 0}, status=401)
    return JsonResponse({"seconds": left.seconds, "at_most": left.at_most})
