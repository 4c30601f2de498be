"""Work on awards that runs with nobody waiting. Each takes what still waits: it may run twice or late."""

from celery import shared_task

from .finding import endings, registers


@shared_task
def look_after_awards():
    """End what has run out, and what ended with a death that a register shows. Safe to run again."""
    while endings.end_terms() == endings.AT_ONCE:
        pass
    while endings.end_of_the_dead() == endings.AT_ONCE:
        pass


@shared_task
def look_at_registers():
    """Look at the awards of whom registers say something new. Safe to run again."""
    while registers.answer_calls() == registers.AT_ONCE:
        pass
