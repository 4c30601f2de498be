"""Who people are, whom they live with, and who may act or look for whom."""

from .family import Family, Guardianship, Membership, Sharing
from .person import Person
from .register import Address, Register

__all__ = [
    "Address",
    "Family",
    "Guardianship",
    "Membership",
    "Person",
    "Register",
    "Sharing",
]
