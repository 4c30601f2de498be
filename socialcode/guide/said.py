"""A sentence that pages for everybody say in three languages, as the files beside them have it."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language


@dataclass(frozen=True)
class Statement:
    """What is said, and the points of the Code that say so; without an article it is recalled, not read there."""

    kk: str = ""
    ru: str = ""
    en: str = ""
    article: str = ""

    @property
    def text(self) -> str:
        return getattr(self, get_language())

    @property
    def each(self) -> list[str]:
        """The text in every language."""
        return [getattr(self, code) for code, _name in settings.LANGUAGES]
