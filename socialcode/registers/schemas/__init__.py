"""What each register gives, declared once: for its files, for its rows, for "My data" and for what rules read."""

from .declaration import Column, Kind, Schema
from .registers import ABOUT_PEOPLE, SCHEMAS, of_model

__all__ = ["ABOUT_PEOPLE", "SCHEMAS", "Column", "Kind", "Schema", "of_model"]
