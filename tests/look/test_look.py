"""Every page looks and reads as agreed: languages, appearance, figures, and the parts that pages are made of."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import transaction
from django.template import Engine, Variable
from django.template.defaulttags import WithNode
from django.template.loader import get_template, render_to_string
from django.test import Client
from django.utils.formats import get_format
from django.utils.translation import override

from socialcode.accounts.models import Role
from socialcode.templatetags import portal
from tests.factories import people
from tests.factories.accounts import sign_in
from tests.rendering import parts_noted

TEMPLATES = sorted((settings.BASE_DIR / "templates").rglob("*.html"))
NAMES_A_TAG_GIVES = ("asvar", "var_name", "varname", "variable", "target_var")
COMPONENTS = sorted(
    path for room in ("components", "drafts") for path in (settings.BASE_DIR / "templates" / room).rglob("*.html")
)
OF_NODES = ("django.template", "django.templatetags", "socialcode.drafts.templatetags")


def name_of(component):
    return component.relative_to(settings.BASE_DIR / "templates").as_posix()


@pytest.fixture
def gallery(client):
    return client.get("/components/")


@pytest.fixture(scope="module")
def shown(django_db_setup, django_db_blocker):
    """All that an officer's gallery, and a page that is not there, are made of."""
    with django_db_blocker.unblock(), transaction.atomic(), parts_noted():
        officer = people.make_staff(Role.OFFICER, people.make_office())
        pages = sign_in(Client(), officer).get("/components/"), Client().get("/no-such-page/")
        transaction.set_rollback(True)
    return {template.name for page in pages for template in page.templates}


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_gallery_shows_every_component(shown, component):
    assert name_of(component) in shown


@pytest.mark.parametrize("component", COMPONENTS, ids=lambda path: path.stem)
def test_component_says_what_it_takes(component):
    template = get_template(name_of(component)).template
    says = re.search(r"{% comment %}(.*?){% endcomment %}", component.read_text(), re.DOTALL)[1]
    assert names_asked_for(template.nodelist) <= set(re.findall(r"\w+", says))


def names_asked_for(*parts) -> set[str]:
    """The names that a compiled template takes from whoever includes it."""
    asked, own, looked_at = set(), {"forloop", "block"}, set()
    waiting = list(parts)
    while waiting:
        part = waiting.pop()
        if id(part) in looked_at:
            continue
        looked_at.add(id(part))
        if isinstance(part, Variable):
            asked |= set((part.lookups or ())[:1])
        elif isinstance(part, list | tuple):
            waiting += part
        elif isinstance(part, dict):
            waiting += part.values()
        elif type(part).__module__.startswith(OF_NODES):
            names = (*getattr(part, "__dict__", ()), *getattr(type(part), "__slots__", ()))
            held = {name: getattr(part, name, None) for name in names}
            own |= {*held.get("loopvars", ()), *(held.get(name) for name in NAMES_A_TAG_GIVES)}
            own |= set(held.get("extra_context", ())) if isinstance(part, WithNode) else set()
            waiting += [value for name, value in held.items() if name not in ("origin", "token")]
    return asked - own


def test_what_a_component_takes_is_found_wherever_it_stands():
    text = "{% for a in b %}{% if a.c == d|default:e %}{{ f }}{% with g=h %}{{ g }}{% endwith %}{% endif %}{% endfor %}"
    assert names_asked_for(Engine().from_string(text).nodelist) == {"b", "d", "e", "f", "h"}


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
def test_page_names_its_language(db, client, code):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = code
    page = client.get("/components/").content.decode()
    assert f'<html lang="{code}">' in page
    assert f'value="{code}" lang="{code}" aria-current="true"' in page


def test_language_switch_keeps_the_place_and_its_query(db, client, gallery):
    place = "/components/?page=3"
    assert f'name="next" value="{place}"' in client.get(place).content.decode()
    answer = client.post("/i18n/setlang/", {"language": "ru", "next": place})
    assert answer.url == place
    assert '<html lang="ru">' in client.get(place).content.decode()


def test_each_language_is_written_in_its_own_words(db, gallery):
    page = gallery.content.decode()
    assert all(f">{name}</button>" in page for name in ("Қазақша", "Русский", "English"))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_chosen_appearance_is_kept_and_the_place_too(db, client, theme):
    answer = client.post("/theme/", {"theme": theme, "next": "/components/?page=3"})
    assert answer.url == "/components/?page=3"
    page = client.get("/components/").content.decode()
    assert f'data-bs-theme="{theme}"' in page
    assert ("css/dark.css" in page) is (theme == "dark")


def test_appearance_follows_the_device_until_chosen_and_again_when_the_choice_is_dropped(db, client, gallery):
    assert "data-bs-theme" not in gallery.content.decode()
    assert 'media="screen and (prefers-color-scheme: dark)"' in gallery.content.decode()
    client.post("/theme/", {"theme": "dark", "next": "/components/"})
    client.post("/theme/", {"theme": "", "next": "/components/"})
    assert "data-bs-theme" not in client.get("/components/").content.decode()


@pytest.mark.parametrize("place", ["https://elsewhere.example/", "//elsewhere.example", "", "javascript:alert(1)"])
def test_appearance_switch_never_leads_elsewhere(db, client, place):
    assert client.post("/theme/", {"theme": "dark", "next": place}).url == "/"


def test_forged_appearance_is_ignored(db, client):
    client.cookies["theme"] = '"><b>'
    assert "data-bs-theme" not in client.get("/components/").content.decode()


def test_appearance_is_changed_by_post_only(db, client):
    assert client.get("/theme/").status_code == 405


