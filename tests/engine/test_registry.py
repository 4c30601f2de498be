"""A mistake in a rule or a value is a sentence at start-up: file, name and the nearest spelling."""

import datetime
import re
import sys
import textwrap
from types import MappingProxyType

import pytest

from socialcode.engine.registry import Registry

HEAD = """
    import datetime
    from socialcode.engine import Provision, choose, rule, up_to_tenge
    provision = Provision("toy", "Toy", article="1", since=datetime.date(2024, 1, 1))
"""
SOUND = """
    @rule("1", "Is young")
    def is_young(age, age_limit):
        return age <= age_limit

    @rule("1", "Right")
    def eligible(is_young):
        return is_young

    @rule("2", "Amount")
    def amount(eligible, size, mci):
        return choose(eligible, up_to_tenge(size * mci), 0)
"""
FACTS = """
    from socialcode.engine import Fact, Kind
    FACTS = [Fact("age", Kind.NUMBER, "age", "How old?")]
"""
VALUES = "age_limit:\n  2024-01-01: 18\nsize:\n  2024-01-01: 1.5\n"
FIGURES = "mci:\n  2024-01-01: 3692\n  2025-01-01: 3932\n"


@pytest.fixture
def problems(tmp_path, monkeypatch):
    """What start-up says of a toy app with this rule file and these values."""

    def found(rules=SOUND, values=VALUES, figures=FIGURES, facts=FACTS, more=MappingProxyType({})):
        """`more` are further files by their path."""
        app = tmp_path / "toyapp"
        for folder in ("facts", "rules"):
            (app / folder).mkdir(parents=True)
            (app / folder / "__init__.py").touch()
        (app / "__init__.py").touch()
        (app / "facts" / "toy.py").write_text(textwrap.dedent(facts))
        (app / "rules" / "toy.py").write_text(textwrap.dedent(HEAD) + textwrap.dedent(rules))
        (app / "rules" / "toy.yaml").write_text(values)
        (tmp_path / "figures").mkdir()
        (tmp_path / "figures" / "indices.yaml").write_text(figures)
        for path, text in more.items():
            (tmp_path / path).write_text(textwrap.dedent(text))
        monkeypatch.syspath_prepend(tmp_path)
        registry = Registry()
        registry.load(["toyapp"], tmp_path / "figures")
        return registry.problems(datetime.date(2027, 12, 31))

    yield found
    for name in [name for name in sys.modules if name.startswith("toyapp")]:
        del sys.modules[name]


def test_a_sound_provision_has_no_problems(problems):
    assert problems() == []


def test_misspelled_argument_names_file_and_nearest_spelling(problems):
    sentence, *_unused = problems(SOUND.replace("age_limit", "age_limt"))
    assert "toy.py: is_young asks for 'age_limt', which is no rule, value, figure or fact." in sentence
    assert "Did you mean 'age_limit'?" in sentence


def test_unused_value_is_named(problems):
    [sentence] = problems(values=VALUES + "spare:\n  2024-01-01: 1\n")
    assert sentence.endswith("toy.yaml: no rule asks for 'spare'.")


def test_value_that_begins_too_late_is_named_with_the_day(problems):
    [sentence] = problems(values=VALUES.replace("2024-01-01: 1.5", "2024-06-01: 1.5"))
    assert sentence.endswith("toy.py: no value of 'size' is in force on 2024-01-01.")


def test_a_number_written_into_the_rule_is_refused(problems):
    [sentence] = problems(SOUND.replace("size * mci", "size * mci * 0.5"))
    assert sentence.endswith("toy.py: amount contains 0.5: a number of the law belongs in the YAML file.")


def test_a_division_that_a_zero_would_stop_is_refused(problems):
    [sentence] = problems(SOUND.replace("size * mci", "size / mci"))
    assert sentence.endswith("toy.py: amount divides with '/': use the word ratio, which survives a zero.")


def test_amount_that_is_not_rounded_is_refused(problems):
    [sentence, *_rest] = problems(SOUND.replace("up_to_tenge(size * mci)", "size * mci"))
    assert "'amount' must end in whole tenge" in sentence


def test_rules_in_a_circle_are_named(problems):
    circle = SOUND.replace(
        "def is_young(age, age_limit):\n        return age <= age_limit",
        "def is_young(eligible, age, age_limit):\n        return eligible & (age <= age_limit)",
    )
    [sentence] = problems(circle)
    assert "wait for each other in a circle" in sentence


def test_two_versions_on_one_day_are_refused(problems):
    double = (
        SOUND
        + """
    @rule("1", "Is young", name="is_young")
    def is_young_again(age, age_limit):
        return age < age_limit
"""
    )
    [sentence] = problems(double)
    assert "two versions of 'is_young' begin on one day" in sentence


def test_a_rule_named_like_a_fact_is_refused(problems):
    sentences = problems(
        SOUND
        + """
    @rule("1", "Age")
    def age(size):
        return size
"""
    )
    assert "'age' is already the name of a fact or a published figure" in sentences[0]


