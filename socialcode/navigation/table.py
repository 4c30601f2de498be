"""The main places of the portal, who is shown them and what waits there: a new one is one line, here or in `portal`."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from employment.advising.pages.desk import waiting_for as removals_to_decide
from employment.employers.access import waiting_requests
from employment.measures import listing as subsidised
from employment.measures.access import AT_WORK as WITH_MEASURES
from employment.resettlement import queue as moves
from employment.seekers.access import waiting_for
from socialcode.accounts.models import OF_AN_OFFICE, WITH_EMPLOYERS, Role
from socialcode.appeals import queue as complaints
from socialcode.cases.staff import news
from socialcode.cases.staff.approving import waiting_for_approval
from socialcode.notices.models import Notice
from socialcode.offers.access import calls_of

from .place import Place, citizens, holders_of
from .portal import OF_THE_PORTAL


def unread_notices(user) -> QuerySet:
    return Notice.objects.unread().filter(to__iin=user.iin)


THE_LAW = (("law:numbers", _("The law in numbers")), ("guide:code", _("The Code, article by article")))
CLAIMS = (
    ("cases:mine", _("My claims")),
    ("awards:mine", _("What I receive")),
    ("appeals:mine", _("My complaints")),
    ("offers:mine", _("Offered to me")),
    ("resettlement:mine", _("My moves")),
    ("measures:mine", _("Subsidised places")),
    ("advising:mine", _("My plan")),
)
MINE = (("registers:own", _("My data")), ("family_map:own", _("My family’s map")))
EMPLOYERS = (
    ("employers:requests", _("Who asks to act for employers")),
    ("employers:staff_layoffs", _("Lay-offs ahead")),
    ("employers:quotas", _("Quotas of employers")),
)
GROUPS = {  # of the staff's places, in the order of the column
    "work": "",
    "counter": _("At the counter"),
    "people": _("People"),
    "office": _("The office"),
    "saved": _("Saved filters"),
    "portal": _("The portal"),
    "law": _("Payments and the law"),
}
PLACES = (
    Place("check:start", _("Check"), under=("/check/",), icon="success"),
    Place("guide:payments", _("Payments"), under=("/payments/", "/aid/", "/other-laws/", "/search/"), icon="list"),
    Place("law:numbers", _("The law in numbers"), under=("/law/code/",), pages=THE_LAW),
    Place(
        "cases:mine",
        _("My claims"),
        citizens,
        under=("/claims/", "/awards/", "/appeals/", "/offers/", "/moving/mine/", "/job/", "/my-plan/"),
        pages=CLAIMS,
    ),
    Place("payments:mine", _("My payments"), citizens, under=("/my-payments/",)),
    Place("notices:index", _("Notices"), citizens, under=("/notices/",), waiting=unread_notices),
    Place("registers:own", _("My data"), citizens, under=("/me/", "/family/"), pages=MINE),
    Place("work:inbox", _("New"), holders_of(*OF_AN_OFFICE), waiting=news.unread_of, group="work", icon="inbox"),
    Place(
        "work:queue", _("Queue"), holders_of(*OF_AN_OFFICE), under=("/work/",), is_desk=True, group="work", icon="list"
    ),
    Place(
        "work:counter",
        _("Visitor"),
        holders_of(Role.OFFICER, Role.HEAD),
        under=("/work/counter/",),
        group="counter",
        icon="counter",
    ),
    Place("cases:on_paper", _("Claim on paper"), holders_of(Role.OFFICER, Role.HEAD), group="counter", icon="paper"),
    Place(
        "offers:calls",
        _("To call"),
        holders_of(Role.OFFICER, Role.HEAD),
        under=("/work/calls/",),
        waiting=calls_of,
        group="work",
        icon="message",
    ),
    Place("offers:ministry", _("Proactive services"), holders_of(Role.MINISTRY), group="portal", icon="step"),
    Place(
        "awards:queue",
        _("Payments granted"),
        holders_of(*OF_AN_OFFICE),
        under=("/awards/work/",),
        group="work",
        icon="calendar",
    ),
    Place(
        "work:approvals",
        _("For approval"),
        holders_of(Role.APPROVER),
        under=("/work/approvals/",),
        waiting=waiting_for_approval,
        group="work",
        icon="approve",
    ),
    Place(
        "appeals:queue",
        _("Complaints"),
        holders_of(*OF_AN_OFFICE),
        under=("/complaints/",),
        waiting=complaints.waiting_for,
        group="work",
        icon="message",
    ),
    Place(
        "measures:queue",
        _("Subsidised places"),
        holders_of(*WITH_MEASURES),
        under=("/subsidised/work/", "/subsidised/map/"),
        waiting=subsidised.waiting_for,
        group="people",
        icon="list",
    ),
    Place(
        "mobility:market",
        _("Mobility centre"),
        holders_of(Role.MOBILITY_CENTRE, Role.HEAD),
        under=("/mobility/",),
        group="office",
        icon="place",
    ),
    Place(
        "resettlement:queue",
        _("Moves"),
        holders_of(*OF_AN_OFFICE),
        under=("/moving/work/",),
        waiting=moves.waiting_for,
        group="work",
        icon="place",
    ),
    Place(
        "advising:desk",
        _("My people"),
        holders_of(Role.ADVISER, Role.HEAD),
        under=("/advice/", "/advice/people/", "/advice/contracts/"),
        is_desk=True,
        group="people",
        icon="people",
    ),
    Place(
        "advising:meetings",
        _("Appointments"),
        holders_of(Role.ADVISER, Role.HEAD),
        under=("/advice/meetings/",),
        group="people",
        icon="calendar",
    ),
    Place(
        "advising:removals",
        _("Removals"),
        holders_of(Role.ADVISER, Role.HEAD),
        under=("/advice/removals/",),
        waiting=removals_to_decide,
        group="people",
        icon="flag",
    ),
    Place(
        "advising:rounds",
        _("Rounds of the mobile group"),
        holders_of(Role.MOBILE_GROUP, Role.ADVISER, Role.HEAD),
        under=("/advice/rounds/",),
        is_desk=True,
        group="people",
        icon="place",
    ),
    Place(
        "family_map:families",
        _("Families in need"),
        holders_of(Role.OFFICER, Role.HEAD),
        under=("/map/families/",),
        group="people",
        icon="place",
    ),
    Place(
        "employers:requests",
        _("Employers"),
        holders_of(*WITH_EMPLOYERS),
        under=("/employers/",),
        waiting=waiting_requests,
        pages=EMPLOYERS,
        group="people",
        icon="people",
    ),
    Place(
        "registers:find",
        _("People"),
        holders_of(*OF_AN_OFFICE, Role.AUDITOR),
        under=("/people/",),
        group="people",
        icon="person",
    ),
    Place(
        "registers:disputes", _("Disputed entries"), holders_of(Role.OFFICER, Role.HEAD), group="people", icon="edit"
    ),
    Place(
        "work:texts",
        _("Texts of the office"),
        holders_of(*OF_AN_OFFICE),
        under=("/work/texts/",),
        group="office",
        icon="message",
    ),
    Place(
        "seekers:registrations",
        _("Wishes to register"),
        holders_of(Role.ADVISER, Role.HEAD),
        under=("/career/registrations/",),
        waiting=waiting_for,
        group="people",
        icon="inbox",
    ),
    Place("work:office", _("The office in figures"), holders_of(Role.HEAD), group="office", icon="list"),
    Place("work:office", _("The country in figures"), holders_of(Role.MINISTRY), group="office", icon="list"),
    Place("work:officers", _("Load of the officers"), holders_of(Role.HEAD), group="office", icon="people"),
    Place(
        "oversight:questions",
        _("Auditors' questions"),
        holders_of(Role.OFFICER, Role.HEAD),
        group="office",
        icon="unknown",
    ),
    *OF_THE_PORTAL,
)
