"""A file → recognised plan: DOCX against mammoth on the same file, plain text against a fixed floor, and how both grow.

The plan is seed 003 where it is at hand, else the sample written eight times over; its DOCX is the clean copy, which
carries no plan, so that everything is read and recognised anew. Times are the best of several runs in turn.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

import mammoth

from documents.reading.blocks import Source
from documents.reading.docx import read_document
from documents.reading.docx_package import DocxPackage
from documents.reading.text import block_text, source_of
from documents.recognition import recognise
from documents.rendering import render_docx
from tests.bench.export import seed_or_sample

ROUNDS = 9
TIMES = 16


def _best(*actions: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    best = [float("inf")] * len(actions)
    for _ in range(rounds):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            best[place] = min(best[place], time.perf_counter() - start)
    return best


def _read(data: bytes) -> Source:
    return read_document(DocxPackage(data, Path("bench.docx")))


def _plain(source: Source) -> str:
    """Return the source as text, one line a paragraph, with the labels that Word counts."""
    return "\n\n".join(f"{block.label} {block_text(block)}".strip() for block in source.blocks)


def _repeated(text: str) -> str:
    """Return a plan whose body is ``text``'s written several times over, under one head and one end."""
    head, first, rest = text.partition("\n\nI.")
    body, recipients, end = (first + rest).partition("\n\nNơi nhận")
    return head + body * TIMES + recipients + end


def main() -> None:
    """Print times and ratios."""
    data = render_docx(seed_or_sample(), issued=True)
    text = _plain(_read(data))
    many = _repeated(text)
    reading, whole, peer = _best(
        lambda: _read(data), lambda: recognise(_read(data)), lambda: mammoth.convert_to_html(io.BytesIO(data))
    )
    print(f"DOCX of {len(data):,} bytes: read {reading * 1000:.0f} ms, with recognition {whole * 1000:.0f} ms,"
          f" mammoth {peer * 1000:.0f} ms")  # fmt: skip
    print(f"against mammoth: {whole / peer:.2f} (aim below 1.5)")
    (once,) = _best(lambda: recognise(source_of(text)))
    (sixteen,) = _best(lambda: recognise(source_of(many)), rounds=3)
    print(f"text of {len(text):,} characters: {once * 1000:.0f} ms (aim below 300)")
    print(f"{len(many) / len(text):.1f} × the text: {sixteen / once:.1f} × the time (aim below 20 for 16)")


if __name__ == "__main__":
    main()
