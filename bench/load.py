"""Requests a second of the real portal: `python -m bench.load [--clients 1 8 32 128] [--seconds 10]
[--pages result ...] [--children 1] [--soak 600]`.

Starts all processes of the portal with 2 000 invented claims. Each client is a browser with an address of its own that
asks for the same page again and again; clients are threads of this process, so their work is paid by the same machine.
`--soak` then keeps eight clients on all pages for so many seconds and shows how memory grows.
"""

import argparse
import itertools
import statistics
import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode

from bench.portal import Portal

GOAL = 1.0  # seconds, 95 of 100 answers to 32 clients
GOAL_CLIENTS = 32
WARM_UP = 3  # seconds in which every process meets every part once
SOAK_CLIENTS = 8
TOKEN = "a" * 32
ANSWERED = {200, 302}
PREPARE = """
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client
from bench import pages
from bench.queue import rows
from socialcode.accounts.models import User
from socialcode.cases.models import Claim
from socialcode.engine.registry import registry
from tests.factories.accounts import sign_in

def tell(name, session, address, posted=""):
    print("> ", name, session, address, posted)

rows.make_offices()
rows.grow(0, 1999, sorted(registry.provisions))
claim = Claim.objects.filter(status="in_review").order_by("pk").first()
looking = User.objects.filter(role_grants__office=claim.office, role_grants__role="officer").order_by("pk").first()
User.objects.filter(pk=looking.pk).update(staff_iin="999999999999")
client = sign_in(Client(headers={{"host": "localhost"}}), looking)
officer = client.session.session_key
tell("start", "-", "/")
tell("queue", officer, "/work/")
tell("case", officer, f"/work/{{claim.key}}/")
for _visitor in range({visitors}):
    session = SessionStore()
    visit = pages.fill(session, "everything", {children})
    tell("questions", session.session_key, *pages.filled_page(visit))
    tell("result", session.session_key, visit.address(pages.RESULT))
    tell("months", session.session_key, visit.address(pages.MONTHS))
"""


@dataclass(frozen=True)
class Ask:
    """One page as one browser asks for it."""

    session: str
    address: str
    posted: str = ""


@dataclass
class Found:
    """Seconds of every answer, what went wrong, and the seconds of a processor that the web server took for all."""

    seconds: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    processor: float = 0.0


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m bench.load")
    reader.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32, 128])
    reader.add_argument("--seconds", type=float, default=10)
    reader.add_argument("--pages", nargs="+", default=["start", "questions", "result", "months", "queue", "case"])
    reader.add_argument("--children", type=int, default=1)
    reader.add_argument("--soak", type=float, default=0)
    asked = reader.parse_args()
    with Portal(BEHIND_PROXY="1") as portal:
        pages: dict[str, list[Ask]] = {}
        for name, *ask in portal.do(PREPARE.format(visitors=max(asked.clients), children=asked.children)):
            pages.setdefault(name, []).append(Ask(*ask))
        print("| page | clients | requests a second | p50, s | p95, s | p99, s | errors | processor, ms | memory, MB |")
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        for name, clients in itertools.product(asked.pages, asked.clients):
            _show(name, clients, _measured(portal, pages[name], clients, asked.seconds), asked.seconds, portal.memory())
        if asked.soak:
            _soak(portal, [ask for name in asked.pages for ask in pages[name]], asked.soak)


def _measured(portal: Portal, asks: list[Ask], clients: int, seconds: float) -> Found:
    given = list(itertools.islice(itertools.cycle(asks), clients))
    together(portal.port, [[ask] for ask in given], WARM_UP)
    before = portal.processor()
    found = together(portal.port, [[ask] for ask in given], seconds)
    found.processor = portal.processor() - before
    return found


def _soak(portal: Portal, asks: list[Ask], seconds: float) -> None:
    print(f"\n{SOAK_CLIENTS} clients on all pages\n\n| seconds | memory, MB | requests | errors |")
    print("| --- | --- | --- | --- |")
    for tenth in range(1, 11):
        found = together(portal.port, [asks[place::SOAK_CLIENTS] for place in range(SOAK_CLIENTS)], seconds / 10)
        counts = f"{len(found.seconds)} | {len(found.errors)}"
        print(f"| {tenth * seconds / 10:.0f} | {portal.memory():.0f} | {counts} |", flush=True)


def together(port: int, of_clients: list[list[Ask]], seconds: float) -> Found:
    """Each client asks for its pages in turn, for so many seconds: every answer and every error."""
    found, until = Found(), time.monotonic() + seconds
    clients = [
        threading.Thread(target=_ask_again_and_again, args=(port, f"198.51.100.{number}", asks, until, found))
        for number, asks in enumerate(of_clients)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return found


def _ask_again_and_again(port: int, place: str, asks: list[Ask], until: float, found: Found) -> None:
    door = HTTPConnection("127.0.0.1", port, timeout=60)
    for ask in itertools.cycle(asks):
        began = time.monotonic()
        if began > until:
            return
        try:
            status = _status(door, ask, place)
        except (OSError, HTTPException) as error:
            door.close()
            found.errors.append(type(error).__name__)
            continue
        if status in ANSWERED:
            found.seconds.append(time.monotonic() - began)
        else:
            found.errors.append(str(status))


def _status(door: HTTPConnection, ask: Ask, place: str) -> int:
    headers = {"X-Forwarded-For": place, "Cookie": f"csrftoken={TOKEN}; sessionid={ask.session}"}
    if ask.posted:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        body = f"{ask.posted}&{urlencode({'csrfmiddlewaretoken': TOKEN})}"
        door.request("POST", ask.address, body, headers)
    else:
        door.request("GET", ask.address, headers=headers)
    answer = door.getresponse()
    answer.read()
    return answer.status


def _show(name: str, clients: int, found: Found, seconds: float, memory: float) -> None:
    shares = statistics.quantiles(found.seconds, n=100) if len(found.seconds) > 1 else [float("nan")] * 99
    p50, p95, p99 = (shares[percent - 1] for percent in (50, 95, 99))
    missed = " (goal missed)" if clients == GOAL_CLIENTS and not p95 <= GOAL else ""
    said = ", ".join(sorted(set(found.errors)))
    errors = f"{len(found.errors)}{f' ({said})' if said else ''}"
    times = f"{len(found.seconds) / seconds:.1f} | {p50:.3f} | {p95:.3f}{missed} | {p99:.3f}"
    each = found.processor * 1000 / max(len(found.seconds), 1)
    print(f"| {name} | {clients} | {times} | {errors} | {each:.1f} | {memory:.0f} |", flush=True)


if __name__ == "__main__":
    main()
