"""Writing messages to banks and laying them where banks take them.

A message is written and its orders are on their way in one transaction, then it is laid out: killed in between, it is
laid out later. Written again it is the same file under the same number, which a bank takes once.
"""

from collections.abc import Iterator
from hashlib import sha256

from django.db import connection, transaction
from django.utils import timezone, translation
from lxml import etree

from socialcode.engine.registry import registry
from socialcode.people.models import Organisation, Person

from . import channel
from .banks import bank_of
from .iso20022 import orders, safe
from .iso20022.local import local_fields
from .making.recording import BANK
from .models import OrderState, Outgoing, PaymentOrder, PaymentRegister
from .models.order import number_of

LANGUAGE = "ru"  # in which banks read what a payment is for
ROWS = f"""
SELECT o.id, o.amount, o.iban, coalesce(org.name, concat_ws(' ', p.surname, p.given_name, nullif(p.patronymic, ''))),
       coalesce(org.bin, p.iin), o.person_id IS NOT NULL, o.provision
FROM {PaymentOrder._meta.db_table} o
LEFT JOIN {Person._meta.db_table} p ON p.id = o.person_id
LEFT JOIN {Organisation._meta.db_table} org ON org.id = o.organisation_id
WHERE o.register_id = %s AND o.id BETWEEN %s AND %s ORDER BY o.id
"""


@transaction.atomic
def write_next() -> bool:
    """Write one message that nobody writes. False where there is none."""
    message = Outgoing.objects.next_free()
    if message is None:
        return False
    path = channel.folder(channel.WRITTEN) / message.file
    with channel.whole(path) as file:
        orders.write(file, _head(message), _transfers(message))
    content = path.read_bytes()
    safe.check(etree.fromstring(content), safe.ORDERS)
    message.sha256, message.written_at = sha256(content).hexdigest(), timezone.now()
    message.save(update_fields=["sha256", "written_at"])
    of_message = PaymentOrder.objects.filter(register=message.register_id, pk__range=(message.first, message.last))
    of_message.update(state=OrderState.SENT)
    _note_sent(message.register)
    return True


def deliver() -> None:
    """Lay out what is written: hard links, so that a file is there as a whole or not at all."""
    for message in Outgoing.objects.filter(delivered_at=None).exclude(written_at=None).order_by("pk"):
        written, out = channel.folder(channel.WRITTEN) / message.file, channel.folder(channel.OUT) / message.file
        if not out.exists():
            out.hardlink_to(written)
        Outgoing.objects.filter(pk=message.pk).update(delivered_at=timezone.now())


def _note_sent(register: PaymentRegister) -> None:
    register = PaymentRegister.objects.select_for_update().get(pk=register.pk)
    if not register.messages.filter(written_at=None).exists():
        register.state, register.sent_at = PaymentRegister.State.SENT, timezone.now()
        register.save(update_fields=["state", "sent_at"])


def _head(message: Outgoing) -> orders.Head:
    run = message.register.run
    fields = local_fields(run.month)
    debtor = bank_of(fields.debtor.iban[BANK])
    return orders.Head(message, run.pay_on.isoformat(), debtor, bank_of(message.register.bank), fields)


def _transfers(message: Outgoing) -> Iterator[orders.Transfer]:
    month = message.register.run.month
    with connection.cursor() as cursor, translation.override(LANGUAGE):
        cursor.execute(ROWS, [message.register_id, message.first, message.last])
        titles: dict[str, str] = {}
        for key, amount, iban, name, number, is_person, provision in cursor.fetchall():
            if provision not in titles:
                titles[provision] = f"{registry.provision(provision).title}, {month:%m.%Y}"
            yield orders.Transfer(number_of(key), f"{amount:.2f}", iban, name, number, is_person, titles[provision])
