"""The queue as a file of comma-separated values, a line at a time, however long it is."""

import csv
from collections.abc import Iterator

from django.utils.translation import gettext as _

from socialcode.engine.registry import registry

from .states import STATES

AT_ONCE = 2000  # rows read from the database
BYTE_ORDER_MARK = "\ufeff"  # a spreadsheet then reads Kazakh and Russian letters rightly
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what makes a spreadsheet compute a cell


class _Line:
    """What csv writes to: it hands the line back."""

    def write(self, text: str) -> str:
        return text


def lines(claims) -> Iterator[str]:
    """A line of titles, then one for each claim of a query."""
    write = csv.writer(_Line()).writerow
    titles = (_("Number"), _("Payment"), _("State"), _("Received"), _("Decide by"), _("Office"), _("Officer"))
    yield BYTE_ORDER_MARK + write(titles)
    for claim in claims.iterator(chunk_size=AT_ONCE):
        officer = claim.assigned_to.full_name if claim.assigned_to else ""
        title = _(registry.provisions[claim.provision].title)
        state = STATES[claim.status][1]
        cells = (claim.number, title, state, claim.submitted_at.date(), claim.due_on, claim.office.name, officer)
        yield write([_harmless(str(cell)) for cell in cells])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
