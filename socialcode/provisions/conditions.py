"""Rules that provisions of several apps share word for word; each takes the article that states it."""

from socialcode.engine import Rule, _, rule


def lives_here(article: str) -> Rule:
    @rule(
        article,
        _("You live in Kazakhstan permanently"),
        otherwise=_("You can apply once you live in Kazakhstan permanently."),
        name="lives_here",
    )
    def condition(lives_in_kazakhstan):
        return lives_in_kazakhstan

    return condition


def in_time(article: str) -> Rule:
    """Needs the benefit's own rule `apply_by`."""

    @rule(
        article,
        _("The time to apply has not run out"),
        otherwise=_("The time to apply has run out; the Code knows no extension."),
        name="in_time",
    )
    def condition(on, apply_by):
        return on <= apply_by

    return condition
