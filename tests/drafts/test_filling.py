"""Typed values are put back into every kind of control, and into nothing else."""

import pytest

from socialcode.drafts.filling import filled


@pytest.mark.parametrize(
    ("control", "typed", "becomes"),
    [
        ('<input name="a">', [("a", '"1" & 2')], '<input name="a" value="&quot;1&quot; &amp; 2">'),
        ('<input value="old" name="a" type="text" />', [("a", "new")], '<input name="a" type="text" value="new">'),
        ('<input name="a" value="kept">', [("b", "new")], '<input name="a" value="kept">'),
        ('<input type="hidden" name="a" value="1">', [("a", "2")], '<input type="hidden" name="a" value="1">'),
        ('<input type="file" name="a">', [("a", "2")], '<input type="file" name="a">'),
        (
            '<input type="radio" name="a" value="x" checked><input type="radio" name="a" value="y">',
            [("a", "y")],
            '<input type="radio" name="a" value="x"><input type="radio" name="a" value="y" checked>',
        ),
        ('<input type="checkbox" name="a" checked="checked">', [], '<input type="checkbox" name="a">'),
        ('<input type="checkbox" name="a">', [("a", "on")], '<input type="checkbox" name="a" checked>'),
        (
            '<select name="a"><option value="" selected>-</option><option value="7">7</option></select>',
            [("a", "7")],
            '<select name="a"><option value="">-</option><option value="7" selected>7</option></select>',
        ),
        (
            '<input type="checkbox" name="a" value="1" title="is checked here" checked>',
            [],
            '<input type="checkbox" name="a" value="1" title="is checked here">',
        ),
        (
            '<select name="a"><option value="the selected one" selected>-</option></select>',
            [("a", "the selected one")],
            '<select name="a"><option value="the selected one" selected>-</option></select>',
        ),
        (
            """<input title=' value="x"' name="a" value="old">""",
            [("a", "new")],
            """<input title=' value="x"' name="a" value="new">""",
        ),
        ('<input title=\' name="b"\' name="a">', [("a", "1")], '<input title=\' name="b"\' name="a" value="1">'),
        (
            '<select name="a"><option selected>-</option></select>',
            [],
            '<select name="a"><option selected>-</option></select>',
        ),
        (
            '<textarea name="a" rows="3">old</textarea>',
            [("a", "</textarea><b>")],
            '<textarea name="a" rows="3">\n&lt;/textarea&gt;&lt;b&gt;</textarea>',
        ),
        (
            '<input name="a"><input name="a">',
            [("a", "1"), ("a", "2")],
            '<input name="a" value="1"><input name="a" value="2">',
        ),
        ('<input title="a > b" name="a">', [("a", "1")], '<input title="a > b" name="a" value="1">'),
    ],
)
def test_a_control_is_filled(control, typed, becomes):
    assert filled(control, typed) == becomes
