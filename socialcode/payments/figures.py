"""Sums of runs and lists for a page: counted by the database, a fixed number of questions each."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.functional import Promise

from socialcode.engine.days import months_after
from socialcode.templatetags.portal import decimal

from .banks import Bank, bank_of
from .models import FlagKind, OrderState, PaymentOrder, PaymentRegister, PaymentRun, PaymentTask, RedFlag
from .models.flag import TO_KNOW

NOTHING = Decimal(0)


@dataclass(frozen=True)
class ListRow:
    """One list for a bank: its orders, their sum, and warnings on which nobody has decided."""

    register: PaymentRegister
    bank: Bank
    orders: int
    amount: Decimal
    open_flags: int


@dataclass(frozen=True)
class FlagRow:
    """One kind of warning: how many orders have it, their sum, and how many nobody has decided on. `look` is how it is
    marked."""

    kind: str
    label: str | Promise
    orders: int
    amount: Decimal
    open: int
    look: str


@dataclass(frozen=True)
class RunSums:
    """All orders of a run together, and those of the month before that stand."""

    orders: int
    amount: Decimal
    before: Decimal
    first: int
    held: int

    @property
    def change(self) -> Decimal | None:
        """By which share it differs from the month before; None where there was nothing."""
        return (self.amount - self.before) / self.before if self.before else None

    @property
    def change_text(self) -> str:
        """The same as a percentage with its sign."""
        percents = (self.change * 100).quantize(Decimal("0.01"))
        return f"{'+' if percents > 0 else ''}{decimal(percents)} %"


LOOKS = {FlagKind.DEAD: "error", FlagKind.REFUSED_ACCOUNT: "error", FlagKind.NEW_ACCOUNT: "info"}


def lists_of(run: PaymentRun) -> list[ListRow]:
    """The lists of a run, by bank. Three questions."""
    sums = dict(_by(run, "register", n=Count("pk"), s=Sum("amount")))
    flags = RedFlag.objects.open().filter(order__register__run=run)
    left = dict(flags.values_list("order__register").annotate(n=Count("order", distinct=True)))
    return [
        ListRow(one, bank_of(one.bank), *sums.get(one.pk, (0, NOTHING)), left.get(one.pk, 0))
        for one in run.registers.order_by("is_extra", "bank", "pk")
    ]


def flags_of(run: PaymentRun) -> list[FlagRow]:
    """The warnings of a run, by kind in the order of their weight. One question."""
    counted = (
        RedFlag.objects.filter(order__run=run)
        .values("kind")
        .annotate(
            orders=Count("order"),
            amount=Sum("order__amount"),
            open=Count("order", filter=Q(settled_at=None) & ~Q(kind__in=TO_KNOW)),
        )
    )
    found = {row["kind"]: row for row in counted}
    rows = ((kind, found[kind]) for kind in FlagKind if kind in found)
    return [
        FlagRow(kind, kind.label, row["orders"], row["amount"], row["open"], LOOKS.get(kind, "warning"))
        for kind, row in rows
    ]


def sums_of(run: PaymentRun) -> RunSums:
    """What a run pays. Three questions."""
    standing = PaymentOrder.objects.standing()
    now = standing.filter(month=run.month).aggregate(
        n=Count("pk"), s=Sum("amount"), held=Count("pk", filter=Q(state=OrderState.HELD))
    )
    month_before = months_after(run.month, -1)
    before = standing.filter(month=month_before).aggregate(s=Sum("amount"))["s"] or NOTHING
    paid_before = PaymentOrder.objects.filter(month__lt=run.month).values("award")
    first = standing.filter(month=run.month).exclude(award__in=paid_before).count()
    return RunSums(now["n"], now["s"] or NOTHING, before, first, now["held"])


def _by(run: PaymentRun, field: str, **sums):
    rows = PaymentOrder.objects.filter(register__run=run).values(field).annotate(**sums)
    return ((row[field], tuple(row[name] for name in sums)) for row in rows)


def open_flags(_user) -> QuerySet[RedFlag]:
    """Warnings on which nobody has decided."""
    return RedFlag.objects.open()


def open_tasks(_user) -> QuerySet[PaymentTask]:
    """Money that did not arrive, to be looked into."""
    return PaymentTask.objects.open()
