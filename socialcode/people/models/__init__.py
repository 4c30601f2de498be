"""What the registers say of people: who they are, whom they live with, and what they own, earn and study."""

from .disputes import AccessQuestion, Dispute
from .family import Family, Guardianship, Membership, Sharing
from .person import Person
from .registers import Address, Contribution, Disability, Employment, Income, Property, Register, Study

__all__ = [
    "AccessQuestion",
    "Address",
    "Contribution",
    "Disability",
    "Dispute",
    "Employment",
    "Family",
    "Guardianship",
    "Income",
    "Membership",
    "Person",
    "Property",
    "Register",
    "Sharing",
    "Study",
]
