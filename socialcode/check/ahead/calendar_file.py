"""Days to remember as a calendar file (RFC 5545) that a phone or a computer takes into its calendar."""

import datetime
from collections.abc import Iterable
from hashlib import sha256

from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from socialcode.entitlement.months import AGAIN, APPLY, END

from .months_page import DayToRemember

TO_REMEMBER = (APPLY, END, AGAIN)
WARNED_BEFORE = datetime.timedelta(days=14)


def calendar_file(events: Iterable[DayToRemember]) -> bytes:
    """Whole days without a time: last days to apply and last days of payments. Deadlines ring two weeks before."""
    calendar = Calendar()
    calendar.add("prodid", "-//Social Code//Months//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Social Code"))
    for event in events:
        if event.kind in TO_REMEMBER:
            calendar.add_component(_entry(event))
    return calendar.to_ical()


def _entry(event: DayToRemember) -> Entry:
    """The same day read again replaces the one that is in the calendar already."""
    entry = Entry()
    name = sha256(f"{event.kind} {event.day} {event.title}".encode()).hexdigest()[:32]
    entry.add("uid", f"{name}@social-code")
    entry.add("dtstamp", timezone.now())
    entry.add("dtstart", event.day)
    entry.add("dtend", event.day + datetime.timedelta(days=1))
    entry.add("summary", event.title)
    entry.add("transp", "TRANSPARENT")
    if event.text:
        entry.add("description", event.text)
    if event.kind != END:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.title)
        alarm.add("trigger", -WARNED_BEFORE)
        entry.add_component(alarm)
    return entry
