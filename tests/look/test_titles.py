"""What stands in a browser's tab: every page has a title of its own before the name of the portal."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path("templates")
EXTENDS = re.compile(r'\{% extends "([^"]+)" %\}')
TITLE = re.compile(r"\{% block title %\}(.*?)\{% endblock %\}", re.DOTALL)
PAGES = [
    path
    for path in sorted(TEMPLATES.rglob("*.html"))
    if path.name != "base.html" and EXTENDS.match(path.read_text(encoding="utf-8"))
]


def title_of(path: Path) -> str:
    """The title that a page or one of those it extends names."""
    text = path.read_text(encoding="utf-8")
    found, parent = TITLE.search(text), EXTENDS.match(text)
    if found and found[1].strip():
        return found[1].strip()
    return title_of(TEMPLATES / parent[1]) if parent else ""


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_page_has_a_title_of_its_own(page):
    title = title_of(page)
    assert title
    assert "block.super" not in title, "what a page extends has no title to add"
