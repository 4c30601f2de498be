"""Moves with their places, what the commission ruled, contracts with their steps, certificates with their uses."""

from .certificate import Certificate, CertificateUse
from .contract import Contract, Step
from .move import CLOSED, Move, Place
from .ruling import Ruling, Vote

__all__ = ["CLOSED", "Certificate", "CertificateUse", "Contract", "Move", "Place", "Ruling", "Step", "Vote"]
