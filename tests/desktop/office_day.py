"""A day at the office in one process: start, sample, typing, pages, every export, audit, a file read. Run by itself.

Prints one JSON object: what was done, and what the system says of sockets meanwhile (Linux: /proc; elsewhere nothing).
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

PATIENCE_MS = 60_000


class SocketWatch(threading.Thread):
    """Looks again and again which internet sockets this process and its children hold.

    Attributes:
        seen: the sockets found, as lines of /proc/net.
        processes: every process looked at.
        libraries: names of network libraries that were loaded.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: set[str] = set()
        self.processes: set[int] = set()
        self.libraries: set[str] = set()
        self.looks = 0
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(0.02):
            self.look()

    def finish(self) -> None:
        """Look a last time."""
        self._over.set()
        self.join()
        self.look()

    def look(self) -> None:
        """Compare the open files with the sockets the system knows."""
        if not Path("/proc/net/tcp").exists():
            return
        self.looks += 1
        family = family_of(os.getpid())
        self.processes |= family
        sockets = internet_sockets()
        for process in family:
            self.seen |= {sockets[inode] for inode in open_inodes(process) if inode in sockets}
            self.libraries |= {"QtNetwork"} if "Qt6Network" in text_of(Path(f"/proc/{process}/maps")) else set()


def text_of(path: Path) -> str:
    """Return the text of a file of /proc, "" where its process is gone."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def family_of(process: int) -> set[int]:
    """Return the process and all that came of it."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = text_of(stat).rpartition(")")[2].split()
        if fields:
            parents[int(stat.parent.name)] = int(fields[1])
    family = {process}
    while more := {child for child, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def internet_sockets() -> dict[str, str]:
    """Return the internet sockets of this machine by inode."""
    found: dict[str, str] = {}
    for kind in ("tcp", "tcp6", "udp", "udp6", "udplite", "raw", "raw6", "icmp", "icmp6"):
        for line in text_of(Path("/proc/net") / kind).splitlines()[1:]:
            found[line.split()[9]] = f"{kind} {line.strip()}"
    return found


def open_inodes(process: int) -> set[str]:
    """Return the inodes of the sockets a process holds."""
    found: set[str] = set()
    try:
        for name in os.listdir(f"/proc/{process}/fd"):  # noqa: PTH208 - links that vanish meanwhile
            target = os.readlink(f"/proc/{process}/fd/{name}")  # noqa: PTH115
            if target.startswith("socket:["):
                found.add(target[8:-1])
    except OSError:
        pass  # the process or the file is gone
    return found


def wait_until(true: Callable[[], object], what: str) -> None:
    """Let the window live until ``true``; end the program where that never comes."""
    loop, timer = QEventLoop(), QTimer()
    end = time.monotonic() + PATIENCE_MS / 1000
    timer.timeout.connect(lambda: loop.quit() if true() or time.monotonic() > end else None)
    timer.start(20)
    loop.exec()
    timer.stop()
    if not true():
        raise SystemExit(f"never came: {what}")


def work_through(folder: Path) -> list[str]:
    """Do what a clerk does in a day; return what was done."""
    from desktop import exports
    from desktop.start import make_window
    from plans.changes import SetField
    from plans.plan import PLAN_ID

    done: list[str] = []
    window = make_window()
    window.show()
    window.library.refresh()
    window.visits.begin()
    wait_until(lambda: window.home.loaded, "the list")
    window.visits.leave()
    window.sample.trigger()
    wait_until(lambda: window.editor, "the sample")
    window.editor.document.edit(SetField(PLAN_ID, "subject", "Trồng cây xuân năm 2026"))
    wait_until(lambda: window.editor.bar.state.text().startswith("Đã lưu"), "the save")
    wait_until(lambda: window.pages().view.page_count, "the pages")
    done += ["start", "edit", "pages"]
    for action, name in (
        (window.out.to_docx, "a.docx"),
        (window.out.to_pdf, "a.pdf"),
        (window.out.to_package, "a.kehoach"),
        (window.out.to_issued, "b.docx"),
    ):
        exports.ask_save_path = lambda *_, place=folder / name: place
        action.trigger()
        wait_until((folder / name).exists, name)
        done.append(name)
    (folder / "c.txt").write_text("KẾ HOẠCH\nTrồng cây\nI. MỤC ĐÍCH\n1. Trồng cây ven đường.\n", encoding="utf-8")
    window.incoming.read_file(folder / "c.txt")
    wait_until(lambda: window.incoming.review, "the review")
    done.append("review")
    window.close()
    return done


def main() -> None:
    """Work through the day and print what was seen."""
    app = QApplication(sys.argv[:1])
    watch = SocketWatch()
    watch.start()
    done = work_through(Path(sys.argv[1]))
    watch.finish()
    app.processEvents()
    modules = sorted(name for name in sys.modules if name in ("PySide6.QtNetwork", "http.client", "urllib.request"))
    told = {"done": done, "looks": watch.looks, "processes": len(watch.processes)}
    found = {"sockets": sorted(watch.seen), "libraries": sorted(watch.libraries), "modules": modules}
    print(json.dumps(told | found))


if __name__ == "__main__":
    main()
