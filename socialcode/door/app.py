"""The ASGI application: a request is taken in whole, waits its turn, is answered in a thread, and is sent out."""

import asyncio
import logging
import os
import signal
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager, suppress
from io import BytesIO
from typing import NoReturn

from socialcode.operating.metrics import count_refusal

from .answers import Answer, Pages, Work
from .bodies import Bodies, GoneError
from .lanes import Lane
from .limits import Limits
from .refusals import FailedError, RefusedError, TooManyError, page
from .visitors import language_of, visitor_of

WATCHERS = ("/healthz",)
COSTLY = ("/check/", "/claims/begin/")  # pages open to everybody that compute what somebody is entitled to

log = logging.getLogger(__name__)


def replace_this_process() -> NoReturn:
    """End at once; the web server starts another. A thread that never comes back cannot be ended otherwise."""
    log.critical("No thread comes back: this process of the web server is replaced")
    os.kill(os.getpid(), signal.SIGKILL)


class Door:
    """Before `pages`, in one process. `when_stuck` is called once no thread of a lane came back in time."""

    def __init__(self, pages: Pages, limits: Limits, when_stuck: Callable[[], None] = replace_this_process):
        self._pages, self._limits, self._bodies = pages, limits, Bodies(limits)
        self._watchers = Lane("watchers", limits.watchers, when_stuck)
        self._costly = Lane("costly", limits.costly, when_stuck)
        self._others = Lane("pages", limits.pages, when_stuck)
        self._inside: Counter[str] = Counter()

    async def __call__(self, scope: dict, receive: Callable, send: Callable) -> None:
        visitor = visitor_of(scope)
        with suppress(GoneError):
            try:
                with self._counted(visitor):
                    answer = await self._answer(scope, receive, visitor)
                    await self._send(answer, scope, send)
            except RefusedError as refusal:
                _note(type(refusal), scope, visitor)
                await self._send(_said(type(refusal), scope), scope, send)

    @contextmanager
    def _counted(self, visitor: str):
        if self._inside[visitor] >= self._limits.at_once_of_one:
            raise TooManyError
        self._inside[visitor] += 1
        try:
            yield
        finally:
            self._inside[visitor] -= 1
            if not self._inside[visitor]:
                del self._inside[visitor]

    async def _answer(self, scope: dict, receive: Callable, visitor: str) -> Answer:
        async with self._bodies.taken(scope, receive, visitor) as body:
            work = Work(self._pages, scope, body)
            lane, limits = self._lane(scope["path"]), self._limits
            working = asyncio.ensure_future(lane.run(visitor, work, waits=limits.waits, works=limits.works))
            leaving = asyncio.ensure_future(_gone(receive))
            try:
                await asyncio.wait((working, leaving), return_when=asyncio.FIRST_COMPLETED)
                if not working.done():
                    raise GoneError
                return working.result()
            except (RefusedError, GoneError):
                raise
            except Exception as error:
                log.exception("A request could not be answered")
                raise FailedError from error
            finally:
                leaving.cancel()
                working.cancel()

    def _lane(self, path: str) -> Lane:
        if path in WATCHERS:
            return self._watchers
        return self._costly if path.startswith(COSTLY) else self._others

    async def _send(self, answer: Answer, scope: dict, send: Callable) -> None:
        """Send an answer part by part. Who does not read it is cut off."""
        with answer.body as body, suppress(TimeoutError):
            await self._in_time(
                send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
            )
            while scope["method"] != "HEAD" and (part := body.read(self._limits.part)):
                await self._in_time(send({"type": "http.response.body", "body": part, "more_body": True}))
            await self._in_time(send({"type": "http.response.body", "body": b""}))

    async def _in_time(self, sending) -> None:
        async with asyncio.timeout(self._limits.reads):
            await sending


async def _gone(receive: Callable) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _note(refusal: type[RefusedError], scope: dict, visitor: str) -> None:
    """A line and a count, as pages have them; the address may hold the key to a door, so the line has its lane."""
    count_refusal(refusal.reason)
    said = {"method": scope["method"], "status": refusal.status, "from": visitor}
    log.warning("Turned away: %s", refusal.reason, extra=said)


def _said(refusal: type[RefusedError], scope: dict) -> Answer:
    headers, body = page(refusal, language_of(scope))
    return Answer(refusal.status, headers, BytesIO(body))
