"""What the worker process runs first. Apart from ``serving``, so that the window's process loads no layout library."""

from __future__ import annotations

from multiprocessing.connection import Connection


def run(pipe: Connection, patience: float) -> None:
    """Load the libraries and serve ``pipe``."""
    # Late: the window imports this module to name the function, only the new process may pay for the libraries.
    from documents.pages.serving import serve  # noqa: PLC0415

    serve(pipe, patience)
