"""Where the font of the pages lies once `manage.py font` has made it. Without it the device's own fonts are used."""

from pathlib import Path

from django.conf import settings

SHEET = "font/font.css"


def folder() -> Path:
    return settings.BASE_DIR / "static" / "font"


def is_made() -> bool:
    return (folder() / Path(SHEET).name).exists()
