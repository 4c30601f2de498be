"""Who receives money and on which account: a person or an organisation, never both."""

from dataclasses import dataclass

from django.db.models import CheckConstraint, Q
from django.utils.translation import gettext_lazy as _

from .models import Organisation, Person


@dataclass(frozen=True)
class Payee:
    """Kept in a row as two foreign keys and the account (`iban`, empty while it is not known)."""

    who: Person | Organisation
    iban: str = ""

    @property
    def person(self) -> Person | None:
        return self.who if isinstance(self.who, Person) else None

    @property
    def organisation(self) -> Organisation | None:
        return self.who if isinstance(self.who, Organisation) else None

    @property
    def number(self) -> str:
        """The IIN or the BIN, as a bank wants it."""
        return self.who.iin if isinstance(self.who, Person) else self.who.bin

    @property
    def name(self) -> str:
        return str(self.who)


def exactly_one_payee(name: str) -> CheckConstraint:
    """The constraint of a table whose rows name either a `person` or an `organisation`."""
    return CheckConstraint(
        condition=Q(person__isnull=False, organisation=None) | Q(person=None, organisation__isnull=False),
        name=name,
        violation_error_message=_("Money goes either to a person or to an organisation."),
    )
