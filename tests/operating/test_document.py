"""docs/operating.md names all that runs, so that no process is left out; its numbers are those of the settings."""

import re

import pytest
from django.conf import settings
from honcho.environ import parse_procfile

TEXT = (settings.BASE_DIR / "docs" / "operating.md").read_text()
FILES = [settings.BASE_DIR / name for name in ("Procfile", "Procfile.smpp")]
PROCESSES = [name for file in FILES for name in parse_procfile(file.read_text()).processes]
PARTS = re.findall(r"^\| (\w+)[^|]* \|", TEXT.split("## Install on one host")[0], re.MULTILINE)
SEVERAL = TEXT.split("## Install on several hosts")[1].split("##")[0]


@pytest.mark.parametrize("name", PROCESSES)
def test_each_line_of_the_procfile_is_a_part_and_may_run_on_hosts_that_are_named(name):
    assert name in PARTS
    assert re.search(rf"\b{name}\b", SEVERAL, re.IGNORECASE)


@pytest.mark.parametrize("name", ["WORKER_MEMORY", "PROCESS_MEMORY", "STATEMENT_TIMEOUT"])
def test_a_limit_of_the_environment_is_the_one_of_the_settings(name):
    said = re.search(rf"`{name}`, (\d+) ", TEXT)[1]
    assert f'environment.number("{name}", {said})' in (settings.BASE_DIR / "socialcode" / "settings.py").read_text()


def test_each_logger_that_the_code_names_stands_in_the_table_of_lines():
    code = "".join(path.read_text() for path in (settings.BASE_DIR / "socialcode").rglob("*.py"))
    named = set(re.findall(r'getLogger\("([\w.]+)"\)', code))
    assert named
    assert named - set(re.findall(r"^\| .*?`([\w.]+)`.* \| .* \|$", TEXT, re.MULTILINE)) == set()
