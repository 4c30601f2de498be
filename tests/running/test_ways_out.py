"""An exchange with another system ends in time, whatever it answers and however slowly."""

import pytest
import requests

from socialcode.running import ways_out
from tests.running.trickle import Trickle

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n"


@pytest.fixture
def trickle(request):
    return Trickle(*request.param)


SLOW = [(b"H", b"T"), (b"HTTP/1.1 200 OK\r\n", b"a"), (HEAD, b"a"), (b"HTTP/1.1 100 Continue\r\n\r\n" * 2, b"HTTP")]


@pytest.mark.parametrize("trickle", SLOW, ids=["status", "header", "body", "nothing final"], indirect=True)
def test_who_answers_a_byte_at_a_time_is_cut_off(trickle):
    with requests.Session() as session:
        ways_out.bound(session, altogether=0.5)
        with pytest.raises(requests.RequestException):
            session.post(trickle.address, data=b"x", timeout=5)
    assert trickle.hung_up.wait(30)


@pytest.mark.parametrize("trickle", [(HEAD, b"a" * 65536)], indirect=True)
def test_who_never_stops_answering_is_cut_off(trickle):
    with pytest.raises(requests.RequestException, match="too large"):
        ways_out.post(trickle.address)
    assert trickle.hung_up.wait(30)


@pytest.mark.parametrize("trickle", [(HEAD[:-2] + b"Content-Length: 2\r\n\r\n{}", b"")], indirect=True)
def test_what_is_answered_in_time_is_read(trickle):
    answer = ways_out.post(trickle.address)
    assert (answer.status_code, answer.json(), answer.text) == (200, {}, "{}")
