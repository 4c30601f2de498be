"""The tests of the law beside the worked examples: they also say what regions have not published yet."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from bench.mutations.rule_files import ROOT
from socialcode.engine.registry import registry

TESTS = ROOT / "tests"
OF_FIGURES = TESTS / "law" / "test_indices.py"


def tests_beside(path: Path) -> list[str]:
    """The tests of an app's law, or those that bear the name of a file that several apps share; none where none is."""
    room, *_rest = path.relative_to(ROOT).parts
    if room == "socialcode":
        found = [TESTS / "provisions" / f"test_{path.stem}.py", *([OF_FIGURES] if path.suffix == ".yaml" else [])]
    else:
        found = [TESTS / room / file.name for file in sorted((TESTS / room).glob("test_*.py"))]
    return [str(test) for test in found if test.exists()]


def notice(tests: list[str], provisions: Iterable = (), parameters: Mapping | None = None) -> bool:
    """Whether one of some tests fails with changed provisions or values. They run in a process of their own."""
    if not tests:
        return False
    child = os.fork()
    if child:
        _child, status = os.waitpid(child, 0)
        return status != 0
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for told in (1, 2):
        os.dup2(nowhere, told)
    registry.provisions |= {provision.name: provision for provision in provisions}
    registry.parameters |= parameters or {}
    registry._values.cache_clear()
    os._exit(pytest.main(["-x", "-q", "-n0", "-p", "no:cacheprovider", *tests]))
