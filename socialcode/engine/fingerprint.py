"""Which law an outcome was computed by, as one short text that differs when rules or values do."""

import datetime
import hashlib
from functools import lru_cache
from pathlib import Path

from .parameters import HISTORY, Values
from .provision import Provision


@lru_cache(maxsize=4096)
def fingerprint(provision: Provision, on: datetime.date, values: Values) -> str:
    """SHA-256 (hex) over the files of the rules in force on a day and the values they ask for on it."""
    digest = hashlib.sha256()
    rules = provision.rules_on(on).values()
    for file in sorted({r.file for r in rules}):
        digest.update(_content(file))
    asked = {argument for r in rules for argument in r.arguments}
    for argument in sorted(asked):
        name = provision.value_name(argument, values.parameters)
        if name:
            seen = values.history(name) if argument.endswith(HISTORY) else [values.version(name)]
            digest.update(repr((name, [(v.since, v.value) for v in seen if v])).encode())
    return digest.hexdigest()


@lru_cache(maxsize=256)
def _content(file: str) -> bytes:
    return Path(file).read_bytes()
