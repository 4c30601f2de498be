"""A text as it goes over SMPP: in which alphabet, in how many parts, with which header.

Source: 3GPP TS 23.038 (alphabets) and 23.040 (parts); SMPP 3.4, 5.2.12 and 5.2.19. Only what stands at the same place
of the GSM alphabet and of ASCII goes in the centre's own alphabet, whichever of the two that is; all else in UCS-2.
"""

import string

from smpplib import consts

ALONE, JOINED = {0: 160, 8: 140}, {0: 153, 8: 134}  # bytes of a message of one part, and of each of several
OWN, UCS2 = consts.SMPP_ENCODING_DEFAULT, consts.SMPP_ENCODING_ISO10646
SAME_IN_BOTH = frozenset(string.ascii_letters + string.digits + " \n\r!\"#%&'()*+,-./:;<=>?")
MOST_PARTS = 255
HIGH = range(0xD8, 0xDC)  # the first byte of the first half of a letter of four bytes


def parts(text: str, reference: int, how: str) -> list[dict]:
    """The fields of each submit_sm that carries a text. `how` is `parts` or `payload`; `reference` names the whole."""
    coding = OWN if set(text) <= SAME_IN_BOTH else UCS2
    data = text.encode("ascii" if coding == OWN else "utf-16-be", "replace")
    if len(data) <= ALONE[coding]:
        return [{"data_coding": coding, "short_message": data}]
    if how == "payload":
        return [{"data_coding": coding, "message_payload": data}]
    pieces = _pieces(data, coding)[:MOST_PARTS]
    header = bytes([5, 0, 3, reference % 256, len(pieces)])
    return [
        {
            "data_coding": coding,
            "esm_class": consts.SMPP_GSMFEAT_UDHI,
            "short_message": header + bytes([number]) + piece,
        }
        for number, piece in enumerate(pieces, start=1)
    ]


def _pieces(data: bytes, coding: int) -> list[bytes]:
    pieces, start = [], 0
    while start < len(data):
        end = min(start + JOINED[coding], len(data))
        if coding == UCS2 and end < len(data) and data[end - 2] in HIGH:
            end -= 2
        pieces.append(data[start:end])
        start = end
    return pieces


def sender(source: str) -> dict:
    """The fields of the address that people see and answer to."""
    if not source.lstrip("+").isdecimal():
        return {"source_addr": source, "source_addr_ton": consts.SMPP_TON_ALNUM, "source_addr_npi": 0}
    if source.startswith("+"):
        return {"source_addr": source[1:], "source_addr_ton": consts.SMPP_TON_INTL, "source_addr_npi": 1}
    return {"source_addr": source, "source_addr_ton": consts.SMPP_TON_NWSPEC, "source_addr_npi": 0}


def receiver(address: str) -> dict:
    """The fields of a phone, which is kept as + and digits."""
    return {"destination_addr": address.lstrip("+"), "dest_addr_ton": consts.SMPP_TON_INTL, "dest_addr_npi": 1}
