"""The words of the engine once more, for one row, in exact fractions and obvious: what the columns must equal."""

import calendar
import datetime
from decimal import Decimal
from fractions import Fraction
from types import FunctionType

from socialcode.engine.parameters import HISTORY
from socialcode.engine.plan import plan_for


class Cell:
    """One value or None. Numbers are fractions; None spreads, except where logic already knows the answer."""

    def __init__(self, value):
        number = isinstance(value, int | Decimal) and not isinstance(value, bool)
        self.value = Fraction(value) if number else value

    def _with(self, other, operation):
        theirs = other.value if isinstance(other, Cell) else Cell(other).value
        return Cell(None if self.value is None or theirs is None else operation(self.value, theirs))

    def __add__(self, other):
        return self._with(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._with(other, lambda a, b: b - a)

    def __mul__(self, other):
        return self._with(other, lambda a, b: a * b)

    def __mod__(self, other):
        return self._with(other, lambda a, b: a % b)

    def __le__(self, other):
        return self._with(other, lambda a, b: a <= b)

    def __lt__(self, other):
        return self._with(other, lambda a, b: a < b)

    def __gt__(self, other):
        return self._with(other, lambda a, b: a > b)

    def __ge__(self, other):
        return self._with(other, lambda a, b: a >= b)

    def __eq__(self, other):
        return self._with(other, lambda a, b: a == b)

    def __ne__(self, other):
        return self._with(other, lambda a, b: a != b)

    __hash__ = None

    def __invert__(self):
        return Cell(None if self.value is None else not self.value)

    def __and__(self, other):
        both = {self.value, other.value}
        return Cell(False if False in both else None if None in both else True)

    def __or__(self, other):
        both = {self.value, other.value}
        return Cell(True if True in both else None if None in both else False)


def cell(value) -> Cell:
    return value if isinstance(value, Cell) else Cell(value)


def choose(condition, then, otherwise):
    return Cell(None) if condition.value is None else cell(then if condition.value else otherwise)


def least(*values):
    return _strictly(min, values)


def greatest(*values):
    return _strictly(max, values)


def _strictly(word, values):
    plain = [cell(value).value for value in values]
    return Cell(None if None in plain else word(plain))


def ratio(part, whole):
    return cell(part)._with(cell(whole), lambda a, b: a / b if b else None)


def up_to_tenge(amount):
    return Cell(None if amount.value is None else -(-amount.value.numerator // amount.value.denominator))


def down_to_tenge(amount):
    return Cell(None if amount.value is None else amount.value.numerator // amount.value.denominator)


def nearest_tenge(amount):
    return down_to_tenge(amount + Fraction(1, 2))


def by_table(key, table):
    if key.value is None or isinstance(table, Cell):  # a year for which the law sets no table
        return Cell(None)
    if all(isinstance(step, str) for step in table):
        return Cell(table.get(key.value))
    reached = [step for step in table if step <= key.value]
    return Cell(table[max(reached)] if reached else None)


def in_quarter(day, history):
    began = [since for since in history if since <= day.value]
    same = began and (max(began).year, (max(began).month - 1) // 3) == (day.value.year, (day.value.month - 1) // 3)
    return Cell(history[max(began)] if same else None)


def first_known(*values):
    return next((value for value in map(cell, values) if value.value is not None), Cell(None))


def one_of(value, *words):
    return Cell(None if value.value is None else value.value in words)


def raised(amount, granted, on, history):
    for start in sorted(history):
        due = (granted < cell(start)) & (cell(start) <= on)
        factor = Cell(None) if history[start] is None else 1 + history[start]
        amount = choose(due, up_to_tenge(amount * factor), amount)
    return amount


def days_after(day, days):
    return day._with(cell(days), lambda a, b: a + datetime.timedelta(days=int(b)))


def months_after(day, months):
    return day._with(cell(months), _months_later)


def years_after(day, years):
    return months_after(day, cell(years) * 12)


def _months_later(day, months):
    year, month = divmod(day.year * 12 + day.month - 1 + int(months), 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def full_years(since, day):
    return since._with(day, lambda a, b: b.year - a.year - (_months_later(a, (b.year - a.year) * 12) > b))


def start_of_year(day):
    return Cell(day.value and day.value.replace(month=1, day=1))


def start_of_month(day):
    return Cell(day.value and day.value.replace(day=1))


def end_of_month(day):
    return Cell(day.value and day.value.replace(day=calendar.monthrange(day.value.year, day.value.month)[1]))


def end_of_quarter(day):
    return Cell(day.value and end_of_month(Cell(day.value.replace(month=(day.value.month + 2) // 3 * 3, day=1))).value)


def total(series, months):
    plain = series.value
    complete = plain is not None and None not in plain and len(plain) == cell(months).value
    return Cell(sum(map(Fraction, plain)) if complete else None)


WORDS = {
    "as_of": by_table,
    "by_table": by_table,
    "choose": choose,
    "days_after": days_after,
    "down_to_tenge": down_to_tenge,
    "end_of_month": end_of_month,
    "end_of_quarter": end_of_quarter,
    "first_known": first_known,
    "full_years": full_years,
    "greatest": greatest,
    "in_quarter": in_quarter,
    "least": least,
    "months_after": months_after,
    "nearest_tenge": nearest_tenge,
    "one_of": one_of,
    "raised": raised,
    "ratio": ratio,
    "start_of_month": start_of_month,
    "start_of_year": start_of_year,
    "total": total,
    "up_to_tenge": up_to_tenge,
    "years_after": years_after,
}


def compute(provision, facts, on, values) -> dict:
    """Every rule of the provision for one row of read facts, by the same formulas in these words."""
    plan = plan_for(provision, on)
    known = {name: Cell(facts.get(name)) for name in plan.facts} | {"on": Cell(on)}
    for rule in plan.order:
        formula = rule.formula
        spoken = FunctionType(formula.__code__, {**formula.__globals__, **WORDS}, closure=formula.__closure__)
        known[rule.name] = cell(spoken(*(_operand(a, known, provision, values) for a in rule.arguments)))
    return {rule.name: known[rule.name].value for rule in plan.order}


def _operand(argument, known, provision, values):
    if argument in known:
        return known[argument]
    name = provision.value_name(argument, values.parameters)
    if argument.endswith(HISTORY):
        return values.by_start(name)
    value = values.value(name)
    return value if isinstance(value, dict) else Cell(value)
