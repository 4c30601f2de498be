"""A filler that fits no fact, or a second one for a fact, is said at start-up."""

from django.core.checks import Error, register

from socialcode.engine.registry import registry

from .known import problems


@register("registers")
def fillers_fit(app_configs, **options):
    """Every filler fills a fact of its own."""
    return [Error(sentence, id="registers.E001") for sentence in problems(registry.facts)]
