"""A row of a register: what a page shows of it, how it is found, and how a correction follows it."""

import datetime
from decimal import Decimal

from babel.dates import format_skeleton
from django.http import Http404
from django.utils import timezone, translation
from django.utils.text import capfirst
from django.utils.translation import gettext

from socialcode.law.regions import regions
from socialcode.people.models import Membership, Person, Register
from socialcode.registers.models import Dispute
from socialcode.templatetags.portal import day, money

from .schemas import SCHEMAS

NOT_SAID = {"died_on"}  # what nobody is shown or asked of themselves
FIELDS = {schema.model: tuple(name for name in schema.names if name not in NOT_SAID) for schema in SCHEMAS.values()}
NOT_SHOWN = {"district"}  # a code; the address names the place
KINDS = {model._meta.model_name: model for model in FIELDS}
REPLACED_IN_PLACE = (Person, Membership)  # of these the dispute keeps what was said before


def found(person: Person, kind: str, number) -> object:
    """A row of a person that no correction has replaced. Raises Http404."""
    model = KINDS.get(kind)
    if model is None:
        raise Http404
    mine = {"pk": person.pk} if model is Person else {"person": person}
    current = {} if model in REPLACED_IN_PLACE else {"ended_at": None}
    row = model.objects.filter(pk=number, **current).filter(**mine).first()
    if row is None:
        raise Http404
    return row


def locked(dispute: Dispute):
    """The row a dispute is about, for changing it in this transaction."""
    model = KINDS[dispute.row_type]
    return model.objects.select_for_update().get(pk=dispute.row_key)


def current(dispute: Dispute):
    """The row a dispute is about, as it is now."""
    return KINDS[dispute.row_type].objects.get(pk=dispute.row_key)


def source(row) -> str:
    return Register(getattr(row, "source", Register.POPULATION)).label


def described(row) -> list[tuple[str, str]]:
    """The label and the value of everything a row says, in the reader's language."""
    pairs = (
        (row._meta.get_field(name).verbose_name, _shown(row, name))
        for name in FIELDS[type(row)]
        if name not in NOT_SHOWN
    )
    return [(capfirst(label), text) for label, text in pairs if text]


def as_text(row, language: str) -> str:
    """What a row says in one line, to be kept."""
    with translation.override(language):
        text = "; ".join(f"{label}: {value}" for label, value in described(row))
    return text[: Dispute._meta.get_field("row_text").max_length]


def _shown(row, name: str) -> str:
    field, value = row._meta.get_field(name), getattr(row, name)
    if name == "region":
        return str(regions().get(value, value))
    if name == "month":
        return format_skeleton("yMMMM", value, locale=translation.get_language())
    match value:
        case bool():
            return gettext("yes") if value else gettext("no")
        case Decimal():
            return money(value)
        case datetime.date():
            return day(value)
    return "" if value is None else str(dict(field.flatchoices).get(value, value))


def succeed(row, values: dict):
    """Put what is right in the place of a row: a successor beside it, or in place where there is one row only."""
    if isinstance(row, REPLACED_IN_PLACE):
        return _changed(row, values)
    end(row)
    copied = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name != "id"}
    now = {"source": Register.CORRECTION, "received_at": timezone.now(), "ended_at": None}
    return type(row).objects.create(**copied | now | values)


def end(row) -> None:
    """From now on the register does not say this any more; the row stays for the history."""
    row.ended_at = timezone.now()
    row.save(update_fields=["ended_at"])


def _changed(row, values: dict):
    if isinstance(row, Membership):
        values = values | {"source": Register.CORRECTION, "received_at": timezone.now()}
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
    return row
