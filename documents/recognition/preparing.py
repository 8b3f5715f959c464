"""What typists put together that are several paragraphs: items and căn cứ parted by soft breaks, spaced titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from documents.reading.blocks import Block, Source
from documents.reading.text_labels import BULLETS, Label, parse_label
from documents.reading.text_openers import ends_sentence, unspread
from plans.text import RichText

_BASIS = re.compile(r"Căn\s+cứ\s")


def prepared(source: Source) -> tuple[list[Block], str]:
    """Return the blocks of the source, each one paragraph or table, and the text whose words must be accounted for."""
    blocks: list[Block] = []
    text = source.text
    for block in source.blocks:
        plain = block.text.plain
        whole = unspread(plain)
        if whole != plain:
            text = text.replace(plain, whole, 1)
            blocks.append(replace(block, text=RichText.of(whole, bold=block.text.spans[0].bold)))
        elif "\n" in plain:
            blocks += _parted(block)
        else:
            blocks.append(block)
    return blocks, text


def _parted(block: Block) -> Iterator[Block]:
    plain = block.text.plain
    start = 0
    for end in [*_breaks(plain, block.label), len(plain)]:
        piece = block.text.slice(start, end).stripped()
        if piece:
            whole = start == 0 and end == len(plain)
            yield block if whole else replace(block, text=piece, label=block.label if start == 0 else "")
        start = end


def _breaks(plain: str, automatic: str) -> Iterator[int]:
    """Yield where a line after a soft break begins an item of its own: it goes on with the count of the one before, is
    a bullet like it or below its colon, or is a căn cứ after another."""
    before = parse_label(f"{automatic} Mục") if automatic else None
    at = 0
    previous = ""
    for line in plain.split("\n"):
        label = parse_label(line.strip())
        if at and (_goes_on(before, label, previous) or (_BASIS.match(line) and _BASIS.match(plain))):
            yield at
        before = label or before
        previous = line
        at += len(line) + 1


def _goes_on(before: Label | None, label: Label | None, previous: str) -> bool:
    if label is None:
        return False
    if label.kind in BULLETS:
        bullets = before is not None and before.kind in BULLETS
        return (bullets and ends_sentence(previous.strip())) or previous.rstrip().endswith(":")
    return before is not None and before.kind is label.kind and label.number == before.number + 1
