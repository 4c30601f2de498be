"""Who may open a page."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.urls import reverse


def administrators_only(view):
    """Ask visitors to sign in; refuse everybody who is not an administrator."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("accounts:login"))
        if not request.user.is_administrator:
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
