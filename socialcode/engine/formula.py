"""What a rule's formula did with its values, read from the formula itself: it has no operator that the rule has not.

The formula is walked through as it is written, on the values of one citizen: a choice is the branch that was taken, the
least of several the one that was the least, a look-up what was found. Words about days, series and families stay whole.
"""

import ast
import builtins
import inspect
import operator
import textwrap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from .carriers import One, Word

OPERATORS = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("−", operator.sub),
    ast.Mult: ("×", operator.mul),
    ast.Mod: ("", operator.mod),
    ast.BitAnd: ("", operator.and_),
    ast.BitOr: ("", operator.or_),
}
COMPARISONS = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
ROUNDING = ("up_to_tenge", "down_to_tenge", "nearest_tenge", "to_tiyn")
PICKING = ("least", "greatest", "first_known")
PLACE_OF_NAME = {"by_table": 1, "as_of": 1, "in_quarter": 1, "total": 0}  # the operand that says what was found


@dataclass(frozen=True)
class Part:
    """A number of a sum, with how it came about: `mark` joins `parts`; without one it is a value by itself.

    `name` is the argument that it is, that it was looked up in or is the sum of; empty of what the formula states.
    `rounded` says that rounding changed it after its parts were joined.
    """

    value: Any
    name: str = ""
    mark: str = ""
    parts: tuple["Part", ...] = ()
    rounded: bool = False

    def leaves(self) -> Iterator["Part"]:
        """The values by themselves, from left to right."""
        if not self.parts:
            yield self
        for part in self.parts:
            yield from part.leaves()

    def any_rounded(self) -> bool:
        return self.rounded or any(part.any_rounded() for part in self.parts)


class _UnreadableError(Exception):
    """The formula is written in a way that is not read here."""


def told(formula: Callable, arguments: Mapping[str, str], handed: Mapping[str, One | Mapping]) -> Part | None:
    """What the formula made of what it was handed by its arguments' names; None where it cannot be read.

    `arguments` are these names by those that the formula itself uses: several provisions may share one formula.
    """
    try:
        return _Reading(arguments, handed, _surroundings(formula)).of(_source(formula))
    except (_UnreadableError, OSError, TypeError):
        return None


@lru_cache(maxsize=4096)
def _source(formula: Callable) -> ast.FunctionDef:
    tree = ast.parse(textwrap.dedent(inspect.getsource(formula)))
    return next(node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == formula.__name__)


@lru_cache(maxsize=4096)
def _surroundings(formula: Callable) -> dict[str, Any]:
    around = inspect.getclosurevars(formula)
    return {**vars(builtins), **around.globals, **around.nonlocals}


class _Reading:
    """One walk through a formula. Every expression is worked out by the engine itself and kept beside its writing."""

    def __init__(self, arguments: Mapping[str, str], handed: Mapping[str, One | Mapping], around: Mapping[str, Any]):
        self.around = around
        self.known: dict[str, tuple[Any, Part]] = {
            own: (handed[name], Part(_plain(handed[name]), name)) for own, name in arguments.items()
        }

    def of(self, function: ast.FunctionDef) -> Part:
        for line in function.body:
            match line:
                case ast.Expr(value=ast.Constant()):
                    continue
                case ast.Assign(targets=[ast.Name(id=name)], value=expression):
                    self.known[name] = self._read(expression)
                case ast.Return(value=expression):
                    return self._read(expression)[1]
                case _:
                    raise _UnreadableError
        raise _UnreadableError

    def _read(self, node: ast.expr) -> tuple[Any, Part]:
        match node:
            case ast.Name(id=name) if name in self.known:
                return self.known[name]
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
                return self._joined(*OPERATORS[type(op)], self._read(left), self._read(right))
            case ast.Call(func=function, args=given, keywords=[]):
                return self._called(self._read(function)[0], [self._read(one) for one in given])
        return _alone(self._value(node))

    def _value(self, node: ast.expr) -> Any:
        """What has no parts that a reader of sums would see."""
        match node:
            case ast.Name(id=name) if name in self.around:
                return self.around[name]
            case ast.Attribute(value=owner, attr=name):
                return getattr(self._read(owner)[0], name)
            case ast.Constant(value=value):
                return value
            case ast.UnaryOp(op=ast.Invert(), operand=operand):
                return ~self._read(operand)[0]
            case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in COMPARISONS:
                return COMPARISONS[type(op)](self._read(left)[0], self._read(right)[0])
        raise _UnreadableError

    @staticmethod
    def _joined(mark: str, work: Callable, left: tuple, right: tuple) -> tuple[Any, Part]:
        value = work(left[0], right[0])
        return (value, Part(_plain(value), mark=mark, parts=(left[1], right[1]))) if mark else _alone(value)

    def _called(self, function: Callable, given: list[tuple[Any, Part]]) -> tuple[Any, Part]:
        operands = [value for value, _part in given]
        result, parts = function(*operands), [part for _value, part in given]
        name, found = function.__name__ if isinstance(function, Word) else "", _plain(result)
        if name == "choose" and parts[0].value is not None:
            return result, parts[1 if parts[0].value else 2]
        if name in PICKING:
            return result, next((part for part in parts if part.value == found), Part(found))
        if name in ROUNDING:
            return result, replace(parts[0], value=found, rounded=parts[0].rounded or parts[0].value != found)
        if name == "ratio":
            return result, Part(found, mark="÷", parts=tuple(parts))
        place = PLACE_OF_NAME.get(name)
        return result, Part(found, "" if place is None else parts[place].name)


def _alone(value: Any) -> tuple[Any, Part]:
    return value, Part(_plain(value))


def _plain(value: Any) -> Any:
    return value.it if isinstance(value, One) else value
