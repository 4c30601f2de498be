"""What the map looks at: five dimensions, each with its indicators; each of these is a rule, true where it is met."""

from . import economic, education, health, housing, social
from .dimension import Dimension

DIMENSIONS: tuple[Dimension, ...] = (
    economic.DIMENSION,
    housing.DIMENSION,
    education.DIMENSION,
    health.DIMENSION,
    social.DIMENSION,
)

__all__ = ["DIMENSIONS", "Dimension"]
