"""The town hall names no department's fact or provision: a department registers what it knows."""

import ast

import pytest
from django.conf import settings

from socialcode.engine.registry import _modules, registry

ROOT = settings.BASE_DIR
DATA = ("demo", "migrations")  # invented people, and states of tables that are past
SAYS_SOMETHING_ELSE = {
    "award": "a payment granted here, not the mother's award that benefits ask about",
    "studies": "the rows of the register of education of one person, not whether somebody studies",
}
FILES = [path for path in sorted((ROOT / "socialcode").rglob("*.py")) if not {*path.parts} & {*DATA}]
PAGES = sorted((ROOT / "templates").rglob("*.html"))


def _of_departments():
    modules = [module for app in settings.PROVISION_APPS for module in _modules(f"{app}.facts")]
    facts = {fact.name for module in modules for fact in module.FACTS}
    return (facts | registry.provisions.keys()) - SAYS_SOMETHING_ELSE.keys()


@pytest.fixture(scope="module")
def names():
    return _of_departments()


def test_no_department_is_named_in_the_town_hall(names):
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in names
    ]
    assert not found


def test_no_page_names_a_department_s_fact_or_provision(names):
    quoted = [f"{mark}{name}{mark}" for name in names for mark in "\"'"]
    assert not [(path.name, word) for path in PAGES for text in [path.read_text()] for word in quoted if word in text]


def test_what_says_something_else_is_still_said():
    texts = "".join(path.read_text() for path in FILES)
    assert all(f'"{word}"' in texts for word in SAYS_SOMETHING_ELSE)
