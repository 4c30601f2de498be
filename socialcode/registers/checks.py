"""A derivation that fits no fact, or a second one for a fact, is said at start-up."""

import datetime

from django.core.checks import Error, register

from socialcode.engine.derived import derivations
from socialcode.engine.registry import registry

A_DAY = datetime.date(2026, 1, 1)  # of which values there are is the same on every day


@register("registers")
def derivations_fit(app_configs, **options):
    """Every derivation fills a fact of its own from what there is."""
    return [Error(sentence, id="registers.E001") for sentence in derivations.problems(registry.values(A_DAY))]
