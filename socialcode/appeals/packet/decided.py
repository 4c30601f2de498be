"""Of a packet: the decision, who agreed, the sums and that they add up, and how they were computed."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.audit.models import type_of
from socialcode.cases.models import Claim
from socialcode.cases.staff.casefile import Shown, known_facts
from socialcode.decisions.models import Decision
from socialcode.decisions.policies import last_day_to_appeal
from socialcode.decisions.replay.again import Law, computed_then, kept_result, result
from socialcode.engine import FactError
from socialcode.engine.registry import registry
from socialcode.notices.models import Letter
from socialcode.templatetags.portal import article, day, money

from .parts import Part, Step, Table


def moment(at: datetime.datetime) -> str:
    """A day and a time as the person reads them."""
    local = timezone.localtime(at)
    return f"{day(local)}, {local:%H:%M}"


def decision_part(claim: Claim, decision: Decision) -> Part:
    """What was decided, why, by whom, and since when it is in force."""
    pairs = [
        (_("Decision"), str(decision.get_kind_display())),
        (_("Amount"), "–" if decision.amount is None else " ".join([decision.payout.text, *decision.payout.lines])),
        (_("From"), day(decision.starts_on) if decision.starts_on else ""),
        (_("Until"), day(decision.ends_on) if decision.ends_on else ""),
        *(
            (_("For earlier days"), f"{day(one.since)} – {day(one.until)}: {one.payout.text}")
            for one in decision.earlier
        ),
        (_("Reasons"), decision.reason),
        (_("Why it differs from the computation"), decision.override_reason),
        (_("Granted although not every part is in order"), decision.despite),
        (_("Decided by"), f"{decision.decider}, {moment(decision.decided_at)}"),
        (_("In force since"), moment(decision.in_effect_since) if decision.in_effect_since else ""),
        (_("One can complain until"), day(last_day_to_appeal(decision)) if decision.in_effect_since else ""),
        (_("Key of the decision"), str(decision.key)),
    ]
    unmet = [f"{_(row['sentence'])} ({article(row['article'])})" for row in decision.unmet]
    words = (_("Conditions that are not met:"), *(f"• {row}" for row in unmet)) if unmet else ()
    return Part(_("The decision"), words, tuple(pair for pair in pairs if pair[1]))


def approvals_part(decision: Decision) -> Part:
    """What other people said of it."""
    approvals = list(decision.approvals.select_related("by").order_by("pk"))
    rows = [[a.get_verdict_display(), a.by.full_name, moment(a.at), a.reason] for a in approvals]
    needed = _("How many others must agree: %(count)s") % {"count": decision.approvers_needed}
    head = [_("Verdict"), _("Who"), _("When"), _("Why")]
    return Part(_("Who agreed"), (needed,), table=Table(head, rows, [2, 4, 4, 4]))


def sums_part(decision: Decision) -> Part:
    """The sums in one column, each line with what it is: they add up to what reaches the person."""
    computed, decided = decision.assessment.amount or Decimal(0), decision.amount or Decimal(0)
    pairs = [(_("Computed"), money(computed))]
    if decided != computed:
        pairs.append((_("Changed by the decision"), signed(decided - computed)))
    pairs.append((_("Granted"), money(decided)))
    in_hand = decision.payout.in_hand if decision.amount is not None else Decimal(0)
    if in_hand is not None and in_hand != decided:
        pairs.append((decision.payout.deduction or _("Taken off"), signed(in_hand - decided)))
    if in_hand is not None:
        pairs.append((_("Reaches the person"), money(in_hand)))
    return Part(_("The sums"), pairs=tuple(pairs))


def signed(amount: Decimal) -> str:
    """A sum with its sign, so that a column adds up as it is read."""
    return f"{'−' if amount < 0 else '+'}{money(abs(amount))}"


def computation_parts(decision: Decision) -> Iterator[Part]:
    """How it was computed, step by step; where it cannot be computed any more, what was kept of it."""
    kept = decision.assessment
    title = _("How it was computed")
    when = (
        (_("The law as on"), day(kept.on)),
        (_("Computed"), moment(kept.made_at)),
        (_("Outcome"), _outcomes()[kept.outcome]),
        (_("Fingerprint of the law"), kept.law_version),
    )
    try:
        found = computed_then(kept, Law())
    except (FactError, LookupError, ValueError, TypeError):
        yield Part(title, (_("It cannot be computed any more; what was kept stands here."),), when)
        return
    is_same = result(found) == kept_result(kept)
    words = () if is_same else (_("Computed today, another result comes out: the rule was mended since."),)
    shown = Shown(found)
    yield Part(title, words, when, steps=tuple(_steps(shown)))
    marks = {"met": _("met"), "unmet": _("not met"), "unknown": _("not known")}
    rows = [[c.sentence, article(c.article), marks[c.state]] for c in shown.conditions]
    yield Part(_("Conditions"), table=Table([_("Condition"), _("Article"), ""], rows, [7, 4, 2]))


def _steps(shown: Shown) -> Iterator[Step]:
    for step in shown.sums:
        figures = [(f"{f.label} ({f.source})" if f.source else f.label, f.value) for f in step.figures]
        yield Step(step.sentence, article(step.article), figures, step.chain or step.result)


def facts_part(claim: Claim, decision: Decision) -> Part:
    """Every fact that was counted with, who says so, and since when the portal has it."""
    kept = decision.assessment
    others = {name: registry.facts[name] for name in kept.facts if name in registry.facts}
    facts = known_facts(registry.provision(kept.provision).facts | others, kept.facts, claim)
    rows = [[f.label, f.value, f.source, day(f.received_on) if f.received_on else ""] for f in facts]
    return Part(_("Facts"), table=Table([_("Fact"), _("Value"), _("Who says so"), _("Received")], rows, [5, 3, 4, 3]))


def letters_part(claim: Claim) -> Part:
    """The letters about the claim, by which anybody can check them."""
    about = {"notice__about_type": type_of(claim), "notice__about_key": str(claim.pk)}
    letters = Letter.objects.filter(**about).defer("pdf").order_by("pk")
    rows = [[moment(letter.issued_at), letter.code, letter.sha256] for letter in letters]
    return Part(
        _("Letters about the claim"), table=Table([_("When"), _("Code of this letter"), "SHA-256"], rows, [3, 4, 8])
    )


def _outcomes() -> dict[str, str]:
    return {
        "entitled": _("There is a right"),
        "refused": _("There is no right"),
        "likely": _("Not everything is known"),
    }
