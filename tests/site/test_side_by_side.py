# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Parts of one work beside each other: the same result as one after the other, whatever happens to a process."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from porchlight.site.side_by_side import side_by_side

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux does parts in processes of their own")


def in_a_process_of_one_thread(lines: str) -> str:
    """What the lines print: the runner of tests has threads of its own, beside which nothing is forked."""
    script = f"import os, signal\nfrom porchlight.site.side_by_side import side_by_side\nhere = os.getpid()\n{lines}"
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.strip()


@linux
def test_every_part_is_made_in_another_process_and_comes_back_in_order() -> None:
    script = "print(side_by_side([lambda n=n: (n, os.getpid() == here) for n in range(3)]))"
    assert in_a_process_of_one_thread(script) == str([(0, False), (1, False), (2, False)])


@linux
def test_where_a_library_keeps_threads_of_its_own_nothing_is_forked() -> None:
    """A copy of this process would wait for the threads that typst started here, for ever."""
    script = (
        "import typst\n"
        "page = lambda: len(typst.compile(b'A page', format='pdf')) > 100\n"
        "print(side_by_side([page, page]), page(), side_by_side([page, page]))"
    )
    assert in_a_process_of_one_thread(script) == "[True, True] True [True, True]"


@linux
def test_what_a_killed_process_should_have_made_is_made_here() -> None:
    script = (
        "def part():\n"
        "    if os.getpid() != here:\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "    return 'made'\n"
        "print(side_by_side([part, lambda: 'last']))"
    )
    assert in_a_process_of_one_thread(script) == "['made', 'last']"


@linux
def test_what_a_process_that_was_killed_half_told_is_made_here() -> None:
    """Killed in the middle of its answer."""
    script = (
        "from multiprocessing.connection import Connection\n"
        "send = Connection._send\n"
        "def cut_off(end, data):\n"
        "    send(end, bytes(data)[:9])\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        "Connection._send = cut_off\n"
        "print(side_by_side([lambda: 'm' * 99, lambda: 'n' * 99]) == ['m' * 99, 'n' * 99])"
    )
    assert in_a_process_of_one_thread(script) == "True"


@linux
def test_a_fault_comes_up_as_itself_and_leaves_no_process_behind() -> None:
    script = (
        "def part():\n"
        "    raise KeyError('this one')\n"
        "try:\n"
        "    side_by_side([part, lambda: 'last'])\n"
        "except KeyError as fault:\n"
        "    print(fault)\n"
        "try:\n"
        "    os.waitpid(-1, os.WNOHANG)\n"
        "except ChildProcessError:\n"
        "    print('alone')"
    )
    assert in_a_process_of_one_thread(script) == "'this one'\nalone"


@linux
def test_a_fault_here_ends_the_other_processes() -> None:
    script = (
        "import time\n"
        "try:\n"
        "    side_by_side([lambda: 1 // 0, lambda: time.sleep(600)])\n"
        "except ZeroDivisionError:\n"
        "    print('ended')"
    )
    assert in_a_process_of_one_thread(script) == "ended"


@linux
def test_what_asked_is_killed_and_none_of_its_processes_works_on() -> None:
    script = (
        "import sys, time\n"
        "def part():\n"
        "    print(os.getpid(), flush=True)\n"
        "    time.sleep(600)\n"
        "side_by_side([part, part])"
    )
    lines = f"import os, signal\nfrom porchlight.site.side_by_side import side_by_side\n{script}"
    with subprocess.Popen([sys.executable, "-c", lines], stdout=subprocess.PIPE, text=True) as asking:
        assert asking.stdout
        parts = [asking.stdout.readline() for _ in range(2)]
        asking.kill()
        assert asking.stdout.read() == "", "the pipe ends with the last process that holds it"
    assert all(parts)


def test_beside_another_thread_all_is_made_here() -> None:
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert side_by_side([os.getpid, os.getpid]) == [os.getpid()] * 2
    finally:
        stop.set()
        other.join()
