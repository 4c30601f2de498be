"""Who people and organisations are, whom people live with, and who may act or look for whom."""

from .consent import Consent
from .family import Family, LegalRepresentation, Membership, Sharing
from .organisation import Mandate, Organisation
from .person import Person
from .register import Address, Register

__all__ = [
    "Address",
    "Consent",
    "Family",
    "LegalRepresentation",
    "Mandate",
    "Membership",
    "Organisation",
    "Person",
    "Register",
    "Sharing",
]
