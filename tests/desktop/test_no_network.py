"""The program opens no internet socket: a whole day's work is watched from within Python and by the system."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.desktop.office_day import internet_sockets, open_inodes

WATCHMAN = """
import sys

def watch(event, arguments):
    family = arguments[1] if event == "socket.__new__" else None
    asked = event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request")
    if asked or (family is not None and int(family) in (2, 10, 23, 30)):
        with open({log!r}, "a", encoding="utf-8") as log:
            log.write(f"{{event}} {{arguments}}\\n")

sys.addaudithook(watch)
"""
"""Runs at the start of every Python process of the program, workers too; families of IPv4 and of IPv6 on the three
systems."""


@pytest.fixture
def watched(tmp_path: Path):
    """Run Python with the watchman; return its output and what he noted."""

    def run(*arguments: str) -> tuple[str, str]:
        log = tmp_path / "noted.txt"
        (tmp_path / "watch").mkdir()
        (tmp_path / "watch" / "sitecustomize.py").write_text(WATCHMAN.format(log=str(log)), encoding="utf-8")
        root = Path(__file__).parents[2]
        environment = os.environ | {
            "PYTHONPATH": os.pathsep.join((str(tmp_path / "watch"), str(root))),
            "QT_QPA_PLATFORM": "offscreen",
            "KEHOACH_LIBRARY": str(tmp_path / "lib" / "kehoach.db"),
        }
        ended = subprocess.run(
            [sys.executable, *arguments], env=environment, capture_output=True, text=True, timeout=240, check=False
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout, log.read_text("utf-8") if log.exists() else ""

    return run


def test_a_days_work_opens_no_internet_socket(watched, tmp_path: Path) -> None:
    out, noted = watched(str(Path(__file__).with_name("office_day.py")), str(tmp_path))
    told = json.loads(out.splitlines()[-1])
    assert told["done"] == ["start", "edit", "pages", "a.docx", "a.pdf", "a.kehoach", "b.docx", "review"]
    assert noted == ""
    assert (told["sockets"], told["libraries"], told["modules"]) == ([], [], [])
    if sys.platform == "linux":
        assert told["looks"] > 10
        assert told["processes"] > 2, "the page worker and the reader were looked at too"


def test_the_watchman_sees_a_socket_also_in_a_child(watched) -> None:
    inner = "import socket; socket.socket(socket.AF_INET)"
    _out, noted = watched("-c", f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}])")
    assert "socket.__new__" in noted


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_look_at_the_system_sees_an_open_socket() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert open_inodes(os.getpid()) & set(internet_sockets())
    assert not open_inodes(os.getpid()) & set(internet_sockets())
