"""When a payment may be asked for again."""

from django.utils import timezone
from django.utils.translation import gettext as _

from socialcode.accounts.models import User
from socialcode.awards.models import Award
from socialcode.awards.reassessing import who_asked
from socialcode.engine.days import days_after
from socialcode.law.values import values_on
from socialcode.people import access
from socialcode.refusal import NotAllowedError
from socialcode.templatetags.portal import day


def check_may_renew(award: Award, by: User) -> None:
    """Who acts for whom it was granted to, near its last day or after it."""
    if not access.may_act_for(by, who_asked(award)):
        raise NotAllowedError(_("Only who applied for the payment asks for it again."))
    if award.pays == Award.Pays.ONCE:
        raise NotAllowedError(_("What is paid once is not asked for again."))
    if award.until is None:
        raise NotAllowedError(_("This payment has no last day."))
    today = timezone.localdate()
    first = days_after(award.until, -int(values_on(today).value("renewal_notice_days")))
    if today < first:
        raise NotAllowedError(_("You can ask for it again from %(day)s on.") % {"day": day(first)})
