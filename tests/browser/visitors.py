"""Who visits the pages: in every language, on a desktop by day and on a phone at night."""

import pytest

LANGUAGES = ("kk", "ru", "en")
SCREENS = (("desktop", "light"), ("phone", "dark"))

by_everybody = pytest.mark.parametrize(
    ("language", "size", "scheme"),
    [(language, size, scheme) for language in LANGUAGES for size, scheme in SCREENS],
)
