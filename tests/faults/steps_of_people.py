"""What citizens and staff do in the web process, and what is done on the command line."""

from functools import partial

from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from socialcode.accounts.actions import changing, own, staff
from socialcode.accounts.models import PasswordLink, Role
from socialcode.appeals.actions import deciding as answering
from socialcode.appeals.actions import filing, handling
from socialcode.audit import actions as audit_actions
from socialcode.cases.actions import applying, deciding, evidence, working
from socialcode.documents import content, types
from socialcode.law import actions as law_actions
from tests.audit.test_chain import tamper
from tests.cases import papers
from tests.cast import IBAN
from tests.factories import people
from tests.factories.accounts import make_administrator, sign_in
from tests.factories.claims import GRANT

from .steps import of
from .taken import post, sign_in_by_code

# Who was cut off asks for another code
CHOSEN = "chosen by herself"
WHO_ASKS = ("sign_in_coderequest", "notices_notice", "notices_delivery", "audit_event", "audit_link", "django_session")


def cookies_of(client):
    return {name: cookie.value for name, cookie in client.cookies.items()}


@of("web")
def beginning_a_claim(request):
    wish, citizen = request.getfixturevalue("wish"), request.getfixturevalue("citizen")
    return partial(applying.begin, wish=wish, by=citizen)


@of("web")
def naming_a_bank_account(request):
    draft, citizen = request.getfixturevalue("draft"), request.getfixturevalue("citizen")
    return partial(applying.set_account, claim=draft, iban=IBAN, by=citizen)


@of("web")
def adding_a_paper(request):
    draft, at_home = request.getfixturevalue("draft"), request.getfixturevalue("at_home")
    page, picture = reverse("cases:papers", args=[draft.key]), papers.picture()
    return partial(post, cookies_of(at_home), page, {"papers": SimpleUploadedFile("a.jpg", picture)})


@of("web")
def taking_a_paper_back(request):
    draft, citizen = request.getfixturevalue("draft"), request.getfixturevalue("citizen")
    paper = evidence.add(claim=draft, paper=content.Paper("a.pdf", types.PDF, papers.pdf()), by=citizen)
    return partial(evidence.remove, evidence=paper, by=citizen)


@of("web", at_each_table=True)
def sending_a_claim(request):
    draft, citizen = request.getfixturevalue("draft"), request.getfixturevalue("citizen")
    request.getfixturevalue("office")
    applying.set_account(claim=draft, iban=IBAN, by=citizen)
    applying.consent(claim=draft, by=citizen, language="en")
    return partial(applying.submit, claim=draft, by=citizen)


@of("web")
def taking_a_claim_back(request):
    submitted, citizen = request.getfixturevalue("submitted"), request.getfixturevalue("citizen")
    return partial(applying.withdraw, claim=submitted, by=citizen, reason="I have changed my mind.")


@of("web")
def asking_for_information(request):
    claim, officer = request.getfixturevalue("submitted"), request.getfixturevalue("officer")
    working.take(claim=claim, by=officer)
    return partial(working.ask_information, claim=claim, text="Please add the certificate.", by=officer)


@of("web", at_each_table=True)
def deciding_a_claim(request):
    claim, officer = request.getfixturevalue("submitted"), request.getfixturevalue("officer")
    working.take(claim=claim, by=officer)
    return partial(deciding.decide, claim=claim, ruling=GRANT, by=officer)


@of("web", at_each_table=True)
def agreeing_to_a_decision(request):
    decided, approver = request.getfixturevalue("decided"), request.getfixturevalue("approver")
    return partial(deciding.approve, decision=decided, by=approver)


@of("web")
def sending_a_decision_back(request):
    decided, approver = request.getfixturevalue("decided"), request.getfixturevalue("approver")
    return partial(deciding.send_back, decision=decided, reason="The sum is another one.", by=approver)


def _complaint(request):
    decided, approver = request.getfixturevalue("decided"), request.getfixturevalue("approver")
    deciding.approve(decision=decided, by=approver)
    given = {"decision": decided, "text": "The sum is too small.", "by": request.getfixturevalue("citizen")}
    return partial(filing.file, **given)


@of("web", at_each_table=True)
def complaining_of_a_decision(request):
    return _complaint(request)


@of("web", at_each_table=True)
def agreeing_to_the_answer_to_a_complaint(request):
    proceeding, office = _complaint(request)(), request.getfixturevalue("office")
    colleague, other = people.make_staff(Role.OFFICER, office), people.make_staff(Role.APPROVER, office)
    handling.take(proceeding=proceeding, by=colleague)
    answering.decide(proceeding=proceeding, kind="refuse", reason="The sum is what the law says.", by=colleague)
    return partial(answering.agree, proceeding=proceeding, by=other)


@of("web", in_steps=True, each_time=WHO_ASKS)
def signing_in_by_code(request):
    return partial(sign_in_by_code, request.getfixturevalue("mother").iin)


@of("web", in_steps=True)
def signing_out(request):
    at_home = request.getfixturevalue("at_home")
    return partial(post, cookies_of(at_home), "/accounts/logout/", {})


@of("web")
def making_an_account_of_staff(request):
    request.getfixturevalue("db")
    first, iin = make_administrator(), people.make_iin()
    return partial(staff.add_staff, email="new@example.org", full_name="New Person", iin=iin, by=first)


@of("web")
def giving_a_role(request):
    office, first = request.getfixturevalue("office"), make_administrator()
    second = make_administrator("second@example.org", "Second Administrator")
    newcomer = staff.add_staff(email="new@example.org", full_name="New Person", iin=people.make_iin(), by=first)
    asked = changing.ask_role(user=newcomer, role=Role.OFFICER, office=office, by=first)
    return partial(changing.agree, asked=asked, by=second)


@of("web")
def choosing_a_password(request):
    link = PasswordLink.objects.create(user=request.getfixturevalue("officer"))
    return partial(own.choose_password, link=link, password=CHOSEN, used="")


@of("web")
def closing_an_account(request):
    officer, first = request.getfixturevalue("officer"), make_administrator()
    sign_in(Client(), officer)
    return partial(staff.close, user=officer, reason="She has left the office.", by=first)


@of("web")
def putting_a_value_in_force(request):
    proposal = request.getfixturevalue("new_mci")()
    version = law_actions.propose(proposal=proposal, by=make_administrator())
    second = make_administrator("second@example.org", "Second Administrator")
    return partial(law_actions.approve, version=version, by=second)


@of("web")
def asking_for_a_check_of_the_events(request):
    auditor = request.getfixturevalue("auditor")
    return partial(audit_actions.ask_check, by=auditor)


@of("command")
def loading_the_law(request):
    request.getfixturevalue("db")
    tamper("DELETE FROM law_parameterversion WHERE name LIKE 'm%%'")
    return partial(call_command, "load_law", verbosity=0)


@of("command")
def loading_the_offices(request):
    request.getfixturevalue("db")
    return partial(call_command, "load_offices", verbosity=0)


@of("command", in_steps=True)
def making_invented_families(request):
    request.getfixturevalue("db")
    return partial(call_command, "demo_people", verbosity=0)


@of("command", in_steps=True)
def migrating(request):
    request.getfixturevalue("db")
    call_command("migrate", "operating", "zero", verbosity=0)
    return partial(call_command, "migrate", verbosity=0)
