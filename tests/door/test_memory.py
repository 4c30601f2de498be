"""A process of the web server that wants too much memory gets none, and one that holds too much is replaced."""

import urllib.error
import urllib.request

import pytest

from .test_web_server import PATIENCE, WebServer

pytestmark = pytest.mark.process
GREEDY = {
    "socialcode.asgi:application": "tests.door.greedy:application",
    "--rss-sample-interval 10": "--rss-sample-interval 1",
    "--respawn-interval 10": "--respawn-interval 1",
    "$WEB_MEMORY": "400",
}


@pytest.fixture
def server():
    server = WebServer(GREEDY, PROCESS_MEMORY="900", PYTHONPATH=".", DEBUG="1")
    yield server.wait_for("Started worker-", times=2)
    server.process.terminate()
    server.process.communicate(timeout=PATIENCE)


def ask(server, address):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{server.port}{address}", timeout=PATIENCE) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as refused:
        return refused.code, refused.read().decode()


def test_a_request_that_wants_too_much_memory_takes_nobody_along(server):
    before = server.workers()
    for _each in before:
        status, page = ask(server, "/take?2000")
        assert (status, "<h1" in page) == (500, True)
        assert server.is_well()
    assert server.workers() == before

    assert ask(server, "/keep?400")[0] == 200
    server.wait_for("Started worker-", times=3)
    assert server.is_well()
