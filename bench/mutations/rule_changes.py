"""Every small change of a rule file that might be a slip of the pen: another sign, number, word, name or day."""

import ast
import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

SIGNS = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Mod: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
OTHER_WORDS = {
    "least": ("greatest",),
    "greatest": ("least",),
    "up_to_tenge": ("nearest_tenge",),
    "down_to_tenge": ("nearest_tenge",),
    "nearest_tenge": ("up_to_tenge", "down_to_tenge"),
    "months_after": ("years_after",),
    "years_after": ("months_after",),
    "days_after": ("months_after",),
    "start_of_month": ("end_of_month",),
    "end_of_month": ("start_of_month",),
    "end_of_quarter": ("end_of_month",),
    "start_of_year": ("start_of_month",),
    "in_quarter": ("as_of",),
}
OF_SEVERAL = ("least", "greatest", "first_known")  # each of what they are handed may be forgotten
OF_ONE = ("months_after", "years_after", "days_after", "to_tiyn", "raised")  # the move or the rounding may be
ALONE = ("start_of_month", "end_of_month", "start_of_year", "end_of_quarter")
TURNED = ("ratio", "full_years", "first_known")
STARTS = ("since", "until")
Choices = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Change:
    """One change: in which rule and line, of which kind, the part before and after, and the statement it `becomes`."""

    rule: str
    line: int
    kind: str
    before: str
    after: str
    becomes: str


def changes(tree: ast.Module, siblings: Mapping[str, dict], choices: Choices) -> Iterator[Change]:
    """Every change in turn: while one is handed out the tree holds it, afterwards it is as it was.

    `siblings` has for each rule the other names its arguments might be mistaken for; `choices` the words of a fact.
    """
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and _is_formula(node)]:
        for statement in function.body:
            yield from _in_statement(rule_name(function), statement, choices)
        yield from _names(function, siblings.get(rule_name(function), {}))
    yield from _days(tree)


def _is_formula(function: ast.FunctionDef) -> bool:
    return not any(isinstance(inner, ast.FunctionDef) for statement in function.body for inner in ast.walk(statement))


def rule_name(function: ast.FunctionDef) -> str:
    """The name a function's rule goes by."""
    told = (
        word.value for call in function.decorator_list for word in getattr(call, "keywords", ()) if word.arg == "name"
    )
    return next((name.value for name in told if isinstance(name, ast.Constant)), function.name)


def _in_statement(name: str, statement: ast.stmt, choices: Choices) -> Iterator[Change]:
    for parent, field, place, node in list(_places(statement)):
        for kind, new in _replacements(node, choices):
            _put(parent, field, place, ast.fix_missing_locations(ast.copy_location(new, node)))
            yield Change(name, node.lineno, kind, ast.unparse(node), ast.unparse(new), ast.unparse(statement))
            _put(parent, field, place, node)


def _places(root: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.AST]]:
    """Each expression below a node with where it stands; text alone (a docstring) is none."""
    for field, value in ast.iter_fields(root):
        for place, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(node, ast.expr):
                yield root, field, place, node
                yield from _places(node)
            elif isinstance(node, ast.stmt):
                yield from _places(node)


def _put(parent: ast.AST, field: str, place: int | None, node: ast.AST) -> None:
    if place is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[place] = node


def _replacements(node: ast.expr, choices: Choices) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Compare(left, [sign], [right]):
            if type(sign) in SIGNS:
                yield "comparison", ast.Compare(left, [SIGNS[type(sign)]()], [right])
            if isinstance(right, ast.Constant) and isinstance(right.value, str):
                for word in _other_words(left, [right.value], choices):
                    yield "word", ast.Compare(left, [sign], [ast.Constant(word)])
        case ast.BinOp(left, sign, right) if type(sign) in SIGNS:
            yield _kind_of(sign), ast.BinOp(left, SIGNS[type(sign)](), right)
            for kept in (left, right):
                if not (isinstance(kept, ast.BinOp) and kept is right and type(kept.op) is type(sign)):
                    yield "part left out", kept
        case ast.UnaryOp(ast.Invert() | ast.USub(), operand):
            yield "not", operand
        case ast.Constant(value) if isinstance(value, int) and not isinstance(value, bool):
            yield from (("number", ast.Constant(value + step)) for step in (1, -1))
        case ast.Call(ast.Name(word), given):
            yield from _calls(word, given, choices)


