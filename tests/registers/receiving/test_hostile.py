"""A file that cannot be one of the register is refused with a sentence, and nothing of it stays."""

import gzip

import polars as pl
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import translation

from socialcode.registers.models import Delivery, Loan, RejectedRow
from socialcode.registers.receiving import words

pytestmark = [pytest.mark.django_db, pytest.mark.process]  # a file is read by a process of its own


def refused(delivery) -> str:
    """Why a file was refused, after making sure that nothing of it is left."""
    assert delivery.state == Delivery.State.REFUSED and delivery.finished_at
    assert not Loan.objects.exists() and not RejectedRow.objects.exists()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'registers_staged%'")
        assert cursor.fetchone() == (0,)
    about = dict(delivery.why_refused)
    why = about.pop("why")
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            assert words.of_file(why, about)
    return why


def changed(path, content: bytes):
    path.write_bytes(content)
    return path


def test_a_column_is_missing(loans, bring_in):
    delivery = bring_in("loan", loans({}, columns=["iin", "received_on", "lender"]))
    assert refused(delivery) == "columns_missing" and "since" in delivery.why_refused["missing"]


def test_letters_of_another_encoding(loans, bring_in):
    path = loans({})
    assert (
        refused(
            bring_in(
                "loan", changed(path, path.read_text("utf-8").replace("Ү", "У").replace("і", "i").encode("cp1251"))
            )
        )
        == "not_utf8"
    )
    assert refused(bring_in("loan", changed(path, "iin,received_on\n".encode("utf-16")))) in {"no_text", "not_utf8"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty_file"),
        (b"\n\n", "no_header"),
        (b"iin,iin,received_on\n1,2,3\n", "column_twice"),
        (b"iin,received_on\n1,\0\n", "no_text"),
        (b"PAR1 and nothing more", "broken"),
        (b'iin,received_on,lender,since\n1,"2,3,4\n5,6,7,8\n', "open_quote"),
        (("a" + ",b" * 300 + "\n").encode(), "too_many_columns"),
        ((",".join(f"c{n}" for n in range(300)) + "\n").encode(), "too_many_columns"),
    ],
)
def test_what_is_no_file_of_rows(loans, bring_in, content, why):
    assert refused(bring_in("loan", changed(loans({}), content))) == why


def test_a_parquet_file_that_was_cut_off(bring_in, tmp_path, loans):
    whole = tmp_path / "whole.parquet"
    pl.read_csv(loans({}), infer_schema=False).write_parquet(whole)
    cut = changed(tmp_path / "cut.parquet", whole.read_bytes()[:-20])
    assert refused(bring_in("loan", cut)) == "broken"


def test_a_packed_file_is_not_unpacked(loans, bring_in):
    packed = gzip.compress(b"iin,received_on,lender,since\n" + b"0" * 100_000_000)
    assert len(packed) < 100_000
    assert refused(bring_in("loan", changed(loans({}), packed))) in {"no_text", "not_utf8"}


def test_a_column_of_lists(bring_in, tmp_path):
    path = tmp_path / "lists.parquet"
    pl.DataFrame({"iin": [["1"]], "received_on": ["2026-11-01"]}).write_parquet(path)
    assert refused(bring_in("loan", path)) == "kind_of_column"


def test_another_register(loans, bring_in):
    delivery = bring_in("loan", loans(*({"iin": str(number)} for number in range(50)), {}))
    assert refused(delivery) == "mostly_wrong"


def test_many_wrong_rows_are_kept_apart(loans, bring_in):
    rows = [
        {"lender": f"Үлгі {number}", "since": "never" if number % 3 == 0 else "2025-03-01"} for number in range(30_000)
    ]
    delivery = bring_in("loan", loans(*rows))
    assert (delivery.new, delivery.rejected) == (20_000, 10_000) and RejectedRow.objects.count() == 10_000


def test_a_huge_cell_is_one_wrong_row(loans, bring_in):
    delivery = bring_in("loan", loans({}, {"lender": "Ү" * 5_000_000}))
    assert (delivery.new, delivery.rejected) == (1, 1)
    assert len(RejectedRow.objects.get().value) == 100


def test_a_file_of_few_bytes_and_very_many_rows_does_not_fill_the_memory(bring_in, tmp_path):
    path, rows = tmp_path / "bomb.parquet", 3_000_000
    pl.select(
        iin=pl.repeat("0" * 12, rows),
        received_on=pl.repeat("2026-11-01", rows),
        lender=pl.repeat("x" * 9999, rows),
        since=pl.repeat("2026-11-01", rows),
    ).write_parquet(path)
    assert path.stat().st_size < 1_000_000
    told = []

    def stop(what, done, total):
        told.append((done, total))
        if len(told) > 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in("loan", path, told=stop)
    assert told[1] == (100_000, rows)


WRONG = (
    ({"overdue": "-1", "overdue_since": "2026-05-01"}, "overdue", "negative"),
    ({"overdue": "1.234", "overdue_since": "2026-05-01"}, "overdue", "too_large"),
    ({"overdue": "9" * 20, "overdue_since": "2026-05-01"}, "overdue", "too_large"),
    ({"overdue": "1e3", "overdue_since": "2026-05-01"}, "overdue", "too_large"),
    ({"overdue": "many", "overdue_since": "2026-05-01"}, "overdue", "not_a_number"),
    ({"overdue": "5"}, "overdue_since", "not_together"),
    ({"until": "2020-01-01"}, "until", "ends_before_start"),
    ({"since": "2026-02-30"}, "since", "not_a_day"),
    ({"since": "1001-01-01"}, "since", "not_a_day"),
    ({"lender": "@SUM(A1)"}, "lender", "formula"),
    ({"source": "correction"}, "source", "unknown_word"),
    ({"iin": "٩٠٠١١٥٤٠١٠٠٠"}, "iin", "no_iin"),
)


def test_a_wrong_row_is_left_out_with_the_reason(loans, bring_in):
    right = [{"lender": f"Үлгі {number}"} for number in range(len(WRONG))]
    wrong = [{"lender": f"Өзге үлгі {number}"} | each for number, (each, _column, _reason) in enumerate(WRONG)]
    delivery = bring_in("loan", loans(*right, *wrong, columns=[*loans.usual, "source"]))
    told = {
        row: (column, reason)
        for row, column, reason in delivery.rejected_rows.order_by("-pk").values_list("row", "column", "reason")
    }
    assert [told[row] for row in sorted(told)] == [(column, reason) for _each, column, reason in WRONG]
    assert (delivery.new, delivery.rejected) == (len(right), len(wrong))


def test_numbers_and_days_are_read_as_people_write_them(loans, bring_in):
    delivery = bring_in("loan", loans({"overdue": "150 000,50", "overdue_since": "01.05.2026"}))
    assert delivery.new == 1
    assert str(Loan.objects.get().overdue) == "150000.50"


def test_the_command_says_what_happened(loans, tmp_path, capsys, settings):
    settings.STATE_FOLDER = tmp_path
    call_command("import_register", "loan", str(loans({}, {"since": "?"})))
    said = capsys.readouterr().out
    assert "2 rows (1 new, 1 rejected)" in said
    (left_out,) = (tmp_path / "rejected").iterdir()
    text = left_out.read_text("utf-8-sig")
    assert "not_a_day" in text and "Бұл күн емес" in text and "2026-11-30" in text
    with pytest.raises(CommandError, match="no such file"):
        call_command("import_register", "loan", str(tmp_path / "nothing.csv"))
    with pytest.raises(CommandError, match="Not brought in"):
        call_command("import_register", "loan", str(changed(loans({}), b"x\n")))
