"""Short names for building the sample plan. Ids come from what a node says, so that every call gives the same ones."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import md5

from plans.nodes import Bullet, Cell, LabelLine, Node, Paragraph, Section, SectionRole
from plans.text import RichText, Span


def stable_id(kind: str, words: str) -> str:
    """Return the id (32 hexadecimal digits) of the sample's node of that kind and wording."""
    return md5(f"kehoach sample/{kind}/{words}".encode(), usedforsecurity=False).hexdigest()


def text(*pieces: str | Span) -> RichText:
    """Return the pieces as one text; plain strings are upright and regular."""
    return RichText.join(Span(piece) if isinstance(piece, str) else piece for piece in pieces)


def bold(words: str) -> Span:
    """Return ``words`` in bold."""
    return Span(words, bold=True)


def italic(words: str) -> Span:
    """Return ``words`` in italics."""
    return Span(words, italic=True)


def raised(words: str) -> Span:
    """Return ``words`` as superscript."""
    return Span(words, vertical="super")


def mark(footnote: str) -> Span:
    """Return the mark of the footnote with that id."""
    return Span(footnote=footnote)


def paragraph(*pieces: str | Span, numbered: bool = False) -> Paragraph:
    """Return a paragraph; ``numbered`` gives it a label of its sibling group."""
    words = text(*pieces)
    return Paragraph(id=stable_id("paragraph", words.plain), text=words, numbered=numbered)


def bullet(words: str, *below: str) -> Bullet:
    """Return a "-" item, with a "+" item for each of ``below``."""
    return Bullet(
        id=stable_id("bullet", words),
        text=text(words),
        children=list[Node](bullet(words_below) for words_below in below),
    )


def bullets(*items: str) -> list[Node]:
    """Return one bullet for each of ``items``."""
    return [bullet(item) for item in items]


def label_line(words: str, children: Iterable[Node]) -> LabelLine:
    """Return a "* …:" line over ``children``."""
    return LabelLine(id=stable_id("label_line", words), text=text(words), children=list(children))


def section(title: str, role: SectionRole | None, children: Iterable[Node], *, run_in: bool = False) -> Section:
    """Return a titled section; ``run_in`` prints its first paragraph on the title's line."""
    return Section(id=stable_id("section", title), title=text(title), role=role, run_in=run_in, children=list(children))


def head(words: str, *, columns: int = 1, rows: int = 1) -> Cell:
    """Return a head cell: bold, centred."""
    return Cell(text=text(bold(words)), colspan=columns, rowspan=rows, align="center")


def cell(words: str) -> Cell:
    """Return a cell of words, flush left."""
    return Cell(text=text(words), align="left")


def centred(words: str) -> Cell:
    """Return a cell of a running number, a unit or a date."""
    return Cell(text=text(words), align="center")


def figure(words: str) -> Cell:
    """Return a cell of a figure, flush right."""
    return Cell(text=text(words), align="right")
