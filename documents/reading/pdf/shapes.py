"""What stands on the pages of a PDF, as plain values: words with looks and places, drawn rules, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """How a word is set. size: points; hidden: it is not drawn (the text layer of a scan); font: its name."""

    font: str = ""
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    hidden: bool = False


@dataclass(slots=True)
class Word:
    """A run of letters without blanks, of one look. x0, x1: its edges; base: its baseline; glued: no blank stands
    between it and the word before it in the file; blanks: how many typed blanks do; mark: the id of the note whose
    mark it is."""

    text: str
    look: Look
    x0: float
    x1: float
    base: float
    glued: bool = False
    blanks: int = 0
    raised: bool = False
    mark: str = ""

    @property
    def size(self) -> float:
        return self.look.size

    @property
    def middle(self) -> tuple[float, float]:
        """A place within the word, for asking which cell holds it."""
        return (self.x0 + self.x1) / 2, self.base - 0.3 * self.look.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight drawn line, level (y0 == y1) or upright (x0 == x1)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def is_level(self) -> bool:
        return self.y0 == self.y1


@dataclass(slots=True)
class Page:
    """One page. pictures: the share of the page that each image covers; broken: letters whose meaning the file does
    not tell; remarks: texts of comments put on the page."""

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list[Word])
    rules: list[Rule] = field(default_factory=list[Rule])
    pictures: list[float] = field(default_factory=list[float])
    broken: int = 0
    remarks: list[str] = field(default_factory=list[str])

    @property
    def is_landscape(self) -> bool:
        return self.width > self.height


@dataclass(slots=True)
class Content:
    """All pages; signatures and attachments: how many the file carries."""

    pages: list[Page] = field(default_factory=list[Page])
    signatures: int = 0
    attachments: int = 0
