"""How much a body may bring and how long it may take, by the address that it goes to."""

from dataclasses import dataclass

from django.urls import Resolver404, resolve

from .limits import Limits
from .visitors import header


@dataclass(frozen=True)
class Size:
    """Bytes, and seconds from the first to the last of them."""

    most: int
    longest: float


def size_of(scope: dict, limits: Limits) -> Size:
    """What may come to the address of a request: files only where a page takes some."""
    if header(scope, b"content-type").startswith("multipart/"):
        most = dict(limits.with_files).get(_name(scope["path"]))
        if most is not None:
            return Size(most, limits.longest_file)
    return Size(limits.form, limits.longest_form)


def _name(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
