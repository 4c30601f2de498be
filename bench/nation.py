"""An invented nation: families of persons, the same for every run and every machine. No figure in it is a statistic.

Columns, one value per person, families one after another, the head of the family first:
family (number), birth_date (days since 1970-01-01), birth_order, is_child (0 or 1), studies (0 or 1),
lives_in_kazakhstan (0 or 1), legal_status (index in STATUSES), income_of_quarter (tiyn).
"""

import datetime
import random
from array import array
from pathlib import Path

ON = datetime.date(2026, 11, 16)
STATUSES = ("citizen", "kandas", "treaty_foreigner", "foreigner", "stateless")
COLUMNS = {
    "family": "i",
    "birth_date": "i",
    "birth_order": "b",
    "is_child": "b",
    "studies": "b",
    "lives_in_kazakhstan": "b",
    "legal_status": "b",
    "income_of_quarter": "q",
}

# Families have 1.8 adults and 1.3 children on average: 2 million families are 6.2 million persons
ADULTS = {1: 30, 2: 60, 3: 10}
CHILDREN = {0: 360, 1: 270, 2: 190, 3: 110, 4: 45, 5: 16, 6: 5, 7: 2, 8: 1, 9: 1}
STATUS_WEIGHTS = (960, 15, 5, 15, 5)
YEAR = 365.25
OLDEST_CHILD, OLDEST_ADULT = 23, 75  # years; children from 18 on count only while they study
WITHOUT_INCOME = 0.25
MOST_INCOME = 200_000_000  # tiyn in a quarter
SEED = 2026


def make(households: int) -> dict[str, array]:
    """The columns of so many families."""
    columns = {name: array(code) for name, code in COLUMNS.items()}
    dice = random.Random(SEED)  # noqa: S311 - invented people, no secret
    adults = dice.choices(list(ADULTS), ADULTS.values(), k=households)
    children = dice.choices(list(CHILDREN), CHILDREN.values(), k=households)
    for family in range(households):
        for _adult in range(adults[family]):
            _add(columns, dice, family, birth_order=1 + int(3 * dice.random()), is_child=False)
        for birth_order in range(1, children[family] + 1):
            _add(columns, dice, family, birth_order, is_child=True)
    persons = len(columns["family"])
    columns["legal_status"].extend(dice.choices(range(len(STATUSES)), STATUS_WEIGHTS, k=persons))
    return columns


def _add(columns, dice, family: int, birth_order: int, is_child: bool) -> None:
    today = (ON - datetime.date(1970, 1, 1)).days
    years = OLDEST_CHILD * dice.random() if is_child else 18 + (OLDEST_ADULT - 18) * dice.random()
    earns = not is_child and dice.random() >= WITHOUT_INCOME
    columns["family"].append(family)
    columns["birth_date"].append(today - int(years * YEAR))
    columns["birth_order"].append(birth_order)
    columns["is_child"].append(is_child)
    columns["studies"].append(is_child and dice.random() < 0.5)  # noqa: PLR2004 - every second one
    columns["lives_in_kazakhstan"].append(dice.random() < 0.995)  # noqa: PLR2004 - nearly everybody
    columns["income_of_quarter"].append(int(MOST_INCOME * dice.random()) if earns else 0)


def write(columns: dict[str, array], folder: Path) -> None:
    """One file of raw machine numbers per column, readable by anything."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, values in columns.items():
        with (folder / name).open("wb") as file:
            values.tofile(file)


def read(folder: Path) -> dict[str, array]:
    columns = {name: array(code) for name, code in COLUMNS.items()}
    for name, values in columns.items():
        path = folder / name
        with path.open("rb") as file:
            values.fromfile(file, path.stat().st_size // values.itemsize)
    return columns
