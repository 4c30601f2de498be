"""Writing a pain.001 message. One element is filled anew for each order, so that a file of any size takes no memory."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from lxml import etree

from socialcode.payments.banks import Bank
from socialcode.payments.models import Outgoing

from .local import LocalFields, Party
from .safe import NAMESPACE, ORDERS

NS = f"{{{NAMESPACE}{ORDERS}}}"
CURRENCY = "KZT"
LONGEST_NAME, LONGEST_TEXT = 140, 140  # letters, by the schema


class Transfer(NamedTuple):
    """One order as the message says it: `number` is the IIN or BIN of who receives, `bic` that of the bank."""

    end_to_end: str
    amount: str
    iban: str
    name: str
    number: str
    is_person: bool
    text: str


class Head(NamedTuple):
    """What the message says of itself and of all its orders, which go to one bank."""

    message: Outgoing
    pay_on: str
    debtor_bank: Bank
    bank: Bank
    fields: LocalFields


def write(file: BinaryIO, head: Head, transfers: Iterable[Transfer]) -> None:
    """Write the message into a file. The same message and orders give the same bytes."""
    with etree.xmlfile(file, encoding="UTF-8") as xml:
        xml.write_declaration()
        with xml.element(f"{NS}Document", nsmap={None: NAMESPACE + ORDERS}), xml.element(f"{NS}CstmrCdtTrfInitn"):
            xml.write(_group_header(head))
            with xml.element(f"{NS}PmtInf"):
                for element in _payment_head(head):
                    xml.write(element)
                for element in _filled(head, transfers):
                    xml.write(element)


def _group_header(head: Head) -> etree._Element:
    message = head.message
    return _of(
        "GrpHdr",
        _of("MsgId", message.number),
        _of("CreDtTm", message.made_at.strftime("%Y-%m-%dT%H:%M:%S+00:00")),
        _of("NbOfTxs", str(message.orders)),
        _of("CtrlSum", f"{message.amount:.2f}"),
        _party("InitgPty", head.fields.debtor),
    )


def _payment_head(head: Head) -> list[etree._Element]:
    message = head.message
    return [
        _of("PmtInfId", message.number),
        _of("PmtMtd", "TRF"),
        _of("BtchBookg", "true"),
        _of("NbOfTxs", str(message.orders)),
        _of("CtrlSum", f"{message.amount:.2f}"),
        _of("ReqdExctnDt", _of("Dt", head.pay_on)),
        _party("Dbtr", head.fields.debtor),
        _of("DbtrAcct", _of("Id", _of("IBAN", head.fields.debtor.iban)), _of("Ccy", CURRENCY)),
        _agent("DbtrAgt", head.debtor_bank),
        _party("UltmtDbtr", head.fields.payer),
    ]


def _filled(head: Head, transfers: Iterable[Transfer]) -> Iterator[etree._Element]:
    """The same two elements again and again, for persons and for organisations, with what differs filled in."""
    blanks = {is_person: _Blank(head, is_person) for is_person in (True, False)}
    for transfer in transfers:
        yield blanks[transfer.is_person].filled(transfer)


class _Blank:
    """The element of an order, whose changing parts are at hand."""

    def __init__(self, head: Head, is_person: bool):
        fields = head.fields
        self.end_to_end, self.amount = _of("EndToEndId"), _of("InstdAmt")
        self.amount.set("Ccy", CURRENCY)
        self.name, self.number, self.iban, self.text = _of("Nm"), _of("Id"), _of("IBAN"), _of("Ustrd")
        number = _of("Othr", self.number, _of("SchmeNm", _of("Prtry", "IIN" if is_person else "BIN")))
        receiver = fields.person_code if is_person else fields.organisation_code
        self.element = _of(
            "CdtTrfTxInf",
            _of("PmtId", self.end_to_end),
            _of("Amt", self.amount),
            _agent("CdtrAgt", head.bank),
            _of("Cdtr", self.name, _of("Id", _of("PrvtId" if is_person else "OrgId", number))),
            _of("CdtrAcct", _of("Id", self.iban), _of("Ccy", CURRENCY)),
            _of("Purp", _of("Prtry", fields.purpose_code)),
            _of("RgltryRptg", _code("KOD", fields.sender_code), _code("KBE", receiver)),
            _of("RmtInf", self.text),
        )

    def filled(self, transfer: Transfer) -> etree._Element:
        self.end_to_end.text, self.amount.text = transfer.end_to_end, transfer.amount
        self.name.text, self.number.text = transfer.name[:LONGEST_NAME], transfer.number
        self.iban.text, self.text.text = transfer.iban, transfer.text[:LONGEST_TEXT]
        return self.element


def _agent(role: str, bank: Bank) -> etree._Element:
    """A bank by its BIC; one whose BIC is not known by its number in Kazakhstan."""
    known = _of("BICFI", bank.bic) if bank.bic else _of("ClrSysMmbId", _of("MmbId", bank.code))
    return _of(role, _of("FinInstnId", known))


def _code(kind: str, code: str) -> etree._Element:
    return _of("Dtls", _of("Tp", kind), _of("Cd", code))


def _party(role: str, party: Party) -> etree._Element:
    number = _of("Othr", _of("Id", party.bin), _of("SchmeNm", _of("Prtry", "BIN")))
    return _of(role, _of("Nm", party.name[:LONGEST_NAME]), _of("Id", _of("OrgId", number)))


def _of(name: str, *inside) -> etree._Element:
    """An element with a text or with others inside."""
    element = etree.Element(NS + name, nsmap={None: NAMESPACE + ORDERS})
    for part in inside:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element
