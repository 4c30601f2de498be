"""Beat goes on when the machine's clock was wrong, and when its file finds no room."""

import datetime
import resource

import pytest

from socialcode.celery import app
from socialcode.running.clock import Clock

YEARS = datetime.timedelta(days=4 * 365)
MINUTE = 60


class Noted(Clock):
    """Writes down what it would call."""

    def __init__(self, file):
        self.called = []
        super().__init__(app=app, schedule_filename=str(file), lazy=False)

    def apply_entry(self, entry, producer=None):
        self.called.append(entry.name)

    def run(self):
        """Everything that is due. How long nothing more is, in seconds."""
        while not (pause := self.tick()):
            pass
        return pause

    def wait(self, ago=datetime.timedelta(hours=25)):
        """Let the time pass, or with less than none the clock be set back."""
        for entry in self.schedule.values():
            entry.last_run_at -= ago
        self._heap = None if ago > datetime.timedelta() else self._heap


@pytest.fixture
def file(tmp_path):
    return tmp_path / "schedule"


def test_everything_is_called_once_its_time_has_come(file):
    clock = Noted(file)
    clock.wait()
    clock.run()
    assert {*app.conf.beat_schedule} <= {*clock.called}


def test_what_was_done_in_the_time_to_come_is_done_again(file):
    """As after a start with a clock that was years ahead."""
    wrong = Noted(file)
    wrong.wait(-YEARS)
    wrong.close()
    clock = Noted(file)
    assert clock.run() <= MINUTE
    clock.wait()
    clock.run()
    assert {*app.conf.beat_schedule} <= {*clock.called}


def test_a_clock_that_is_set_back_keeps_nothing_waiting(file, monkeypatch):
    clock = Noted(file)
    clock.run()
    clock.wait(-YEARS)
    clock._heap = [event._replace(time=event.time + YEARS.total_seconds()) for event in clock._heap]
    clock._seen += YEARS.total_seconds()
    assert clock.run() <= MINUTE


def test_a_full_disk_is_no_end(file, caplog):
    clock = Noted(file)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        clock.wait()
        clock.run()
        clock.close()
        other = Noted(file.with_name("another"))
        other.wait()
        other.run()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {*app.conf.beat_schedule} <= {*clock.called} & {*other.called}
    assert "is not remembered" in caplog.text
