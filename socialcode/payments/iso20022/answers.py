"""What banks say of orders: pain.002 and camt.054, read into one kind of entry."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from . import safe

PAID, REFUSED, RETURNED = ("ACSC", "ACCC"), "RJCT", "RTRN"  # the last is ours: an entry of camt.054 that gives back
WHOLE = ("RJCT", *PAID)  # what a status of a whole message says of each of its orders


@dataclass(frozen=True)
class Entry:
    """Of one order (`number`, its end-to-end identification), or of all orders of a message (`of_message`)."""

    number: str
    status: str
    reason: str = ""
    amount: Decimal | None = None
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
    group = root.find(".//{*}OrgnlGrpInfAndSts")
    transactions = root.findall(".//{*}TxInfAndSts")
    for one in transactions:
        yield Entry(
            _text(one, "{*}OrgnlEndToEndId"),
            _text(one, "{*}TxSts"),
            _text(one, "{*}StsRsnInf/{*}Rsn/*"),
            _amount(one.find("{*}OrgnlTxRef/{*}Amt/{*}InstdAmt")),
            _day(one, "{*}FctvIntrBkSttlmDt/{*}Dt") or _day(one, "{*}AccptncDtTm"),
        )
    status = _text(group, "{*}GrpSts") if group is not None else ""
    if not transactions and status in WHOLE:
        number = _text(group, "{*}OrgnlMsgId")
        yield Entry(number, status, _text(group, "{*}StsRsnInf/{*}Rsn/*"), of_message=True)


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
                    _amount(amount if amount is not None else entry.find("{*}Amt")),
                    _day(entry, "{*}BookgDt/{*}Dt"),
                )


def _text(element: etree._Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _amount(element: etree._Element | None) -> Decimal | None:
    return Decimal(element.text.strip()) if element is not None and element.text else None


def _day(element: etree._Element, path: str) -> datetime.date | None:
    """The day of a date or a moment of the schema."""
    found = _text(element, path)
    return datetime.date.fromisoformat(found[:10]) if found else None
