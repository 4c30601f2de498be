"""Documents on paper: typeset by typst from data alone. A template is the only file it can read."""

import json
from functools import cache

import typst
from django.conf import settings


def typeset(template: str, document: dict) -> bytes:
    """The PDF of a template under templates/ and of what stands on it, as text."""
    return _compiler(template).compile(format="pdf", sys_inputs={"document": json.dumps(document, ensure_ascii=False)})


@cache
def _compiler(template: str) -> typst.Compiler:
    """Reading the fonts takes longest, so it is done once. Only the fonts inside the typesetter are used."""
    path = settings.BASE_DIR / "templates" / template
    return typst.Compiler(input=str(path), root=str(path.parent), ignore_system_fonts=True)
