"""Files of an operator of a platform, and how long each takes to be brought in."""

import datetime
import tempfile
import time
from pathlib import Path

from django.db import connection

from employment.platform_work.layout import kind_of, layout_of
from socialcode.iin import check_digit
from socialcode.people.models import Organisation
from socialcode.registers.receiving.actions import receive


def measure(rows: int) -> None:
    """Print seconds of each file."""
    numbers = list(_numbers(rows))
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO people_person (key, iin, surname, given_name, patronymic, birth_date, sex, legal_status,
            phone, email, language, received_at)
            SELECT gen_random_uuid(), n, 'A', 'B', '', '1990-01-01', 'male', 'citizen',
            '', '', 'kk', now() FROM unnest(%s) n""",
            [numbers],
        )
    operator = Organisation.objects.create(bin="990140000019", name="Platform", kind="other", region="750000000")
    with tempfile.TemporaryDirectory() as folder:
        for name, changed, day in (("first", 0, 5), ("the same again", 0, 5), ("a hundredth changed", 100, 9)):
            path = Path(folder) / f"{day}.csv"
            _write(path, numbers, changed, day)
            begun = time.perf_counter()
            found = receive(kind_of(operator), path, told=lambda *_: None, layout=layout_of(operator))
            seconds = time.perf_counter() - begun
            print(f"{name}: {seconds:.1f} s; new {found.new}, changed {found.changed}, same {found.same}")


def _numbers(rows: int):
    """So many IINs, in the order of days of birth from 1960 on."""
    for place in range(rows * 2):
        born = datetime.date(1960, 1, 1) + datetime.timedelta(days=place // 9999)
        start = f"{born:%y%m%d}3{place % 9999:04d}"
        digit = check_digit([int(letter) for letter in start])
        if digit is not None and rows:
            rows -= 1
            yield f"{start}{digit}"


def _write(path: Path, numbers: list[str], changed: int, day: int) -> None:
    with path.open("w") as file:
        file.write("iin,received_on,month,income,tax,pension,employer_pension,social,health\n")
        for place, number in enumerate(numbers):
            income = 200_000 if not changed or place % changed else 300_000
            part = income // 100
            file.write(f"{number},2026-11-{day:02d},2026-10-01,{income},0,{part},{part},{part},{part}\n")
