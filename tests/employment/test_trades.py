"""Trades: every unit group of ISCO-08 once, in three languages, found as people type them."""

import pytest
from django.core.exceptions import ValidationError

from employment.trades.choice import TradeChoice
from employment.trades.classification import all_trades, shared_digits, trade

GROUPS = 436  # of four digits in ISCO-08


def test_every_trade_is_there_once_in_three_languages():
    trades = all_trades()
    assert len(trades) == GROUPS
    for language in ("kk", "ru", "en"):
        assert len({getattr(one, language) for one in trades.values()} - {""}) == GROUPS


def test_nearness_is_counted_in_digits_from_the_left():
    assert [shared_digits("5120", other) for other in ("5120", "5131", "5211", "9112")] == [4, 2, 1, 0]


@pytest.mark.parametrize("typed", ["Аспаз", "аспаздар", "повара", "Cooks", "5120", "5120 Аспаздар"])
def test_a_trade_is_found_by_its_name_its_beginning_or_its_code(typed):
    assert TradeChoice().clean(typed) == "5120"


def test_several_are_named_and_none_is_said():
    with pytest.raises(ValidationError, match="Write the code of one"):
        TradeChoice().clean("оператор")
    with pytest.raises(ValidationError, match="No trade has these words"):
        TradeChoice().clean("qwertyuiop")
    assert trade("9999") is None
