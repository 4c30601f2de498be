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
    if kind not in KINDS:
        raise Http404
    current = {} if KINDS[kind] in REPLACED_IN_PLACE else {"ended_at": None}
    row = _of(person, kind).filter(pk=number, **current).first()
    if row is None:
        raise Http404
    return row


def _of(person: Person, kind: str):
    """Of one person alone: months have no index by their numbers."""
    model = KINDS[kind]
    return model.objects.filter(**({"pk": person.pk} if model is Person else {"person": person}))


def locked(dispute: Dispute):
    """The row a dispute is about, for changing it in this transaction."""
    return _of(dispute.person, dispute.row_type).select_for_update().get(pk=dispute.row_key)


def current(dispute: Dispute):
    """The row a dispute is about, as it is now."""
    return _of(dispute.person, dispute.row_type).get(pk=dispute.row_key)


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
    row.end()
    received = {"received_at", "received_on", "ended_at"}
    copied = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name != "id"}
    said = {name: value for name, value in copied.items() if name not in received}
    return type(row).objects.create(**said | {"source": Register.CORRECTION} | values)


def _changed(row, values: dict):
    if isinstance(row, Membership):
        values = values | {"source": Register.CORRECTION, "received_at": timezone.now()}
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
    return row
