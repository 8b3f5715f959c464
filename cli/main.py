"""The entry point ``kehoach``: with no command the window, else one command; exit codes as product.md has them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from plans.errors import Trouble
from resources import texts
from resources.messages import sentence
from resources.reasons import reason

DONE, WRONG_USE, CANNOT_READ_OR_WRITE, STOPPED = 0, 2, 3, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line ``argv`` (None: the process's own) and return the exit code.

    0 done, 2 wrong use, 3 a file cannot be read or written, 4 done with findings (audit).
    """
    if getattr(sys, "frozen", False):
        _serve_frozen_worker()
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    arguments = _choose_language(arguments)
    if not arguments:
        return _open_window()
    return _run(arguments)


def _serve_frozen_worker() -> None:
    """In a build the worker process starts this very program; this call then serves it and never returns."""
    import multiprocessing  # noqa: PLC0415 - start-up elsewhere does without

    multiprocessing.freeze_support()


def _choose_language(arguments: list[str]) -> list[str]:
    """Put the language in force before any text is made; return the arguments without the choice."""
    for at, argument in enumerate(arguments):
        value = argument.partition("=")[2] if argument.startswith("--lang=") else ""
        width = 1 if value else 2
        if argument == "--lang" and at + 1 < len(arguments):
            value = arguments[at + 1]
        if value in texts.LANGUAGES:
            texts.use(value)
            return arguments[:at] + arguments[at + width :]
    return arguments


def _open_window() -> int:
    from desktop.app import run  # noqa: PLC0415 - all other commands run where Qt is absent

    return run()


def _run(arguments: list[str]) -> int:
    try:
        return _carry_out(arguments)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else DONE
    except KeyboardInterrupt:
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has enough; what is left must not fail again when the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Trouble as trouble:
        print(" ".join(sentence(trouble.code, trouble.data).split()), file=sys.stderr)
        return WRONG_USE if trouble.code == "plan-unknown" else CANNOT_READ_OR_WRITE
    except OSError as error:
        print(sentence("output-failed", {"reason": reason(error)}), file=sys.stderr)
        return CANNOT_READ_OR_WRITE


def _carry_out(arguments: list[str]) -> int:
    from cli import commands, usage  # noqa: PLC0415 - the window's start does not need them

    options = usage.build().parse_args(arguments)
    if options.command is None:
        return _open_window()
    code = commands.run(options)
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    raise SystemExit(main())
