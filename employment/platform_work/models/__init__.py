"""Statements of operators, and what each says of a performer's month."""

from .statement import Payout, Statement

__all__ = ["Payout", "Statement"]
