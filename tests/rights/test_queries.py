"""How many questions every page puts to the database: a page that asks more than its number here has grown.

And on each of them the main button stands where it should: see `main_button`.
"""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from . import main_button
from .addresses import ADDRESSES
from .of_advising.addresses import QUESTIONS as OF_ADVISING
from .of_jobs.queries import OF_EMPLOYMENT

pytestmark = pytest.mark.django_db
# Where a page leads elsewhere and says why, keeping the sentence with the session is three of its questions
PAGES = [line for line, row in ADDRESSES.items() if row.method == "get" and row.allowed]
DONE = 200
SEEN = {}  # the page that was looked at last
AT_MOST = {
    **OF_EMPLOYMENT,
    **OF_ADVISING,
    "awards:mine": 8,
    "awards:award": 14,
    "awards:report": 8,
    "awards:queue": 12,
    "awards:staff": 24,
    "awards:tell": 16,
    "awards:overpaid": 16,
    "renewals:renew": 14,
    "offers:mine": 10,
    "offers:offer": 16,
    "offers:consent": 12,
    "offers:genuine": 4,
    "offers:funnel": 10,
    "offers:open_data": 6,
    "offers:calls": 14,
    "offers:call": 18,
    "offers:letter": 17,
    "offers:ministry": 18,
    "awards:keep": 22,
    "awards:paid_back": 18,
    "awards:stop_plan": 20,
    "awards:act": 18,
    "awards:terms": 18,
    "healthz": 1,  # of a session too: it answers where none can be read
    "operating:readyz": 15,
    "operating:metrics": 15,
    "operating:state": 19,
    "registers:deliveries": 10,
    "registers:columns": 5,
    "family_map:board": 10,
    "family_map:board_region": 10,
    "family_map:open_data": 5,
    "family_map:open_data_file": 8,
    "gallery": 4,
    "check:start": 7,  # a check of somebody signed in is looked for also where none was begun
    "check:questions": 7,
    "check:summary": 7,
    "check:result": 7,
    "check:refused": 7,
    "check:calculation": 7,
    "check:paper": 7,
    "check:add_event": 7,
    "check:link": 7,
    "check:kept": 7,  # the law's term among them
    "check:situations": 7,
    "check:what_if": 7,
    "check:months": 7,
    "check:months_calendar": 7,
    "guide:payments": 4,
    "guide:payment": 5,
    "guide:search": 4,
    "guide:aid": 4,
    "guide:other_laws": 4,
    "guide:glossary": 4,
    "guide:code": 4,
    "guide:chapter": 4,
    "account_login": 3,
    "mfa_authenticate": 3,
    "sign_in:start": 3,
    "sign_in:code": 3,
    "accounts:time_left": 4,
    "accounts:security": 6,
    "accounts:set_up_second_factor": 7,
    "accounts:recovery_codes": 4,
    "accounts:change_password": 4,
    "accounts:choose_password": 6,
    "accounts:people": 9,
    "accounts:add_staff": 4,
    "accounts:person": 10,
    "appeals:mine": 8,
    "appeals:begin": 25,
    "appeals:packet": 70,
    "appeals:appeal": 20,
    "appeals:papers": 12,
    "appeals:withdraw": 14,
    "appeals:receipt": 14,
    "appeals:queue": 12,
    "appeals:case": 40,
    "appeals:at_counter": 29,
    "appeals:counter_receipt": 18,
    "cases:mine": 8,
    "cases:begin": 3,
    "cases:choose": 4,
    "cases:choose (for whom)": 4,
    "cases:claim (for a ward)": 12,
    "cases:registers (for a ward)": 13,
    "work:case (for a ward)": 32,
    "cases:on_paper": 8,
    "cases:claim": 11,
    "cases:continue": 10,
    "cases:withdraw": 8,
    "cases:whom": 11,
    "cases:registers": 11,
    "cases:questions": 10,
    "cases:question": 12,
    "cases:consent": 13,
    "cases:account": 13,
    "cases:overview": 17,
    "cases:papers": 13,
    "cases:paper": 7,
    "cases:papers_states": 7,
    "cases:original": 6,
    "cases:picture": 6,
    "cases:answer": 12,
    "cases:object": 8,
    "cases:message": 7,
    "work:approvals": 12,
    "work:texts": 8,
    "work:new_text": 8,
    "work:text": 9,
    "work:counter": 7,
    "work:visitor": 16,
    "work:at_counter": 14,
    "work:receipt": 14,
    "work:letter": 12,
    "work:queue": 11,
    "work:search": 7,
    "work:inbox": 9,
    "work:news": 12,
    "work:office": 20,
    "work:officers": 14,
    "work:case": 32,
    "cases:paper (before it is sent)": 7,
    "work:family": 28,
    "work:papers": 8,
    "work:paper": 12,
    "work:picture": 8,
    "work:original": 11,
    "notices:index": 7,
    "notices:how": 7,
    "notices:notice": 8,
    "notices:letter": 6,
    "notices:verify": 4,
    "notices:verified": 6,
    "notices:inbox": 5,
    "notices:conversation": 7,
    "family_map:own": 15,
    "family_map:families": 16,
    "family_map:family": 32,
    "family_map:runs": 11,
    "family_map:run": 17,
    "registers:own": 24,
    "registers:own_looks": 8,
    "registers:own_sharing": 11,
    "registers:find": 7,
    "registers:disputes": 8,
    "registers:resolve": 14,
    "registers:questions": 4,
    "registers:answer": 7,
    "registers:page": 23,
    "registers:page (shared)": 23,
    "registers:looks (shared)": 7,
    "registers:year": 10,
    "registers:looks": 7,
    "registers:sharing": 10,
    "registers:dispute": 8,
    "accounts:login": 3,
    "law:numbers": 5,
    "law:csv": 4,
    "law:json": 4,
    "law:manage": 7,
    "law:value": 6,
    "law:propose": 6,
    "law:version": 8,
    "indexation:runs": 8,
    "indexation:run": 16,
    "foresight:next_year": 4,
    "foresight:year": 8,
    "foresight:set": 16,
    "payments:arrived": 12,
    "payments:arrivals": 16,
    "payments:call": 16,
    "payments:mine": 14,
    "payments:not_arrived": 8,
    "payments:account": 8,
    "payments:confirm_account": 8,
    "payments:balance": 12,
    "payments:runs": 9,
    "payments:run": 20,
    "payments:list": 20,
    "payments:flags": 9,
    "payments:returns": 9,
    "payments:order": 20,
    "oversight:events": 5,
    "oversight:event": 6,
    "oversight:chain": 4,
    "oversight:replay": 6,
    "oversight:relooks": 5,
    "oversight:samples": 4,
    "oversight:sample": 5,
    "oversight:review": 9,
    "oversight:questions": 9,
}


