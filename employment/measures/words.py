"""The words of a contract, in three languages, as the three sides sign them: kept with it, never written anew."""

from django.utils.translation import gettext as _

from socialcode.people.iban import written
from socialcode.signing import contracts
from socialcode.templatetags.portal import day, money

from .models import Contract, SignedSide


def words_of(contract: Contract) -> contracts.Words:
    """What stands in the contract, by language: title, parties and clauses as plain text."""
    return contracts.in_each_language(
        lambda: {
            "title": _("Contract on a subsidised place"),
            "number": contract.number,
            "about": contract.title,
            "parties": _parties(contract),
            "clauses": _clauses(contract),
        }
    )


def pdf(contract: Contract, language: str) -> bytes:
    """The contract with its signatures as a PDF."""
    return contracts.pdf(contract.words, language, contract.digest, lambda: _signatures(contract))


def _parties(contract: Contract) -> list[list[str]]:
    organisation, person = contract.organisation, contract.person
    return [
        [_("Employer"), f"{organisation.name}, {_('BIN')} {organisation.bin}"],
        [_("Worker"), f"{person.full_name}, {_('IIN')} {person.iin}"],
        [_("Career centre"), contract.office.name],
    ]


def _clauses(contract: Contract) -> list[list[str]]:
    request = contract.request
    term = _("From %(since)s to %(until)s.") % {"since": day(contract.starts_on), "until": day(contract.ends_on)}
    wage = _("%(pay)s a month before taxes, paid by the employer by the Labour Code.") % {"pay": money(contract.pay)}
    return [
        [_("Job"), f"{request.job}. {request.address}"],
        [_("Duties"), request.duties],
        [_("Term"), term],
        [_("Wage"), _("The worker has a job to keep; the wage is the employer's.") if contract.is_once else wage],
        [_("What the state pays"), _paid(contract)],
        [_("Proof"), _proved(contract)],
        [
            _("Duties of the employer"),
            _(
                "The place is no permanent vacancy and no heavy, harmful or dangerous work. The employer pays wage and "
                "contributions in time, and tells the centre within three working days if the worker leaves."
            ),
        ],
        [
            _("Duties of the worker"),
            _(
                "Who leaves on their own without a good reason is taken off the register of the unemployed, and takes "
                "part in measures again three months after registering anew (article 111.7 of the Social Code)."
            ),
        ],
        [
            _("Early end"),
            _(
                "If the employer does not keep to the contract, what was paid for the time after that comes back, or "
                "all of it where the place was not what was agreed. Two people of the centre decide, and it can be "
                "complained of."
            ),
        ],
    ]


def _paid(contract: Contract) -> str:
    if contract.is_once:
        told = _("What the workplace costs, up to %(most)s, once, to the account %(account)s.")
        return told % {"most": money(contract.monthly), "account": written(contract.iban)}
    told = _(
        "%(monthly)s for a whole month by the law of the first day, to the employer's account %(account)s; never more "
        "than the wage that was paid. A part of a month is paid by its days."
    )
    return told % {"monthly": money(contract.monthly), "account": written(contract.iban)}


def _proved(contract: Contract) -> str:
    if contract.is_once:
        return _("The employer shows on the portal what the workplace cost, and keeps it for the term.")
    return _("After each month the employer shows on the portal the wage and the contributions paid. Then it is paid.")


def _signatures(contract: Contract) -> list[list[str]]:
    sides = list(contract.sides.select_related("signature__person"))
    lines = [contracts.line_of(one.get_side_display(), one.signature) for one in sides]
    decision = contract.decisions.order_by("pk").first()
    for one in decision.approvals.filter(verdict="agree").select_related("by").order_by("pk") if decision else ():
        seconded = _("as the second person of the centre")
        lines.append([_("Career centre"), one.by.full_name, contracts.moment(one.at), seconded])
    missing = set(SignedSide.Side) - {one.side for one in sides}
    return lines + [contracts.line_missing(str(SignedSide.Side(side).label)) for side in sorted(missing)]
