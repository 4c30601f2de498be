"""How long a statement of a platform takes, with everything: `python -m bench.registers.statements --rows 500000`.

Every row is of another performer; the same file again, and one in which a hundredth changed, follow. In a database of
its own.
"""

import argparse
import datetime
import os
import tempfile
import time
from pathlib import Path


def main(rows: int) -> None:
    """Print seconds of each file."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "socialcode.settings")
    import django  # noqa: PLC0415 - it has to be set up first

    django.setup()
    from django.db import connection  # noqa: PLC0415

    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        _measure(rows)
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def _measure(rows: int) -> None:
    from django.db import connection  # noqa: PLC0415

    from employment.platform_work.layout import kind_of, layout_of  # noqa: PLC0415
    from socialcode.people.models import Organisation  # noqa: PLC0415
    from socialcode.registers.receiving.actions import receive  # noqa: PLC0415

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
    from socialcode.iin import check_digit  # noqa: PLC0415

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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=500_000)
    main(parser.parse_args().rows)
