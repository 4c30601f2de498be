"""The word of who is said to be at fault, before others agree (Administrative Procedural Code, article 73)."""

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from socialcode.refusal import check_reason


class Heard(models.Model):
    """Something on which the other side has its word until `word_by`: `word` is what it said. Without that day nobody
    is asked."""

    word_by = models.DateField(null=True, blank=True)
    word = models.TextField(_("Your word"), blank=True)
    said_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    def waits_for_word(self, today: datetime.date) -> bool:
        """Whether the days of the word are not over, and nothing was said yet."""
        return self.word_by is not None and self.said_at is None and today <= self.word_by

    def keep_word(self, word: str) -> None:
        """Keep what was said. Raises NotAllowedError where that is no sentence."""
        check_reason(word, "word")
        self.word, self.said_at = word.strip(), timezone.now()
        self.save(update_fields=["word", "said_at"])


def word_has_a_time(name: str) -> models.CheckConstraint:
    """The constraint of a table whose rows are `Heard`."""
    return models.CheckConstraint(
        condition=Q(said_at=None, word="") | Q(said_at__isnull=False) & ~Q(word=""),
        name=name,
        violation_error_message=_("Give the reason in a sentence."),
    )
