"""Blocks as the recogniser handles them: one item a paragraph or table, its label parsed off, its looks told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from documents.reading.blocks import Block
from documents.reading.text_labels import BULLETS, Label, LabelKind, parse_label
from documents.reading.text_openers import ends_sentence, is_caps
from plans.nodes import Node
from plans.text import EMPTY, RichText, Span

_SPACES = re.compile(r"[^\S\n]+")
_BRACKETED = re.compile(r"^\(\w{1,4}\)$")
_AUTOMATIC_END = re.compile(r"[.:)\]/\-–]$")


@dataclass(slots=True)
class Item:
    """One paragraph (or table) of the source. text: without its label; label: None where it has none; typed: the
    label stands in the text, so its words are the source's; bold: all of it is set in bold; inferred: its label was
    lost in the source."""

    block: Block
    text: RichText = EMPTY
    label: Label | None = None
    typed: bool = True
    bold: bool = False
    inferred: bool = False

    @property
    def plain(self) -> str:
        return self.text.plain

    @property
    def is_table(self) -> bool:
        return self.block.is_table

    @property
    def is_bullet(self) -> bool:
        return self.label is not None and self.label.kind in BULLETS

    @property
    def is_numbered(self) -> bool:
        return self.label is not None and self.label.kind not in BULLETS

    @property
    def caps(self) -> bool:
        return is_caps(self.plain)

    @property
    def whole(self) -> str:
        """The words as they stood in the source, a typed label included."""
        return f"{self.label.shown} {self.plain}" if self.label and self.typed else self.plain

    @property
    def closed(self) -> bool:
        """Whether the text ends like a sentence."""
        return ends_sentence(self.plain)


@dataclass(slots=True)
class Ledger:
    """Where words went that are no field of the plan: form (printed by the form itself: "Số:", "Nơi nhận:"),
    layout (labels that numbering reprints), unplaced; written: what the form writes in other words than the source,
    whose own words are then with form; rewritten: such lines with what the source has; and the guesses, by node until
    ids are final."""

    form: list[str] = field(default_factory=list[str])
    layout: list[str] = field(default_factory=list[str])
    unplaced: list[str] = field(default_factory=list[str])
    written: list[str] = field(default_factory=list[str])
    rewritten: dict[str, str] = field(default_factory=dict[str, str])
    guesses: list[tuple[Node | None, str, str, float]] = field(
        default_factory=list[tuple[Node | None, str, str, float]]
    )

    def guess(self, node: Node | None, text: str, reason: str, confidence: float) -> None:
        """Note a guess about ``node`` (None: the plan's own fields)."""
        self.guesses.append((node, text, reason, confidence))


def item_of(block: Block) -> Item:
    """Return the item of a block; an automatic label counts as its own, a typed one is parsed off the text."""
    if block.is_table:
        return Item(block)
    text = folded(block.text)
    bold = _all_bold(text)
    if bold:
        text = _unlooked(text)
    if block.label:
        return Item(block, text, _automatic(block.label), typed=False, bold=bold)
    label = parse_label(text.plain)
    if label is None:
        return Item(block, text, bold=bold)
    return Item(block, text.slice(label.end).stripped(), label, bold=bold)


def _automatic(shown: str) -> Label:
    """Return the label that a list numbers by itself; one of an unknown look is a low number or, without any letter
    or digit, a bullet."""
    shown = shown.strip()
    if shown == "o":
        return Label(LabelKind.PLUS, shown, (), 0)
    bare = f"{shown[1:-1]})" if _BRACKETED.match(shown) else shown
    dotted = bare if _AUTOMATIC_END.search(bare) or not bare[-1:].isalnum() else f"{bare}."
    label = parse_label(f"{dotted} Mục")
    if label is not None:
        return Label(label.kind, shown, label.path, 0)
    numbered = any(sign.isalnum() for sign in shown)
    return Label(LabelKind.LETTER, shown, (0,), 0) if numbered else Label(LabelKind.DASH, shown, (), 0)


def folded(text: RichText) -> RichText:
    """Return the text with runs of blanks as one space, none at its ends or around line breaks."""
    spans = [Span(_SPACES.sub(" ", span.text), span.bold, span.italic, span.vertical, span.footnote) for span in text]
    result: list[Span] = []
    for span in spans:
        again = bool(result) and result[-1].text.endswith((" ", "\n")) and span.text.startswith(" ")
        result.append(replace(span, text=span.text[1:]) if again else span)
    return RichText.join(result).stripped()


def _all_bold(text: RichText) -> bool:
    written = [span for span in text if any(c.isalnum() for c in span.text)]
    return bool(written) and all(span.bold for span in written)


def _unlooked(text: RichText) -> RichText:
    return RichText.join(Span(s.text, vertical=s.vertical, footnote=s.footnote) for s in text)


def one_line(text: str) -> str:
    """Return the text with one space between words."""
    return " ".join(text.split())


def unstopped(text: str) -> str:
    """Return the text without closing ";", "." and "," (an ellipsis and "./." are closings too)."""
    text = one_line(text)
    while text.endswith((";", ".", ",", "/.", "./")) and not text.endswith("..."):
        text = text[:-1].rstrip(" /" if text.endswith("/.") else " ")
    return text
