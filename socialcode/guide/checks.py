"""What is wrong with the pages for everybody is said at start-up, not to a reader."""

from django.core.checks import Error, register

from .aid.problems import problems


@register("guide")
def pages_and_the_code_fit(app_configs, **options):
    """Pages cite points that exist, and every point said to be told on a page is on one."""
    return [Error(sentence, id="guide.E001") for sentence in problems()]
