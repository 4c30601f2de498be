"""What an assessment or a decision is about: exactly one claim, award, appeal or contract with an employer."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

SUBJECTS = ("claim", "award", "appeal", "contract")


def about(model: str, related_name: str) -> models.ForeignKey:
    """A column that names what the row is about. Rooms above are named by a string; nothing here reads them."""
    return models.ForeignKey(model, on_delete=models.PROTECT, null=True, blank=True, related_name=related_name)


def exactly_one(name: str) -> models.CheckConstraint:
    """That a row is about one thing and no other."""
    ways = Q()
    for named in SUBJECTS:
        ways |= Q(**{f"{other}__isnull": other != named for other in SUBJECTS})
    return models.CheckConstraint(
        condition=ways,
        name=name,
        violation_error_message=_("A decision is about one claim, one award, one complaint or one contract."),
    )


def subject_of(row) -> models.Model:
    """The claim, award, appeal or contract that a row is about."""
    named = next(name for name in SUBJECTS if getattr(row, f"{name}_id") is not None)
    return getattr(row, named)
