"""Anybody checks a letter, learns nothing about the person, and cannot guess."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from socialcode.notices.forms import LARGEST
from socialcode.notices.letters import read_code
from socialcode.notices.models import WrongCode
from socialcode.notices.throttling import WRONG_AMONG_MANY, WRONG_AN_HOUR, WRONG_OF_ALL

NONE_HAS_IT = "ABCD-EFGH-JKLM-NPQR"


@pytest.fixture(autouse=True)
def _in_english_pages(client):
    client.cookies["django_language"] = "en"


def compare(client, letter, **given):
    return client.post(f"/verify/{letter.code}/", given)


@pytest.mark.parametrize("typed", ["{code}", " {small} ", "{bare}", "{spaced}"])
def test_a_code_is_read_however_it_is_typed(client, letter, typed):
    code = letter.code
    given = typed.format(code=code, small=code.lower(), bare=code.replace("-", ""), spaced=code.replace("-", " "))
    assert client.post("/verify/", {"code": given}).headers["Location"] == f"/verify/{code}/"


@pytest.mark.parametrize("typed", ["", "ABCD", "x" * 70, NONE_HAS_IT + "-ABCD"])
def test_what_is_no_code_is_said(client, db, typed):
    assert client.post("/verify/", {"code": typed}).status_code == 400
    assert read_code("0O1I" * 4) is None


def test_it_says_what_was_issued_and_nothing_of_the_person(client, letter, person, django_assert_num_queries):
    with django_assert_num_queries(2):  # wrong codes, letter
        page = client.get(f"/verify/{letter.code}/").content.decode()
    for said in ("This letter is genuine", "Decision to refuse", letter.office.name, letter.number, "Ү. А."):
        assert said in page
    for kept in (person.surname, person.given_name, person.iin, person.phone, str(letter.notice.key)):
        assert kept not in page


def test_the_same_file_is_the_letter(client, letter):
    file = SimpleUploadedFile("letter.pdf", bytes(letter.pdf))
    assert "exactly the letter" in compare(client, letter, file=file).content.decode()
    assert "exactly the letter" in compare(client, letter, sha256=f" {letter.sha256.upper()} ").content.decode()


def test_a_changed_file_is_not(client, letter):
    file = SimpleUploadedFile("letter.pdf", bytes(letter.pdf).replace(b"%PDF", b"%pdf"))
    assert "something in it is different" in compare(client, letter, file=file).content.decode()
    assert "something in it is different" in compare(client, letter, sha256="0" * 64).content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [({}, "Choose the PDF, or enter its checksum."), ({"sha256": "abc"}, "A checksum has 64 characters")],
)
def test_nothing_to_compare_is_said(client, letter, given, sentence):
    answer = compare(client, letter, **given)
    assert answer.status_code == 400
    assert sentence in answer.content.decode()


def test_a_huge_file_is_refused(client, letter):
    file = SimpleUploadedFile("huge.pdf", b"0" * (LARGEST + 1))
    assert "larger than any letter" in compare(client, letter, file=file).content.decode()


def test_who_guesses_waits_and_nobody_else_does(client, letter):
    for _guess in range(WRONG_AN_HOUR):
        assert client.get(f"/verify/{NONE_HAS_IT}/").status_code == 404
    answer = client.get(f"/verify/{letter.code}/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    assert "genuine" not in answer.content.decode()
    assert client.get(f"/verify/{letter.code}/", REMOTE_ADDR="203.0.113.7").status_code == 200
    WrongCode.objects.update(at=timezone.now() - timedelta(hours=1))
    assert client.get(f"/verify/{NONE_HAS_IT}/").status_code == 404
    assert WrongCode.objects.count() == 1, "older ones are forgotten"
    assert "127.0.0.1" not in WrongCode.objects.get().visitor


def test_of_many_who_guess_together_each_has_fewer(client, letter):
    WrongCode.objects.bulk_create(WrongCode(visitor=f"{number}") for number in range(WRONG_OF_ALL))
    for _guess in range(WRONG_AMONG_MANY):
        assert client.get(f"/verify/{letter.code}/").status_code == 200, "who has the code is let through"
        assert client.get(f"/verify/{NONE_HAS_IT}/").status_code == 404
    assert client.get(f"/verify/{letter.code}/").status_code == 429


def test_behind_a_proxy_the_visitors_own_address_counts(client, letter, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1  # as BEHIND_PROXY sets it
    for _guess in range(WRONG_AN_HOUR):
        client.get(f"/verify/{NONE_HAS_IT}/", headers={"X-Forwarded-For": "198.51.100.1, 203.0.113.7"})
    waits = client.get(f"/verify/{letter.code}/", headers={"X-Forwarded-For": "203.0.113.7"})
    other = client.get(f"/verify/{letter.code}/", headers={"X-Forwarded-For": "203.0.113.7, 203.0.113.8"})
    assert (waits.status_code, other.status_code) == (429, 200)
