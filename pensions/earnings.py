"""How a person earns, and what frees them, as several contributions share it; each takes the article that states it."""

from socialcode.engine import Effect, Follows, Rule, _, rule


def is_paid_apart(article: str) -> Rule:
    @rule(
        article,
        _("Your employer does not use the single payment"),
        otherwise=_("The single payment contains it. You need to do nothing more."),
        name="is_paid_apart",
    )
    def condition(earns_as, employer_pays_single_payment):
        return (earns_as != "employee") | ~employer_pays_single_payment

    return condition


def does_not_serve(article: str) -> Rule:
    @rule(
        article,
        _("You do not serve in the army, police, rescue or a similar service"),
        otherwise=_("It is not due during such service. You need to do nothing."),
        name="does_not_serve",
    )
    def condition(earns_as):
        return earns_as != "service"

    return condition


def freed_by_service_pension(article: str, effect: Effect = Effect.ENDS) -> Follows:
    """What a long-service pension, once granted, does to a contribution: it ends, or is smaller without the part."""
    return Follows("special_pension", ("long_service_pension",), "long_service", effect=effect, article=article)
