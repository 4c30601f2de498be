"""manage.py articles --pairs"""

import json
from io import StringIO

from django.core.management import call_command

from socialcode.engine.registry import registry


def printed(*args):
    out = StringIO()
    call_command("articles", *args, "--pairs", stdout=out)
    return out.getvalue()


def test_programs_get_the_whole_table():
    rows = json.loads(printed("--json"))
    assert {(row["provision"], row["other"], row["effect"], row["article"]) for row in rows} == {
        (pair.provision, pair.other, pair.effect, pair.article) for pair in registry.pairs
    }


def test_a_person_reads_a_line_for_each_pair_of_the_articles():
    lines = printed("196", "205").splitlines()
    assert [line.split() for line in lines] == [
        ["one_of", "age_pension", "long_service_pension", "196.2"],
        ["one_of", "base_pension", "long_service_pension", "205(2)"],
    ]
