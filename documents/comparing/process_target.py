"""What the comparing process runs. Apart from ``foreign``, so that the caller's process loads no layout library."""

from __future__ import annotations

import signal
from multiprocessing.connection import Connection

from documents.comparing.tracking import AUTHOR, DATE


def run(pipe: Connection) -> None:
    """Take two DOCX files from ``pipe`` and send their redline, or the reason (one line) why there is none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    old, new = pipe.recv()
    pipe.send(_compared(old, new))


def _compared(old: bytes, new: bytes) -> bytes | str:
    # Late: the caller imports this module to name the function, only the new process may pay for the library.
    import rdocx  # noqa: PLC0415

    try:
        document = rdocx.Document.from_bytes(old)
        document.compare(rdocx.Document.from_bytes(new), AUTHOR, DATE, granularity="word")
        return document.to_bytes()
    except Exception as error:  # noqa: BLE001 - the worker boundary: whatever the library says becomes the reason
        return _first_line(error)
    except BaseException as error:
        # A panic inside rdocx arrives as an exception that is no Exception; all others of that rank pass through.
        if type(error).__module__ != "pyo3_runtime":
            raise
        return _first_line(error)


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:160] if lines else type(error).__name__
