"""Pressing a button of a page as a browser does: with what the form itself sends."""

import re
from html import unescape

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.S)
HIDDEN = re.compile(r'<input type="hidden" name="(shown)" value="([^"]*)"')


def shown_on(page: str, address: str) -> dict[str, str]:
    """What the form of a page that posts to an address (or to its own page) sends besides what is typed."""
    for attributes, inside in FORM.findall(page):
        if f'action="{address}"' in attributes or ("action=" not in attributes and "post" in attributes):
            return {name: unescape(value) for name, value in HIDDEN.findall(inside)}
    return {}


def press(client, address, typed=None, *, page=None, **options):
    """Open a page (else the one above the address), and send its form to the address."""
    above = page or re.sub(r"[\w-]+/$", "", address)
    return client.post(address, shown_on(client.get(above).content.decode(), address) | (typed or {}), **options)