def _kind_of(sign: ast.operator) -> str:
    return "and, or" if isinstance(sign, ast.BitAnd | ast.BitOr) else "arithmetic"


def _calls(word: str, given: list[ast.expr], choices: Choices) -> Iterator[tuple[str, ast.expr]]:
    def call(name: str, *operands: ast.expr) -> ast.Call:
        return ast.Call(ast.Name(name, ast.Load()), list(operands), [])

    for other in OTHER_WORDS.get(word, ()):
        yield "word of the engine", call(other, *given)
    if word in OF_SEVERAL and len(given) > 1:
        for place in range(len(given)):
            left = given[:place] + given[place + 1 :]
            yield "part left out", call(word, *left) if len(left) > 1 else left[0]
    if word in OF_ONE or word in ALONE:
        yield "part left out", given[0]
    if word in TURNED:
        yield "turned round", call(word, *reversed(given))
    if word == "choose":
        yield from (("branch", branch) for branch in given[1:])
    if word == "one_of":
        value, *words = given
        for place, dropped in enumerate(words):
            left = words[:place] + words[place + 1 :]
            if left:
                yield "part left out", call(word, value, *left)
            for other in _other_words(
                value, [ast.literal_eval(w) for w in words if isinstance(w, ast.Constant)], choices
            )[:1]:
                changed = ast.Constant(other)
                yield "word", call(word, value, *(changed if w is dropped else w for w in words))


def _other_words(asked: ast.expr, words: list[str], choices: Choices) -> list[str]:
    """Words that the same fact may have."""
    return [word for word in choices(asked.id) if word not in words] if isinstance(asked, ast.Name) else []


def _names(function: ast.FunctionDef, siblings: Mapping[str, str]) -> Iterator[Change]:
    """Each argument mistaken for another of the formula, and for one that it might have asked for instead."""
    arguments = [argument.arg for argument in function.args.args]
    for name in arguments:
        within, beyond = siblings.get(name, (set(), set()))
        for others, is_new in (({*arguments} & within, False), (beyond - {*arguments}, True)):
            if others:
                yield from _renamed(function, name, nearest(name, others), is_new)


def nearest(name: str, others) -> str:
    """Of several names the one that is mistaken most easily."""
    return max(sorted(others), key=lambda other: SequenceMatcher(None, name, other).ratio())


def _renamed(function: ast.FunctionDef, old: str, new: str, is_new: bool) -> Iterator[Change]:
    used = [n for s in function.body for n in ast.walk(s) if isinstance(n, ast.Name) and n.id == old]
    argument = next(argument for argument in function.args.args if argument.arg == old)
    for node in used:
        node.id = new
    argument.arg = new if is_new else old
    yield Change(rule_name(function), function.lineno, "name", old, new, f"{old} is {new}")
    for node in used:
        node.id = old
    argument.arg = old


def _days(tree: ast.Module) -> Iterator[Change]:
    """Each day on which a rule or a provision begins, a day later; a rule's also a day earlier."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (day := _day(node.value)):
            for step in (1, -1):
                old, node.value = node.value, (day + datetime.timedelta(days=step)).isoformat()
                yield Change("since", node.lineno, "day", old, node.value, f"since {node.value}")
                node.value = old
        if isinstance(node, ast.keyword) and node.arg in STARTS and isinstance(node.value, ast.Call):
            last = node.value.args[-1]
            last.value += 1
            yield Change(node.arg, last.lineno, "day", f"{last.value - 1}", f"{last.value}", ast.unparse(node))
            last.value -= 1


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None
