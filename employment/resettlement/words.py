"""The words of the social contract of a move, in three languages, as both sides sign them (article 112.5), and the
certificate as a document."""

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from socialcode.law.values import values_on
from socialcode.people.iban import written
from socialcode.shown import digest
from socialcode.signing import contracts
from socialcode.templatetags.portal import day, money
from socialcode.typesetting import typeset

from . import places
from .models import Certificate, Contract, Move
from .supports import CERTIFICATE, RENT, Support, supports_of


def words_of(move: Move) -> contracts.Words:
    """What stands in the contract, by language, with the sums as the law of today gives them to this family."""
    supports = list(supports_of(move))
    return contracts.in_each_language(lambda: _said(move, supports))


def is_as_today(contract: Contract) -> bool:
    """Whether the words that the centre signed are those that the law of today makes."""
    return contract.digest == digest(contracts.text_of(words_of(contract.move)))


def pdf(contract: Contract, language: str) -> bytes:
    """The contract with its signatures as a PDF."""
    return contracts.pdf(contract.words, language, contract.digest, lambda: _signatures(contract))


def certificate_pdf(certificate: Certificate, language: str) -> bytes:
    """The certificate as a PDF: what it promises, and the code by which anybody checks it."""
    move = certificate.contract.move
    with translation.override(language):
        data = {
            "language": language,
            "portal": _("Social Code"),
            "title": _("Certificate of economic mobility"),
            "number": certificate.number,
            "rows": [
                [_("To whom"), move.person.full_name],
                [_("Promised"), money(certificate.amount)],
                [_("For a home in"), places.name_of(move.goes_to)],
                [_("Good until"), day(certificate.good_until)],
                [_("Issued by"), f"{move.office.name}, {day(certificate.issued_at)}"],
                [_("By contract"), f"№ {move.number}"],
            ],
            "code_label": _("Code of the certificate"),
            "code": certificate.code,
            "check": _("By this code anybody sees on the portal whether it is genuine and what is left of it."),
            "paid": _("The state pays who sells or builds the home, up to what is left. It is no money by itself."),
        }
        return typeset("employment/resettlement/certificate.typ", data)


def _said(move: Move, supports: list[Support]) -> dict:
    return {
        "title": _("Social contract"),
        "number": move.number,
        "about": _("moving for work to %(region)s") % {"region": places.name_of(move.goes_to)},
        "parties": [
            [_("Career centre"), move.office.name],
            [_("Family"), "; ".join(f"{one.full_name}, {_('IIN')} {one.iin}" for one in move.concerned)],
        ],
        "clauses": _clauses(move, supports),
    }


def _clauses(move: Move, supports: list[Support]) -> list[list[str]]:
    values, region = values_on(timezone.localdate()), places.name_of(move.goes_to)
    arrives = int(values.value("resettlement_arrival_days"))
    works = int(values.value("resettlement_work_days"))
    months = int(values.value("resettlement_contract_months"))
    term = _("%(months)d months from the day on which the person signs, after the centre.") % {"months": months}
    arrived = _("The family moves to %(region)s and is registered there within %(days)d days of signing.")
    working = _("Somebody of the family works there, or the children study, within %(days)d days of signing.")
    return [
        [_("Term"), term],
        [_("The family promises"), arrived % {"region": region, "days": arrives}],
        [_("The family promises"), working % {"days": works}],
        [
            _("The family promises"),
            _("It lives there for the term, tells the office of every change, and lets it visit or call."),
        ],
        *([one.title, _given(one, move)] for one in supports),
        [
            _("The centre promises"),
            _("Help in finding work, a course or a start of a business in the new place."),
        ],
        [
            _("If the contract is broken"),
            _(
                "The payments end, the certificate ends, and what was paid at once comes back: the money for moving, "
                "and what the certificate paid. Two persons decide on it, and the family may complain."
            ),
        ],
    ]


def _given(support: Support, move: Move) -> str:
    given = {"sum": money(support.found.amount or 0), "account": written(move.iban)}
    if support.name == CERTIFICATE:
        return _("%(sum)s towards a home, paid to who sells or builds it; the rest to the family.") % given
    if support.name == RENT:
        return _("%(sum)s a month, to the account %(account)s.") % given
    return _("%(sum)s once, to the account %(account)s.") % given


def _signatures(contract: Contract) -> list[list[str]]:
    by, at, how = contract.signed_by.full_name, contracts.moment(contract.signed_at), _("signed on the portal")
    side, signed = _("Family"), contract.signature
    by_family = contracts.line_of(side, signed) if signed else contracts.line_missing(side)
    return [[_("Career centre"), by, at, how], by_family]
