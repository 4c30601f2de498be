"""A payment is asked for again: a claim from the day after its last one, with the answers that were given before."""

from socialcode.awards.models import Award
from socialcode.awards.planning import stands_on
from socialcode.awards.reassessing import who_asked
from socialcode.broken_constraint import change
from socialcode.cases.actions import applying
from socialcode.cases.models import Claim

from . import policies
from .finding import day_after
from .models import Renewal

SAID = "said"  # the source of what the person answered


@change
def renew(*, award: Award, by) -> Claim:
    """Begin the claim, or give back the one that was begun. What registers know is read from them anew."""
    policies.check_may_renew(award, by)
    answers = {name: fact["value"] for name, fact in stands_on(award).facts.items() if fact["source"] == SAID}
    person = who_asked(award)
    subject = award.subject if award.subject_id != person.pk else None
    claim = applying.begin(wish=applying.Wish(award.provision, person, subject, day_after(award), answers), by=by)
    Renewal.objects.filter(award=award, until=award.until, claim=None).update(claim=claim)
    return claim
