"""The result as a PDF, to print or to keep."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from socialcode.engine import Provision
from socialcode.entitlement.results import Total
from socialcode.explaining.particulars import Particular
from socialcode.explaining.payout import Payout
from socialcode.templatetags.portal import article, day, inflect, money
from socialcode.typesetting import typeset

from .entry import Benefit, Entry
from .sections import PaymentTaken, ResultPage


def result_as_pdf(outcome: ResultPage, answers, language: str) -> bytes:
    """A PDF of the result and of the answers it was made from, in the language that is active."""
    return typeset("check/result.typ", _document(outcome, answers) | {"language": language})


def _document(outcome: ResultPage, answers) -> dict:
    """Everything that stands on the paper, as text."""
    year, asked, about = outcome.older_figures, outcome.visit.on, outcome.visit.about
    older = _("The figures of %(asked)s are not published yet. We count with those of %(year)s.")
    return {
        "portal": _("Social Code"),
        "title": _("Result for %(name)s") % {"name": about} if about else _("Your result"),
        "day": _("Checked for %(day)s") % {"day": day(asked)},
        "warning": older % {"asked": asked.year, "year": year} if year else "",
        "page": _("page"),
        "totals": [_total(total) for total in outcome.totals],
        "totals_title": _("Together you can get"),
        "parts": [{"label": part.name, "value": _part(part)} for part in outcome.payments],
        "left_out_title": _("Rights that do not go together with these"),
        "left_out": [{"label": right.name, "value": right.reason} for right in outcome.left_out],
        "sections": [{"title": title, "benefits": benefits} for title, benefits in _sections(outcome) if benefits],
        "where": outcome.where if outcome.entitled else "",
        "of_another_title": _("Granted to somebody else"),
        "of_another": [{"label": title, "value": told} for title, told in outcome.of_another],
        "not_computed_title": _("Not computed"),
        "not_computed": [{"label": title, "value": reason} for title, reason in outcome.not_computed],
        "answers_title": _("Your answers"),
        "answers": [
            {"name": name, "rows": [{"label": row["label"], "value": _answered(row)} for row in rows]}
            for name, rows in answers
        ],
        "note": _("This is a calculation from your answers, not a decision. The decision is made when you apply."),
    }


def _sections(outcome: ResultPage) -> list[tuple[str, list[dict]]]:
    """The same parts in the same order as on the page."""
    coming = [Benefit(one.entry.result.provision, [one.entry]) for one in outcome.coming]
    near = [
        _benefit(Benefit(step.entry.result.provision, [step.entry])) | {"where": step.told}
        for step in outcome.within_reach
    ]
    return [
        (_("Now"), [*map(_benefit, outcome.entitled)]),
        (_("From a certain day"), [*map(_benefit, coming)]),
        (_("One step away"), near),
        (_("Not known yet"), [*map(_benefit, outcome.likely)]),
        (_("Conditions met, but nothing would be paid"), [*map(_benefit, outcome.nothing)]),
        (_("You already receive"), [*map(_benefit, outcome.received)]),
        (_("You pay"), [*map(_benefit, outcome.due)]),
        (_("You do not pay"), [*map(_benefit, outcome.not_due)]),
        (_("Not now, because ..."), [*map(_benefit, outcome.refused)]),
    ]


def _answered(row: dict) -> str:
    return f"{row['value']} ({row['source']})" if "source" in row else row["value"]


def _total(total: Total) -> str:
    return " ".join(part for part in (_("at least") if total.at_least else "", _sum(total.amount, total.pays)) if part)


def _part(part: PaymentTaken) -> str:
    return " ".join(words for words in (_sum(part.amount, part.pays), part.around) if words)


def _sum(amount: int | None, pays: str) -> str:
    return Payout(amount, amount, pays, "person").text


def _benefit(benefit: Benefit) -> dict:
    return {
        "title": _(benefit.provision.title),
        "article": article(benefit.provision.article),
        "entries": [_entry(entry, benefit.provision) for entry in benefit.entries],
        "where": benefit.where,
    }


def _entry(entry: Entry, provision: Provision) -> dict:
    entitled = entry.explanation.outcome == "entitled"
    paid_out = entitled and provision.pays != "service"
    return {
        "name": entry.name,
        "amount": entry.payout.text if paid_out else "",
        "lines": list(_lines(entry)) if entitled else [],
        "unknown_title": _("To be sure, we need to know:"),
        "unknown": [fact.label for fact in entry.unknown],
        "gaps_title": _("We know no figure of the law for this. Ask the office that pays it:"),
        "gaps": entry.gaps,
        "unmet": [{"label": condition.sentence, "value": condition.change} for condition in entry.unmet],
        "steps_title": _("How this was calculated"),
        "steps": [_step(step) for step in entry.sums] if entitled else [],
        "particulars": [_particular(particular) for particular in entry.particulars] if entitled else [],
    }


def _lines(entry: Entry):
    """Estimates, deductions and dates, a sentence each."""
    told = _("An estimate: you do not know the answer to “%(question)s”, so we counted with %(amount)s a month.")
    for estimate in entry.estimates:
        yield told % {"question": estimate.question, "amount": money(estimate.amount)}
    explanation = entry.explanation
    yield from entry.payout.lines
    since, until = explanation.starts_on, explanation.ends_on
    if since and until:
        yield _("From %(since)s to %(until)s") % {
            "since": inflect(day(since), "ablative"),
            "until": inflect(day(until), "dative"),
        }
    elif since:
        yield _("From %(since)s, for as long as the conditions are met") % {"since": inflect(day(since), "ablative")}
    elif until:
        yield _("Until %(until)s") % {"until": day(until)}
    for one in entry.earlier:
        yield _("From %(since)s to %(until)s: %(amount)s.") % {
            "since": inflect(day(one.since), "ablative"),
            "until": inflect(day(one.until), "dative"),
            "amount": one.payout.text,
        }
    if explanation.apply_by:
        left = ngettext("(%(days)s day left)", "(%(days)s days left)", entry.result.days_left)
        applying = _("Apply by %(day)s") % {"day": day(explanation.apply_by)}
        yield f"{applying} {left % {'days': entry.result.days_left}}"


def _particular(particular: Particular) -> dict:
    sentences = particular.sentences
    if particular.source:
        sentences = [f"{sentence} ({particular.source})" for sentence in sentences]
    return {"title": particular.title, "sentences": sentences}


def _step(step) -> dict:
    return {
        "sentence": step.sentence,
        "result": step.chain or step.result,
        "figures": [
            {"label": f"{figure.label} ({figure.source})" if figure.source else figure.label, "value": figure.value}
            for figure in step.figures
        ],
    }
