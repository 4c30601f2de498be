"""A file of a register is brought in once, changes only what changed, and goes on where it was interrupted."""

import datetime
from decimal import Decimal

import polars as pl
import pytest

from socialcode.people.models import Register
from socialcode.registers import rows as register_rows
from socialcode.registers.models import ChangedFamily, Delivery, Loan, RejectedRow
from socialcode.registers.receiving import actions
from tests.factories import people

pytestmark = [pytest.mark.django_db, pytest.mark.process]  # a file is read by a process of its own
OVERDUE = {"overdue": "150000.50", "overdue_since": "2026-05-01"}


def counts(delivery) -> dict:
    delivery.refresh_from_db()
    return {name: getattr(delivery, name) for name in actions.COUNTED if getattr(delivery, name)}


def reasons(delivery) -> list[tuple]:
    return list(delivery.rejected_rows.order_by("row", "pk").values_list("row", "column", "reason"))


def test_a_row_comes_in_with_its_register_and_day(loans, bring_in, mother):
    delivery = bring_in("loan", loans(OVERDUE))
    assert delivery.state == Delivery.State.DONE and counts(delivery) == {"new": 1}
    loan = Loan.objects.get()
    assert (loan.person, loan.overdue, loan.source) == (mother, Decimal("150000.50"), Register.CREDIT)
    assert loan.received_at.astimezone().date() == datetime.date(2026, 11, 1)
    assert delivery.sent_on == datetime.date(2026, 11, 1)


def test_the_same_file_twice_changes_nothing(loans, bring_in):
    path = loans({}, {"lender": "Өзге үлгі"})
    first = bring_in("loan", path)
    renamed = path.rename(path.with_name("again.csv"))
    assert bring_in("loan", renamed) == first
    assert Loan.objects.count() == 2 and Delivery.objects.count() == 1


def test_a_newer_file_changes_only_what_changed(loans, bring_in, mother):
    family = people.make_family(mother)
    bring_in("loan", loans({}, {"lender": "Өзге үлгі"}))
    ChangedFamily.objects.all().delete()
    newer = bring_in(
        "loan", loans({"received_on": "2026-11-20"}, OVERDUE | {"lender": "Өзге үлгі", "received_on": "2026-11-20"})
    )
    assert counts(newer) == {"changed": 1, "same": 1}
    before, after = Loan.objects.filter(lender="Өзге үлгі").order_by("pk")
    assert before.ended_at and not before.overdue and after.ended_at is None and after.overdue
    assert Loan.objects.get(lender="Үлгі банкі").received_at.astimezone().date() == datetime.date(2026, 11, 1)
    assert set(ChangedFamily.objects.values_list("family_id", flat=True)) == {family.pk}


def test_a_file_with_nothing_new_calls_no_family(loans, bring_in, mother):
    people.make_family(mother)
    bring_in("loan", loans({}))
    ChangedFamily.objects.all().delete()
    assert counts(bring_in("loan", loans({"received_on": "2026-11-21"}))) == {"same": 1}
    assert not ChangedFamily.objects.exists()


def test_an_older_file_does_not_undo_a_newer_one(loans, bring_in):
    bring_in("loan", loans(OVERDUE))
    assert counts(bring_in("loan", loans({"received_on": "2026-09-01"}))) == {"older": 1}
    assert Loan.objects.get().overdue


def test_columns_come_in_any_order_and_what_may_be_empty_may_be_left_out(loans, bring_in):
    path = loans({}, columns=["since", "lender", "received_on", "iin", "overdue"])
    assert counts(bring_in("loan", path)) == {"new": 1}


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_columns_may_be_told_apart_by_other_signs(loans, bring_in, delimiter):
    assert counts(bring_in("loan", loans({}, delimiter=delimiter, encoding="utf-8-sig"))) == {"new": 1}


