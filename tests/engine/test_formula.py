"""A formula that is read says what the engine computed, of every rule with a sum and in every worked example."""

from decimal import Decimal

from socialcode.engine import examples, explain
from socialcode.engine.carriers import One
from socialcode.engine.formula import told
from socialcode.engine.words import choose, least, up_to_tenge
from tests import shipped

WITH_A_LOOP = {("silver_age", "subsidised_share")}  # it goes through the steps of a table by itself


@shipped.every_provision
def test_every_sum_is_read_as_it_was_computed(provision):
    file = examples.read(provision)
    for example in file["examples"]:
        facts = examples.facts_of(provision, file["given"], example["facts"])
        found = explain(provision, facts, example["day"], shipped.values(example["day"]))
        for step in found.steps:
            if isinstance(step.result, int | Decimal) and not isinstance(step.result, bool):
                part = found.formula(step.name)
                if (provision.name, step.name) in WITH_A_LOOP:
                    continue
                assert part is not None, step.name
                assert part.value == step.result, step.name
                assert all(found.input(leaf.name).label for leaf in part.leaves() if leaf.name), step.name


def of(formula, **handed):
    return told(formula, {name: name for name in handed}, {name: One(value) for name, value in handed.items()})


def test_a_choice_is_the_branch_that_was_taken():
    def amount(eligible, size, figure, most):
        return choose(eligible, up_to_tenge(least(size * figure, most)), 0)

    part = of(amount, eligible=True, size=Decimal("1.5"), figure=Decimal("4325.01"), most=9000)
    assert (part.mark, [leaf.name for leaf in part.leaves()]) == ("×", ["size", "figure"])
    assert (part.value, part.rounded) == (6488, True)
    assert of(amount, eligible=True, size=2, figure=5000, most=9000).name == "most"
    assert of(amount, eligible=False, size=2, figure=5000, most=9000).value == 0


def test_no_operator_is_made_up_where_the_numbers_would_fit():
    def amount(first, second):
        return second

    assert of(amount, first=0, second=0).mark == ""


def test_a_formula_that_branches_by_itself_is_not_read():
    def amount(first):
        if first is None:
            return 0
        return first

    assert of(amount, first=1) is None
