"""What may be asked about work through internet platforms."""

from socialcode.engine import Fact, Kind, _

PLATFORM = _("Work through an app")

FACTS = [
    Fact(
        "works_on_platform",
        Kind.YES_NO,
        label=_("works through an internet platform"),
        question=_("Do you take orders through an app or an internet platform?"),
        help=_("For example taxi, delivery or repairs ordered through an app."),
        page=PLATFORM,
        situation=_("I take orders through an app, such as taxi or delivery"),
    ),
    Fact(
        "platform_income",
        Kind.MONEY,
        label=_("monthly income through platforms"),
        question=_("How much do you earn a month through such apps?"),
        help=_("All that customers pay for your work in the month, on all apps together."),
        page=PLATFORM,
        asked_if=("works_on_platform", (True,)),
    ),
    Fact(
        "chose_four_percent",
        Kind.YES_NO,
        label=_("chose the reduced rate of the platform for the month"),
        question=_("Did you choose the reduced rate of four percent in the app for this month?"),
        help=_("The choice was made once a month, until the 10th, on each platform by itself."),
        page=PLATFORM,
        asked_if=("works_on_platform", (True,)),
    ),
]
