"""The queue as a table in a file, a row at a time, however long it is."""

from collections.abc import Iterator
from typing import IO

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from socialcode import spreadsheet
from socialcode.engine.registry import registry

from ..states import STATES

AT_ONCE = 2000  # rows read from the database


def lines(claims) -> Iterator[str]:
    """A line of titles, then one for each claim of a query, as the reader's Excel opens them."""
    return spreadsheet.lines_for_people(_titles(), _rows(claims))


def workbook(claims) -> IO[bytes]:
    """The same as an open file of Excel."""
    return spreadsheet.workbook(_titles(), _rows(claims))


def _titles() -> tuple[str, ...]:
    return (
        pgettext("claim", "Number"),
        _("Payment"),
        _("State"),
        _("Received"),
        _("Decide by"),
        _("Office"),
        _("Officer"),
    )


def _rows(claims) -> Iterator[tuple]:
    return map(_cells, claims.iterator(chunk_size=AT_ONCE))


def _cells(claim) -> tuple:
    officer = claim.assigned_to.full_name if claim.assigned_to else ""
    title = _(registry.provision(claim.provision).title)
    state = STATES[claim.status][1]
    return (claim.number, title, str(state), claim.submitted_at.date(), claim.due_on, claim.office.name, officer)
