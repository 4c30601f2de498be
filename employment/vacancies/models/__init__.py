"""What is kept of vacancies and of those who apply."""

from .application import OPEN, Application, ApplicationMessage, Interview
from .found import MatchNews, MatchRun, MatchSlice, NewMatch
from .market import MarketCount, TradeCount
from .saved import SavedVacancy
from .vacancy import Vacancy

__all__ = [
    "OPEN",
    "Application",
    "ApplicationMessage",
    "Interview",
    "MarketCount",
    "MatchNews",
    "MatchRun",
    "MatchSlice",
    "NewMatch",
    "SavedVacancy",
    "TradeCount",
    "Vacancy",
]
