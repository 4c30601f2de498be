"""Illness and disability in a family, and whether everybody can see a doctor."""

from socialcode.engine import _, rule

from .dimension import Dimension


@rule(
    "133.1(6)",
    _("Nobody has a disability"),
    otherwise=_("Check the payments and services for people with disability."),
)
def nobody_has_a_disability(members_with_disability):
    return members_with_disability == 0


@rule(
    "121(1)",
    _("Nobody is ill for more than two months"),
    otherwise=_("Ask the doctor about a medical and social examination."),
)
def nobody_is_ill_for_long(members_ill_for_long):
    return members_ill_for_long == 0


@rule(
    "133.1(7)",
    _("Nobody is limited by a dangerous illness"),
    otherwise=_("Special social services help at home and in day centres."),
)
def nobody_has_a_dangerous_illness(members_with_dangerous_illness):
    return members_with_dangerous_illness == 0


@rule(
    "133.1(5)",
    _("No small child is limited in its development"),
    otherwise=_("Ask the clinic about early help for small children."),
)
def small_children_develop(small_children_with_limits):
    return small_children_with_limits == 0


@rule(
    "24.2",
    _("Everybody belongs to a clinic"),
    otherwise=_("Choose a clinic for everybody."),
)
def everybody_has_a_clinic(members_without_clinic):
    return members_without_clinic == 0


@rule(
    "24.2",
    _("Everybody has health insurance"),
    otherwise=_("Ask at the clinic how to be insured."),
)
def everybody_is_insured(members_without_health_insurance):
    return members_without_health_insurance == 0


DIMENSION = Dimension(
    "health",
    _("Health"),
    (
        nobody_has_a_disability,
        nobody_is_ill_for_long,
        nobody_has_a_dangerous_illness,
        small_children_develop,
        everybody_has_a_clinic,
        everybody_is_insured,
    ),
)
