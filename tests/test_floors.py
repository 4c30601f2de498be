"""A page leads down, too: what a room names by a string (templates, addresses) lies on its floor or below.

Imports are kept by import-linter; its list of floors in pyproject.toml is the one list.
"""

import ast
import re
import tomllib

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

ROOT = settings.BASE_DIR
FOR_ALL = "templates"  # what every page is made of: the lowest floor
THE_FRAME = ("base.html", "components/frame/")  # leads to every main place
UPWARD = {
    ("templates/employment/employers/guidance.html", "guide:payment"): "who is laid off reads of the payment",
    ("templates/employment/employers/guidance.html", "check:start"): "who is laid off checks what else there is",
    ("templates/employment/employers/quota.html", "guide:payment"): "a workplace that is missing can be paid",
    ("templates/cases/citizen/decision.html", "appeals:begin"): "a decision leads the way to a complaint about it",
    ("templates/awards/award.html", "appeals:begin"): "so does what was decided later of the payment",
    ("templates/cases/counter/visitor.html", "appeals:at_counter"): "who walks in may complain of a decision",
    ("templates/accounts/login.html", "sign_in:start"): "staff's sign-in shows citizens the way to theirs",
    ("templates/cases/counter/visitor.html", "check:start"): "an officer checks together with who walks in",
    ("employment/seekers/path.py", "guide:payment"): "the way to work leads to what a payment is and to its check",
    ("templates/check/start.html", "guide:search"): "the first page begins with the search of payments",
}
NAMED_IN_TEMPLATE = re.compile(r"{%\s*(include|extends|url)\s+[\"']([\w./:-]+)[\"']")
NAME = re.compile(r"[\w./:-]+")
PROGRAMS = [path for top in ("socialcode", *settings.PROVISION_APPS) for path in sorted((ROOT / top).rglob("*.py"))]
TEMPLATES = sorted(path for path in ROOT.glob("templates/**/*") if path.is_file())


def floors() -> dict[str, int]:
    """Which floor each room is on, counted from the lowest."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    [layers] = [contract["layers"] for contract in contracts if contract["id"] == "floors"]
    rooms = {room.strip(): -place for place, layer in enumerate(layers) for room in layer.split("|")}
    return rooms | {FOR_ALL: -len(layers)}


FLOORS = floors()


def room_of(module: str) -> str:
    """The room of a module, empty for the wiring, which has no floor."""
    return next((room for room in FLOORS if f"{module}.".startswith(f"{room}.")), "")


def room_of_template(name: str) -> str:
    folder = name.partition("/")[0].removesuffix(".html")  # a room of one page has no folder
    return next((room for room in FLOORS if room.rpartition(".")[2] == folder), FOR_ALL)


def addresses(patterns, space="") -> dict[str, str]:
    """The room of each address, by its name or the beginning of it; those of libraries and the wiring have none."""
    found = {}
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            found[f"{space}{pattern.name}"] = room_of(pattern.callback.__module__)
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found |= {inner: room_of(getattr(pattern.urlconf_module, "__name__", ""))}
            found |= addresses(pattern.url_patterns, inner)
    return found


ADDRESSES = addresses(get_resolver().url_patterns)


def room_named(text: str) -> str:
    """The room of the template or the address that a string names; empty if it names none."""
    if (ROOT / "templates" / text).is_file():
        return room_of_template(text)
    return ADDRESSES.get(text, "")


def named_in_pages():
    for path in TEMPLATES:
        name = str(path.relative_to(ROOT / "templates"))
        for tag, named in NAMED_IN_TEMPLATE.findall(path.read_text()):
            if not (name.startswith(THE_FRAME) and tag == "url"):
                yield f"templates/{name}", room_of_template(name), named


def named_in_programs():
    """Every string of a room that could be a name; of a string that is put together, its parts."""
    for path in (
        path for top in ("socialcode", *settings.PROVISION_APPS) for path in sorted((ROOT / top).rglob("*.py"))
    ):
        own = room_of(".".join(path.relative_to(ROOT).with_suffix("").parts))
        for node in ast.walk(ast.parse(path.read_text())) if own else ():
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value):
                yield str(path.relative_to(ROOT)), own, node.value


def test_what_a_room_names_lies_below_it():
    """In both directions: what leads up no more has to leave the list."""
    upward = {
        (file, named)
        for file, own, named in (*named_in_pages(), *named_in_programs())
        for room in [room_named(named)]
        if room not in ("", own) and FLOORS[room] >= FLOORS[own]
    }
    assert upward == set(UPWARD)


@pytest.mark.parametrize(
    ("named", "room"),
    [
        ("check:start", "socialcode.check"),
        ("cases:", "socialcode.cases"),  # the beginning of an address that is put together
        ("work:queue", "socialcode.cases"),
        ("cases/citizen/claim.html", "socialcode.cases"),
        ("components/lead.html", FOR_ALL),
        ("gallery", "socialcode.look.gallery"),
        ("account_login", "socialcode.accounts"),
        ("https://adilet.zan.kz", ""),
    ],
)
def test_a_name_is_known_by_its_room(named, room):
    assert room_named(named) == room


def test_every_room_with_pages_has_a_floor():
    """A folder of templates that no room is named after would be looked at by nobody; `django` replaces its widgets."""
    folders = {path.name for path in (ROOT / "templates").iterdir() if path.is_dir()}
    assert folders - {"components", "django"} <= {room.rpartition(".")[2] for room in FLOORS}
