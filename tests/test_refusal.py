"""One refusal for every room, and one way for pages to say it."""

import ast
from pathlib import Path

import pytest
from django import forms

from socialcode.refusal import NotAllowedError, attempt, check_reason, objection

HOUSE = Path(__file__).parents[1] / "socialcode"


class ReasonForm(forms.Form):
    reason = forms.CharField(required=False)
    email = forms.CharField(required=False)


def refuse(field=""):
    raise NotAllowedError("Not today.", field)


@pytest.mark.parametrize(
    ("named", "wanted", "at"),
    [("reason", "", "reason"), ("", "", "__all__"), ("nowhere", "", "__all__"), ("", "email", "email")],
)
def test_a_refusal_stands_beside_what_was_typed(named, wanted, at):
    form = ReasonForm({})
    assert form.is_valid()
    with attempt(form, field=wanted) as tried:
        refuse(named)
    assert form.errors == {at: ["Not today."]}
    assert (tried.is_done, tried.objection) == (False, "Not today.")


def test_what_is_no_refusal_is_not_held_back():
    with pytest.raises(ZeroDivisionError), attempt(ReasonForm({})):
        1 / 0  # noqa: B018 - any other error


def test_what_is_not_refused_is_done():
    with attempt() as tried:
        pass
    assert tried.is_done
    assert objection(refuse) == "Not today."
    assert objection(lambda: None) == ""


@pytest.mark.parametrize("text", ["", " " * 20, "Too short"])
def test_a_reason_is_a_sentence(text):
    with pytest.raises(NotAllowedError) as refused:
        check_reason(text, "answer")
    assert refused.value.field == "answer"
    check_reason("The act was repealed.")


def test_no_page_catches_refusals_in_a_way_of_its_own():
    for file in HOUSE.rglob("*.py"):
        if file.name == "refusal.py" or "commands" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            caught = isinstance(node, ast.ExceptHandler) and node.type and ast.unparse(node.type)
            assert not (caught and "NotAllowed" in caught), f"{file}:{node.lineno}"
            own = isinstance(node, ast.ClassDef) and "NotAllowed" in node.name
            assert not own, f"{file}:{node.lineno}"
