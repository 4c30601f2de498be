"""What state registers say of a person, what a person says against it, and questions about who looked.

The tables keep the names of the room `people`, where they were made.
"""

from .disputes import AccessQuestion, Dispute
from .standing import Disability, Property, Study
from .work import Contribution, Employment, Income

__all__ = [
    "AccessQuestion",
    "Contribution",
    "Disability",
    "Dispute",
    "Employment",
    "Income",
    "Property",
    "Study",
]
