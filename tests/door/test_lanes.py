"""Threads are few: who gets one next, who is sent away, and what becomes of one that never comes back."""

import asyncio
import threading
from io import BytesIO

import pytest

from socialcode.door.lanes import Lane
from socialcode.door.limits import LaneLimits
from socialcode.door.refusals import BusyError, TooLongError, TooManyError

from .loop import in_a_loop

AT_ONCE, FOR_EVER = 0, 600  # seconds


class Piece:
    """Work that says when it began, and ends when it may."""

    def __init__(self, name, began):
        self.name, self.began, self.may_end = name, began, threading.Event()
        self.sent, self.body = BytesIO(), BytesIO()

    def __call__(self):
        self.began.append(self.name)
        self.may_end.wait()
        return self


class Lanes:
    """A lane and the pieces of work that came to it, in order."""

    def __init__(self, **limits):
        self.stuck, self.began, self.pieces, self.tasks = [], [], {}, {}
        self.lane = Lane("test", LaneLimits(**limits), lambda: self.stuck.append("stuck"))

    async def come(self, name, waits=FOR_EVER, works=FOR_EVER):
        """The piece of work `name`, of the visitor that is its first letter."""
        piece = self.pieces[name] = Piece(name, self.began)
        self.tasks[name] = asyncio.ensure_future(self.lane.run(name[0], piece, waits=waits, works=works))
        await asyncio.sleep(0)
        return self.tasks[name]

    async def end(self, name):
        self.pieces[name].may_end.set()
        return await self.tasks[name]

    async def end_all(self):
        for name in self.pieces:
            self.pieces[name].may_end.set()
        await asyncio.gather(*self.tasks.values(), return_exceptions=True)


def test_whose_requests_run_already_waits_for_the_others():
    async def visit():
        lanes = Lanes(threads=2, of_all=10, of_one=10)
        for name in ("a1", "c1", "a2", "a3", "b1"):
            await lanes.come(name)
        await lanes.end("c1")
        await lanes.end("b1")
        await lanes.end_all()
        return lanes.began

    assert in_a_loop(visit())[:3] == ["a1", "c1", "b1"]


def test_of_one_visitor_and_of_all_only_so_many_come_in():
    async def visit():
        lanes = Lanes(threads=1, of_all=3, of_one=2)
        await lanes.come("a1")
        await lanes.come("a2")
        with pytest.raises(TooManyError):
            await (await lanes.come("a3"))
        await lanes.come("b1")
        with pytest.raises(BusyError):
            await (await lanes.come("c1"))
        assert lanes.pieces["a3"].sent.closed
        assert lanes.pieces["c1"].sent.closed
        assert await lanes.end("a1") is lanes.pieces["a1"]
        await lanes.come("c2")
        await lanes.end_all()
        return lanes.began

    assert sorted(in_a_loop(visit())) == ["a1", "a2", "b1", "c2"]


def test_who_waits_too_long_is_told_and_takes_no_place():
    async def visit():
        lanes = Lanes(threads=1, of_all=2, of_one=2)
        await lanes.come("a1")
        with pytest.raises(BusyError):
            await (await lanes.come("b1", waits=AT_ONCE))
        await lanes.come("b2")
        await lanes.end("a1")
        await lanes.end("b2")
        return lanes.began

    assert in_a_loop(visit()) == ["a1", "b2"]


def test_who_leaves_is_not_worked_for():
    async def visit():
        lanes = Lanes(threads=1, of_all=3, of_one=3)
        await lanes.come("a1")
        waiting = await lanes.come("b1")
        await lanes.come("c1")
        waiting.cancel()
        await lanes.end("a1")
        await lanes.end("c1")
        assert lanes.pieces["b1"].sent.closed
        return lanes.began

    assert in_a_loop(visit()) == ["a1", "c1"]


def test_an_answer_that_nobody_waits_for_is_closed_and_its_thread_is_free_again():
    async def visit():
        lanes = Lanes(threads=1, of_all=3, of_one=3)
        (await lanes.come("a1")).cancel()
        await lanes.come("b1")
        lanes.pieces["a1"].may_end.set()
        await lanes.end("b1")
        return lanes.pieces["a1"].body.closed, lanes.began

    assert in_a_loop(visit()) == (True, ["a1", "b1"])


def test_a_lane_of_which_no_thread_comes_back_says_so():
    async def visit():
        lanes = Lanes(threads=2, of_all=9, of_one=9)
        for name in ("a1", "b1"):
            assert not lanes.stuck
            with pytest.raises(TooLongError):
                await (await lanes.come(name, works=AT_ONCE))
        assert lanes.stuck == ["stuck"]
        await lanes.end_all()
        for name in ("c1", "c2"):
            await lanes.come(name)
        while not {"c1", "c2"} <= {*lanes.began}:  # so both threads have come back
            await asyncio.sleep(0)
        for name in ("c1", "c2"):
            await lanes.end(name)
        with pytest.raises(TooLongError):
            await (await lanes.come("d1", works=AT_ONCE))
        await lanes.end_all()
        return lanes.stuck

    assert in_a_loop(visit()) == ["stuck"], "one that came late is not counted for ever"
