"""Of which kind a test is, `browser`, `process` or neither, and in which order tests run: the long ones begin.

`-m "not browser and not process"` leaves what one process does by itself: the inner loop of a change.
"""

import sys

import pytest
from xdist.scheduler import LoadScheduling

STARTING = {"subprocess.Popen", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system"}
LONGEST = ("tests/notices/test_faults.py", "tests/running/test_serve.py", "tests/browser/test_journey.py")

# What all tests of such a file stand on takes long to make: databases brought forward, families walked through a check
TOGETHER = (
    "tests/test_moved_tables.py",
    "tests/registers/test_moved_tables.py",
    "tests/registers/test_moved_months.py",
    "tests/check/test_few_questions.py",
)

_may_start_none = []  # the test that runs, if it is of neither kind


def pytest_configure(config):
    config.addinivalue_line("markers", "browser: walks through pages in Chromium; marked so by its fixture `browser`")
    config.addinivalue_line("markers", "process: starts processes; a test without this mark cannot")
    sys.addaudithook(_refuse)


def pytest_itemcollected(item):
    if "browser" in item.fixturenames:
        item.add_marker(pytest.mark.browser)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Tests that share one machine's processors end together if the longest begin."""
    items.sort(key=_place)  # those that are alike stay in their order


def pytest_xdist_make_scheduler(config, log):
    return WholeFiles(config, log) if config.getvalue("dist") == "load" else None


class WholeFiles(LoadScheduling):
    """Hands tests out as usual, but to one process all tests of a file that are `TOGETHER`."""

    def _send_tests(self, node, num):
        while 0 < num < len(self.pending) and self._file(num) in TOGETHER and self._file(num) == self._file(num - 1):
            num += 1
        super()._send_tests(node, num)

    def _file(self, place):
        return self.collection[self.pending[place]].partition("::")[0]


def _place(item):
    if item.nodeid.startswith(LONGEST):
        return LONGEST.index(item.nodeid.partition("::")[0])
    return len(LONGEST) + (0 if _is(item, "process") else 1 if _is(item, "browser") else 2)


def _is(item, kind) -> bool:
    return item.get_closest_marker(kind) is not None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    if not (_is(item, "process") or _is(item, "browser")):
        _may_start_none.append(item.nodeid)
    try:
        return (yield)
    finally:
        _may_start_none.clear()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef):
    """What lasts for all tests, such as a server, belongs to no one test."""
    running = _may_start_none[:]
    if fixturedef.scope == "session":
        _may_start_none.clear()
    try:
        return (yield)
    finally:
        _may_start_none[:] = running


def _refuse(event, _arguments):
    if _may_start_none and event in STARTING:
        raise RuntimeError(f"{_may_start_none[0]} starts a process: say so with `pytest.mark.process`.")
