"""Several children, or none."""

import datetime

from socialcode.check.visit import MOST_CHILDREN

from .families import DISABLED_CHILD, INSURED_MOTHER, UNINSURED_MOTHER, child

TWINS = UNINSURED_MOTHER | child(1, order=2) | child(2, order=3)
PAGE = "/check/questions/about-the-child/"


def at_the_children(visitor, family=UNINSURED_MOTHER, event="birth"):
    visitor.begin_questions(event, family)
    while visitor.place != PAGE:
        visitor.send(family)
    return visitor


def test_twins_are_each_assessed(visitor):
    at_the_children(visitor).send(TWINS, then="add").walk(TWINS)
    grants = next(b for b in visitor.result().entitled if b.provision.name == "birth_grant")
    assert [entry.name.split(",")[0] for entry in grants.entries] == ["Child 1", "Child 2"]
    care = next(b for b in visitor.page.context["outcome"].entitled if b.provision.name == "childcare_state")
    assert [entry.result.in_hand for entry in care.entries] == [29454, 33952]


def test_adding_a_child_loses_nothing_that_was_typed(visitor):
    at_the_children(visitor).send(child(), then="add")
    assert visitor.place == PAGE
    assert len([name for name in visitor.fields if name.startswith("2-")]) == len(visitor.fields) / 2
    assert 'name="1-birth_order-text" id="id_1-birth_order-text" value="1"' in visitor.html


def test_a_wrong_answer_is_shown_before_a_child_is_added(visitor):
    at_the_children(visitor).send({**child(), "1-birth_order": "many"}, then="add")
    assert "many" in visitor.html
    assert "Please check your answers" in visitor.html
    assert "Child 2" not in visitor.html


def test_a_removed_child_leaves_the_others_alone(visitor):
    at_the_children(visitor).send(TWINS, then="add").send(TWINS, then="remove-1")
    assert [name for name in visitor.fields if not name.startswith("2-")] == []
    assert 'value="3"' in visitor.html


def test_a_child_removed_in_another_tab_is_not_brought_back(visitor):
    at_the_children(visitor).send(TWINS, then="add")
    old, fields = visitor.page, visitor.carried
    visitor.send(TWINS, then="remove-2")
    visitor.page = old
    visitor.send(TWINS, **fields).walk(TWINS)
    assert {entry.name.split(",")[0] for b in visitor.result().entitled for entry in b.entries} <= {"Child 1", ""}


def test_without_a_child_its_benefits_are_listed_as_not_computed(visitor):
    at_the_children(visitor, DISABLED_CHILD, "disability").send({}, then="remove-1").walk(DISABLED_CHILD)
    assert [title for title, _reason in visitor.result().not_computed] == [
        "State disability benefit for a child",
        "Benefit for raising a child with disability",
        "Special state benefit for a child with disability in Baikonur",
    ]


def test_more_children_than_we_check_at_once(visitor):
    at_the_children(visitor)
    for _ in range(MOST_CHILDREN + 3):
        visitor.send({}, then="add")
    assert len(visitor.checks[0]["children"]) == MOST_CHILDREN


def two_small_children(visitor, *incomes):
    """Born in August 2025 and May 2026, each with the income before; at the page that asks for it."""
    elder = child(1, born=datetime.date(2025, 8, 1), income_before_birth=incomes[0])
    answers = INSURED_MOTHER | elder | child(2, order=2, income_before_birth=incomes[1])
    at_the_children(visitor, answers).send(answers, then="add")
    while "income-before-the-child" not in visitor.place:
        visitor.send(answers)
    return answers


def test_the_months_of_income_end_before_each_childs_birth(visitor):
    two_small_children(visitor, "300 000", "150 000")
    elder, younger = visitor.html.split('id="child-2"')
    assert "July 2025" in elder
    assert "August 2025" not in elder.split('id="child-1"')[1]
    assert "April 2026" in younger
    assert "May 2026" not in younger
    assert 'value="add"' not in visitor.html


def test_each_small_child_counts_the_income_before_its_own_birth(visitor):
    visitor.walk(two_small_children(visitor, "300 000", "150 000"))
    care = next(b for b in visitor.result().entitled if b.provision.name == "childcare_insured")
    assert [entry.result.explanation.amount for entry in care.entries] == [120_000, 60_000]


def test_twins_share_one_former_contribution(visitor):
    twins = INSURED_MOTHER | child(1) | child(2, order=2)
    twins |= {"born_together": 2, "1-born_together": 2, "2-born_together": 2}
    at_the_children(visitor, twins, event="motherhood").send(twins, then="add").walk(twins)
    assert {"1-born_together", "2-born_together"} <= set(visitor.asked)
    top_up = next(b for b in visitor.result().entitled if b.provision.name == "childcare_pension_top_up")
    assert [entry.result.explanation.amount for entry in top_up.entries] == [3_000, 3_000]


def test_who_has_no_twins_is_not_asked_how_many(visitor):
    at_the_children(visitor, INSURED_MOTHER, event="motherhood").walk(INSURED_MOTHER)
    assert "1-born_together" not in visitor.asked
    top_up = next(b for b in visitor.result().entitled if b.provision.name == "childcare_pension_top_up")
    assert [entry.result.explanation.amount for entry in top_up.entries] == [18_000]


def test_a_child_is_ticked_only_for_whom_came_because_of_one_or_said_so(visitor):
    def ticked():
        (group, *_others) = visitor.page.context["groups"]
        return next(one.is_true for one in group.situations if one.name == "children")

    visitor.begin("everything").send(UNINSURED_MOTHER)
    assert not ticked()
    visitor.client.post(visitor.address, {"true": ["children"]})
    visitor.go("/check/situations/")
    assert ticked()


def test_one_more_child_is_added_beside_the_answers(visitor):
    at_the_children(visitor).walk(UNINSURED_MOTHER | child(1, order=2))
    assert "Add another child" in visitor.go("/check/answers/").html
    visitor.page = visitor.client.post(visitor.own("/check/add-child/"), follow=True)
    assert visitor.place == PAGE
    assert "Child 2" in visitor.html
