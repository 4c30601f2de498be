"""Where what registers give stands, and how it is read: the same query for one household and for the nation."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import DateField, Expression, F, Func, IntegerField, QuerySet, TextField, Value
from django.db.models.functions import Least, TruncDate

from socialcode.engine.derived import Raw, Receipts, derivations
from socialcode.engine.derived.receipts import REGISTERS
from socialcode.people.models import Address, LegalRepresentation, Register
from socialcode.people.models.person import ADULT_AT
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

receipts = Receipts(Register.values)
PERIOD = ("since", "until")
OF_TIES = Value(Register.CIVIL_STATUS, output_field=TextField())


class Receipt(Func):
    """The register and the day of reception of a row as one number (see `Receipts`)."""

    output_field = IntegerField()
    template = (
        f"((%(expressions)s - DATE '1970-01-01') * {REGISTERS}"
        f" + array_position(ARRAY{Register.values!r}::text[], %(register)s::text) - 1)"
    )

    def __init__(self, register, received: str | Expression):
        super().__init__(TruncDate(received) if isinstance(received, str) else received, register)

    def as_sql(self, compiler, connection, **context):
        day, register = self.source_expressions
        day_sql, day_params = compiler.compile(day)
        register_sql, register_params = compiler.compile(register)
        sql = self.template % {"expressions": day_sql, "register": register_sql}
        return sql, (*day_params, *register_params)


class Grown(Func):
    """The day on which who was born on a day is 18: 28 February where the year has no 29th, as everywhere here."""

    output_field = DateField()
    template = f"((%(expressions)s) + INTERVAL '{ADULT_AT} years')::date"


@dataclass(frozen=True)
class Source:
    """Rows by the person whom the path `person` names. `columns` are paths of the query by the names that derivations
    use; `register` and `received` (the path of a moment, or a day) say of each row where it comes from and when."""

    name: str
    rows: QuerySet
    columns: Mapping[str, str | Expression]
    person: str = "person_id"
    register: str | Expression = "source"
    received: str | Expression = "received_at"
    of_asker: bool = False

    def __post_init__(self):
        derivations.give(Raw(self.name, is_rows=True, of_asker=self.of_asker))

    def read(self, names: Iterable[str], **persons) -> QuerySet:
        """Tuples of the person, the columns named, and the receipt, in the order of the rows."""
        wanted = {f"_{name}": _path(self.columns[name]) for name in names}
        receipt = Receipt(_path(self.register), self.received)
        found = self.rows.filter(**{f"{self.person}__{how}": whom for how, whom in persons.items()})
        return found.order_by("pk").values_list(F(self.person), *wanted.values(), receipt)


def _path(path: str | Expression) -> Expression:
    return F(path) if isinstance(path, str) else path


def grown_on(person: str) -> Expression:
    """The day on which the person of a path was 18, or died before."""
    return Least(Grown(F(f"{person}birth_date")), F(f"{person}died_on"))


@dataclass
class Sources:
    """All of them by their names; a room above adds its own."""

    known: dict[str, Source] = field(default_factory=dict)

    def add(self, *sources: Source) -> None:
        self.known.update((source.name, source) for source in sources)


def named(*names: str, **others: str | Expression) -> dict[str, str | Expression]:
    """Columns that the database calls the same, and others."""
    return {**{name: name for name in names}, **others}


sources = Sources()
sources.add(
    Source("addresses", Address.objects.current(), named("region", "district", "is_rural", *PERIOD)),
    Source("incomes", Income.objects.current(), named("month", "kind", "amount"), received=F("received_on")),
    Source(
        "contributions",
        Contribution.objects.current(),
        named("month", "kind", "amount", "income"),
        received=F("received_on"),
    ),
    Source("employments", Employment.objects.current(), named("kind", "suspended_since", *PERIOD)),
    Source("studies", Study.objects.current(), named("level", "is_full_time", "is_finished", *PERIOD)),
    Source("disabilities", Disability.objects.current(), named("group", "capacity_loss", *PERIOD)),
    Source("properties", Property.objects.current(), named("kind", "text", "area", "is_unsafe", *PERIOD)),
    Source("loans", Loan.objects.current(), named("overdue", "overdue_since", *PERIOD)),
    Source("health", Health.objects.current(), named("kind", *PERIOD)),
    Source(
        "ties",
        LegalRepresentation.objects.all(),
        named("kind", *PERIOD, representative="representative_id"),
        person="represented_id",
        register=OF_TIES,
        received="represented__received_at",
    ),
    Source(
        "raised",
        LegalRepresentation.objects.all(),
        named(
            *PERIOD,
            born="represented__birth_date",
            iin="represented__iin",
            grown_on=grown_on("represented__"),
        ),
        person="representative_id",
        register=OF_TIES,
        received="represented__received_at",
        of_asker=True,
    ),
)
# Of each person: `kin` is their place in the family, `population` and `civil_status` the receipts of who they are
derivations.give(*map(Raw, ("iin", "birth_date", "sex", "legal_status", "kin", "population", "civil_status")))
