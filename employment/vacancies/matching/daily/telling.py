"""Telling people of new vacancies that suit them: one message for all of a person, and not again for some days."""

from collections import defaultdict

from django.db import transaction
from django.utils import timezone

from employment.seekers.models import Profile
from employment.vacancies import terms
from employment.vacancies.models import MatchNews, NewMatch
from socialcode.notices.actions import Message, queue_notices

AT_ONCE = 200  # people of one change
NAMED = 5  # vacancies that a message names


@transaction.atomic
def tell_some() -> bool:
    """Tell some people of what was found for them; what is over meanwhile, and what nobody wants to hear of, is put
    aside. False where nobody waits. Safe to run again, and beside itself: a profile is locked."""
    waiting = NewMatch.objects.filter(told_at=None).exclude(profile__match_news__told_at__gt=terms.told_lately_since())
    numbers = waiting.order_by("profile").values_list("profile", flat=True).distinct()[:AT_ONCE]
    profiles = Profile.objects.select_for_update(of=("self",), skip_locked=True, no_key=True).select_related("person")
    locked = list(profiles.filter(pk__in=list(numbers)))
    if not locked:
        return False
    now, found = timezone.now(), _found(locked)
    silent = set(MatchNews.objects.filter(profile__in=locked, is_wanted=False).values_list("profile", flat=True))
    told = [one for one in locked if one.is_looking and one.pk not in silent and found[one.pk]]
    notices = queue_notices("new_matches", [_message(one, found[one.pk]) for one in told])
    NewMatch.objects.filter(profile__in=locked, told_at=None).update(told_at=now)
    for profile, queued in zip(told, notices, strict=True):
        for match in found[profile.pk]:
            match.told_at, match.notice = now, queued.notice
    NewMatch.objects.bulk_update([row for one in told for row in found[one.pk]], ["notice"])
    MatchNews.objects.bulk_create(
        [MatchNews(profile=one, told_at=now) for one in told],
        update_conflicts=True,
        unique_fields=["profile"],
        update_fields=["told_at"],
    )
    return True


def _found(profiles: list[Profile]) -> dict[int, list[NewMatch]]:
    """What each is told of, the best first: open still, and not applied for yet."""
    rows = NewMatch.objects.open().filter(profile__in=profiles, told_at=None).select_related("vacancy__organisation")
    found = defaultdict(list)
    for row in rows.order_by("-points", "-vacancy__posted_at", "pk"):
        found[row.profile_id].append(row)
    return found


def _message(profile: Profile, found: list[NewMatch]) -> Message:
    named = {"count": len(found), "vacancies": [row.vacancy for row in found[:NAMED]]}
    return Message(profile.person, found[0], named)
