"""What state registers say of a person, what a person says against it, and questions about who looked.

Tables of the first registers keep the names of the room `people`, where they were made.
"""

from .belongings import Loan, Property
from .changes import ChangedFamily
from .deliveries import Delivery, RejectedRow
from .disputes import AccessQuestion, Dispute
from .health import Health
from .months import MonthRow
from .standing import Disability, Study
from .work import Contribution, ContributionYear, Employment, Income, IncomeYear

__all__ = [
    "AccessQuestion",
    "ChangedFamily",
    "Contribution",
    "ContributionYear",
    "Delivery",
    "Disability",
    "Dispute",
    "Employment",
    "Health",
    "Income",
    "IncomeYear",
    "Loan",
    "MonthRow",
    "Property",
    "RejectedRow",
    "Study",
]
