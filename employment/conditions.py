"""Rules that several provisions of work share word for word; each takes the article that states it."""

from socialcode.engine import Effect, Follows, Rule, Told, _, months_after, rule

GENERAL_TIME = _("No time of its own for the decision was found. The general one of administrative procedure is shown.")
WHERE = _("Apply on enbek.kz or at a career centre.")
SMALLER_WITH_SERVICE_PENSION = Follows(
    "special_pension", ("long_service_pension",), "long_service", effect=Effect.LOWERS, article="248.3(4)"
)


def looks(article: str) -> Rule:
    @rule(
        article,
        _("You look for work"),
        otherwise=_("This is for people who look for work and are ready to start."),
        name="looks",
    )
    def condition(looks_for_work):
        return looks_for_work

    return condition


REGISTERED = "is_registered_unemployed"
REGISTERING = (REGISTERED, "unemployed_since")


def opened_by_registration(article: str) -> Told:
    """What only the registered can have."""
    return Told(REGISTERED, ("unemployed_registration",), Effect.OPENS, article)


def is_registered(article: str) -> Rule:
    @rule(
        article,
        _("You are registered as unemployed"),
        otherwise=_("Register as unemployed first: on enbek.kz, on egov.kz or at a career centre."),
        in_reach=REGISTERING,
        name="is_registered",
    )
    def condition(is_registered_unemployed):
        return is_registered_unemployed

    return condition


def may_join() -> Rule:
    @rule(
        "111.7",
        _("No waiting time runs because you left a subsidised job"),
        otherwise=_("Register as unemployed again. You can take part three full months after that day."),
        name="may_join",
    )
    def condition(on, deregistration_reason, is_registered_unemployed, unemployed_since, measures_bar_months):
        has_waited = on > months_after(unemployed_since, measures_bar_months)
        return (deregistration_reason != "left_subsidised_job") | (is_registered_unemployed & has_waited)

    return condition
