"""What is wrong with rules and shipped values is said at start-up, not to a citizen."""

from django.core.checks import Error, register
from django.utils import timezone

from socialcode.engine.registry import registry


@register("law")
def rules_and_values_fit(app_configs, **options):
    """Names are known, and every provision resolves on every date of change to the end of next year."""
    end_of_next_year = timezone.localdate().replace(year=timezone.localdate().year + 1, month=12, day=31)
    return [Error(sentence, id="law.E001") for sentence in registry.problems(end_of_next_year)]
