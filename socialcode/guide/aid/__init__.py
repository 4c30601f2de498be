"""Help that is no sum of money, or that cannot be worked out from what a person knows: a page each."""

from .pages import SECTIONS, AidPage, about, of_provision, pages, search

__all__ = ["SECTIONS", "AidPage", "about", "of_provision", "pages", "search"]
