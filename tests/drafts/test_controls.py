"""Typed values are put back into every kind of control, as a form that was sent with them would show them."""

import pytest
from django import forms
from django.http import QueryDict

from socialcode.drafts.controls import Controls, fill


class Every(forms.Form):
    line = forms.CharField(initial="old")
    text = forms.CharField(widget=forms.Textarea)
    ticked = forms.BooleanField(initial=True)
    one = forms.ChoiceField(choices=[("x", "X"), ("y", "Y")], widget=forms.RadioSelect, initial="x")
    many = forms.MultipleChoiceField(choices=[("1", "One"), ("2", "Two")], widget=forms.CheckboxSelectMultiple)
    chosen = forms.ChoiceField(choices=[("", "-"), ("7", "Seven")])
    moment = forms.SplitDateTimeField()
    hidden = forms.CharField(widget=forms.HiddenInput, initial="page")
    file = forms.FileField()


TYPED = [
    ("line", '"1" & 2'),
    ("text", "</textarea><b>"),
    ("one", "y"),
    ("many", "1"),
    ("many", "2"),
    ("chosen", "7"),
    ("moment_0", "2026-02-31"),
    ("moment_1", "no time"),
    ("hidden", "forged"),
    ("file", "a.pdf"),
    ("unknown", "x"),
]


def sent(fields):
    data = QueryDict(mutable=True)
    for name, value in fields:
        data.appendlist(name, value)
    return data


def looks(form, name):
    """The control without what says that something is wrong with it."""
    field = form[name]
    return field.field.widget.render(field.html_name, field.value())


@pytest.mark.parametrize("name", ["line", "text", "ticked", "one", "many", "chosen", "moment"])
def test_a_control_looks_as_it_was_left(name):
    form = Every()
    looks(form, name)  # what was shown before does not stay
    fill(form, TYPED)
    assert looks(form, name) == looks(Every(sent(TYPED)), name) != looks(Every(), name)


def test_hidden_fields_and_files_stay_what_the_page_says():
    form = Every()
    fill(form, TYPED)
    for name in ("hidden", "file"):
        assert looks(form, name) == looks(Every(), name)


def test_what_was_not_there_stays_as_the_page_says():
    form = Every(prefix="a")
    fill(form, [("line", "of another form"), ("a-text", "of this one"), ("a-line-2-more", "of none")])
    assert (form["line"].value(), form["text"].value()) == ("old", "of this one")


class Password(forms.Form):
    word = forms.CharField(widget=forms.PasswordInput)
    reason = forms.CharField(widget=forms.Textarea)


class Once(forms.Form):
    code = forms.CharField(widget=forms.TextInput({"autocomplete": "one-time-code"}))


class Search(forms.Form):
    q = forms.CharField(widget=forms.TextInput({"type": "search"}))


@pytest.mark.parametrize(
    ("form", "are_kept", "are_long"),
    [
        (Every, True, True),
        (Password, False, True),
        (Once, False, False),
        (Search, False, False),
        (forms.Form, False, False),
    ],
)
def test_what_is_kept_of_a_form_follows_from_its_controls(form, are_kept, are_long):
    controls = Controls.of([form()])
    assert (controls.are_kept, controls.have_long_text) == (are_kept, are_long)
