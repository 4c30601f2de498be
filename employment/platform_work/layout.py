"""What a statement of an operator looks like: the columns of its file, a row for each performer and month."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from socialcode.people.models import Organisation, Register
from socialcode.registers.receiving.layouts import IIN, Layout
from socialcode.registers.schemas import Column, Kind

from .merging import merge
from .models import Payout

NAME = "platform"
MONEY = ("income", "tax", "pension", "employer_pension", "social", "health")
COLUMNS = (
    IIN,
    Column("received_on", Kind.DAY, _("Day on which the money withheld was transferred")),
    Column("month", Kind.DAY, _("Month of the income: any day of it")),
    *(Column(name, Kind.MONEY, Payout._meta.get_field(name).verbose_name, least=0) for name in MONEY),
)


def kind_of(operator: Organisation) -> str:
    """By what deliveries of one operator are told from those of others."""
    return f"{NAME}{operator.bin}"


def layout_of(operator: Organisation) -> Layout:
    """The layout of one operator's files: nobody says anything in another one's name."""
    named = {column.name: column for column in COLUMNS}
    return Layout(NAME, Register.PLATFORMS, Payout, named, ("month",), merged_by=partial(merge, operator=operator.pk))
