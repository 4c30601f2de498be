"""The words of the portal: what there is to translate, and how far each language has got.

Messages are read from Python, from templates and from the files of the law's values; the translations are
locale/<language>/LC_MESSAGES/django.po. Works without the system's gettext.
"""

import io
import os
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS
from babel.messages.extract import extract as read_messages
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

from socialcode import yaml_file

# The forms of a plural, as Django counts them
PLURALS = {
    "kk": "nplurals=2; plural=(n!=1);",
    "ru": (
        "nplurals=4; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : "
        "n%10==0 || (n%10>=5 && n%10<=9) || (n%100>=11 && n%100<=14)? 2 : 3);"
    ),
}
KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
NOT_SHOWN = {
    "tests",
    "bench",
    "var",
    "migrations",
    "locale",
    "static",
    "demo",
    "examples",
}  # folders with nothing a visitor reads
SHOWN_KEYS = ("label", "act", "title", "explanation")  # of a YAML file: what a visitor reads
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|\{\w*\}")


def extract(root):
    """The catalogue of every message under the folder `root`, without translations."""
    found = Catalog(fuzzy=False)
    for path in _sources(root):
        for message, context in _READERS[path.suffix](path):
            found.add(message, locations=[(path.relative_to(root).as_posix(), 0)], context=context)
    return found


def _sources(root):
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if name not in NOT_SHOWN and not name.startswith((".", "_")))
        yield from (Path(folder, name) for name in sorted(files) if Path(name).suffix in _READERS)


def _read_python(path):
    return _read_code(path.read_bytes())


def _read_template(path):
    # Django turns a template into gettext calls; without their indentation they are lines of Python
    code = templatize(path.read_text(), origin=path)
    return _read_code("\n".join(line.strip() for line in code.splitlines()).encode())


def _read_code(code):
    for _line, message, _comments, context in read_messages("python", io.BytesIO(code), KEYWORDS):
        yield message, context


def _read_values(path):
    """Names of the law's values and their acts; titles of the Code's articles; explanations of words and reasons."""
    for value in yaml_file.read(path).values():
        versions = [version for version in value.values() if isinstance(version, dict)]
        yield from ((part[key], None) for part in (value, *versions) for key in SHOWN_KEYS if part.get(key))


_READERS = {".py": _read_python, ".html": _read_template, ".txt": _read_template, ".yaml": _read_values}


def po_path(folder, language):
    """Where the translations of a language lie in the folder of all languages."""
    return folder / language / "LC_MESSAGES" / "django.po"


def read(folder, language):
    """The catalogue of one language, an empty one if nobody has begun it."""
    path = po_path(folder, language)
    if path.exists():
        return read_po(io.StringIO(path.read_text()), locale=language, abort_invalid=True)
    headers = f'msgid ""\nmsgstr ""\n"Plural-Forms: {PLURALS[language]}\\n"\n'
    begun = read_po(io.StringIO(headers), locale=language)
    begun.project, begun.version = "socialcode", "1"
    begun.last_translator = begun.language_team = begun.msgid_bugs_address = ""
    return begun


def update(folder, language, found):
    """Write the translations anew: every message of `found` is there, in the order of the source, none besides."""
    catalogue = read(folder, language)
    found.creation_date = catalogue.creation_date  # a date that changes with every run would hide what really changed
    catalogue.update(found, no_fuzzy_matching=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=120, include_lineno=False, ignore_obsolete=True)
    path = po_path(folder, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(written.getvalue())


def compile_language(folder, language):
    """Write the file that Django reads, unless there is one newer than the translations."""
    source = po_path(folder, language)
    target = source.with_suffix(".mo")
    if not source.exists() or (target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns):
        return
    unfinished = target.with_suffix(f".{os.getpid()}.mo")
    with unfinished.open("wb") as file:
        write_mo(file, read(folder, language))
    unfinished.replace(target)


def problems(folder, language, found):
    """One sentence for each message that is missing, fuzzy, unused or has other placeholders than its original."""
    catalogue = read(folder, language)
    for message in found:
        if message.id:
            yield from _problems_of(message, catalogue.get(message.id, message.context), language)
    for message in catalogue:
        if message.id and found.get(message.id, message.context) is None:
            yield f"{language}: unused: {_shown(message)}"


def _problems_of(message, translated, language):
    forms = _forms(translated.string) if translated else []
    if not all(forms) or not forms:
        yield f"{language}: missing: {_shown(message)} ({message.locations[0][0]})"
    elif translated.fuzzy:
        yield f"{language}: fuzzy: {_shown(message)}"
    else:
        allowed = [set(PLACEHOLDER.findall(form)) for form in _forms(message.id)]
        for form in forms:
            if set(PLACEHOLDER.findall(form)) not in allowed:
                yield f"{language}: other placeholders than {_shown(message)}: '{form}'"


def _forms(text):
    return [text] if isinstance(text, str) else list(text)


def _shown(message):
    return f"'{_forms(message.id)[0]}'"
