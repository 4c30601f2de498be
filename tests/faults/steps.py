"""Steps that change something, each by name: what is prepared for it, and the act that may be killed in it."""

from collections.abc import Callable
from dataclasses import dataclass

from celery import Task
from django.utils import timezone

STEPS: dict[str, "Step"] = {}


@dataclass(frozen=True)
class Step:
    """`prepare` gets pytest's request and returns the act. `process` is the line of the Procfile that takes the step.

    `in_steps`: it is several changes, each of which holds by itself. `later` lets the time pass after which what a
    killed process had taken is taken up again. `task`: the step is this task. `at_each_table`: it is
    killed at each table that it writes to, not at three of them only. `each_time` are tables that keep each
    time somebody tried.
    """

    process: str
    prepare: Callable
    in_steps: bool = False
    later: Callable[[], object] = timezone.now
    task: Task | None = None
    at_each_table: bool = False
    each_time: tuple[str, ...] = ()


def of(process: str, *, task: Task | None = None, **how) -> Callable:
    """Register the function below as the step of a process, under its own name or that of its task."""

    def register(prepare: Callable) -> Callable:
        STEPS[name_of(task) if task else prepare.__name__.replace("_", " ")] = Step(process, prepare, task=task, **how)
        return prepare

    return register


def name_of(task: Task) -> str:
    """Its room and what it does, as docs/kills.md names it."""
    return task.name.removeprefix("socialcode.").replace(".tasks.", ": ").replace("_", " ")
