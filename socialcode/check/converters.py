"""The key of a check in an address."""

from django.urls.converters import StringConverter

from socialcode.templatetags.parts import ANY_KEY


class CheckKey(StringConverter):
    regex = f"[0-9a-f]{{12}}|{ANY_KEY}"  # the latter in parts of a page that are kept for all checks
