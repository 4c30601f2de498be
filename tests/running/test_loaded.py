"""What a process of the web server loads at its start is not searched for garbage while visitors wait."""

import subprocess
import sys

import pytest
from django.conf import settings

SEARCHED = """
import gc
import socialcode.asgi
from django.template import engines
print(len(gc.get_objects()), gc.get_freeze_count(), len(engines["django"].engine.template_loaders[0].get_template_cache))
"""
MOST_SEARCHED = 5_000


@pytest.mark.process
def test_what_is_loaded_stays_out_of_the_search_for_garbage():
    said = subprocess.run([sys.executable, "-c", SEARCHED], cwd=settings.BASE_DIR, capture_output=True, check=True).stdout
    searched, kept, templates = map(int, said.split())
    assert searched < MOST_SEARCHED < kept
    assert templates >= len(list((settings.BASE_DIR / "templates").rglob("*.html")))
