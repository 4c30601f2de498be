"""A round of the invented treasury: what is new in its folder is taken, and answered into the portal's."""

import datetime
import logging
from collections import defaultdict
from pathlib import Path

from lxml import etree

from socialcode.payments import channel

from .answering import Ordered, answer, is_answered_twice, is_late
from .writing import notice_of_returns, status_report

log = logging.getLogger(__name__)
NS = "{*}"
TAKEN = "taken"  # the treasury's own folder: messages that it has answered
WAITING = "waiting"  # and answers that come late


def once(now: datetime.datetime | None = None) -> int:
    """Answer every message that was not answered yet, and send what waited. Returns how many files were sent."""
    now = now or datetime.datetime.now(datetime.UTC)
    late, sent = sorted(channel.folder(WAITING).glob("*.xml")), 0
    for path in late:
        path.replace(channel.folder(channel.IN) / path.name)
        sent += 1
    for path in sorted(channel.folder(channel.OUT).glob("*.xml")):
        taken = channel.folder(TAKEN) / path.name
        if not taken.exists():
            sent += _answer(path, now)
            taken.touch()
    return sent


def _answer(path: Path, now: datetime.datetime) -> int:
    message, account, ordered = read(path)
    count = len(list(channel.folder(TAKEN).iterdir())) + 1
    answers = [answer(one) for one in ordered]
    files = {f"S{message}": status_report(f"S{message}", message, answers, now)}
    if is_answered_twice(count):
        files[f"D{message}"] = status_report(f"D{message}", message, answers, now)
    back = [one for one in answers if one.status == "RTRN"]
    if back:
        files[f"R{message}"] = notice_of_returns(f"R{message}", account, back, now)
    where = defaultdict(lambda: WAITING if is_late(count) else channel.IN, {f"R{message}": WAITING})
    for name, content in files.items():
        with channel.whole(channel.folder(where[name]) / f"{name}.xml") as file:
            file.write(content)
    log.info("the treasury answered %s: %s orders", message, len(answers))
    return len(files)


def read(path: Path) -> tuple[str, str, list[Ordered]]:
    """The number of a message, the payer's account, and the orders in it."""
    root = etree.parse(path).getroot()
    message = root.findtext(f".//{NS}GrpHdr/{NS}MsgId")
    account = root.findtext(f".//{NS}DbtrAcct/{NS}Id/{NS}IBAN")
    ordered = [
        Ordered(
            one.findtext(f"{NS}PmtId/{NS}EndToEndId"),
            one.findtext(f"{NS}Amt/{NS}InstdAmt"),
            one.findtext(f"{NS}CdtrAcct/{NS}Id/{NS}IBAN"),
        )
        for one in root.iterfind(f".//{NS}CdtTrfTxInf")
    ]
    return message, account, ordered
