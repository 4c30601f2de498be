import datetime
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from socialcode.engine.registry import registry
from socialcode.law import actions, baseline
from socialcode.law.models import ParameterVersion
from socialcode.law.policies import Proposal
from socialcode.law.values import values_on

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("no_law")
def test_every_shipped_value_is_loaded_and_belongs_to_nobody():
    versions = [version for parameter in registry.parameters.values() for version in parameter.versions]
    assert baseline.load().added == len(versions) == ParameterVersion.objects.count()
    assert all(row.is_shipped and row.state == "approved" for row in ParameterVersion.objects.all())


def test_loading_again_changes_nothing(capsys):
    rows = list(ParameterVersion.objects.order_by("pk").values())
    call_command("load_law")
    assert list(ParameterVersion.objects.order_by("pk").values()) == rows
    assert f"0 values added, {len(rows)} already there" in capsys.readouterr().out


@pytest.mark.usefixtures("no_law")
def test_a_differing_row_is_reported_and_kept(first, second):
    entered = Proposal(
        parameter=registry.parameters["mci"],
        since=datetime.date(2026, 1, 1),
        value=Decimal(4000),
        act="Another act",
        reason="Entered before the portal knew the value",
    )
    actions.approve(version=actions.propose(proposal=entered, by=first), by=second)
    with pytest.raises(CommandError, match=r"mci 2026-01-01: shipped 4325, in the table 4000 \(approved\)") as refused:
        call_command("load_law")
    assert refused.value.returncode == 1
    assert values_on(datetime.date(2026, 6, 1)).value("mci") == 4000
    assert values_on(datetime.date(2025, 6, 1)).value("mci") == 3932


@pytest.mark.usefixtures("no_law")
def test_a_proposal_in_the_way_is_reported(first):
    entered = Proposal(
        parameter=registry.parameters["mci"],
        since=datetime.date(2026, 1, 1),
        value=Decimal(4325),
        act="Another act",
        reason="Early",
    )
    actions.propose(proposal=entered, by=first)
    with pytest.raises(CommandError, match="proposed"):
        call_command("load_law")


def test_values_come_back_as_they_were_shipped():
    on = datetime.date(2026, 11, 21)
    stored, text = values_on(on), registry.values(on)
    for name in registry.parameters:
        assert stored.value(name) == text.value(name), name
        assert [v.since for v in stored.history(name)] == [v.since for v in text.history(name)]


def test_all_values_take_one_query_once_they_are_known(django_assert_num_queries):
    on = datetime.date(2026, 11, 21)
    values_on(on)
    with django_assert_num_queries(1):
        values = values_on(on)
        assert values.value("mci") == 4325
        assert values.history("mci")


def test_a_change_is_seen_even_when_its_clock_was_slow(proposed, second, tomorrow):
    assert values_on(tomorrow).value("mci") == 4325
    long_ago = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    ParameterVersion.objects.filter(pk=proposed.pk).update(state="approved", approved_by=second, approved_at=long_ago)
    assert values_on(tomorrow).value("mci") == 4606
