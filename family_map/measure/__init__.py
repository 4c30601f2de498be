"""Multidimensional poverty of any table by Alkire and Foster (2011), in exact fractions.

An analyst gives a table (a Polars frame, also a lazy one, of any length) and a method; nothing here knows the portal.
"""

from .method import Indicator, MeasureError, Method, Missing, Sampling, nested_weights
from .method_file import read_method
from .results import Measured, Measures
from .totals import measure
from .unit_scores import scores

__all__ = [
    "Indicator",
    "MeasureError",
    "Measured",
    "Measures",
    "Method",
    "Missing",
    "Sampling",
    "measure",
    "nested_weights",
    "read_method",
    "scores",
]
