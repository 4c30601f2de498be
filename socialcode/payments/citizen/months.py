"""The payments of a person by month, with what was withheld and why, and when the next ones come."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import Prefetch
from django.utils import timezone

from socialcode.awards import ledger
from socialcode.awards.models import Award
from socialcode.engine.days import months_after, start_of_month
from socialcode.engine.registry import registry
from socialcode.payments.actions.running import payment_day
from socialcode.payments.models import OrderState, PaymentOrder, PaymentRun, PaymentTask
from socialcode.people.models import Person

MOST_MONTHS = 24
SEEN = (OrderState.SENT, OrderState.PAID, OrderState.REJECTED, OrderState.RETURNED)


@dataclass(frozen=True)
class Payment:
    """One payment of a month: its order with its lines, and what is being looked into about it."""

    order: PaymentOrder
    title: str
    can_ask: bool
    task: PaymentTask | None

    @property
    def is_plain(self) -> bool:
        """Whether it is the amount of the month and nothing else."""
        return len(self.order.lines.all()) == 1


@dataclass(frozen=True)
class Month:
    """What was paid in a month, together and one by one."""

    month: datetime.date
    amount: Decimal
    payments: list[Payment]


@dataclass(frozen=True)
class Next:
    """The next payments: the day, and what they come to as far as it is granted today."""

    day: datetime.date
    amount: Decimal


def months_of(orders) -> list[Month]:
    """The months of orders that a citizen may see, the newest first."""
    today = timezone.localdate()
    found = orders.filter(state__in=SEEN).select_related("run").order_by("-month", "pk")
    open_tasks = Prefetch("tasks", PaymentTask.objects.open(), to_attr="open_tasks")
    found = found.prefetch_related("lines", open_tasks)
    first = months_after(start_of_month(today), -MOST_MONTHS)
    by_month = groupby(found.filter(month__gt=first), lambda order: order.month)
    return [_month(month, list(of_month), today) for month, of_month in by_month]


def next_of(person: Person) -> Next | None:
    """When money comes next; None where nothing is granted that goes on."""
    today = timezone.localdate()
    paid = PaymentRun.objects.exclude(finished_at=None).filter(pay_on__lt=today).order_by("-month").first()
    this = start_of_month(today)
    month = months_after(this, 1) if paid and paid.month >= this else this
    awards = Award.objects.filter(person=person, state=Award.State.IN_PAYMENT)
    amount = sum((one.net for one in ledger.owed(awards, through=month, since=month) if one.month == month), Decimal(0))
    return Next(payment_day(month), amount) if amount else None


def _month(month: datetime.date, orders: list[PaymentOrder], today: datetime.date) -> Month:
    payments = [_payment(order, today) for order in orders]
    arriving = (order.amount for order in orders if order.state in (OrderState.SENT, OrderState.PAID))
    return Month(month, sum(arriving, Decimal(0)), payments)


def _payment(order: PaymentOrder, today: datetime.date) -> Payment:
    task = next(iter(order.open_tasks), None)
    may_ask = order.state in (OrderState.SENT, OrderState.PAID) and order.run.pay_on <= today and task is None
    return Payment(order, str(registry.provision(order.provision).title), may_ask, task)
