"""Rules that the pensions share word for word; each takes the article that states it."""

from socialcode.engine import Rule, _, rule


def is_no_judge(article: str) -> Rule:
    @rule(
        article,
        _("You receive no judge's lifelong allowance"),
        otherwise=_("A judge with the lifelong allowance gets no pension besides it."),
        name="is_no_judge",
    )
    def condition(special_pension):
        return special_pension != "judge"

    return condition
