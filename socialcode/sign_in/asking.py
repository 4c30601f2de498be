"""What somebody who signed in is asked, until they have answered."""

from django.contrib import messages
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from socialcode.notices.telling import has_chosen
from socialcode.people.access import own_person


def how_to_tell(sender, request, user, **_signal) -> None:
    """Say in which language we write to them, with the way to another one."""
    person = own_person(user)
    if person and not has_chosen(person):
        said = _("We write to you in this language: %(language)s.") % {"language": person.get_language_display()}
        link = format_html('<a href="{}">{}</a>', reverse("notices:how"), _("Choose how we write to you"))
        messages.info(request, format_html("{} {}", said, link), fail_silently=True)  # no page, nothing to say
