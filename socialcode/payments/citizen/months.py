"""The payments of a person by month, with what was withheld and why, and when the next ones come."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.db.models import Prefetch, Sum
from django.utils import timezone

from socialcode.awards.models import Award
from socialcode.engine.days import end_of_month, months_after, start_of_month
from socialcode.payments import reasons
from socialcode.payments.actions.running import payment_day
from socialcode.payments.making.lines import due
from socialcode.payments.models import ArrivalQuestion, OrderState, PaymentOrder, PaymentTask
from socialcode.people.models import Person

MOST_MONTHS = 24
CAME_BACK = (PaymentTask.Kind.REJECTED, PaymentTask.Kind.RETURNED)
SEEN = (OrderState.SENT, OrderState.PAID, OrderState.REJECTED, OrderState.RETURNED)


@dataclass(frozen=True)
class Payment:
    """One payment of a month: its order with its lines, and what is being looked into about it; `why` is the bank's
    reason in words where the money came back, else empty."""

    order: PaymentOrder
    title: str
    can_ask: bool
    task: PaymentTask | None
    why: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it is the amount of the month and nothing else."""
        return len(self.order.lines.all()) == 1

    @property
    def is_asked(self) -> bool:
        """Whether the person is asked if it arrived, and has not said it."""
        said = (ArrivalQuestion.Answer.ARRIVED, ArrivalQuestion.Answer.MISSED)
        return hasattr(self.order, "arrival") and self.order.arrival.answer not in said


@dataclass(frozen=True)
class Month:
    """What was paid in a month, together and one by one."""

    month: datetime.date
    amount: Decimal
    payments: list[Payment]


@dataclass(frozen=True)
class Next:
    """The next payments: the day, and what they come to in hand as far as it is granted today, with what is still owed
    for earlier months and without what is on its way already."""

    day: datetime.date
    amount: Decimal


def months_of(orders) -> list[Month]:
    """The months of orders that a citizen may see, the newest first."""
    today = timezone.localdate()
    found = orders.filter(state__in=SEEN).select_related("run", "arrival").order_by("-month", "pk")
    open_tasks = Prefetch("tasks", PaymentTask.objects.open(), to_attr="open_tasks")
    found = found.prefetch_related("lines", open_tasks)
    first = months_after(start_of_month(today), -MOST_MONTHS)
    by_month = groupby(found.filter(month__gt=first), lambda order: order.month)
    return [_month(month, list(of_month), today) for month, of_month in by_month]


def next_of(person: Person) -> Next | None:
    """When money comes next; None where nothing is granted that goes on."""
    today = timezone.localdate()
    this = start_of_month(today)
    made = PaymentOrder.objects.filter(person=person, state=OrderState.ORDERED).aggregate(sum=Sum("amount"))["sum"]
    for month in (this, months_after(this, 1)):
        ordered = PaymentOrder.objects.standing().filter(month=month).values("award")
        left = Award.objects.filter(person=person, since__lte=end_of_month(month)).exclude(pk__in=ordered)
        # One by one: keys of a person's awards lie far apart, and `due` reads all that was paid between two keys
        owed = sum((one.amount for key in left.values_list("pk", flat=True) for one in due([key], month)), Decimal(0))
        if made or owed:
            return Next(payment_day(month), (made or Decimal(0)) + owed)
    return None


def _month(month: datetime.date, orders: list[PaymentOrder], today: datetime.date) -> Month:
    payments = [_payment(order, today) for order in orders]
    arriving = (order.amount for order in orders if order.state in (OrderState.SENT, OrderState.PAID))
    return Month(month, sum(arriving, Decimal(0)), payments)


def _payment(order: PaymentOrder, today: datetime.date) -> Payment:
    task = next(iter(order.open_tasks), None)
    may_ask = order.state in (OrderState.SENT, OrderState.PAID) and order.run.pay_on <= today and task is None
    why = reasons.in_words(task.reason) if task and task.kind in CAME_BACK else ""
    return Payment(order, order.title, may_ask, task, why)