def test_page_that_is_missing_says_what_to_do(db, client):
    answer = client.get("/no-such-page/")
    assert answer.status_code == 404
    assert 'class="failure"' in answer.content.decode()


def test_forged_post_is_refused_with_a_page_that_says_what_to_do(db):
    answer = Client(enforce_csrf_checks=True).post("/theme/", {"theme": "dark"})
    assert answer.status_code == 403
    assert 'class="failure"' in answer.content.decode()


@pytest.mark.parametrize("name", ["400", "403_csrf", "500"])
def test_page_of_an_error_needs_neither_request_nor_database(name):
    assert 'class="failure"' in render_to_string(f"{name}.html")


def test_every_file_that_a_page_asks_for_is_collected():
    left_out = apps.get_app_config("staticfiles").ignore_patterns
    collected = {
        f"{getattr(files, 'prefix', None) or ''}/{name}".strip("/")
        for finder in finders.get_finders()
        for name, files in finder.list(left_out)
    }
    asked = {
        name for template in TEMPLATES for name in re.findall(r"{% static ['\"]([^'\"]+)['\"]", template.read_text())
    }
    assert {"bootstrap/css/bootstrap.min.css", "img/mark.svg"} <= asked
    assert asked | {"django_htmx/htmx-2.min.js"} <= collected


def test_every_icon_that_is_asked_for_is_drawn():
    drawn = set(re.findall(r'<symbol id="(\w+)"', Path(finders.find("img/icons.svg")).read_text()))
    asked = {
        name for template in TEMPLATES for name in re.findall(r'icon.html" with name="(\w+)"', template.read_text())
    }
    assert asked | {"info", "success", "warning", "error", "unknown"} <= drawn


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("kk", Decimal("24912"), "24 912 ₸"),
        ("ru", Decimal("24912.00"), "24 912 ₸"),
        ("en", 24912, "24 912 ₸"),
        ("kk", Decimal("1234567.5"), "1 234 567,50 ₸"),
        ("en", "1234567.5", "1 234 567.50 ₸"),
        ("ru", Decimal("-5"), "−5 ₸"),
        ("kk", 0, "0 ₸"),
        ("kk", Decimal("1E+12"), "1 000 000 000 000 ₸"),
        ("kk", None, ""),
    ],
)
def test_money_is_written_with_narrow_spaces_that_do_not_break(language, number, written):
    with override(language):
        assert portal.money(number) == written.replace(" ", "\u202f")


@pytest.mark.parametrize("write", [portal.money, portal.decimal, portal.percent])
def test_inexact_number_is_refused(write):
    with pytest.raises(TypeError, match="float"):
        write(0.1)


@pytest.mark.parametrize(
    ("number", "written"),
    [(Decimal("16.0300"), "16,03"), ("5.76", "5,76"), (1000, "1 000"), (Decimal("0.00001"), "0,00001"), (None, "")],
)
def test_number_is_written_exactly_without_needless_zeros(number, written):
    with override("kk"):
        assert portal.decimal(number) == written.replace(" ", "\u202f")


@pytest.mark.parametrize(
    ("language", "written"),
    [("kk", "2026 жылғы 5 қаңтар"), ("ru", "5 января 2026 года"), ("en", "January 5, 2026")],
)
def test_date_is_written_in_the_words_of_the_language(language, written):
    with override(language):
        assert portal.day(date(2026, 1, 5)).replace("\u202f", " ") == written


def test_kazakh_reads_days_before_months():
    with override("kk"):
        assert get_format("DATE_INPUT_FORMATS")[0] == "%d.%m.%Y"
        assert get_format("DECIMAL_SEPARATOR") == ","


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (Decimal("69330"), "tenge", "69 330 ₸"),
        (Decimal("5.76"), "mci", "5.76 MCI"),
        (3, "minimum_wages", "3 minimum wages"),
        (1, "months", "1 month"),
        (18, "months", "18 months"),
        (Decimal("0.105"), "share", "10.5 %"),
        (Decimal("10"), "percent", "10 %"),
        (True, "", "yes"),
        (False, "", "no"),
        (None, "tenge", "not known yet"),
        (date(2026, 1, 5), "", "January 5, 2026"),
        ({1: Decimal("5.76"), 2: Decimal("6.81")}, "mci", "1: 5.76 MCI; 2: 6.81 MCI"),
        ([Decimal("10"), None], "tenge", "10 ₸; not known yet"),
        (Decimal("3"), "", "3"),
        ("Almaty", "", "Almaty"),
    ],
)
def test_value_is_written_with_its_unit(value, unit, written):
    with override("en"):
        assert portal.quantity(value, unit).replace("\u202f", " ") == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1"), "1 прожиточный минимум"),
        (Decimal("1.61"), "1,61 прожиточного минимума"),
        (Decimal("2"), "2 прожиточных минимума"),
        (Decimal("0.4"), "0,4 прожиточного минимума"),
    ],
)
def test_a_fraction_of_a_unit_is_no_plural(value, written):
    with override("ru"):
        assert portal.quantity(value, "subsistence_minimums") == written


def test_source_of_a_step_is_said_in_words():
    with override("en"):
        assert portal.article("84") == "Social Code, article 84"
        assert portal.in_force_since(date(2026, 1, 5)) == "in force since January 5, 2026"


def test_the_frame_of_all_pages_takes_no_name_that_a_page_may_use():
    taken = re.findall(r"\bas (\w+) %}", (settings.BASE_DIR / "templates" / "base.html").read_text())
    assert taken
    assert not [name for name in taken if not name.startswith("site_")]
