"""What a family may own without the commission finding that it is not in need (article 125)."""

from socialcode.engine import _, rule


@rule(
    "125.1(1)",
    _("You own one dwelling at most, or little space in all of them"),
    otherwise=_("A second dwelling counts for five years after it was sold, unless there is little space for each."),
)
def dwelling_fits(owns_second_dwelling, dwellings_area, family_members, area_per_member):
    return ~owns_second_dwelling | (dwellings_area <= family_members * area_per_member)


@rule("125.1(2)", _("You have no premises used for profit"), otherwise=_("You can apply once you no longer use them."))
def no_premises(has_business_premises):
    return ~has_business_premises


@rule(
    "125.1(3)", _("You own no plot for building besides a dwelling"), otherwise=_("You can apply once it is not yours.")
)
def no_plot(owns_building_plot):
    return ~owns_building_plot


@rule(
    "125.1(4)",
    _("You own one working car at most, or are a large family or one with disability"),
    otherwise=_("You can apply once you own only one working car."),
)
def cars_fit(owns_second_car, may_own_cars):
    return ~owns_second_car | may_own_cars


@rule(
    "125.1(5)",
    _("You have no farm machinery, bus, truck or vessel in working order"),
    otherwise=_("You can apply once you no longer own or use it."),
)
def no_machinery(has_machinery):
    return ~has_machinery
