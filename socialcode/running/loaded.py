"""What a process of the web server holds for good is loaded before the first visitor comes, and not looked at again."""

import gc

from django.conf import settings
from django.template.loader import get_template
from django.utils import translation

TEMPLATES = settings.BASE_DIR / "templates"


def load_for_good() -> None:
    """Load sentences and templates, and leave all that is loaded out of the search for garbage.

    To look through all of it took a fifth of a second each time, in which nobody was answered.
    """
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            pass  # to be spoken once is to be read
    for file in TEMPLATES.rglob("*.html"):
        get_template(str(file.relative_to(TEMPLATES)))
    gc.collect()
    gc.freeze()