def reader_of(row):
    """The first of these who may open the page: whoever sees most on it."""
    return next(
        who
        for who in (
            "owner",
            "representative",
            "officer",
            "head",
            "approver",
            "auditor",
            "administrator",
            "ministry",
            "payer",
            "mobility centre",
        )
        if who in row.allowed
    )


def test_every_page_has_its_number():
    assert set(AT_MOST) == set(PAGES)


@pytest.fixture(scope="module", params=PAGES)
def line(request):
    """Tests of one page follow each other, so that it is looked at once for all of them."""
    return request.param


@pytest.fixture
def seen(line, request):
    if line not in SEEN:
        SEEN.clear()
        SEEN[line] = look(line, *map(request.getfixturevalue, ("world", "signed_in")))
    return SEEN[line]


def look(line, world, signed_in):
    row = ADDRESSES[line]
    address = reverse(line.partition(" ")[0], kwargs=row.where(world))
    browser = signed_in(world.cast[reader_of(row)])
    browser.get(address)  # fills what is kept between pages
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(address)
    if line.startswith("check:"):
        browser.post("/", {"event": "birth"})
    if answer.status_code != DONE or line.startswith("check:"):
        answer = browser.get(address, follow=True)
    text = "" if answer.streaming else answer.content.decode(errors="replace")
    return SimpleNamespace(asked=list(asked), text=text, by_somebody="_auth_user_id" in browser.session)


def test_a_page_asks_no_more_than_its_number(line, seen):
    assert len(seen.asked) <= AT_MOST[line], "\n".join(query["sql"] for query in seen.asked)


def test_the_main_button_is_of_the_form_that_is_filled_in(line, seen):
    main_button.check(line, seen.text, seen.by_somebody)
