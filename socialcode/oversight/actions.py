"""The random check: a sample is drawn, the auditor asks, the officer answers, the auditor concludes."""

from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases.models import News
from socialcode.refusal import check_reason
from socialcode.shown import check_shown, stamp_of

from . import policies, relooking, sampling
from .models import ORIGINS, Relook, Review, Sample
from .telling import ask_who_decided, tell_office


@change
def draw_sample(*, seed, since, until, size, by, kind=Sample.Kind.ALL):  # noqa: PLR0913 - by keyword
    """Draw decisions to look at, of a kind. The same draw a second time gives back the first sample."""
    policies.check_can_draw(seed, since, until, size, by)
    sample, is_new = Sample.objects.get_or_create(
        seed=seed.strip(), since=since, until=until, size=size, kind=kind, defaults={"drawn_by": by}
    )
    if is_new:
        decisions = list(sampling.draw(sample.seed, since, until, size, kind))
        Review.objects.bulk_create(Review(sample=sample, decision=decision) for decision in decisions)
        drawn = {
            "seed": sample.seed,
            "since": since,
            "until": until,
            "size": size,
            "chosen": kind,
            "found": len(decisions),
        }
        record(EventKind.SAMPLE_DRAWN, on=sample, by=by, **drawn)
    return sample


@change
def ask(*, review, question, by):
    """The auditor asks the officer about a decision."""
    review = _locked(review)
    policies.check_can_ask(review, question, by)
    ask_who_decided(review, question)
    return _moved(review, Review.State.ASKED, EventKind.REVIEW_ASKED, question=question.strip(), by=by)


@change
def answer(*, review, answer, by, shown=None):
    """The officer answers."""
    review = _locked(review)
    policies.check_can_answer(review, answer, by)
    check_shown(shown, stamp_of(review))
    return _moved(review, Review.State.ANSWERED, EventKind.REVIEW_ANSWERED, answer=answer.strip(), by=by)


@change
def conclude(*, review, state, conclusion, by, shown=None):
    """The auditor says whether the decision is in order, and why. What is not is looked at again by the office."""
    review = _locked(review)
    policies.check_can_conclude(review, state, conclusion, by)
    check_shown(shown, stamp_of(review))
    _moved(review, state, EventKind.REVIEW_CONCLUDED, conclusion=conclusion.strip(), by=by)
    if state == Review.State.NOT_IN_ORDER:
        relooking.begin(review)
    return review


def _locked(review: Review) -> Review:
    rows = Review.objects.select_for_update(of=("self",)).select_related(*ORIGINS)
    return rows.get(pk=review.pk)


def _moved(review: Review, state: str, kind: EventKind, by, **written) -> Review:
    step = kind.removeprefix("review_")
    changed = {"state": state, f"{step}_by": by, f"{step}_at": timezone.now(), **written}
    for name, value in changed.items():
        setattr(review, name, value)
    review.save(update_fields=list(changed))
    record(kind, on=review.decision.origin, by=by, review=review.key, state=state, **written)
    return review


@change
def answer_relook(*, relook, outcome, answer, by, shown=None):
    """The office says what comes of it, by another person than who decided."""
    relook = relooking.locked(relook)
    policies.check_can_answer_relook(relook, outcome, answer, by)
    check_shown(shown, stamp_of(relook))
    answered = {"outcome": outcome, "answer": answer.strip(), "answered_by": by, "answered_at": timezone.now()}
    return relooking.moved(relook, Relook.State.ANSWERED, EventKind.RELOOK_ANSWERED, by, **answered)


@change
def confirm_relook(*, relook, by, shown=None):
    """The auditor agrees with what the office says: a refused claim that is decided anew goes into its queue."""
    relook = relooking.locked(relook)
    policies.check_can_conclude_relook(relook, by)
    check_shown(shown, stamp_of(relook))
    relooking.moved(relook, Relook.State.CLOSED, EventKind.RELOOK_CLOSED, by, closed_by=by, closed_at=timezone.now())
    relooking.take_effect(relook, by)
    return relook


@change
def decline_relook(*, relook, reason, by, shown=None):
    """The auditor does not agree and says why: the office looks once more, with its days from today."""
    relook = relooking.locked(relook)
    policies.check_can_conclude_relook(relook, by)
    check_shown(shown, stamp_of(relook))
    check_reason(reason)
    again = {"returned": reason.strip(), "due_on": policies.relook_due_on(timezone.localdate())}
    relooking.moved(relook, Relook.State.OPEN, EventKind.RELOOK_RETURNED, by, **again)
    tell_office(relook.review, News.Kind.RELOOK, reason)
    return relook
