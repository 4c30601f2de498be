"""What a process of the web server loads at its start is not searched for garbage while visitors wait."""

import subprocess
import sys

import pytest
from django.conf import settings

SEARCHED = """
import gc
import socialcode.asgi
from django.template import engines
[loader] = engines["django"].engine.template_loaders
print(len(gc.get_objects()), gc.get_freeze_count(), len(loader.get_template_cache))
"""
MOST_SEARCHED = 5_000


@pytest.mark.process
def test_what_is_loaded_stays_out_of_the_search_for_garbage():
    command = [sys.executable, "-c", SEARCHED]
    said = subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, check=True).stdout  # noqa: S603
    searched, kept, templates = map(int, said.split())
    assert searched < MOST_SEARCHED < kept
    assert templates >= len(list((settings.BASE_DIR / "templates").rglob("*.html")))
