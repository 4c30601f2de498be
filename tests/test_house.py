"""The order of the house, kept by machine."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings

LONGEST_FILE, LONGEST_FUNCTION = 300, 50  # lines
LONGEST_DATA = 800  # lines of YAML: entries one after another, alike, each looked up by its name and never read through
MOST_FILES = 25  # of a folder, with those beside them of the same kind
GROW_BY_NATURE = {
    "migrations": "one chain, in which each stands on the one before",
    "decisions": "records, which are added and never taken away",
}
SHORT = 3  # lines from which a function says what it does: of fewer, the name and the lines say all
NAMELESS_ROOMS = {"utils", "util", "helpers", "helper", "common", "core", "services", "misc", "lib"}
ROOT = settings.BASE_DIR
EVERY_TEMPLATE = sorted(path for path in ROOT.glob("templates/**/*") if path.is_file())
TEMPLATES = [path for path in EVERY_TEMPLATE if path.suffix == ".html"]
PYTHON = [
    path
    for room in ("socialcode", *settings.PROVISION_APPS, "tests", "bench")
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts and not any(part.startswith(".") for part in path.relative_to(ROOT).parts)
]
WRITTEN = [
    path
    for room in ("socialcode", *settings.PROVISION_APPS, "tests", "bench", "templates", "static", "docs")
    for path in sorted((ROOT / room).rglob("*"))
    if path.is_file()
    and "__pycache__" not in path.parts
    and not any(p.startswith(".") for p in path.relative_to(ROOT).parts)
]
ASKED_FOR = ("400.html", "403.html", "403_csrf.html", "404.html", "500.html", "django/forms/widgets/select.html")
FOUND_BY_NAME = {*ASKED_FOR}  # by Django itself
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style\b|\sstyle=|\son[a-z]+=|javascript:", re.IGNORECASE)
PINNED = re.compile(r"[\w.-]+==[\w.]+(?: ; python_full_version < \"[\d.]+\")?(?: +--hash=sha256:[0-9a-f]{64})+")
KIND_OF_NOTICE = re.compile(r'(?:queue_notices?|tell_person|written)\(\s*f?"([\w{}.]+)"')
INCLUDED = re.compile(r'{%\s*include\s+"([\w./-]+)"\s+with\s+(.*?)\s+only\s*%}')
GIVEN, DOCUMENTED = re.compile(r"(?<!\S)(\w+)="), re.compile(r"{% comment %}.*?{% endcomment %}", re.DOTALL)
READ_BY_TAGS = {"csrf_token", "request"}  # taken from the context, not by name
ELSEWHERE = re.compile(r"(?:src|srcset|<link[^>]*href|action)=[\"']?(?:https?:)?//", re.IGNORECASE)


def name(path):
    return str(path.relative_to(ROOT))


def lines(path):
    return len(path.read_text().splitlines())


def test_files_are_small():
    pages = [path for path in WRITTEN if path.suffix in (".html", ".css", ".js", ".typ", ".txt")]
    assert not {name(path): lines(path) for path in (*PYTHON, *pages) if lines(path) > LONGEST_FILE}
    data = [path for path in WRITTEN if path.suffix in (".yaml", ".csv")]
    assert data
    assert not {name(path): lines(path) for path in data if lines(path) > LONGEST_DATA}


def test_a_folder_can_be_seen_at_a_glance():
    """One with more files is several rooms: sub-rooms by what they are about."""
    files = Counter(path.parent for path in WRITTEN)
    assert not {name(room): n for room, n in files.items() if n > MOST_FILES and room.name not in GROW_BY_NATURE}


def test_functions_are_small():
    functions = [
        (f"{name(path)}:{node.lineno}", node.end_lineno - node.lineno + 1)
        for path in PYTHON
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    assert not [(function, lines) for function, lines in functions if lines > LONGEST_FUNCTION]


def test_every_room_has_a_name_that_says_what_is_in_it():
    assert not [name(path) for path in PYTHON if {path.stem, *path.relative_to(ROOT).parts} & NAMELESS_ROOMS]


def test_what_other_files_use_says_what_it_gives():
    """Public functions of some length and classes of our own. Others say themselves: a rule, a command, a refusal and a
    page by their own sentence, what registers know by its fact, a class of a library's kind by that kind."""
    silent = [
        f"{name(path)}:{node.lineno} {node.name}"
        for path in PYTHON
        if path.relative_to(ROOT).parts[0] not in ("tests", "bench") and not {"rules", "commands"} & set(path.parts)
        for node in _public(ast.parse(path.read_text()))
        if not ast.get_docstring(node)
    ]
    assert not silent


