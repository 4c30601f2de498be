"""What is kept of advising."""

from .complaint import Complaint
from .contract import Duty, SocialContract
from .meeting import Appointment, Call, Slot
from .plan import Charge, Measure, Plan, PlanStep, Talk
from .referral import Referral
from .removal import Removal
from .rounds import Round, Seen, Stop

__all__ = [
    "Appointment",
    "Call",
    "Charge",
    "Complaint",
    "Duty",
    "Measure",
    "Plan",
    "PlanStep",
    "Referral",
    "Removal",
    "Round",
    "Seen",
    "Slot",
    "SocialContract",
    "Stop",
    "Talk",
]
