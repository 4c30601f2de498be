"""Rules that provisions of several apps share word for word; each takes the article that states it."""

from socialcode.engine import Rule, _, one_of, rule


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


def is_permanently_disabled(article: str) -> Rule:
    @rule(article, _("You have disability group I or II without a term"), name="is_permanently_disabled")
    def condition(person_has_disability, disability_group, disability_is_permanent):
        return person_has_disability & one_of(disability_group, "group1", "group2") & disability_is_permanent

    return condition
