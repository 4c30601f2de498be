"""The words of a notice: templates per kind, plain text, in one language."""

from collections.abc import Mapping

from django.template import Context
from django.template.loader import get_template
from django.utils import translation


def written(kind: str, part: str, language: str, named: Mapping) -> str:
    """One part of a kind: subject, text, sms or letter. Nothing is escaped, because nothing here is HTML."""
    with translation.override(language):
        template = get_template(f"notices/{kind}/{part}.txt").template
        return "\n\n".join(paragraphs(template.render(Context(named, autoescape=False))))


def paragraphs(text: str) -> list[str]:
    """The parts between empty lines."""
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
