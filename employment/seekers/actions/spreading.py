"""Profiles as matching reads them: rows of candidates, written anew whenever a profile or a registration changes."""

from employment.seekers.models import Candidate, Hindrance, Profile, ProfileTrade


def spread(profile: Profile) -> None:
    """Write the candidates of a profile in the caller's transaction; none where the person does not look for work."""
    profile.candidates.all().delete()
    if not (profile.is_looking and profile.region):
        return
    trades = list(profile.trades.all()) or [ProfileTrade(trade="")]
    copied = ("region", "district", "reach", "will_move", "least_pay", "schedules", "needs_access")
    same = {name: getattr(profile, name) for name in copied}
    same["small_child"] = Hindrance.SMALL_CHILD in profile.hindrances
    Candidate.objects.bulk_create(
        Candidate(profile=profile, trade=row.trade, years=row.years, **same) for row in trades
    )
