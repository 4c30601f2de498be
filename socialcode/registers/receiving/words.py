"""Why a row or a file is not brought in, in words."""

from django.utils.translation import gettext_lazy as _

REASONS = {
    "empty": _("A value is missing."),
    "not_a_day": _("This is no day: write it as 2026-11-30."),
    "not_a_number": _("This is no number."),
    "not_a_truth": _("This is neither yes nor no."),
    "unknown_word": _("This word is none of those that may stand here."),
    "too_long": _("The text is too long."),
    "too_large": _("The number is too large, or has more than two decimal places."),
    "too_small": _("The number is too small."),
    "negative": _("The number is below zero."),
    "not_yet": _("This day has not come yet."),
    "ends_before_start": _("It ends before it begins."),
    "no_iin": _("This is no IIN: it has not 12 digits, or one of them is wrong."),
    "not_of_iin": _("The IIN says something else."),
    "oneself": _("Nobody acts for themselves."),
    "not_together": _("Overdue money and the day since when it is overdue belong together."),
    "no_key": _("This is no key of a family."),
    "no_region": _("There is no such place in the list of regions and districts."),
    "formula": _("The text begins like a formula of a spreadsheet."),
    "unreadable": _("The text has characters that cannot be kept."),
    "stranger": _("Nobody in the state database of individuals has this IIN."),
    "twice": _("The same row stands in the file already."),
    "contradicts": _("Another row of the file says something else about the same."),
    "another_family": _("The person belongs to another family on some of these days."),
    "corrected": _("An officer corrected this entry, and the register says something else again."),
}
FILES = {
    "broken": _("The file is damaged or cut off and cannot be read: %(said)s"),
    "open_quote": _("The file has %(lines)s lines and only %(rows)s rows: a quotation mark is not closed."),
    "not_utf8": _("Line %(line)s is not written in UTF-8. Save the file as UTF-8."),
    "no_text": _("Line %(line)s has bytes that no text has. This is neither CSV nor Parquet."),
    "empty_file": _("The file is empty."),
    "no_header": _("The first line does not name the columns."),
    "column_twice": _("The column %(column)s stands there twice."),
    "too_many_columns": _("The file has more than %(most)s columns."),
    "too_many_rows": _("The file has more than %(most)s rows. Send it in parts."),
    "kind_of_column": _("The column %(column)s holds %(said)s, which is no plain value."),
    "columns_missing": _("These columns are missing: %(missing)s. The file has: %(found)s."),
    "mostly_wrong": _("%(rejected)s of %(rows)s rows are wrong, more than a half. This is probably another register."),
    "ended_reader": _("The file cannot be read within the memory that is allowed for it. Send it in parts."),
}


def of_row(reason: str) -> str:
    """Why a row was left out, in the language in force."""
    return str(REASONS[reason])


def of_file(why: str, about: dict) -> str:
    """Why a file was not brought in, in the language in force."""
    return str(FILES[why]) % about
