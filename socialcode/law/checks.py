"""What is wrong with rules and shipped values is said at start-up, not to a citizen."""

from django.core.checks import Error, register
from django.utils import timezone

from socialcode.engine.days import end_of_year, years_after
from socialcode.engine.registry import registry

from .coverage.problems import problems


@register("law")
def rules_and_values_fit(app_configs, **options):
    """Names are known, and every provision resolves on every date of change to the end of next year."""
    end_of_next_year = end_of_year(years_after(timezone.localdate(), 1))
    return [Error(sentence, id="law.E001") for sentence in registry.problems(end_of_next_year)]


@register("law")
def every_article_has_an_answer(app_configs, **options):
    """Rules and values cite points that exist, and every point of the Code has a rule or a reason for none."""
    return [Error(sentence, id="law.E002") for sentence in problems(registry)]
