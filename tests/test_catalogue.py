"""The words of the portal: found wherever they stand, kept, and checked."""

import gettext

import pytest

from socialcode import catalogue


@pytest.fixture
def project(tmp_path):
    """A small project with a message of every kind, and one in a place that no visitor reads."""
    files = {
        "benefits/rules/grant.py": '@rule("1", _("The child is born"))\ndef eligible(): ...\n',
        "benefits/forms.py": 'ngettext_lazy("%(n)s child", "%(n)s children", "n")\npgettext("month", "May")\n',
        "benefits/rules/grant.yaml": 'amount:\n  label: Amount of the grant\n  article: "80"\n'
        "  2023-07-01: 38\n  2024-01-01: {value: 40, act: Law on the grant}\n",
        "templates/page.html": (
            '{% load i18n %}\n  <p>{% translate "Start" %}</p>\n'
            "    {% blocktranslate trimmed with day=d %}\n      Until\n      {{ day }}\n    {% endblocktranslate %}\n"
            "{% blocktranslate count n=n %}One day{% plural %}{{ n }} days{% endblocktranslate %}\n"
        ),
        "tests/test_page.py": '_("Nobody sees this")\n',
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


@pytest.fixture
def found(project):
    return catalogue.extract(project)


def translate(project, language, pairs):
    path = catalogue.po_path(project / "locale", language)
    text = path.read_text()
    for original, translated in pairs.items():
        before = f'msgid "{original}"\nmsgstr ""'
        assert before in text
        text = text.replace(before, f'msgid "{original}"\nmsgstr "{translated}"')
    path.write_text(text)


def test_messages_are_found_in_python_templates_and_values(found):
    assert {message.id for message in found if message.id} == {
        "The child is born",
        ("%(n)s child", "%(n)s children"),
        "May",
        "Amount of the grant",
        "Law on the grant",
        "Start",
        "Until %(day)s",
        ("One day", "%(n)s days"),
    }
    assert found.get("May", "month") is not None


def test_an_update_keeps_translations_and_drops_what_is_no_longer_said(project, found):
    folder = project / "locale"
    catalogue.update(folder, "kk", found)
    translate(project, "kk", {"Start": "Бастау", "The child is born": "Бала туды"})
    (project / "benefits/rules/grant.py").unlink()
    catalogue.update(folder, "kk", catalogue.extract(project))
    kept = catalogue.read(folder, "kk")
    assert kept.get("Start").string == "Бастау"
    assert kept.get("The child is born") is None


def test_a_second_update_changes_nothing(project, found):
    catalogue.update(project / "locale", "ru", found)
    written = catalogue.po_path(project / "locale", "ru").read_bytes()
    catalogue.update(project / "locale", "ru", catalogue.extract(project))
    assert catalogue.po_path(project / "locale", "ru").read_bytes() == written


def test_missing_fuzzy_and_unused_messages_are_named(project, found):
    folder = project / "locale"
    catalogue.update(folder, "kk", found)
    translate(project, "kk", {"Start": "Бастау", "Until %(day)s": "%(date)s дейін"})
    path = catalogue.po_path(folder, "kk")
    path.write_text(
        path.read_text().replace('msgid "Start"', '#, fuzzy\nmsgid "Start"') + '\nmsgid "Gone"\nmsgstr "Жоқ"\n'
    )
    said = list(catalogue.problems(folder, "kk", found))
    assert "kk: missing: 'May' (benefits/forms.py)" in said
    assert "kk: missing: 'One day' (templates/page.html)" in said
    assert "kk: fuzzy: 'Start'" in said
    assert "kk: unused: 'Gone'" in said
    assert "kk: other placeholders than 'Until %(day)s': '%(date)s дейін'" in said


def test_compiled_translations_are_what_gettext_reads(project, found):
    folder = project / "locale"
    catalogue.update(folder, "ru", found)
    translate(project, "ru", {"Start": "Начать"})
    path = catalogue.po_path(folder, "ru")
    catalogue.compile_language(folder, "ru")
    with path.with_suffix(".mo").open("rb") as file:
        russian = gettext.GNUTranslations(file)
    assert russian.gettext("Start") == "Начать"
    assert russian.gettext("Until %(day)s") == "Until %(day)s"
