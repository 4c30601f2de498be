"""What stands in front of pages about work that a person opens for themselves."""

from functools import wraps

from django.core.exceptions import PermissionDenied

from socialcode.cases.citizen.doors import signed_in
from socialcode.people.access import own_person


def citizens_only(view):
    """Ask visitors to sign in; let in who is a person of the register. `request.own` is that person."""

    @wraps(view)
    def opened(request, *args, **options):
        request.own = own_person(request.user)
        if request.own is None:
            raise PermissionDenied
        return view(request, *args, **options)

    return signed_in(opened)
