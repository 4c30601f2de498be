"""Every kind of rows that a register sends. `Person` and `Membership` say who somebody is and with whom they live."""

from django.db import models

from socialcode.people.models import Address, Membership, Person, Register
from socialcode.registers.models import (
    Contribution,
    Disability,
    Employment,
    Health,
    Income,
    Loan,
    Property,
    Study,
)

from .declaration import Schema

PERIOD = ("since", "until")
SCHEMAS = {
    schema.name: schema
    for schema in (
        Schema(
            "person",
            Person,
            Register.POPULATION,
            (
                "surname",
                "given_name",
                "patronymic",
                "birth_date",
                "died_on",
                "sex",
                "legal_status",
                "phone",
                "email",
            ),
            key=(),
        ),
        Schema("membership", Membership, Register.CIVIL_STATUS, ("kin", *PERIOD), key=("since",)),
        Schema(
            "address",
            Address,
            Register.ADDRESSES,
            ("region", "district", "text", "is_rural", *PERIOD),
            key=("since",),
        ),
        Schema("income", Income, Register.TAXES, ("month", "kind", "amount"), key=("month", "kind"), by_month=True),
        Schema(
            "contribution",
            Contribution,
            Register.SOCIAL_INSURANCE,
            ("month", "kind", "amount", "income"),
            key=("month", "kind"),
            by_month=True,
        ),
        Schema(
            "employment",
            Employment,
            Register.LABOUR,
            ("kind", "employer", "suspended_since", *PERIOD),
            key=("kind", "employer", "since"),
        ),
        Schema(
            "study",
            Study,
            Register.EDUCATION,
            ("place", "level", "is_full_time", "is_finished", *PERIOD),
            key=("place", "since"),
        ),
        Schema(
            "disability",
            Disability,
            Register.DISABILITY,
            ("group", "cause", "capacity_loss", *PERIOD),
            key=("since",),
        ),
        Schema(
            "property",
            Property,
            Register.PROPERTY,
            ("kind", "text", "area", "is_unsafe", *PERIOD),
            key=("kind", "text", "since"),
        ),
        Schema("health", Health, Register.HEALTH, ("kind", "text", *PERIOD), key=("kind", "text", "since")),
        Schema("loan", Loan, Register.CREDIT, ("lender", "overdue", "overdue_since", *PERIOD), key=("lender", "since")),
    )
}
ABOUT_PEOPLE = tuple(schema for schema in SCHEMAS.values() if schema.model not in (Person, Membership))
_by_model = {schema.model: schema for schema in SCHEMAS.values()}


def of_model(model: type[models.Model]) -> Schema:
    """The schema of the rows that a model keeps."""
    return _by_model[model]
