"""What stands in front of a citizen's pages: signing in, and that the claim is their own."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.views.decorators.cache import never_cache

from socialcode.cases import access


def signed_in(view):
    """Ask visitors to sign in; caches keep nothing of what a person sees."""
    return never_cache(login_required(view))


def own_claim(view):
    """Hand the view a claim of the citizen's own."""

    @wraps(view)
    def opened(request, key, **options):
        return view(request, access.open_as_citizen(key, by=request.user), **options)

    return signed_in(opened)
