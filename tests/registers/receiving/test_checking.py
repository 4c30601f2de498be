"""An IIN is right for a file exactly where it is right for the rest of the portal."""

import datetime
from contextlib import suppress

import polars as pl
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from socialcode import iin
from socialcode.registers.receiving.checking import _is_iin, born

digits = st.text(alphabet="0123456789", min_size=12, max_size=12)
real = st.builds(
    iin.first_free,
    st.dates(datetime.date(1801, 1, 1), datetime.date(2026, 11, 1)),
    st.sampled_from(["male", "female"]),
    st.integers(0, 9000),
)
ALMOST = st.one_of(
    digits, real, st.text(max_size=14), real.map(lambda number: number[:11] + str((int(number[11]) + 1) % 10))
)


@given(st.lists(ALMOST, min_size=1, max_size=50))
def test_an_iin_is_read_alike(numbers):
    found = pl.DataFrame({"iin": numbers}, schema={"iin": pl.String}).select(
        right=_is_iin(pl.col("iin")).fill_null(value=False), born=born(pl.col("iin"))
    )
    for number, right, day in zip(numbers, found["right"], found["born"], strict=True):
        said = None
        with suppress(ValidationError):
            said = iin.read(number)
        assert right == (said is not None), number
        if said:
            assert day == said.birth_date
