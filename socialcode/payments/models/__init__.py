"""Runs, lists for banks, orders with their lines, flags, messages, tasks and new accounts."""

from .account import NewAccount
from .arrival import ArrivalQuestion, ArrivalSample
from .flag import FlagKind, RedFlag
from .message import Incoming, Outgoing, Told
from .order import LineKind, OrderLine, OrderState, PaymentOrder
from .register import PaymentRegister, RegisterApproval
from .run import PaymentRun, RunPart
from .task import PaymentTask

__all__ = [
    "ArrivalQuestion",
    "ArrivalSample",
    "FlagKind",
    "Incoming",
    "LineKind",
    "NewAccount",
    "OrderLine",
    "OrderState",
    "Outgoing",
    "PaymentOrder",
    "PaymentRegister",
    "PaymentRun",
    "PaymentTask",
    "RedFlag",
    "RegisterApproval",
    "RunPart",
    "Told",
]
