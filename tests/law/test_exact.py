import datetime
import json
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from socialcode.law import exact

numbers = st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=0, max_value=10**12)
tables = st.dictionaries(st.integers(0, 99) | st.sampled_from(["kumis", "altyn"]), numbers, min_size=1)


@given(numbers | st.dates(datetime.date(1991, 1, 1)) | tables)
def test_no_value_changes_on_its_way_through_json(value):
    assert exact.from_json(json.loads(json.dumps(exact.to_json(value)))) == value


def test_numbers_stand_in_json_as_text():
    assert exact.to_json({1: Decimal("5.76")}) == {"1": "5.76"}
    assert exact.to_json(Decimal("1E+3")) == "1000"
