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

import requests
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.conf import settings
from django.utils import timezone

from . import chain

SECONDS = (5, 15)  # to connect to the sink, and for its answer
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
    """Why a note and the list do not fit: `how` is altered (the file), cut (the list) or rewritten (the list)."""

    place: int
    how: str


def note() -> bool:
    """Append the head as it is now, unless it was noted within the hour. Returns whether a line was written."""
    place, hash_ = _head()
    with _open(settings.AUDIT_HEADS_FILE) as file:
        lines = file.read().decode().splitlines()
        if lines and not _is_news(json.loads(lines[-1]), place, hash_):
            return False
        before = sha256(lines[-1].encode()).hexdigest() if lines else ""
        made = Note(timezone.now().astimezone(datetime.UTC).isoformat(), place, hash_, before)
        signature = base64.b64encode(_key().sign(made.signed)).decode()
        file.write((json.dumps({**made.__dict__, "signature": signature}) + "\n").encode())
        file.flush()
        os.fsync(file.fileno())
    return True


def send() -> int:
    """Send the sink every line that it did not take yet, in their order. Returns how many it took.

    Raises requests.RequestException where it does not answer; the next call goes on where this one stopped.
    """
    if not settings.AUDIT_SINK_URL:
        return 0
    taken, headers = 0, {"Authorization": f"Bearer {settings.AUDIT_SINK_TOKEN}", "Content-Type": "application/json"}
    with _open(Path(f"{settings.AUDIT_HEADS_FILE}.sent")) as sent:
        done = int(sent.read() or 0)
        for line in _lines()[done:]:
            answer = requests.post(
                settings.AUDIT_SINK_URL, data=line, headers=headers, timeout=SECONDS, allow_redirects=False
            )
            answer.raise_for_status()
            taken += 1
            sent.seek(0)
            sent.truncate()
            sent.write(str(done + taken).encode())
            sent.flush()
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


def public_key() -> str:
    """By which anybody checks a signature: 32 bytes, base64."""
    raw = _key().public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def _head() -> tuple[int, str]:
    hash_, place = chain.head() or ("", 0)
    return place, hash_


def _is_news(last: dict, place: int, hash_: str) -> bool:
    is_old = timezone.now() - datetime.datetime.fromisoformat(last["at"]) > HEARTBEAT
    return is_old or (last["place"], last["hash"]) != (place, hash_)


def _lines() -> list[str]:
    path = settings.AUDIT_HEADS_FILE
    return path.read_text().splitlines() if path.exists() else []


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
