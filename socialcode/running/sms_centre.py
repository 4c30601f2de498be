"""What SMPP_URL says of the SMS centre: who it is, who the portal is there, and how fast it may be."""

import ssl
from dataclasses import dataclass
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS = {"smpp": 2775, "smpps": 3550}
LOOKS = "SMPP_URL has to look like smpps://name:password@host:3550/?from=1414"
LONGEST_NAME, LONGEST_PASSWORD, LONGEST_SOURCE = 15, 8, 20  # SMPP 3.4, 4.1 and 5.2
NUMBERS = {"window": (10, 1, 1000), "rate": (0, 0, 10_000), "enquire": (30, 1, 600), "unsure": (600, 1, 86_400)}
WORDS = {"long": ("parts", "payload"), "ids": ("same", "decimal", "hexadecimal"), "reference": ("1", "0")}


@dataclass(frozen=True)
class SmsCentre:
    """An SMS centre and the account there.

    source      what people see as the sender, and answer to: a short number, +7...; a name cannot be answered
    window      messages that may be on their way to it without an answer
    rate        messages a second, at most; 0: as many as it takes
    enquire     seconds after which it is asked whether it is still there
    unsure      seconds that are waited for a receipt of what was cut off, before it is sent again
    long        `parts`: a long message goes in parts that the phone joins; `payload`: whole (message_payload)
    ids         `same`: receipts name a message as the answer did; `decimal`, `hexadecimal`: as that number, answers in
                the other way of writing it
    reference   whether messages carry user_message_reference
    """

    host: str
    port: int
    name: str
    password: str
    is_encrypted: bool
    source: str
    system_type: str = ""
    window: int = 10
    rate: int = 0
    enquire: int = 30
    unsure: int = 600
    long: str = "parts"
    ids: str = "same"
    reference: bool = True

    def tls(self) -> ssl.SSLContext | None:
        """What encrypts the line: the centre's certificate is checked, and is of that very host."""
        return ssl.create_default_context() if self.is_encrypted else None


def read(url: str) -> SmsCentre | None:
    """The centre of an address; None for no address. Raises ImproperlyConfigured with a sentence."""
    if not url:
        return None
    parts, asked = urlsplit(url), dict(parse_qsl(url.partition("?")[2]))
    if parts.scheme not in PORTS or not parts.hostname or not parts.username or not asked.get("from"):
        raise ImproperlyConfigured(f"{LOOKS}.")
    name, password, source = unquote(parts.username), unquote(parts.password or ""), asked.pop("from")
    for what, text, longest in (
        ("name", name, LONGEST_NAME),
        ("password", password, LONGEST_PASSWORD),
        ("from", source, LONGEST_SOURCE),
    ):
        if len(text) > longest or not text.isascii():
            raise ImproperlyConfigured(
                f"The {what} in SMPP_URL has more than {longest} characters, or others than ASCII."
            )
    return SmsCentre(
        host=parts.hostname,
        port=_port(parts) or PORTS[parts.scheme],
        name=name,
        password=password,
        is_encrypted=parts.scheme == "smpps",
        source=source,
        system_type=asked.pop("system_type", "")[:12],
        reference=_word("reference", asked) == "1",
        **{each: _word(each, asked) for each in ("long", "ids")},
        **{each: _number(each, asked) for each in NUMBERS},
        **_nothing_else(asked),
    )


def _port(parts) -> int | None:
    try:
        return parts.port
    except ValueError as error:
        raise ImproperlyConfigured(f"{LOOKS}: {error}.") from error


def _word(name: str, asked: dict) -> str:
    word = asked.pop(name, WORDS[name][0])
    if word not in WORDS[name]:
        raise ImproperlyConfigured(f"SMPP_URL says {name}={word}: it knows {' and '.join(WORDS[name])}.")
    return word


def _number(name: str, asked: dict) -> int:
    usual, least, most = NUMBERS[name]
    word = asked.pop(name, str(usual))
    if not (word.isdecimal() and least <= int(word) <= most):
        raise ImproperlyConfigured(f"SMPP_URL says {name}={word}: it takes a whole number from {least} to {most}.")
    return int(word)


def _nothing_else(asked: dict) -> dict:
    if asked:
        raise ImproperlyConfigured(f"SMPP_URL says {', '.join(sorted(asked))}, which means nothing.")
    return {}
