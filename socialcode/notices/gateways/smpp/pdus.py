"""PDUs as bytes, by smpplib. What comes from the line may be anything: all that is wrong with it is one error."""

import logging
import struct
from dataclasses import dataclass

from smpplib import command, command_codes, consts, exceptions
from smpplib.command import DeliverSM, Param
from smpplib.ptypes import ostr

HEADER = struct.Struct(">LLLL")
LARGEST = 70_000  # bytes: a message_payload has 65 535 at most
UNBOUND = "unbind"
command.logger.setLevel(logging.ERROR)  # it warns of each parameter that it does not know


class BrokenError(Exception):
    """What came is no PDU. `status` is what SMPP calls it; `sequence` that of the header."""

    def __init__(self, reason: str, status: int, sequence: int = 0):
        super().__init__(reason)
        self.status, self.sequence = status, sequence


class Deliver(DeliverSM):
    """A deliver_sm that may carry every optional parameter, as centres do."""

    params = {name: Param(type=ostr) for name in consts.OPTIONAL_PARAMS} | DeliverSM.params


@dataclass(frozen=True)
class Heard:
    """What the centre said. `name` is the centre's name of a message, in answers; `body` is a deliver_sm or data_sm."""

    command: str
    status: int
    sequence: int
    name: str = ""
    body: command.Command | None = None


def written(name: str, sequence: int, status: int = 0, **fields) -> bytes:
    """One PDU, by its name and fields in the words of SMPP."""
    made = command.factory(name, sequence=sequence, status=status, **fields)
    made.sequence = sequence
    return made.generate()


def read(frame: bytes) -> Heard:
    """What a whole frame says. Raises BrokenError."""
    _length, code, status, sequence = HEADER.unpack_from(frame)
    try:
        name = command_codes.get_command_name(code)
    except exceptions.UnknownCommandError as error:
        raise BrokenError(str(error), consts.SMPP_ESME_RINVCMDID, sequence) from error
    if name in ("deliver_sm", "data_sm"):
        return Heard(name, status, sequence, body=_body(name, frame, sequence))
    if name in ("submit_sm_resp", "bind_transceiver_resp"):
        return Heard(name, status, sequence, frame[HEADER.size :].partition(b"\0")[0].decode("latin-1")[:100])
    return Heard(name, status, sequence)


def _body(name: str, frame: bytes, sequence: int) -> command.Command:
    made = Deliver(name, sequence=sequence) if name == "deliver_sm" else command.factory(name, sequence=sequence)
    made.allow_unknown_opt_params = True
    try:
        made.parse(frame)
    except Exception as error:  # the library raises whatever a broken parameter leads it to
        if made.data_coding is None or (name == "deliver_sm" and made.short_message is None):
            raise BrokenError(
                f"a {name} that nobody can read: {error!r}", consts.SMPP_ESME_RINVMSGLEN, sequence
            ) from error
    return made
