"""The employer's report on the jobs that it keeps."""

from django.utils.translation import gettext as _

from employment.employers import policies, terms
from employment.employers.models import QuotaReport
from socialcode.audit.kinds import EventKind
from socialcode.audit.recording import record
from socialcode.broken_constraint import change
from socialcode.refusal import NotAllowedError


@change
def report(*, organisation, year, quarter, share, by, **counts):
    """Keep what an employer reports for a quarter; a later report for it stands in its place. `counts` are the columns
    of QuotaReport that count people, with `of_disability_union`."""
    policies.check_acts(organisation, by)
    least, most = terms.shares()
    if not least <= share <= most:
        raise NotAllowedError(_("The akimat sets from 2 to 4 percent. Write the share that it has set."), "share")
    named = ("headcount", "lent", "hard_jobs", "with_disability", "of_disability_union")
    quota = terms.quota_of(terms.Staff(**{name: counts[name] for name in named}), share)
    made = QuotaReport.objects.create(
        organisation=organisation,
        year=year,
        quarter=quarter,
        share=share,
        needed=quota.needed,
        given_by=by,
        **counts,
    )
    record(EventKind.QUOTA_REPORTED, on=made, by=by, organisation=organisation.bin, until=f"{year}/{quarter}")
    return made
