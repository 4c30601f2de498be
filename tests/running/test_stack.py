"""Calls deep inside take no memory from the system, whatever the depth at which they come."""

import resource

import pytest

from socialcode.running.stack import with_room

DEPTHS, CALLS = 400, 200


def _leaf():
    return None


def _call_at_each_depth(left):
    for _call in range(CALLS):
        _leaf()
    if left:
        _call_at_each_depth(left - 1)


def _faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def test_no_depth_makes_calls_ask_the_system_for_memory():
    work = with_room(_call_at_each_depth)
    work(DEPTHS)
    before = _faults()
    for _again in range(10):
        work(DEPTHS)
    assert _faults() - before < CALLS


def test_the_work_is_given_what_it_is_called_with_and_its_answer_comes_back():
    @with_room
    def work(first, *, second):
        return first, second

    assert work(1, second=2) == (1, 2)
    assert work.__name__ == "work"


def test_an_error_of_the_work_comes_through():
    @with_room
    def work():
        raise LookupError("none")

    with pytest.raises(LookupError, match="none"):
        work()
