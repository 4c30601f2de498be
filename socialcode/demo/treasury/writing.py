"""The messages of the invented treasury: pain.002 for what was ordered, camt.054 for what comes back."""

import datetime
from collections.abc import Iterable

from lxml import etree

from .answering import Answer

XSD = "urn:iso:std:iso:20022:tech:xsd:"
STATUS, NOTICE = "pain.002.001.12", "camt.054.001.08"
CURRENCY = "KZT"


def status_report(number: str, about: str, answers: Iterable[Answer], now: datetime.datetime) -> bytes:
    """What banks say of the orders of the message `about`; money that comes back later was paid at first."""
    at = now.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    rows = [
        _of(
            "TxInfAndSts",
            _of("OrgnlEndToEndId", one.order.number),
            _of("TxSts", "ACSC" if one.status == "RTRN" else one.status),
            *([_of("StsRsnInf", _of("Rsn", _of("Cd", one.reason)))] if one.status == "RJCT" else []),
            _of("OrgnlTxRef", _of("Amt", _amount("InstdAmt", one.order.amount))),
        )
        for one in answers
    ]
    return _document(
        STATUS,
        _of(
            "CstmrPmtStsRpt",
            _of("GrpHdr", _of("MsgId", number), _of("CreDtTm", at)),
            _of("OrgnlGrpInfAndSts", _of("OrgnlMsgId", about), _of("OrgnlMsgNmId", "pain.001.001.09")),
            _of("OrgnlPmtInfAndSts", _of("OrgnlPmtInfId", about), *rows),
        ),
    )


def notice_of_returns(number: str, account: str, answers: Iterable[Answer], now: datetime.datetime) -> bytes:
    """Credits of the payer's account: each gives an order's money back, with the reason."""
    at = now.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    entries = [
        _of(
            "Ntry",
            _amount("Amt", one.order.amount),
            _of("CdtDbtInd", "CRDT"),
            _of("Sts", _of("Cd", "BOOK")),
            _of("BookgDt", _of("Dt", at[:10])),
            _of("BkTxCd", _of("Prtry", _of("Cd", "RETURN"))),
            _of(
                "NtryDtls",
                _of(
                    "TxDtls",
                    _of("Refs", _of("EndToEndId", one.order.number)),
                    _amount("Amt", one.order.amount),
                    _of("CdtDbtInd", "CRDT"),
                    _of("RtrInf", _of("Rsn", _of("Cd", one.reason))),
                ),
            ),
        )
        for one in answers
    ]
    notice = _of("Ntfctn", _of("Id", number), _of("Acct", _of("Id", _of("IBAN", account))), *entries)
    head = _of("GrpHdr", _of("MsgId", number), _of("CreDtTm", at))
    return _document(NOTICE, _of("BkToCstmrDbtCdtNtfctn", head, notice))


def _document(kind: str, content: etree._Element) -> bytes:
    document = etree.Element("Document", xmlns=XSD + kind)
    document.append(content)
    return etree.tostring(document, xml_declaration=True, encoding="UTF-8")


def _amount(name: str, amount: str) -> etree._Element:
    element = _of(name, amount)
    element.set("Ccy", CURRENCY)
    return element


def _of(name: str, *inside) -> etree._Element:
    element = etree.Element(name)
    for part in inside:
        if isinstance(part, str):
            element.text = part
        else:
            element.append(part)
    return element