def _public(node):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_") and not child.bases:
            yield child
            yield from _public(child)
        elif isinstance(child, ast.FunctionDef) and not child.name.startswith("_") and not _says_itself(child):
            yield child


def _says_itself(function):
    marks = "".join(ast.unparse(inner) for node in ast.walk(function) for inner in getattr(node, "decorator_list", ()))
    first = function.args.args[0].arg if function.args.args else ""
    is_short = function.end_lineno - function.body[0].lineno + 1 < SHORT
    return is_short or "_(" in marks or first in ("request", "records") or function.name.startswith("check_")


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_page_has_nothing_inline_and_nothing_from_elsewhere(path):
    text = path.read_text()
    assert not INLINE.findall(text)
    assert not ELSEWHERE.findall(text)


def test_every_template_is_used():
    """By a page: what the gallery alone shows is part of none. The texts of a notice are found by its kind."""
    code = "\n".join(path.read_text() for path in PYTHON if path.relative_to(ROOT).parts[0] not in ("tests", "bench"))
    pages = "\n".join(path.read_text() for path in EVERY_TEMPLATE if path.name != "gallery.html")
    kinds = "|".join(re.sub(r"\{[^}]*\}", r"\\w+", kind) for kind in KIND_OF_NOTICE.findall(code))
    names = {str(path.relative_to(ROOT / "templates")) for path in EVERY_TEMPLATE} - FOUND_BY_NAME
    unused = {name for name in names if name not in code and name not in pages}
    assert not {name for name in unused if not re.fullmatch(rf"notices/(?:{kinds})/\w+\.txt", name)}


@pytest.mark.parametrize("path", [path for path in PYTHON if "import" in path.read_text()], ids=name)
def test_the_mark_of_a_sentence_means_one_thing_in_a_file(path):
    """`_` is the engine's mark in rules and facts, else Django's: the lazy one wherever a file needs both, and wherever
    a sentence is read before anybody asks for a page: in whose language should it be then?"""
    tree = ast.parse(path.read_text())
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [alias for node in imports for alias in node.names]
    marks = [alias.name for alias in names if "_" in (alias.name, alias.asname)]
    assert len(marks) <= 1
    if marks == ["gettext"]:
        assert "gettext_lazy" not in {alias.name for alias in names}
        assert not [call.lineno for call in _called_at_import(tree) if ast.unparse(call.func) == "_"]
    stored = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "_"
    ]
    assert not (marks and stored)


def _called_at_import(node):
    """The calls that run when a module is read: those outside functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda):
            yield from _called_at_import(child)


def test_a_test_waits_for_what_a_page_shows():
    """A look that does not wait tells how busy the machine is: `expect(...).to_be_visible()` waits."""
    looks = re.compile(r"assert .*\.(?:is_visible|is_hidden)\(\)")
    hasty = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in PYTHON
        if "playwright" in (text := path.read_text()) or "browser" in path.parts
        for number, line in enumerate(text.splitlines(), 1)
        if looks.search(line)
    ]
    assert not hasty


def test_rows_are_copied_in_one_place():
    """What goes wrong in a COPY of psycopg's own is no error of Django's, so a restart would look like a bad row."""
    copying = {
        name(path)
        for path in PYTHON
        if ".copy_expert(" in path.read_text() and path.is_relative_to(ROOT / "socialcode")
    }
    assert copying == {"socialcode/registers/frames/copying.py"}


def test_everything_that_is_made_stays_out_of_the_repository():
    assert {"/.venv", "/var", "*.mo", "__pycache__/"} <= set((ROOT / ".gitignore").read_text().split())


def test_every_package_is_pinned_to_known_files():
    """After a change of pyproject.toml, `make pins` writes versions and hashes."""
    for file in ("requirements.txt", "requirements-dev.txt"):
        packages = re.sub(r"\\\n|#.*", "", Path(ROOT, file).read_text()).split("\n")
        wrong = [line for line in packages if line.strip() and not PINNED.fullmatch(line.strip())]
        assert not wrong, wrong


def test_what_a_template_is_given_it_reads():
    """A wrong name would show nothing, and nobody would be told."""
    unread = []
    for path in TEMPLATES:
        for included, given in INCLUDED.findall(path.read_text()):
            read = set(re.findall(r"\w+", DOCUMENTED.sub("", (ROOT / "templates" / included).read_text())))
            unread += [(name(path), included, each) for each in set(GIVEN.findall(given)) - read - READ_BY_TAGS]
    assert unread == []
