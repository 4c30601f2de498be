"""The head of the chain leaves the database: who rewrites or cuts the list of events cannot rewrite what was noted.

A line of the file is one note: when, the place and hash of the last link, the fingerprint of the line before, and a
signature by a key that lies outside the database. Lines are only ever appended, and each is also sent to the sink
(AUDIT_SINK_URL), a system that the portal's own people do not administer. With the public key anybody can check them.
"""

import base64
import datetime
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.conf import settings
from django.utils import timezone

from socialcode.running import ways_out

from . import chain

SLICE = 1000  # notes compared with the list at a time
HEARTBEAT = datetime.timedelta(hours=1)  # a note without news: a file that was cut lacks hours


@dataclass(frozen=True)
class Note:
    """One line: `place` 0 and no `hash` before the first event; `before` is the fingerprint of the line before."""

    at: str
    place: int
    hash: str
    before: str

    @property
    def signed(self) -> bytes:
        return json.dumps([self.at, self.place, self.hash, self.before]).encode()


@dataclass(frozen=True)
class Doubt:
    """Why a note and the list do not fit: `how` is altered or lost (of the file), cut or rewritten (of the list)."""

    place: int
    how: str


def note() -> bool:
    """Append the head as it is now, unless it was noted within the hour. Returns whether a line was written."""
    place, hash_ = _head()
    with _open(settings.AUDIT_HEADS_FILE) as file:
        text = file.read()
        lines = _whole(text)
        if lines and not _is_news(lines[-1], place, hash_):
            return False
        file.truncate(text.rfind(b"\n") + 1)  # what a killed writer left half written was never a note
        before = sha256(lines[-1].encode()).hexdigest() if lines else ""
        made = Note(timezone.now().astimezone(datetime.UTC).isoformat(), place, hash_, before)
        signature = base64.b64encode(_key().sign(made.signed)).decode()
        file.write((json.dumps({**made.__dict__, "signature": signature}) + "\n").encode())
        file.flush()
        os.fsync(file.fileno())
        _remember(len(lines))
    return True


def send() -> int:
    """Send the sink every line that it did not take yet, in their order. Returns how many it took.

    Raises requests.RequestException where it does not answer; the next call goes on where this one stopped.
    """
    if not settings.AUDIT_SINK_URL:
        return 0
    taken, headers = 0, {"Authorization": f"Bearer {settings.AUDIT_SINK_TOKEN}", "Content-Type": "application/json"}
    with _counted("sent") as sent:
        lines = _lines()
        done = min(_number(sent), len(lines))
        for line in lines[done:]:
            answer = ways_out.post(settings.AUDIT_SINK_URL, data=line, headers=headers)
            answer.raise_for_status()
            taken += 1
            _count(sent, done + taken)
    return taken


def doubts() -> Iterator[Doubt]:
    """Everything in which the notes do not fit the list as it is now."""
    before, public, lines = "", _key().public_key(), _lines()
    for start in range(0, len(lines), SLICE):
        read = [(line, _read(line)) for line in lines[start : start + SLICE]]
        now = chain.hashes_at([noted[0].place for _line, noted in read if noted])
        for line, noted in read:
            if noted is None or noted[0].before != before or not _is_signed(*noted, public):
                yield Doubt(noted[0].place if noted else 0, "altered")
            elif noted[0].place and now.get(noted[0].place) != noted[0].hash:
                yield Doubt(noted[0].place, "rewritten" if noted[0].place in now else "cut")
            before = sha256(line.encode()).hexdigest()
    with _counted("noted") as made:
        if _number(made) > len(_lines()):
            yield Doubt(0, "lost")


def public_key() -> str:
    """By which anybody checks a signature: 32 bytes, base64."""
    raw = _key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def _head() -> tuple[int, str]:
    hash_, place = chain.head() or ("", 0)
    return place, hash_


def _is_news(line: str, place: int, hash_: str) -> bool:
    noted = _read(line)
    if noted is None:
        return True
    last, _signature = noted
    is_old = timezone.now() - datetime.datetime.fromisoformat(last.at) > HEARTBEAT
    return is_old or (last.place, last.hash) != (place, hash_)


def _lines() -> list[str]:
    path = settings.AUDIT_HEADS_FILE
    return _whole(path.read_bytes()) if path.exists() else []


def _whole(text: bytes) -> list[str]:
    """The lines that were written to their end."""
    return text.decode(errors="replace").split("\n")[:-1]


def _counted(what: str):
    """The file beside the notes that says how many were made (`noted`) or taken by the sink (`sent`)."""
    return _open(Path(f"{settings.AUDIT_HEADS_FILE}.{what}"))


def _remember(before: int) -> None:
    """Count one note more than stood `before` it; of those that are gone, the sink's count forgets as many."""
    with _counted("noted") as noted:
        made = _number(noted)
        _count(noted, max(made, before) + 1)
    if made > before:
        with _counted("sent") as sent:
            _count(sent, min(_number(sent), before))


def _number(file) -> int:
    return int(file.read() or 0)


def _count(file, number: int) -> None:
    file.seek(0)
    file.truncate()
    file.write(str(number).encode())
    file.flush()


def _read(line: str) -> tuple[Note, str] | None:
    try:
        row = json.loads(line)
        return Note(row["at"], row["place"], row["hash"], row["before"]), row["signature"]
    except (ValueError, KeyError, TypeError):
        return None


def _is_signed(noted: Note, signature: str, public) -> bool:
    try:
        public.verify(base64.b64decode(signature), noted.signed)
    except (InvalidSignature, ValueError):
        return False
    return True


def _open(path: Path):
    """A file to read and append to, held by one process at a time and closed to everybody else's eyes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "r+b")
    fcntl.flock(file, fcntl.LOCK_EX)
    file.seek(0)
    return file


def _key() -> Ed25519PrivateKey:
    """The signing key: AUDIT_KEY_FILE (32 bytes), made at first use."""
    with _open(settings.AUDIT_KEY_FILE) as file:
        raw = file.read()
        if not raw:
            raw = Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
            file.write(raw)
    return Ed25519PrivateKey.from_private_bytes(raw)
