"""What banks say of orders: pain.002 and camt.054, read into one kind of entry."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from . import safe

PAID, REFUSED, RETURNED = ("ACSC", "ACCC"), "RJCT", "RTRN"  # the last is ours: an entry of camt.054 that gives back
WHOLE = ("RJCT", *PAID)  # what a status of a whole message says of each of its orders
DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")  # with which a date and a moment of the schema begin, but for odd years


@dataclass(frozen=True)
class Entry:
    """Of one order (`number`, its end-to-end identification), or of all orders of a message (`of_message`). `amount` is
    in the money `currency`."""

    number: str
    status: str
    reason: str = ""
    amount: Decimal | None = None
    currency: str = ""
    on: datetime.date | None = None
    of_message: bool = False


@dataclass(frozen=True)
class Message:
    """A message that keeps to its schema: `kind` as `pain.002`, `number` by which its sender knows it."""

    kind: str
    number: str
    entries: tuple[Entry, ...]


def read(content: bytes) -> Message:
    """A message from a bank. Raises UnreadableError with a sentence where the file is none."""
    root = safe.parsed(content)
    kind = safe.kind_of(root)
    safe.check(root, kind)
    if kind == safe.ANSWERS:
        return Message("pain.002", _text(root, ".//{*}GrpHdr/{*}MsgId"), tuple(_answers(root)))
    if kind == safe.NOTICES:
        return Message("camt.054", _text(root, ".//{*}GrpHdr/{*}MsgId"), tuple(_returns(root)))
    raise safe.UnreadableError(safe.not_for_us(kind))


def _answers(root: etree._Element) -> Iterator[Entry]:
    transactions = root.findall(".//{*}TxInfAndSts")
    for one in transactions:
        parts = {part.tag.rpartition("}")[2]: part for part in reversed(one)}  # the first of a name
        why, of_order = parts.get("StsRsnInf"), parts.get("OrgnlTxRef")
        yield Entry(
            _said(parts.get("OrgnlEndToEndId")),
            _said(parts.get("TxSts")),
            "" if why is None else _text(why, "{*}Rsn/*"),
            *_amount(None if of_order is None else of_order.find("{*}Amt/{*}InstdAmt")),
            _day(_said(parts.get("AccptncDtTm"))),
        )
    if not transactions:
        yield from _of_all_orders(root)


def _of_all_orders(root: etree._Element) -> Iterator[Entry]:
    """What is said of a message as a whole, or of its payment: ours hold one payment with all orders."""
    group, payment = root.find(".//{*}OrgnlGrpInfAndSts"), root.find(".//{*}OrgnlPmtInfAndSts")
    for said, name in ((group, "GrpSts"), (payment, "PmtInfSts")):
        status = "" if said is None else _text(said, f"{{*}}{name}")
        if status in WHOLE:
            yield Entry(_text(group, "{*}OrgnlMsgId"), status, _text(said, "{*}StsRsnInf/{*}Rsn/*"), of_message=True)
            return


def _returns(root: etree._Element) -> Iterator[Entry]:
    """Entries that give money back: a credit with the reason of a return. Other entries of the account say nothing."""
    for entry in root.findall(".//{*}Ntfctn/{*}Ntry"):
        for one in entry.findall("{*}NtryDtls/{*}TxDtls"):
            back = one.find("{*}RtrInf")
            side = _text(one, "{*}CdtDbtInd") or _text(entry, "{*}CdtDbtInd")
            if back is not None and side == "CRDT":
                amount = one.find("{*}Amt")
                yield Entry(
                    _text(one, "{*}Refs/{*}EndToEndId"),
                    RETURNED,
                    _text(back, "{*}Rsn/*"),
                    *_amount(amount if amount is not None else entry.find("{*}Amt")),
                    _day(_text(entry, "{*}BookgDt/*")),
                )


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _amount(element: etree._Element | None) -> tuple[Decimal | None, str]:
    """A sum and its money; None where none is said."""
    if element is None or not element.text:
        return None, ""
    return Decimal(element.text.strip()), element.get("Ccy", "")


def _said(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _day(said: str) -> datetime.date | None:
    """The day of a date or a moment of the schema; None for one that no calendar of ours has."""
    found = DAY.match(said)
    return datetime.date.fromisoformat(found[0]) if found else None
