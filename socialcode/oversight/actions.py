"""The random check: a sample is drawn, the auditor asks, the officer answers, the auditor concludes."""

from django.urls import reverse
from django.utils import timezone

from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.cases.models import News
from socialcode.cases.telling import tell
from socialcode.shown import check_shown, stamp_of

from . import policies, sampling
from .models import Review, Sample


@change
def draw_sample(*, seed, since, until, size, by):
    """Draw decisions to look at. The same draw a second time gives back the first sample."""
    policies.check_can_draw(seed, since, until, size, by)
    sample, is_new = Sample.objects.get_or_create(
        seed=seed.strip(), since=since, until=until, size=size, defaults={"drawn_by": by}
    )
    if is_new:
        decisions = list(sampling.draw(sample.seed, since, until, size))
        Review.objects.bulk_create(Review(sample=sample, decision=decision) for decision in decisions)
        drawn = {"seed": sample.seed, "since": since, "until": until, "size": size, "found": len(decisions)}
        record(EventKind.SAMPLE_DRAWN, on=sample, by=by, **drawn)
    return sample


@change
def ask(*, review, question, by):
    """The auditor asks the officer about a decision."""
    review = _locked(review)
    policies.check_can_ask(review, question, by)
    decision = review.decision
    if decision.claim:
        page = reverse("oversight:review", args=[review.key])
        tell(decision.claim, News.Kind.QUESTION, question, to=decision.decided_by, address=page)
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
    """The auditor says whether the decision is in order, and why."""
    review = _locked(review)
    policies.check_can_conclude(review, state, conclusion, by)
    check_shown(shown, stamp_of(review))
    return _moved(review, state, EventKind.REVIEW_CONCLUDED, conclusion=conclusion.strip(), by=by)


def _locked(review: Review) -> Review:
    rows = Review.objects.select_for_update(of=("self",)).select_related("decision__claim__office")
    return rows.get(pk=review.pk)


def _moved(review: Review, state: str, kind: EventKind, by, **written) -> Review:
    step = kind.removeprefix("review_")
    changed = {"state": state, f"{step}_by": by, f"{step}_at": timezone.now(), **written}
    for name, value in changed.items():
        setattr(review, name, value)
    review.save(update_fields=list(changed))
    record(kind, on=review.decision.claim, by=by, review=review.key, state=state, **written)
    return review
