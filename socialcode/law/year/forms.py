"""The form of a year: a figure for every cell, the act once, and a place to paste a table into."""

import datetime
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass, replace

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from socialcode.engine.parameters import Parameter

from ..fields import DayField, FigureField
from ..forms import ProposalForm
from ..policies import Proposal, UnusualChangeError, objections
from .cells import Cell, Group
from .pasting import LONGEST

SEEN = "seen:"  # before the name of a cell: the tick of somebody who looked at an unusual figure twice
DETAILS = ("act", "source", "evidence", "reason")


@dataclass(frozen=True)
class Row:
    """A cell with its field. `new` is the figure that is typed or entered, None where there is none."""

    cell: Cell
    field: forms.BoundField | None
    tick: forms.BoundField | None
    new: object

    @property
    def change(self):
        return self.cell.change(self.new)

    @property
    def points(self):
        """Of a share: by how many points of a percentage it differs."""
        is_share = self.cell.parameter.unit == "share" and None not in (self.new, self.cell.last)
        return (self.new - self.cell.last) * 100 if is_share else None

    @property
    def is_same(self) -> bool:
        return self.new is not None and self.new == self.cell.last


class YearForm(forms.Form):
    """Figures are optional: what is not known yet is entered later, as a set of its own."""

    pasted = forms.CharField(
        label=_("Rows of a table"),
        max_length=LONGEST,
        required=False,
        help_text=_(
            "Copy them out of a spreadsheet: in each line a name and a figure. Names may be Kazakh, Russian or English."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, since: datetime.date, groups: Iterable[Group], **kwargs):
        super().__init__(*args, **kwargs)
        self.since, self.groups = since, list(groups)
        self.proposals: list[Proposal] = []
        self.fields |= {name: deepcopy(ProposalForm.base_fields[name]) for name in DETAILS}
        self.fields["act"].required = False  # who enters nothing needs none; with a value it is asked for
        open_cells = (cell for group in self.groups for cell in group.cells if cell.version is None)
        self.fields |= {cell.field: _field_of(cell) for cell in open_cells}

    def clean(self):
        cleaned = super().clean()
        for group in self.groups:
            for cells in _values_of(group):
                self._propose(cells)
        return cleaned

    def _propose(self, cells: list[Cell]) -> None:
        """What the cells of one value say together."""
        given = {cell.entry: self.cleaned_data.get(cell.field) for cell in cells}
        if all(figure is None for figure in given.values()):
            return
        missing = [cell for cell in cells if given[cell.entry] is None and cell.field not in self.errors]
        for cell in missing:
            self.add_error(cell.field, _("Enter every figure of the table."))
        if missing or any(cell.field in self.errors for cell in cells):
            return
        proposal = Proposal(
            parameter=cells[0].parameter,
            since=self.since,
            value=given[None] if cells[0].entry is None else given,
            region=cells[0].region,
            **{name: self.cleaned_data.get(name) or "" for name in DETAILS},
        )
        for objection in objections(proposal):
            self._object(cells, objection)
        self.proposals.append(replace(proposal, change_checked=True))  # what is unusual and not ticked is an error

    def _object(self, cells: list[Cell], objection) -> None:
        by_field = {"value": cells[0].field} | {f"value_{cell.entry}": cell.field for cell in cells}
        name = by_field.get(objection.field, objection.field)
        if isinstance(objection, UnusualChangeError):
            self.fields[f"{SEEN}{name}"] = forms.BooleanField(label=_("I have checked this figure"), required=False)
            if f"{SEEN}{name}" in self.data:
                return
        name = name if name in self.fields else None
        if str(objection) not in self.errors.get(name or NON_FIELD_ERRORS, ()):
            self.add_error(name, str(objection))

    def rows(self, group: Group) -> list[Row]:
        """The cells of a group with their fields."""
        return [self._row(cell) for cell in group.cells]

    def _row(self, cell: Cell) -> Row:
        if cell.version is not None:
            return Row(cell, None, None, cell.entered)
        tick = f"{SEEN}{cell.field}"
        new = self._typed(cell) if self.is_bound else None
        return Row(cell, self[cell.field], self[tick] if tick in self.fields else None, new)

    def _typed(self, cell: Cell):
        """The figure of a cell as far as it can be read, also where something speaks against it."""
        try:
            return self.fields[cell.field].clean(self.data.get(cell.field))
        except forms.ValidationError:
            return None


def _field_of(cell: Cell) -> forms.Field:
    if cell.parameter.kind == "date":
        return DayField(label=cell.full_label, required=False)
    return FigureField(label=cell.full_label, unit=cell.parameter.unit, required=False)


def _values_of(group: Group) -> list[list[Cell]]:
    """The open cells of a group, those of one value together."""
    values: dict[tuple[Parameter, str], list[Cell]] = {}
    for cell in group.cells:
        if cell.version is None:
            values.setdefault((cell.parameter.name, cell.region), []).append(cell)
    return list(values.values())
