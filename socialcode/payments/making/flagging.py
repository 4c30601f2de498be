"""What has to be looked at before money leaves: one statement a kind, over all orders of a run or of one list."""

from django.db import connection
from django.utils import timezone

from socialcode.awards.models import Change
from socialcode.engine.days import months_after
from socialcode.law.values import values_on
from socialcode.payments import paid
from socialcode.payments.models import FlagKind, PaymentOrder, PaymentRegister, PaymentRun, RedFlag
from socialcode.people.models import Address, Person

ORDERS, FLAGS = PaymentOrder._meta.db_table, RedFlag._meta.db_table
PERSONS, ADDRESSES = Person._meta.db_table, Address._meta.db_table
IN_FORCE = "at.since <= %(today)s AND (at.until IS NULL OR at.until >= %(today)s)"
FOUND = {  # of orders `o`: what is said of each, and which they are
    FlagKind.NO_ACCOUNT: ("'{}'::jsonb", "WHERE o.iban = ''"),
    FlagKind.DEAD: (
        "jsonb_build_object('died_on', p.died_on)",
        f"JOIN {PERSONS} p ON p.id = o.person_id WHERE p.died_on IS NOT NULL",
    ),
    FlagKind.MOVED_AWAY: (
        "'{}'::jsonb",
        f"""WHERE o.person_id IS NOT NULL
            AND EXISTS (SELECT FROM {ADDRESSES} at WHERE at.person_id = o.person_id)
            AND NOT EXISTS (SELECT FROM {ADDRESSES} at
                            WHERE at.person_id = o.person_id AND at.ended_at IS NULL AND {IN_FORCE})""",
    ),
    FlagKind.SHARED_ACCOUNT: (
        "jsonb_build_object('persons', shared.persons)",
        f"""JOIN (SELECT iban, count(DISTINCT person_id) AS persons FROM {ORDERS}
                  WHERE month = %(month)s AND iban <> '' AND person_id IS NOT NULL
                  GROUP BY iban HAVING count(DISTINCT person_id) > %(most_persons)s) shared ON shared.iban = o.iban
            WHERE o.person_id IS NOT NULL""",
    ),
    FlagKind.JUMP: (
        "jsonb_build_object('before', before.amount::text, 'now', o.amount::text)",
        f"""JOIN {ORDERS} before ON before.award_id = o.award_id AND before.month = %(month_before)s
                 AND before.state NOT IN ('replaced', 'cancelled')
            WHERE abs(o.amount - before.amount) > before.amount * %(jump)s""",
    ),
    FlagKind.REFUSED_ACCOUNT: (
        "'{}'::jsonb",
        f"""WHERE o.iban <> '' AND EXISTS (
                SELECT FROM {ORDERS} before WHERE before.iban = o.iban AND before.id <> o.id
                AND before.person_id IS NOT DISTINCT FROM o.person_id
                AND (before.state IN ('rejected', 'returned')
                     OR EXISTS (SELECT FROM {ORDERS} again
                                WHERE again.replaces_id = before.id AND again.iban <> o.iban)))""",
    ),
    FlagKind.NEW_ACCOUNT: (
        "'{}'::jsonb",
        f"""WHERE o.iban <> ''
            AND EXISTS (SELECT FROM {ORDERS} before WHERE before.award_id = o.award_id AND before.id < o.id)
            AND NOT EXISTS (SELECT FROM {ORDERS} before
                            WHERE before.award_id = o.award_id AND before.id < o.id AND before.iban = o.iban)""",
    ),
}
RAISE = f"""
INSERT INTO {FLAGS} (order_id, kind, details, raised_at, outcome, reason)
SELECT o.id, %(kind)s, {{says}}, %(now)s, '', '' FROM {ORDERS} o {{where}} AND {{which}}
ON CONFLICT DO NOTHING
"""


def raise_flags(run: PaymentRun) -> None:
    """Say what has to be looked at of all orders of a run."""
    _raise(run, "o.run_id = %(run)s AND o.month = %(month)s")


def raise_flags_in(register: PaymentRegister) -> None:
    """The same of the orders of one list, such as one made of orders that came back."""
    _raise(register.run, "o.register_id = %(register)s", register=register.pk)


def look_again(register: PaymentRegister) -> None:
    """Say what has become odd about the orders of a list since they were made, such as a death or a change of the award
    by which so much is not owed any more."""
    raise_flags_in(register)
    changed = Change.objects.filter(state=Change.State.IN_EFFECT, settled_at__gte=register.run.asked_at)
    orders = register.orders.filter(award__in=changed.values("award")).order_by("pk")
    not_owed = [RedFlag(order=order, kind=FlagKind.NOT_OWED) for order in orders if paid.is_too_much(order)]
    RedFlag.objects.bulk_create(not_owed, ignore_conflicts=True)


def _raise(run: PaymentRun, which: str, **given) -> None:
    today = timezone.localdate()
    values = values_on(today)
    given |= {
        "run": run.pk,
        "month": run.month,
        "month_before": months_after(run.month, -1),
        "today": today,
        "now": timezone.now(),
        "most_persons": int(values.value("payment_persons_of_an_account")),
        "jump": values.value("payment_jump_share"),
    }
    with connection.cursor() as cursor:
        for kind, (says, where) in FOUND.items():
            statement = RAISE.format(says=says, where=where, which=which)
            cursor.execute(statement, given | {"kind": kind.value})
