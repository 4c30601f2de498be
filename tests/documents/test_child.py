"""What the process of one paper cannot do, whatever a file makes of it: tried in a process that has set its bounds."""

import subprocess
import sys

import psutil
import pytest
from django.conf import settings

from socialcode.documents import types
from tests.documents import hostile

pytestmark = pytest.mark.process
BOUNDED = """
import ctypes, os, socket, subprocess, sys, threading
from socialcode.documents.child import bounds, calls
bounds.keep_within({{"cpu": 1, "wall": 5, "memory": 400 << 20, "output": 1 << 20, "files": 32}})
calls.refuse()
try:
    {tried}
except (OSError, MemoryError, ValueError) as error:
    print("refused", type(error).__name__)
else:
    print("done")
"""
STARTS = """
import json, subprocess, sys
given = json.dumps({given!r})
command = [sys.executable, "-m", "socialcode.documents.child", given]
child = subprocess.Popen(command, stdin=open({paper!r}), stdout=subprocess.PIPE)
child.stdout.readline()  # it was checked, and is being drawn
print(child.pid, flush=True)
child.wait()
"""


def tried(code: str, tmp_path) -> subprocess.CompletedProcess:
    return subprocess.run(  # noqa: S603 - the words are those below
        [sys.executable, "-B", "-c", BOUNDED.format(tried=code)],
        cwd=settings.BASE_DIR,
        env={"PLACE": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "code",
    [
        "socket.socket()",
        "socket.socketpair()",
        "open(os.environ['PLACE'] + '/a', 'w')",
        "os.unlink(os.environ['PLACE'] + '/kept')",
        "os.rename(os.environ['PLACE'] + '/kept', os.environ['PLACE'] + '/other')",
        "os.mkdir(os.environ['PLACE'] + '/folder')",
        "os.fork()",
        "subprocess.run(['/bin/true'])",
        "os.execv('/bin/true', ['/bin/true'])",
        "os.kill(os.getppid(), 0)",
        "bytearray(600 << 20)",
        "__import__('resource').setrlimit(__import__('resource').RLIMIT_CPU, (9, 9))",
        "[os.dup(0) for _number in range(100)]",
    ],
)
def test_it_is_refused(code, tmp_path):
    (tmp_path / "kept").write_text("kept")
    assert tried(code, tmp_path).stdout.startswith("refused")
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]


@pytest.mark.parametrize(
    "code",
    ["open('/etc/hostname').read()", "(lambda t: (t.start(), t.join()))(threading.Thread(target=len, args=[()]))"],
)
def test_what_decoders_need_is_left(code, tmp_path):
    assert tried(code, tmp_path).stdout == "done\n"


def test_it_does_not_outlive_who_started_it(tmp_path):
    (tmp_path / "paper").write_bytes(hostile.nested_forms())
    starts = STARTS.format(given={**settings.PAPER_BOUNDS, "type": types.PDF}, paper=str(tmp_path / "paper"))
    worker = subprocess.Popen([sys.executable, "-c", starts], cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True)  # noqa: S603
    with worker:
        child = psutil.Process(int(worker.stdout.readline()))
        worker.kill()
    child.wait(timeout=10)


def test_a_loop_without_end_is_ended(tmp_path):
    assert tried("exec('while True: pass')", tmp_path).returncode < 0
