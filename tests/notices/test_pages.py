"""What a citizen reads, who may read it, and the demo phones."""

import hashlib
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader

from socialcode.accounts.models import Role
from socialcode.notices import delivery
from socialcode.notices.models import InboxMessage, Notice
from tests.factories import people
from tests.factories.accounts import sign_in

REPLY = "Жауабым: иә & <b>"


@pytest.fixture
def box(tell):
    tell()
    delivery.deliver_due()
    return InboxMessage.objects.get()


def test_the_list_has_the_newest_first_and_marks_the_unread(client, citizen, tell):
    first, second = tell(), tell("access_question_answered")
    tell("sign_in_code", code="123456")
    page = client.get("/notices/").content.decode()
    assert page.index(second.subject) < page.index(first.subject)
    assert page.count("Not read yet") == 2
    assert "123456" not in page


@pytest.mark.parametrize("count", [1, 15])
def test_the_list_takes_the_same_queries_however_long(client, citizen, tell, count, django_assert_num_queries):
    for _notice in range(count):
        tell()
    with django_assert_num_queries(8):
        client.get("/notices/")


def test_opening_a_notice_marks_it_read_and_says_how_it_was_sent(client, citizen, tell, django_assert_num_queries):
    notice = tell()
    delivery.deliver_due()
    client.get(f"/notices/{notice.key}/")
    with django_assert_num_queries(8):
        page = client.get(f"/notices/{notice.key}/").content.decode()
    assert "The employer&#x27;s report says so &amp; more." in page
    assert f"SMS, {notice.to.phone}: Arrived" in page
    assert "Not read yet" not in client.get("/notices/").content.decode()


def test_a_notice_says_that_its_message_did_not_arrive_and_why(client, citizen, tell):
    notice = tell()
    notice.deliveries.update(state="undelivered", sent_at=timezone.now(), undeliverable="unknown_number")
    page = client.get(f"/notices/{notice.key}/").content.decode()
    assert "Sent, but did not arrive (There is no such number)" in page


def test_the_header_counts_the_unread_until_all_are_read(client, citizen, tell):
    tell()
    tell()
    counted = '<span class="site-nav__count">2<'
    assert counted in client.get("/verify/").content.decode()
    assert client.post("/notices/read/").headers["Location"] == "/notices/"
    assert counted not in client.get("/verify/").content.decode()
    assert not Notice.objects.unread().exists()


def test_a_parent_reads_what_a_child_is_told(client, citizen, person, tell):
    notice = tell(to=people.make_child(person))
    assert notice.subject in client.get("/notices/").content.decode()
    assert client.get(f"/notices/{notice.key}/").status_code == 200


@pytest.mark.parametrize("role", [None, Role.OFFICER, Role.AUDITOR])
def test_nobody_else_reads_it(client, tell, letter, role):
    notice = tell()
    office = people.make_office() if role == Role.OFFICER else None
    sign_in(client, people.make_staff(role, office) if role else people.make_account(people.make_person()))
    assert notice.subject not in client.get("/notices/").content.decode()
    for address in (f"/notices/{notice.key}/", f"/notices/{letter.notice.key}/letter/"):
        assert client.get(address).status_code == 403
    assert client.get("/notices/00000000-0000-4000-8000-000000000000/").status_code == 403
    notice.refresh_from_db()
    assert notice.read_at is None


def test_who_is_not_signed_in_is_asked_to(client, tell):
    for address in ("/notices/", f"/notices/{tell().key}/"):
        assert client.get(address).headers["Location"].startswith("/sign-in/?next=/notices/")


def test_the_letter_comes_as_it_was_issued(client, citizen, letter):
    answer = client.get(f"/notices/{letter.notice.key}/letter/")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="letter-')
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]
    assert hashlib.sha256(answer.content).hexdigest() == letter.sha256
    assert letter.code in PdfReader(BytesIO(answer.content)).pages[0].extract_text()


def test_a_notice_without_a_letter_has_none(client, citizen, tell):
    assert client.get(f"/notices/{tell().key}/letter/").status_code == 404


def test_a_demo_phone_shows_its_messages_and_answers(client, box, django_assert_num_queries):
    with django_assert_num_queries(2):
        assert box.address in client.get("/inbox/").content.decode()
    address = f"/inbox/{box.pk}/"
    with django_assert_num_queries(2):
        assert "See the portal." in client.get(address).content.decode()
    assert client.post(address, {"text": ""}).status_code == 400
    assert client.post(address, {"text": REPLY}).headers["Location"] == address
    said = InboxMessage.objects.latest("pk")
    assert (said.direction, said.text, said.address) == ("from_person", REPLY, box.address)
    assert "Жауабым: иә &amp; &lt;b&gt;" in client.get(address).content.decode()


@pytest.mark.parametrize("change", [{"DEMO": False}, {"NOTICE_GATEWAY": "http"}])
def test_there_is_no_inbox_where_people_are_real(client, box, settings, change):
    for name, value in change.items():
        setattr(settings, name, value)
    assert client.get("/inbox/").status_code == client.get(f"/inbox/{box.pk}/").status_code == 404
    assert "/inbox/" not in client.get("/verify/").content.decode()


def test_an_empty_inbox_says_what_to_do(client, db):
    assert client.get("/inbox/").status_code == 200
    assert client.get("/inbox/1/").status_code == 404
