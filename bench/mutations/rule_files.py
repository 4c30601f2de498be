"""The files that the law is written in, which of them use which, and how one is run with a change in it."""

import ast
import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from types import CodeType, ModuleType

ROOT = Path(__file__).resolve().parents[2]
APPS = ("benefits", "pensions", "employment", "assistance")


class RuleFile:
    """A file of rules: of one provision, or what several share."""

    def __init__(self, path: Path):
        self.path = path
        self.name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        self.package, self.stem = self.name.rsplit(".", 1)
        self.tree = ast.parse(path.read_text(encoding="utf-8"))

    @property
    def is_of_a_provision(self) -> bool:
        return ".rules" in self.package

    @cached_property
    def code(self) -> CodeType:
        return compile(self.tree, str(self.path), "exec")

    @property
    def asked(self) -> set[str]:
        """The modules that it may have its rules from."""
        found = set()
        for node in self.tree.body:
            if isinstance(node, ast.ImportFrom):
                room = self.package if node.level else node.module
                found |= {f"{room}.{word.name}" for word in node.names} | {room}
        return found

    def run(self, code: CodeType) -> ModuleType:
        """A module of its own from the file's code; whoever is run after it finds it in the place of the real one."""
        module = ModuleType(self.name)
        module.__file__, module.__package__ = str(self.path), self.package
        sys.modules[self.name] = module
        setattr(sys.modules[self.package], self.stem, module)
        exec(code, module.__dict__)  # noqa: S102 - a rule file of ours with one change in it
        return module


def rule_files() -> list[RuleFile]:
    """Every file with a rule in it: those of the provisions, and those that these share."""
    rooms = [ROOT / "socialcode" / "provisions", *(ROOT / app for app in APPS)]
    shared = [RuleFile(path) for room in rooms for path in sorted(room.glob("*.py"))]
    own = [RuleFile(path) for app in APPS for path in sorted((ROOT / app / "rules").rglob("*.py"))]
    return [file for file in [*shared, *own] if _has_formulas(file.tree)]


def _has_formulas(tree: ast.Module) -> bool:
    calls = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return any(isinstance(called, ast.Name) and called.id == "rule" for called in calls)


def in_order(files: list[RuleFile]) -> list[RuleFile]:
    """Each after those that it asks."""
    found: list[RuleFile] = []
    while len(found) < len(files):
        ready = {file.name for file in found}
        waiting = {file.name for file in files} - ready
        found += [file for file in files if file.name in waiting and not file.asked & waiting - {file.name}]
    return found


def users(changed: RuleFile, files: list[RuleFile]) -> list[RuleFile]:
    """The files that use one, directly or through another, in an order in which they can be run after it."""
    using = {changed.name}
    for file in files:
        if file.asked & using:
            using.add(file.name)
    return [file for file in files if file.name in using and file is not changed]


@contextmanager
def as_they_were(files: list[RuleFile]) -> Iterator[None]:
    """Puts the real modules back afterwards."""
    real = {file: importlib.import_module(file.name) for file in files}
    try:
        yield
    finally:
        for file, module in real.items():
            sys.modules[file.name] = module
            setattr(sys.modules[file.package], file.stem, module)
