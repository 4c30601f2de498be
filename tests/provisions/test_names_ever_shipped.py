"""A provision that a claim, notice or award may name stays readable, whatever becomes of it."""

import datetime
from pathlib import Path

import pytest

from socialcode.engine.registry import registry

LIST = Path(__file__).parents[1] / "provisions_ever_shipped.txt"
EVER = LIST.read_text().split()


@pytest.mark.parametrize("name", EVER)
def test_no_name_vanishes(name):
    """A retired provision keeps its file with `until`; one with another name now keeps the old one in `formerly`."""
    assert registry.provision(name).title


def test_every_name_is_in_the_list_from_its_first_day_on():
    assert sorted(registry.provisions.keys() - set(EVER)) == [], f"Add new names to {LIST.name}."
    assert sorted(EVER) == EVER


def test_a_former_name_leads_to_the_provision(monkeypatch):
    grant = registry.provisions["birth_grant"]
    monkeypatch.setitem(registry._renamed, "grant_of_birth", grant)

    assert registry.provision("grant_of_birth") is grant
    with pytest.raises(KeyError):
        registry.provision("never_heard_of")


def test_a_right_that_the_law_took_back_cannot_arise_afterwards(monkeypatch):
    grant, last = registry.provisions["birth_grant"], datetime.date(2026, 6, 30)
    monkeypatch.setattr(grant, "until", last)

    assert grant.is_law_on(last)
    assert not grant.is_law_on(last + datetime.timedelta(days=1))
