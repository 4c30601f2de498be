"""What is kept of vacancies and of those who apply."""

from .application import OPEN, Application, ApplicationMessage, Interview
from .market import MarketCount, TradeCount
from .saved import SavedVacancy
from .vacancy import Vacancy

__all__ = [
    "OPEN",
    "Application",
    "ApplicationMessage",
    "Interview",
    "MarketCount",
    "SavedVacancy",
    "TradeCount",
    "Vacancy",
]
