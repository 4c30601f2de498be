"""How fresh registers are: for administrators, by counts, never with rows of people."""

import datetime
import os

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from socialcode.people.models import Family, Person
from socialcode.registers import erasing
from socialcode.registers.models import ChangedFamily, Delivery, Health, Income, RejectedRow
from socialcode.registers.receiving import freshness, quarantine
from socialcode.registers.receiving.layouts import layouts
from tests.factories.accounts import make_administrator

pytestmark = [pytest.mark.django_db, pytest.mark.process]  # a file is read by a process of its own


def of(name: str, on: datetime.date) -> freshness.Freshness:
    return next(each for each in freshness.of_registers(on, 45) if each.layout.name == name)


def test_a_register_is_fresh_until_its_newest_row_is_too_old(loans, bring_in):
    bring_in("loan", loans({"received_on": "2026-09-01"}, {"lender": "Үлгі 2"}, {"since": "?"}))
    fresh = of("loan", datetime.date(2026, 12, 16))
    assert (fresh.age, fresh.is_stale, fresh.deliveries) == (45, False, 1)
    assert fresh.counts["rows"] == 3 and str(fresh.rejected_share) == "0.333"
    assert [many for _reason, many in fresh.reasons] == [1]
    assert of("loan", datetime.date(2026, 12, 17)).is_stale
    assert of("income", datetime.date(2026, 12, 16)).is_stale


def test_what_is_stale_stands_first(loans, bring_in):
    bring_in("loan", loans({}))
    assert freshness.of_registers(datetime.date(2026, 11, 2), 45)[-1].layout.name == "loan"


def test_the_page_says_what_came_and_nothing_of_people(loans, bring_in, mother, signed_in):
    bring_in("loan", loans({}, {"since": "?", "lender": "Үлгі сыры"}))
    refused = loans({})
    refused.write_text("x\n")
    bring_in("loan", refused)
    page = signed_in(make_administrator()).get("/registers/").content.decode()
    assert "2026" in page and "1.csv" in page and "These columns are missing" in page
    assert mother.iin not in page and "Үлгі сыры" not in page


def test_the_page_of_columns_has_every_register(signed_in):
    page = signed_in(make_administrator()).get("/registers/columns/").content.decode()
    for layout in layouts().values():
        assert f'id="{layout.name}"' in page
    assert "month_12" in page and "month_06" not in page


def test_an_invented_country_comes_in_and_again_changes_nothing(settings, tmp_path, capsys):
    settings.STATE_FOLDER = tmp_path
    call_command("demo_nation", families=60, seed=3)
    counts = [model.objects.count() for model in (Person, Family, Income, Health)]
    assert all(counts) and Family.objects.count() == pytest.approx(60, abs=2)
    assert not Delivery.objects.exclude(state="done").exists() and not ChangedFamily.objects.exists()
    call_command("demo_nation", families=60, seed=3)
    assert counts == [model.objects.count() for model in (Person, Family, Income, Health)]


def test_no_invented_country_in_production(settings):
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="no place in production"):
        call_command("demo_nation")


def test_what_was_left_out_is_erased_after_its_term(loans, bring_in, settings, tmp_path):
    settings.STATE_FOLDER = tmp_path
    delivery = bring_in("loan", loans({}, {"since": "?"}))
    path = quarantine.write(delivery)
    now = timezone.now()
    assert erasing.rejected_rows(now - datetime.timedelta(days=1), 10) == 0 and path.exists()
    Delivery.objects.update(finished_at=now - datetime.timedelta(days=2))
    os.utime(path, (0, 0))
    assert [erasing.rejected_rows(now - datetime.timedelta(days=1), 10) for _step in range(3)] == [1, 1, 0]
    assert not RejectedRow.objects.exists() and not path.exists()
