"""Calls of the system that a decoder of files never needs: the kernel refuses them for the rest of the process.

No network, no other program, no other process, no file written, renamed or removed, no wider limit. A filter of Linux
for x86-64 and ARM64 (see seccomp(2)); elsewhere the limits of `bounds` hold alone.
"""

import ctypes
import errno
import os
import platform
import struct
import sys

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, FILTER = 38, 22, 2
LOAD, EQUALS, HAS_BIT, AT_LEAST, ANSWER = 0x20, 0x15, 0x45, 0x35, 0x06
ALLOW, REFUSE, KILL = 0x7FFF0000, 0x00050000, 0x80000000
NUMBER, MACHINE, FIRST_ARGUMENT = 0, 4, 16  # places in what the filter looks at
OTHER_ABI = 0x40000000  # the numbers of x32 begin here
THREAD = 0x00010000  # CLONE_THREAD
ANY = 0xFFFFFFFF  # of prlimit64: a new limit, and not a look at the one there is
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC

# By machine: its number for the kernel, the calls refused, and those looked at more closely
X86_64 = {
    "machine": 0xC000003E,
    "refused": {
        *(41, 42, 49, 50, 53),  # socket, connect, bind, listen, socketpair
        *(57, 58, 59, 322),  # fork, vfork, execve, execveat
        *(62, 101, 310, 311, 321, 323, 425),  # kill, ptrace, process_vm_*, bpf, userfaultfd, io_uring_setup
        *(76, 82, 83, 84, 85, 86, 87, 88, 90, 92, 94, 133),  # truncate, rename, mkdir, ... by name, creat, chmod, chown
        160,  # setrlimit
        *(258, 259, 260, 263, 264, 265, 266, 268, 316, 437),  # the same by folder, openat2
    },
    "open": 2,
    "openat": 257,
    "clone": 56,
    "prlimit64": 302,
}
ARM64 = {
    "machine": 0xC00000B7,
    "refused": {
        *(198, 199, 200, 201, 203),  # socket, socketpair, bind, listen, connect
        *(221, 281),  # execve, execveat
        *(117, 129, 270, 271, 280, 282, 425),  # ptrace, kill, process_vm_*, bpf, userfaultfd, io_uring_setup
        164,  # setrlimit
        *(33, 34, 35, 36, 37, 38, 45, 53, 54, 276, 437),  # mknodat, mkdirat, unlinkat, ..., truncate, chmod, chown
    },
    "openat": 56,
    "clone": 220,
    "prlimit64": 261,
}
MACHINES = {"x86_64": X86_64, "aarch64": ARM64}
CLONE3 = 435  # on every machine; what it is asked for cannot be looked at, so that libraries fall back to clone


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_char_p))


def refuse() -> None:
    """Put the filter in place. Raises OSError where this Linux has none: then no file is opened at all."""
    calls = MACHINES.get(platform.machine()) if sys.platform == "linux" else None
    if calls is None:
        return
    steps = b"".join(_filter(calls))
    program = _Program(len(steps) // 8, steps)
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    if prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or prctl(PR_SET_SECCOMP, FILTER, ctypes.byref(program), 0, 0):
        raise OSError(ctypes.get_errno(), "this kernel filters no calls")


def _step(code: int, value: int, *, met: int = 0, unmet: int = 0) -> bytes:
    """One instruction; `met` and `unmet` say how many to leave out."""
    return struct.pack("=HBBI", code, met, unmet, value)


def _filter(calls: dict):
    yield _step(LOAD, MACHINE)
    yield _step(EQUALS, calls["machine"], met=1)
    yield _step(ANSWER, KILL)
    yield _step(LOAD, NUMBER)
    yield _step(AT_LEAST, OTHER_ABI, unmet=1)
    yield _step(ANSWER, KILL)
    for number in sorted(calls["refused"]):
        yield from _refused(number, errno.EPERM)
    yield from _refused(CLONE3, errno.ENOSYS)
    for name, place in (("open", 1), ("openat", 2)):
        if name in calls:
            yield from _looked_at(calls[name], place, WRITING, with_bit=REFUSE | errno.EPERM, without=ALLOW)
    yield from _looked_at(calls["prlimit64"], 2, ANY, with_bit=REFUSE | errno.EPERM, without=ALLOW)
    yield from _looked_at(calls["clone"], 0, THREAD, with_bit=ALLOW, without=REFUSE | errno.EPERM)
    yield _step(ANSWER, ALLOW)


def _refused(number: int, error: int):
    yield _step(EQUALS, number, unmet=1)
    yield _step(ANSWER, REFUSE | error)


def _looked_at(number: int, place: int, bits: int, *, with_bit: int, without: int):
    """A call answered by the bits of one of its arguments (their lower half is enough)."""
    yield _step(EQUALS, number, unmet=4)
    yield _step(LOAD, FIRST_ARGUMENT + 8 * place)
    yield _step(HAS_BIT, bits, unmet=1)
    yield _step(ANSWER, with_bit)
    yield _step(ANSWER, without)
