"""What a deliver_sm says: a receipt for a message, or what a person wrote, whole or a part of it.

Source: SMPP 3.4, 5.2.12 (esm_class), 5.2.28 (message_state), appendix B (receipts); 3GPP TS 23.038 and 23.040; reasons
by the errors of 3GPP TS 29.002, which centres of GSM pass on.
"""

import re
from dataclasses import dataclass

from smpplib.command import Command

from socialcode.notices import receipts, sms
from socialcode.notices.inbound import address_of
from socialcode.notices.models import Delivery, Receipt

from . import names

IS_RECEIPT, INTERMEDIATE, HAS_HEADER = 0x04 | 0x08 | 0x10, 0x20, 0x40  # bits of esm_class
NAMED, STATE, ERROR = (
    re.compile(rb"(?:^|\s)%s:\s*(\S+)" % word, re.IGNORECASE) for word in (rb"id", rb"stat", rb"err")
)
WORDS = {
    1: b"ENROUTE",
    2: b"DELIVRD",
    3: b"EXPIRED",
    4: b"DELETED",
    5: b"UNDELIV",
    6: b"ACCEPTD",
    7: b"UNKNOWN",
    8: b"REJECTD",
}
Reason = Delivery.Undeliverable
REASONS = {b"EXPIRED": Reason.PHONE_OFF, b"DELETED": Reason.OTHER, b"UNDELIV": Reason.OTHER, b"REJECTD": Reason.BLOCKED}
BY_ERROR = {  # what the network said of the phone, where UNDELIV says no more
    **dict.fromkeys((1, 5), Reason.UNKNOWN_NUMBER),
    **dict.fromkeys((6, 27), Reason.PHONE_OFF),
    **dict.fromkeys((9, 11, 12, 13), Reason.BLOCKED),
}
ERROR_CODE = re.compile(rb"[0-9]{1,9}")
JOINED_BY_8_BITS, JOINED_BY_16_BITS = 0x00, 0x08  # elements of a header
LATIN, CYRILLIC = {1: "ascii", 3: "latin-1"}, {6: "iso8859-5"}


@dataclass(frozen=True)
class ReceiptRead:
    """A receipt; `said` is empty where it tells no end: a message that is still on its way. `reference` is the portal's
    own number of the part, where the centre repeats it."""

    address: str
    said: receipts.Said | None
    reference: int | None


@dataclass(frozen=True)
class Piece:
    """What a person wrote; of a long message the part `number` of `total`, all of one `reference`."""

    address: str
    coding: int
    data: bytes
    reference: int = 0
    number: int = 1
    total: int = 1


def read(body: Command) -> ReceiptRead | Piece:
    """What a deliver_sm or data_sm says."""
    kind, data = body.esm_class or 0, getattr(body, "short_message", None) or body.message_payload or b""
    address = address_of(_words(body.source_addr or b""))
    if kind & (IS_RECEIPT | INTERMEDIATE):
        return _receipt(body, address, data, is_end=not kind & INTERMEDIATE)
    coding = body.data_coding or 0
    if kind & HAS_HEADER and data:
        header, data = data[1 : data[0] + 1], data[data[0] + 1 :]
        return Piece(address, coding, data, *_joined_by(header))
    if body.sar_msg_ref_num is not None and body.sar_total_segments and body.sar_segment_seqnum:
        return Piece(address, coding, data, body.sar_msg_ref_num, body.sar_segment_seqnum, body.sar_total_segments)
    return Piece(address, coding, data)


def _joined_by(header: bytes) -> tuple[int, int, int]:
    """The reference, number and total of a part, by the elements of its header."""
    while len(header) > 2:  # noqa: PLR2004 - an element: what it is, how long, and what it says
        kind, length, said = header[0], header[1], header[2 : 2 + header[1]]
        if kind == JOINED_BY_8_BITS and length == 3:  # noqa: PLR2004
            reference, total, number = said
        elif kind == JOINED_BY_16_BITS and length == 4:  # noqa: PLR2004
            reference, total, number = int.from_bytes(said[:2]), said[2], said[3]
        else:
            header = header[2 + length :]
            continue
        return (reference, number, total) if 1 <= number <= total else (0, 1, 1)
    return 0, 1, 1


def _receipt(body: Command, address: str, data: bytes, *, is_end: bool) -> ReceiptRead:
    name = (body.receipted_message_id or b"").strip(b"\0") or _found(NAMED, data)
    state = WORDS.get(body.message_state, b"") or _found(STATE, data).upper()[:7]
    error = _found(ERROR, data)
    number = int(error) if ERROR_CODE.fullmatch(error) else 0
    if body.network_error_code:
        number = int.from_bytes(body.network_error_code[1:])
    said = None
    if is_end and name and state in (b"DELIVRD", *REASONS):
        delivered = state == b"DELIVRD"
        reason = "" if delivered else BY_ERROR.get(number, REASONS[state]) if state == b"UNDELIV" else REASONS[state]
        outcome = Receipt.Outcome.DELIVERED if delivered else Receipt.Outcome.UNDELIVERED
        said = receipts.Said(names.of_receipt(_words(name)[:100]), outcome, reason, data.decode("latin-1"))
    return ReceiptRead(address, said, body.user_message_reference)


def _found(what: re.Pattern, data: bytes) -> bytes:
    found = what.search(data)
    return found[1].strip(b"\0") if found else b""


def _words(data: bytes) -> str:
    """What a centre says, whatever bytes it is made of; PostgreSQL keeps no zero in a text."""
    return data.decode("latin-1").replace("\0", "�")


def text(coding: int, data: bytes) -> str:
    """What was written, in the alphabet that the centre names; what cannot be read becomes the sign for that."""
    if coding in LATIN | CYRILLIC:
        return data.decode((LATIN | CYRILLIC)[coding], "replace")
    is_general = coding < 0x40 or coding >= 0xF0  # noqa: PLR2004 - groups of 23.038
    alphabet = coding >> 2 & 3 if is_general else 0
    if coding == 8 or alphabet == 2:  # noqa: PLR2004 - UCS-2
        return data.decode("utf-16-be", "replace")
    return data.decode("latin-1") if alphabet == 1 else sms.seven_bit(data)