def test_a_provision_without_an_amount_is_refused(problems):
    [sentence] = problems(SOUND.partition('@rule("2"')[0], "age_limit:\n  2024-01-01: 18\n")
    assert "a provision that pays 'monthly' needs the rules ['amount']" in sentence


def test_days_of_change_are_those_of_rules_and_values(problems):
    later = (
        SOUND
        + """
    @rule("1", "Is young", since="2026-07-01", name="is_young")
    def is_young_since_2026(age, age_limit):
        return age < age_limit
"""
    )
    assert problems(later) == []


@pytest.mark.parametrize(
    ("path", "text", "twice", "first"),
    [
        ("toyapp/facts/zoo.py", FACTS, "fact 'age'", "facts/toy.py"),
        ("toyapp/rules/zoo.py", textwrap.dedent(HEAD) + textwrap.dedent(SOUND), "provision 'toy'", "rules/toy.py"),
        ("figures/zoo.yaml", FIGURES, "value 'mci'", "figures/indices.yaml"),
        ("figures/zoo.yaml", "toy.size:\n  2024-01-01: 3\n", "value 'toy.size'", "figures/zoo.yaml"),
    ],
)
def test_a_second_one_of_a_name_is_refused_with_both_files(problems, path, text, twice, first):
    [sentence] = problems(more={path: text})
    assert re.search(rf"the {twice} is already in .*{first}\.$", sentence)
    assert len(set(re.findall(r"\S+\.(?:py|yaml)", sentence))) == 2


def test_a_second_fact_of_one_meaning_is_refused_with_both_files(problems):
    meaning = (
        'from socialcode.engine.facts import Meaning\nFACTS = [Fact("age", Kind.NUMBER, "", "", means=Meaning.{})]'
    )
    twice = "from socialcode.engine import Fact, Kind\n" + meaning.format("CHILD_BORN")
    [sentence] = problems(facts=twice, more={"toyapp/facts/zoo.py": twice.replace('"age"', '"years"')})
    assert re.search(r"zoo.py: the meaning 'child_born' is already in .*facts/toy.py\.$", sentence)


@pytest.mark.parametrize("again", ["size:\n  2025-01-01: 2\n", "  2024-01-01: 3\n"])
def test_what_is_written_twice_in_one_file_is_refused(problems, again):
    with pytest.raises(ValueError, match=r"(?s)is written twice.*toy.yaml"):
        problems(values=VALUES + again)


def test_a_fact_that_waits_for_one_that_does_not_exist_is_refused(problems):
    [sentence] = problems(facts=FACTS.replace('"How old?"', '"How old?", asked_if=("agee", (1,))'))
    assert sentence == "The fact 'age' names the fact 'agee', which does not exist. Did you mean 'age'?"


def test_a_rule_stands_under_its_own_name(problems):
    [sentence] = problems(
        SOUND.replace('@rule("1", "Is young")', '@rule("1", "Is young", name="is_young")').replace(
            "def is_young(", "def is_small("
        )
    )
    assert sentence.endswith("toy.py: 'is_small' is the rule 'is_young': a rule stands under its own name.")


def test_a_division_inside_an_inner_function_is_refused(problems):
    inner = "def half():\n            return size / 2\n        return choose(eligible, up_to_tenge(half() * mci), 0)"
    [sentence] = problems(SOUND.replace("return choose(eligible, up_to_tenge(size * mci), 0)", inner))
    assert sentence.endswith("toy.py: half divides with '/': use the word ratio, which survives a zero.")


def test_a_formula_that_only_columns_can_compute_is_refused(problems):
    sentences = problems(SOUND.replace("return is_young\n", "return is_young.fill_null(False)\n"))
    assert all("toy.py: a formula works on columns and not on one value" in sentence for sentence in sentences)
    assert sentences


@pytest.mark.parametrize(
    ("declared", "sentence"),
    [
        ('excludes=(OneOf("toy", ""),)', "names no article"),
        ('excludes=(OneOf("tot", "1"),)', "names the provision 'tot', which does not exist"),
        ('excludes=(OneOf("toy", "1", unless="is_old"),)', "excludes by 'is_old', which is none of its rules"),
        ('follows=(Follows("age", ("toy",)),)', "names no article"),
        ('follows=(Follows("size", ("toy",), article="1"),)', "follows with 'size', for which none of its rules asks"),
        ('counts_towards=("tot",)', "names the provision 'tot', which does not exist"),
    ],
)
def test_what_a_provision_says_of_others_names_them_and_the_article(problems, declared, sentence):
    head = f"""
        from dataclasses import replace
        from socialcode.engine import Follows, OneOf
        provision = replace(provision, {declared})
    """
    (said,) = problems(textwrap.dedent(head) + textwrap.dedent(SOUND))
    assert sentence in said


def test_a_fact_says_of_a_provision_that_exists_that_another_person_receives_it(problems):
    (said,) = problems(facts=FACTS.replace('"How old?")', '"How old?", says_paid=("tot",))'))
    assert "names the provision 'tot', which does not exist" in said
