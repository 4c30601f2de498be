import csv
import datetime
import io
import json

import pytest
from django.utils import timezone
from django.utils.html import escape
from django.utils.text import capfirst

from socialcode.engine.registry import registry
from socialcode.law import actions
from socialcode.law.models import ParameterVersion

pytestmark = pytest.mark.django_db
ALMATY = "750000000"


@pytest.fixture
def reader(signed_in):
    return signed_in(None)


def text(answer) -> str:
    """The words of a page, spaces of every kind written as one."""
    return " ".join(answer.content.decode().replace("\u202f", " ").split())


@pytest.fixture
def entered_line(first, second):
    """A poverty line of Almaty, approved, from a day on."""

    def enter(since, value):
        row = ParameterVersion.objects.create(
            name="poverty_line", region=ALMATY, since=since, value=value, act="Akimat's notice", entered_by=first
        )
        return actions.approve(version=row, by=second)

    return enter


def test_every_value_is_there_with_its_figure_article_and_evidence(reader):
    page = text(reader.get("/law/"))
    assert "4 325 ₸" in page
    assert "since January 1, 2026" in page
    assert "Social Code, article 82" in page
    assert "5.76 MCI" in page
    assert "last checked November 21, 2026" in page
    for parameter in registry.parameters.values():
        assert parameter.same_as or escape(capfirst(parameter.label)) in page


def test_what_is_not_confirmed_says_so(reader):
    page = text(reader.get("/law/?on=2019-06-01"))
    assert "Seen only in a secondary source" in page
    assert "Recalled, not confirmed" in page


def test_the_figures_are_those_of_the_day(reader):
    assert "2 651 ₸" in text(reader.get("/law/?on=2020-03-31"))
    assert "2 778 ₸" in text(reader.get("/law/?on=2020-04-01"))


def test_the_next_approved_change_is_announced(reader, approved, tomorrow):
    assert "4 606 ₸" in text(reader.get("/law/"))


def test_a_change_nobody_approved_is_not_announced(reader, proposed):
    assert "4 606 ₸" not in text(reader.get("/law/"))


def test_a_day_before_all_law_is_no_error(reader):
    answer = reader.get("/law/?on=1917-10-25")
    assert answer.status_code == 200
    assert "No value is known for this day." in text(answer)


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "99999-01-01", "'; DROP TABLE", "2026-13-01"])
@pytest.mark.parametrize("field", ["on", "compare"])
def test_a_bad_date_gets_a_sentence_and_the_page(reader, field, day):
    answer = reader.get("/law/", {field: day})
    assert answer.status_code == 400
    assert "is no day" in text(answer)
    assert "4 325 ₸" in text(answer)


def test_a_region_that_is_none_gets_a_sentence(reader):
    answer = reader.get("/law/?region=123")
    assert "Choose a region from the list." in text(answer)


def test_two_days_stand_side_by_side(reader):
    page = text(reader.get("/law/?on=2026-01-01&compare=2025-01-01"))
    assert "3 932 ₸" in page
    assert "+393 ₸" in page
    assert "+10 %" in page


def test_the_earlier_day_stands_first_whichever_way_it_is_asked(reader):
    page = text(reader.get("/law/?on=2025-01-01&compare=2026-01-01"))
    assert page.index("January 1, 2025</th>") < page.index("January 1, 2026</th>")


def test_a_value_that_began_between_the_days_has_nothing_before(reader):
    page = text(reader.get("/law/?on=2026-01-01&compare=2017-01-01"))
    assert "none" in page
    assert "4 325 ₸" in page


def test_two_equal_days_are_said_to_be_equal(reader):
    assert "No figure differs" in text(reader.get("/law/?on=2026-02-01&compare=2026-03-01"))


def test_the_poverty_line_is_never_invented(reader):
    assert "Choose a region to see it." in text(reader.get("/law/"))
    page = text(reader.get(f"/law/?region={ALMATY}"))
    assert "Not published, or not entered yet, for this region and quarter." in page


def test_a_poverty_line_counts_for_its_quarter_only(reader, entered_line):
    entered_line(datetime.date(2026, 1, 1), "39000")
    assert "39 000 ₸" in text(reader.get(f"/law/?region={ALMATY}&on=2026-03-31"))
    late = text(reader.get(f"/law/?region={ALMATY}&on=2026-04-01"))
    assert "39 000 ₸" not in late
    assert "not entered yet" in late
    assert "39 000 ₸" not in text(reader.get("/law/?region=710000000&on=2026-03-31"))


def test_charts_have_words_and_a_table(reader):
    page = text(reader.get("/law/?on=2026-11-21"))
    assert page.count('<svg xmlns="http://www.w3.org/2000/svg" viewBox') == 3
    assert "From 2 405 ₸ on January 1, 2018 to 4 325 ₸ on January 1, 2026." in page
    assert "style=" not in page


def test_the_page_takes_one_query_once_the_values_are_known(reader, django_assert_num_queries):
    address = f"/law/?compare=2020-01-01&region={ALMATY}"
    reader.get(address)
    with django_assert_num_queries(1):
        reader.get(address)


def test_json_holds_every_value_exactly(reader):
    answer = reader.get("/law/numbers.json?on=2020-04-01")
    body = json.loads(answer.content)
    found = {value["name"]: value for value in body["values"]}
    assert body["on"] == "2020-04-01"
    assert (found["mci"]["value"], found["mci"]["since"]) == ("2778", "2020-04-01")
    assert found["mci"]["next"] == {"since": "2021-01-01", "value": "2917"}
    assert found["childcare_state.size_by_birth_order"]["value"]["1"] == "5.76"
    assert found["poverty_line"]["value"] is None
    assert 'filename="law-2020-04-01.json"' in answer["Content-Disposition"]


def test_csv_has_a_line_for_each_entry(reader):
    answer = reader.get("/law/numbers.csv?on=2026-11-21")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    found = {(row["name"], row["entry"]): row["value"] for row in rows}
    assert found["mci", ""] == "4325"
    assert found["childcare_state.size_by_birth_order", "4"] in ("8.90", "8.9")
    assert 'filename="law-2026-11-21.csv"' in answer["Content-Disposition"]


def test_csv_text_is_never_a_formula(reader, first, second):
    row = ParameterVersion.objects.create(
        name="mci", since=timezone.localdate(), value="4400", act="=HYPERLINK(1)", entered_by=first
    )
    actions.approve(version=row, by=second)
    assert "'=HYPERLINK(1)" in reader.get("/law/numbers.csv").content.decode()


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_a_download_for_a_bad_date_is_a_sentence(reader, kind):
    answer = reader.get(f"/law/numbers.{kind}?on=soon")
    assert answer.status_code == 400
    assert "is no day" in answer.content.decode()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_speaks_every_language(reader, language):
    reader.cookies["django_language"] = language
    assert f'lang="{language}"' in text(reader.get("/law/?compare=2025-01-01"))
