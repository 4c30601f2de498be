"""A sum in one line, "250 000 ₸ × 40 % − 10 % = 90 000 ₸": the rule's own formula with its values, nothing besides."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from socialcode.engine import Kind
from socialcode.engine.explanation import Explanation
from socialcode.engine.formula import Part
from socialcode.explaining.wording import answer
from socialcode.templatetags.portal import decimal, money, quantity

TENGE = "tenge"
MOST = 5  # values in one line that is still read at a glance
TIGHT, LOOSE = ("×", "÷"), ("+", "−")


def of_payment(found: Explanation) -> str:
    """What reaches the person, from facts and figures of the law as far as one line holds them; empty where there is no
    such line."""
    if found.in_hand is None:
        return ""
    part = found.formula("net_amount" if found.is_step("net_amount") else "amount")
    if part is None:
        return ""
    part = _without_nothing(_opened(_shortened(part), found))
    return f"{_text(part, found)} {_equals(part)} {money(found.in_hand)}" if part.parts else ""


def of_step(found: Explanation, name: str, written: str) -> str:
    """One step as its rule has it, with its result as it is `written`; empty of a step that only looks a value up."""
    part = found.formula(name)
    if part is None or not (part.parts or part.rounded) or not _is_number(part.value):
        return ""
    if not part.parts:
        return f"{_text(replace(part, value=found.result(part.name)), found)} → {written}" if part.name else ""
    line = _text(part, found, found.unit_of(name) or TENGE)
    exact = _exact(part)
    return f"{line} = {decimal(exact)} → {written}" if part.rounded and exact is not None else f"{line} = {written}"


def _opened(part: Part, found: Explanation) -> Part:
    """With what earlier steps were made of, as long as it stays one line."""
    while any(_made_of(leaf, found) is not leaf for leaf in part.leaves()):
        whole = _replaced(part, lambda leaf: _made_of(leaf, found))
        if part.parts and _count(whole) > MOST:
            return _opened_in_part(part, found)
        part = whole
    return part


def _opened_in_part(part: Part, found: Explanation) -> Part:
    """The same of one value after the other, where all together are too many."""
    for leaf in [*part.leaves()]:
        made = _made_of(leaf, found)
        if made is not leaf and _count(part) - 1 + _count(made) <= MOST:
            part = _replaced(part, lambda other, leaf=leaf, made=made: made if other is leaf else other)
    return part


def _count(part: Part) -> int:
    return sum(1 for _leaf in part.leaves())


def _made_of(leaf: Part, found: Explanation) -> Part:
    """The formula behind a value that an earlier step worked out; the value itself where it only was looked up."""
    made = found.formula(leaf.name) if leaf.name and found.is_step(leaf.name) else None
    if made is None or (not made.parts and not found.is_step(made.name)):
        return leaf
    return replace(made, value=leaf.value, rounded=made.rounded or leaf.rounded)


def _replaced(part: Part, change: Callable[[Part], Part]) -> Part:
    if not part.parts:
        return change(part)
    return replace(part, parts=tuple(_replaced(one, change) for one in part.parts))


def _without_nothing(part: Part) -> Part:
    """Without what changes nothing: what adds or takes off zero, what is multiplied or divided by one."""
    if not part.parts:
        return part
    first, second = (_without_nothing(one) for one in part.parts)
    nothing = 0 if part.mark in LOOSE else 1
    if second.value == nothing:
        return replace(first, value=part.value, rounded=first.rounded or part.rounded)
    if part.mark in ("+", "×") and first.value == nothing:
        return replace(second, value=part.value, rounded=second.rounded or part.rounded)
    return replace(part, parts=(first, second))


def _shortened(part: Part) -> Part:
    """A share that is taken off its own whole, said as people say it: 250 − 250 × 10 % is 250 − 10 %."""
    if part.mark == "−" and part.parts[1].mark == "×" and part.parts[1].parts[0] == part.parts[0]:
        whole, off = part.parts
        return replace(part, parts=(whole, off.parts[1]), rounded=part.rounded or off.rounded)
    return part


def _text(part: Part, found: Explanation, unit: str = TENGE) -> str:
    """`unit` is that of the sum: what is added up has it too."""
    if not part.parts:
        return _leaf(part, found, unit)
    first, second = part.parts
    inner = unit if part.mark in LOOSE else ""
    left, right = _text(first, found, inner), _text(second, found, inner)
    is_share_off = part.mark == "−" and not second.parts and isinstance(second.value, Decimal) and second.value < 1
    if first.mark in LOOSE and (part.mark in TIGHT or is_share_off):
        left = f"({left})"
    if second.parts and (part.mark == "÷" or (part.mark in ("×", "−") and second.mark in LOOSE)):
        right = f"({right})"
    return f"{left} {part.mark} {right}"


def _leaf(part: Part, found: Explanation, unit: str) -> str:
    given = found.input(part.name) if part.name else None
    if given is None:
        return quantity(part.value, unit if _is_number(part.value) else "")
    if given.fact and given.fact.kind == Kind.SERIES:
        return money(part.value)
    if given.fact:
        return answer(given.fact, part.value)
    return quantity(part.value, given.unit or ("" if given.version else TENGE))


def _equals(part: Part) -> str:
    return "≈" if part.any_rounded() else "="


def _exact(part: Part) -> Decimal | None:
    """What the joined parts come to before rounding; None where they do not divide evenly."""
    first, second = (Decimal(one.value) for one in part.parts)
    match part.mark:
        case "×":
            return first * second
        case "+":
            return first + second
        case "−":
            return first - second
    exact = first / second
    return exact if exact == exact.quantize(Decimal("1E-6")) else None


def _is_number(value) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)
