"""One right is granted once: what is granted or asked for already, in words for who asks and for the office."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.awards import whom
from socialcode.awards.granting import drafted
from socialcode.awards.models import Award, Held
from socialcode.decisions.models import Decision
from socialcode.engine import Provision
from socialcode.engine.explanation import Explanation
from socialcode.refusal import NotAllowedError
from socialcode.templatetags.portal import day

from .assessing import asked_of, children_counted, compute, provision_of
from .models import Claim
from .models.claim import IN_WORK


def settle(*claims: Claim) -> None:
    """Read anew for whom claims are. Until the change ends nobody else settles a claim for the same."""
    whom.one_at_a_time(*(text for claim in claims for text in _about(claim)))
    for claim in claims:
        if claim.subject:
            whom.recognise_as(claim.subject, claim.on)
        name_keys(claim)
        claim.save(update_fields=["whom"])


def name_keys(claim: Claim) -> None:
    """Write into a claim the keys of everybody for whom it is, as of its day."""
    claim.whom = asked_of(claim).whom(claim.on)


def _about(claim: Claim) -> list[str]:
    """What two claims have in common that may turn out to be for the same."""
    if claim.is_for:
        return [f"born {claim.is_for.birth_date}"]
    if provision_of(claim).unit == "family":
        return [f"person {person}" for person in whom.circle(claim.person, claim.on)]
    return [f"person {claim.person_id}"]


def planned(claim: Claim, found: Explanation | None = None) -> Award:
    """The award that a grant of the claim would make from today's knowledge; not stored. `found` is what was computed
    of the claim, where that is at hand."""
    found = found or compute(claim).explanation
    decision = Decision(starts_on=found.starts_on, ends_on=found.ends_on, amount=found.amount)
    return drafted(asked=asked_of(claim), decision=decision)


def barring(award: Award) -> Award | None:
    """The first award beside which the database does not allow this one."""
    held = Held.objects.beside(award).values("award")
    return Award.objects.filter(pk__in=held).select_related("decision__claim__office").order_by("since").first()


def check_not_granted(claim: Claim, found: Explanation | None = None) -> None:
    """Who asks is told at once that it is granted already, and what to do instead."""
    if (before := barring(planned(claim, found))) is not None:
        raise NotAllowedError(told(before, claim.person_id))


def check_may_be_granted(claim: Claim, found: Explanation | None = None) -> None:
    """The same for the office, which reads which payment stands in the way."""
    if (before := barring(planned(claim, found))) is not None:
        number = before.decision.claim.number if before.decision.claim else ""
        text = _(
            "The same is granted already from %(day)s (claim %(number)s). It is granted once: refuse this claim, or "
            "change that payment first."
        )
        raise NotAllowedError(text % {"day": day(before.since), "number": number or "–"})


def told(award: Award, person: int) -> str:
    """That it is granted already and what to do, for the person with this number. Of another person's payment no more
    than that there is one."""
    is_own = award.person_id == person
    once = award.pays == Award.Pays.ONCE
    given = {"day": day(award.since), "until": day(award.until) if award.until else "", "office": _office_of(award)}
    if once:
        return _once(award, is_own) % given
    if award.unit == Award.Unit.CHILD and not is_own:
        return _(
            "This is already paid for this child, and it is paid for a child to one person only. If somebody else "
            "cares for the child now, tell the career centre."
        )
    if award.unit == Award.Unit.CLAIM and not is_own:
        return _("This is already paid for the care of this person.")
    if award.unit == Award.Unit.FAMILY and f"person:{person}" not in award.whom:
        return _(
            "This is already paid for a child whom you count, and a child counts in one family only. If the child "
            "lives with you now, tell the career centre: it looks at both families."
        )
    if award.unit == Award.Unit.FAMILY and not is_own:
        return _(
            "This is already paid to your family, and a family gets it once. If something has changed, such as a child "
            "who was born, tell the career centre: it changes the payment."
        )
    return _running(award) % given


def _once(award: Award, is_own: bool) -> str:
    if award.unit == Award.Unit.CLAIM:
        return _("This was already granted for this death. It is paid once.")
    if award.unit == Award.Unit.CHILD:
        mine = _("This was granted to you for this child on %(day)s. It is paid once for a child.")
        return mine if is_own else _("This was already granted for this child. It is paid once for a child.")
    return _("This was granted to you for %(day)s already.")


def _running(award: Award) -> str:
    if award.until and award.until < timezone.localdate():
        return _(
            "This was paid to you from %(day)s until %(until)s, and the same days are not paid twice. If you received "
            "less than that, tell it to %(office)s."
        )
    if award.until:
        return _(
            "You already receive this from %(day)s until %(until)s. Ask again when it ends. If something has changed, "
            "such as a child who was born, tell it to %(office)s: it changes the payment, and you need no new claim."
        )
    return _(
        "You already receive this since %(day)s. If something has changed, such as a child who was born, tell it to "
        "%(office)s: it changes the payment, and you need no new claim."
    )


def _office_of(award: Award) -> str:
    claim = award.decision.claim
    return claim.office.name if claim and claim.office else _("the career centre")


def others_like(claim: Claim):
    """Claims for the same that were sent and are not decided yet, whoever asks."""
    same = Claim.objects.filter(
        provision=claim.provision, status__in=IN_WORK, whom__overlap=whom.also_known_as(claim.whom)
    )
    return same.exclude(pk=claim.pk).order_by("submitted_at")


def asked_before(claim: Claim) -> str:
    """That the same is asked for already; of another person's claim no more than that there is one."""
    before = others_like(claim).first()
    if before is None:
        return _elsewhere(claim)
    if before.person_id == claim.person_id:
        text = _("You asked for this on %(day)s, claim № %(number)s.")
        return text % {"day": day(before.submitted_at), "number": before.number}
    return asked_by_another(provision_of(claim))


def _elsewhere(claim: Claim) -> str:
    """That own children of another family, who has or asked for the same, may be among those counted."""
    if provision_of(claim).unit != "family":
        return ""
    _own, keys = whom.of_family_and_perhaps(claim.person, claim.on, children_counted(claim))
    asked = Claim.objects.filter(provision=claim.provision, status__in=IN_WORK, whom__overlap=keys)
    granted = Award.objects.standing(claim.on).filter(provision=claim.provision, whom__overlap=keys)
    return perhaps_of_another_family() if keys and (asked.exists() or granted.exists()) else ""


def perhaps_of_another_family() -> str:
    """That children who live in another family may be counted twice, and what to do."""
    return _(
        "A child of yours who lives in another family may be counted there, and a child counts in one family only. If "
        "you count other children, or the child lives with you now, go on: the office looks at both families."
    )


def asked_by_another(provision: Provision) -> str:
    """That somebody else has asked for the same, and no more."""
    if provision.unit == "child":
        return _(
            "Somebody has already asked for this for this child. It is granted once: the office looks at both claims."
        )
    if provision.about:
        return _(
            "Somebody has already asked for this for the same person. It is granted once: the office looks at both."
        )
    return _("Somebody of your family has already asked for this. It is granted once: the office looks at both claims.")
