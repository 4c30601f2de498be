"""The employment map of a year, what employers ask for, contracts with their proofs, and what follows from an end."""

from .allotment import Allotment, MapChange, Reservation
from .contract import Contract, SignedSide
from .ending import Bar, Ending, Stay
from .proof import Proof
from .request import PlaceRequest

__all__ = [
    "Allotment",
    "Bar",
    "Contract",
    "Ending",
    "MapChange",
    "PlaceRequest",
    "Proof",
    "Reservation",
    "SignedSide",
    "Stay",
]
