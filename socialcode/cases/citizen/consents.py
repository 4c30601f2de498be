"""The texts of consent. None is ever changed: a new text gets a version, so that people can read what they gave."""

TEXTS = {
    "2026-11": "cases/citizen/consents/2026-11.html",
    "2026-11-22": "cases/citizen/consents/2026-11-22.html",
    "offer-2026-11": "cases/citizen/consents/offer-2026-11.html",
}


def text_of(version: str) -> str:
    """The template of a version's text."""
    return TEXTS[version]
