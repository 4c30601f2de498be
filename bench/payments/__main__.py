"""A month's payments: `python -m bench.payments [--orders 20000]`.

In a database of its own, which is removed at the end. Orders are made, lists approved, messages written, answered by
the invented treasury (which is not timed), read and reconciled; then the orders of the next month are made. Beside it
stand the same rows by plain COPY, into a table without indexes and into one like the portal's.
"""

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from bench.database import own_database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
DATABASE = "bench_payments"
MOST = 3.0  # times as long as plain COPY


def main() -> None:
    """Make the awards, pay them, and print what it took; ends with 1 where it took longer than the goal."""
    reader = argparse.ArgumentParser(prog="python -m bench.payments")
    reader.add_argument("--orders", type=int, default=20_000)
    asked = reader.parse_args()
    with own_database(DATABASE, "load_law"), tempfile.TemporaryDirectory(prefix="bench-payments-") as folder:
        found = _measured(asked.orders, Path(folder))
    print(json.dumps(found, indent=2))
    sys.exit(found["all / copy"] > MOST)


def _measured(count: int, folder: Path) -> dict:
    from django.conf import settings  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from bench.payments import filling  # noqa: PLC0415
    from socialcode.engine.days import months_after, start_of_month  # noqa: PLC0415

    settings.PAYMENTS_FOLDER = folder
    month = start_of_month(timezone.localdate())
    filling.make_awards(count, month)
    steps, copied, again = Steps(), Steps(), Steps()
    _pay(month, steps)
    counted = _counted(month, count)
    _copy(copied)
    with again.timed("orders of the next month"):
        _make(months_after(month, 1), _payer())
    return {
        **{"orders": count, **counted, "seconds": steps.seconds | again.seconds | copied.seconds},
        **{"seconds of this process": steps.processor | again.processor, "load": round(os.getloadavg()[0], 1)},
        **{f"all / {name}": round(steps.together / took, 2) for name, took in copied.seconds.items()},
    }


class Steps:
    """What each step took, on the wall and of this process; what PostgreSQL's took is only on the wall."""

    def __init__(self):
        self.seconds: dict[str, float] = {}
        self.processor: dict[str, float] = {}

    @contextmanager
    def timed(self, name: str):
        began, own = time.perf_counter(), time.process_time()
        yield
        self.seconds[name] = round(time.perf_counter() - began, 2)
        self.processor[name] = round(time.process_time() - own, 2)

    @property
    def together(self) -> float:
        return sum(self.seconds.values())


def _pay(month, steps: Steps) -> None:
    """A month from its orders to the end."""
    from socialcode.demo.treasury import rounds  # noqa: PLC0415
    from socialcode.payments import balance, receiving, sending  # noqa: PLC0415
    from socialcode.payments.actions import listing  # noqa: PLC0415

    first, second, third = _payer(), _payer(), _payer()
    with steps.timed("orders"):
        run = _make(month, first)
    with steps.timed("approved"):
        for register in run.registers.all():
            listing.submit(register=register, by=first)
            for by in (second, third):
                register.refresh_from_db()
                if register.state == "waiting":
                    listing.approve(register=register, by=by)
    with steps.timed("exported"):
        while sending.write_next():
            pass
        sending.deliver()
    for _round in range(3):  # late answers and what comes back
        rounds.once()
    with steps.timed("answers read"):
        receiving.read_all()
    with steps.timed("reconciled"):
        differences = [row.difference for by in balance.BY for row in balance.rows_of(month, by)]
        is_right = balance.sent_in(month).is_right and not any(differences)
    if not is_right:
        sys.exit("The month does not balance.")


def _make(month, by):
    from socialcode.payments.actions import running  # noqa: PLC0415
    from socialcode.payments.making import planning, working  # noqa: PLC0415

    run = running.start_run(month=month, by=by)
    planning.cut_once(run)
    while working.work_on(run):
        pass
    return run


def _payer():
    from socialcode.accounts.models import Role  # noqa: PLC0415
    from tests.factories import people  # noqa: PLC0415

    return people.make_staff(Role.PAYER)


def _counted(month, count: int) -> dict:
    """How many there are of what, and the memory that it took."""
    from socialcode.payments.models import PaymentOrder, Told  # noqa: PLC0415

    orders = PaymentOrder.objects.filter(month=month)
    if orders.count() != count:
        sys.exit("Not everybody has an order.")
    return {
        "paid": orders.filter(state="paid").count(),
        "refused or came back": orders.filter(state__in=["rejected", "returned"]).count(),
        "answers": Told.objects.count(),
        "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _copy(steps: Steps) -> None:
    """The same rows by plain COPY: awards out, orders and lines in, what is exported out, answers in."""
    from bench.payments import copying  # noqa: PLC0415

    tables = {
        "payments_paymentorder": copying.ORDERS,
        "payments_orderline": copying.LINES,
        "payments_told": copying.TOLD,
    }
    for name, bare in (("copy", True), ("copy with indexes", False)):
        rows = {table: copying.held(query) for table, query in tables.items()}
        with steps.timed(name):
            copying.out(copying.AWARDS)
            for table, held in rows.items():
                copying.into(table, held, bare=bare)
            copying.out(copying.EXPORTED)


if __name__ == "__main__":
    main()
