"""What may be asked about earnings and the contributions due on them."""

from socialcode.engine import Fact, Kind, _

EARNINGS = _("Your earnings")
REGIME = _("Special regime for the self-employed")

FACTS = [
    Fact(
        "earns_as",
        Kind.CHOICE,
        label=_("how the person earns"),
        question=_("How do you earn your living?"),
        help=_("If several are true, choose the one that brings the most. The special regime is asked apart."),
        page=EARNINGS,
        choices=(
            ("employee", _("Job with an employer")),
            ("entrepreneur", _("Own business, farm or private practice")),
            ("contract", _("Contract for work with a company or an entrepreneur")),
            ("private_contract", _("Contract for work with a private person")),
            ("service", _("Service in the army, police, rescue or similar, not as a conscript")),
            ("assistant", _("Individual assistant of a person with disability, paid by the akimat")),
            ("none", _("None of these")),
        ),
        situation=_("I have a job, a business or contracts"),
        without="none",
        said=(
            ("employee", _("I work for an employer")),
            ("entrepreneur", _("I have my own business, farm or practice")),
            ("contract", _("I work under contracts with companies")),
        ),
        ages=(14, 120),
    ),
    Fact(
        "monthly_earnings",
        Kind.MONEY,
        label=_("monthly earnings"),
        question=_("How much do you earn a month?"),
        help=_("Your pay before anything is taken off. In business: the income that you declare for contributions."),
        page=EARNINGS,
        asked_if=("earns_as", ("employee", "entrepreneur", "contract", "private_contract", "service", "assistant")),
    ),
    Fact(
        "employer_pays_single_payment",
        Kind.YES_NO,
        label=_("employer pays the single payment"),
        question=_("Does your employer pay the single payment for you?"),
        help=_("Some small businesses and farms pay one sum in place of tax and contributions. Your payslip shows it."),
        page=EARNINGS,
        situation=_("My employer pays the single payment for me"),
        rare=True,
    ),
    Fact(
        "asks_to_contribute",
        Kind.YES_NO,
        label=_("asked to pay pension contributions with a disability without a term"),
        question=_("Did you ask in writing to pay pension contributions although you need not?"),
        page=EARNINGS,
        asked_if=("disability_is_permanent", (True,)),
    ),
    Fact(
        "uses_self_employed_regime",
        Kind.YES_NO,
        label=_("uses the special tax regime for the self-employed"),
        question=_("Do you use the special tax regime for the self-employed?"),
        help=_("You are not registered as an entrepreneur and pay through the tax office's app or through a platform."),
        page=REGIME,
        situation=_("I use the special tax regime for the self-employed"),
    ),
    Fact(
        "self_employed_income",
        Kind.MONEY,
        label=_("monthly income under the special regime, without platforms"),
        question=_("How much do you earn a month under the special regime, without platforms?"),
        help=_("Leave out what you earn through apps such as taxi or delivery. If there is nothing else, write 0."),
        page=REGIME,
        asked_if=("uses_self_employed_regime", (True,)),
    ),
]
