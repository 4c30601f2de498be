"""Of a year whose figures are not published nothing is computed with those of another: the gap is said, everywhere."""

import datetime
import io
import json

import pytest
from django.core.management import call_command

from socialcode.engine import FactError, examples, explain
from socialcode.engine.registry import registry
from socialcode.explaining import described
from tests import shipped

YEAR = 2030


def moved(value, years):
    """A fact's value as many years later; what is no day stays."""
    try:
        day = datetime.date.fromisoformat(str(value))
    except ValueError:
        return value
    return day.replace(year=day.year + years, day=min(day.day, 28))


def explained_later(provision):
    """Every worked example of a provision, asked in a year of which no figure is published."""
    written = examples.read(provision)
    for example in written["examples"]:
        years = YEAR - example["day"].year
        facts = examples.facts_of(provision, written["given"], example["facts"])
        on = moved(example["day"], years)
        if provision.is_law_on(on):
            facts = {name: moved(value, years) for name, value in facts.items()}
            try:
                yield explain(provision, facts, on, shipped.values(on))
            except FactError:  # moving a leap day or the 31st puts a date after the day asked about
                continue


@shipped.every_provision
def test_no_figure_of_an_earlier_year_is_used(provision):
    for found in explained_later(provision):
        for given in (given for step in found.steps for given in step.inputs if given.version):
            name = provision.value_name(given.name, registry.parameters)
            assert not shipped.values(found.on).lapses(name) or given.version.since.year == YEAR, given.name


@shipped.every_provision
def test_an_amount_that_cannot_be_known_names_its_gap_in_json(provision):
    for found in explained_later(provision):
        told = described.explanation(found)
        is_open = found.amount is None and found.outcome != "refused" and provision.pays != "service"
        assert not is_open or told["gaps"] or told["unknown"], provision.name


@pytest.mark.django_db
def test_the_shell_marks_the_gap(tmp_path):
    file, out = tmp_path / "facts.json", io.StringIO()
    file.write_text(json.dumps({"lives_in_kazakhstan": True, "award": "kumis_alqa"}))
    call_command("assess", "awarded_mother", on=datetime.date(YEAR, 6, 1), facts=str(file), stdout=out)
    told = json.loads(out.getvalue())
    assert (told["outcome"], told["amount"]) == ("entitled", None)
    assert told["gaps"] == ["amount"]


@pytest.mark.django_db
def test_the_law_s_own_pages_have_no_figure_of_that_year(client):
    client.cookies["django_language"] = "en"
    body = client.get(f"/law/numbers.json?on={YEAR}-06-01").json()
    found = {value["name"]: value["value"] for value in body["values"]}
    yearly = [name for name, parameter in registry.parameters.items() if parameter.yearly]
    assert yearly
    assert {found[name] for name in yearly} == {None}
