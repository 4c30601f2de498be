"""The order of the house, kept by machine."""

import re
from pathlib import Path

import pytest
from django.conf import settings

LONGEST_FILE = 300  # lines
NAMELESS_ROOMS = {"utils", "util", "helpers", "helper", "common", "core", "services", "misc", "lib"}
ROOT = settings.BASE_DIR
TEMPLATES = sorted(ROOT.glob("templates/**/*.html"))
PYTHON = [
    path
    for room in ("socialcode", *settings.PROVISION_APPS, "tests", "bench")
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
]
FOUND_BY_NAME = {"400.html", "403.html", "403_csrf.html", "404.html", "500.html"}  # Django asks for these itself
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
ELSEWHERE = re.compile(r"(?:src|srcset|<link[^>]*href|action)=[\"']?(?:https?:)?//", re.IGNORECASE)


def name(path):
    return str(path.relative_to(ROOT))


def test_files_are_small():
    lengths = {name(path): len(path.read_text().splitlines()) for path in PYTHON}
    assert not {path: length for path, length in lengths.items() if length > LONGEST_FILE}


def test_every_room_has_a_name_that_says_what_is_in_it():
    assert not [name(path) for path in PYTHON if {path.stem, *path.relative_to(ROOT).parts} & NAMELESS_ROOMS]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_page_has_nothing_inline_and_nothing_from_elsewhere(path):
    text = path.read_text()
    assert not INLINE.findall(text)
    assert not ELSEWHERE.findall(text)


def test_every_template_is_used():
    texts = [path.read_text() for path in [*PYTHON, *TEMPLATES]]
    names = {str(path.relative_to(ROOT / "templates")) for path in TEMPLATES} - FOUND_BY_NAME
    assert not {template for template in names if not any(template in text for text in texts)}


def test_everything_that_is_made_stays_out_of_the_repository():
    assert {"/.venv/", "/var/", "*.mo", "__pycache__/"} <= set((ROOT / ".gitignore").read_text().split())


def test_every_package_is_pinned():
    for file in ("requirements.txt", "requirements-dev.txt"):
        lines = [line.partition("#")[0].strip() for line in Path(ROOT, file).read_text().splitlines()]
        assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines if line)