def test_csv_and_parquet_say_the_same(loans, bring_in, tmp_path):
    path = loans(OVERDUE, {"lender": "Өзге үлгі"})
    read = pl.read_csv(path, schema_overrides={"iin": pl.String}, try_parse_dates=True)
    read.write_parquet(tmp_path / "same.parquet")
    assert counts(bring_in("loan", tmp_path / "same.parquet")) == {"new": 2}
    assert counts(bring_in("loan", path)) == {"same": 2}


def test_what_stands_twice_and_what_contradicts_is_told(loans, bring_in):
    delivery = bring_in("loan", loans({}, {}, OVERDUE))
    assert counts(delivery) == {"new": 1, "rejected": 2}
    assert reasons(delivery) == [(2, "iin", "twice"), (3, "iin", "contradicts")]
    assert set(delivery.rejected_rows.values_list("value", flat=True)) == {"1"}  # the row that was kept


def test_of_rows_about_the_same_the_one_sent_last_is_kept(loans, bring_in):
    bring_in("loan", loans({"received_on": "2026-10-01"}, OVERDUE))
    assert Loan.objects.get().overdue


def test_somebody_nobody_knows_is_left_out(loans, bring_in):
    delivery = bring_in("loan", loans({"iin": people.make_iin()}, {}))
    assert counts(delivery) == {"new": 1, "rejected": 1} and reasons(delivery) == [(1, "iin", "stranger")]


def test_what_an_officer_corrected_stays(loans, bring_in):
    bring_in("loan", loans(OVERDUE))
    register_rows.succeed(Loan.objects.get(), {"overdue": 0, "overdue_since": None})
    repeated = bring_in("loan", loans(OVERDUE | {"received_on": "2026-11-20"}))
    assert counts(repeated) == {"held": 1} and not RejectedRow.objects.exists()
    other = bring_in("loan", loans({"overdue": "7", "overdue_since": "2026-06-01", "received_on": "2026-11-21"}))
    assert counts(other) == {"held": 1, "rejected": 1} and reasons(other) == [(1, "lender", "corrected")]
    assert Loan.objects.get(ended_at=None).overdue == 0


def test_what_an_officer_took_out_does_not_come_back(loans, bring_in):
    bring_in("loan", loans({}))
    Loan.objects.get().end()
    assert counts(bring_in("loan", loans({"received_on": "2026-11-20"}))) == {"held": 1}


def test_a_value_may_come_back(loans, bring_in):
    bring_in("loan", loans(OVERDUE))
    bring_in("loan", loans({"received_on": "2026-11-10"}))
    assert counts(bring_in("loan", loans(OVERDUE | {"received_on": "2026-11-20"}))) == {"changed": 1}
    assert Loan.objects.get(ended_at=None).overdue


@pytest.mark.parametrize("stage", ["read", "merged"])
def test_who_is_killed_goes_on_where_they_were(loans, bring_in, monkeypatch, stage):
    monkeypatch.setattr(actions, "ROWS_AT_A_TIME", 2)
    path = loans(*({"lender": f"Үлгі {number}"} for number in range(5)), {"since": ""})

    def killed(what, done, total):
        if what == stage and done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in("loan", path, told=killed)
    interrupted = Delivery.objects.get()
    assert interrupted.finished_at is None
    seen = []
    delivery = bring_in("loan", path, told=lambda what, done, total: seen.append((what, done)))
    assert delivery == interrupted and counts(delivery) == {"new": 5, "rejected": 1}
    assert Loan.objects.count() == 5 and RejectedRow.objects.count() == 1
    assert seen[0] == (("merged", 2) if stage == "merged" else ("read", 6))


def test_rows_that_waited_and_are_lost_are_read_anew(loans, bring_in):
    path = loans({}, {"lender": "Өзге үлгі"})

    def killed(what, done, total):
        if what == "merged":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_in("loan", path, told=killed)
    actions.staging.end(Delivery.objects.get())  # as after a crash of the database
    assert counts(bring_in("loan", path)) == {"new": 2}
