"""What several services for people with disability demand (article 163)."""

from socialcode.engine import _, one_of, rule


@rule(
    "163.1",
    _("You have a recognised disability"),
    otherwise=_(
        "Ask your clinic about a medical and social examination. You can apply once it recognises a disability."
    ),
)
def is_disabled(person_has_disability):
    return person_has_disability


def is_in_programme(helper: str):
    @rule(
        "163.1",
        _("Your individual programme names this help"),
        otherwise=_("Ask the medical and social examination to put it into your individual programme."),
        name="is_in_programme",
    )
    def condition(helper_in_programme):
        return one_of(helper_in_programme, helper, "both")

    return condition
