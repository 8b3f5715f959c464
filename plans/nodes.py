"""The kinds of node a plan is made of. Every printed thing with an identity is a node in one tree.

``id`` survives save, package, DOCX round trip and rollover; it is unique within its plan. ``origin`` is the id of
the node of last year's plan that this one was carried from, None for new ones. ``source_label`` is the label the
imported file showed ("2.1", "a)"): provenance that never prints. ``note`` is for the clerk and never prints.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Literal, Self, TypeVar, cast
from uuid import uuid4

from plans.text import EMPTY, RichText


class LabelStyle(StrEnum):
    """How the labels of one sibling group look (decree, Phụ lục I, II.6.đ; UPPER_LETTER, DECIMAL, DASH, PLUS by
    custom)."""

    PART = "part"  # Phần I
    CHAPTER = "chapter"  # Chương I
    ARTICLE = "article"  # Điều 1. (counted through the whole plan)
    UPPER_LETTER = "upper_letter"  # A.
    ROMAN = "roman"  # I.
    ARABIC = "arabic"  # 1.
    DECIMAL = "decimal"  # 1.1. (the label of the holder, then the own number)
    LETTER = "letter"  # a)
    DASH = "dash"  # -
    PLUS = "plus"  # +
    NONE = "none"


class SectionRole(StrEnum):
    """What a section is for; None where it is not known."""

    SITUATION = "situation"
    PURPOSE = "purpose"
    REQUIREMENTS = "requirements"
    PURPOSE_REQUIREMENTS = "purpose_requirements"
    TARGETS = "targets"
    TASKS = "tasks"
    SOLUTIONS = "solutions"
    ROADMAP = "roadmap"
    BUDGET = "budget"
    ORGANISATION = "organisation"
    ASSIGNMENTS = "assignments"
    MONITORING = "monitoring"
    REPORTING = "reporting"


class TaskStatus(StrEnum):
    """How far a task is; OPEN ones are carried to the next year, DONE ones become history."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


_Original = TypeVar("_Original")
Comparator = Literal["", ">=", ">", "=", "<", "<=", "range"]
Orientation = Literal["portrait", "landscape"]
Align = Literal["", "left", "center", "right", "justify"]


def new_id() -> str:
    """Return a fresh node id: 32 hexadecimal digits."""
    return uuid4().hex


@dataclass(kw_only=True)
class Node:
    """What all kinds share. ``child_labels`` is the label style of the group of this node's numbered children;
    None: by the plan's scheme and depth (see ``numbering``)."""

    kind: ClassVar[str] = ""

    id: str = field(default_factory=new_id)
    children: list[Node] = field(default_factory=list["Node"])
    child_labels: LabelStyle | None = None
    source_label: str = ""
    origin: str | None = None
    note: str = ""

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it, in document order."""
        left: list[Node] = [self]
        while left:
            node = left.pop()
            yield node
            left.extend(reversed(node.children))

    def __deepcopy__(self, memo: dict[int, object]) -> Self:
        return twin(self)


def twin(original: _Original) -> _Original:
    """Return a copy with lists, nodes and cells of its own; all else a plan holds cannot be changed and is shared.

    Every save copies the plan while the clerk waits: for 2,000 nodes 12 ms, by copy's own way 230.
    """
    made = object.__new__(type(original))
    vars(made).update({name: _copied(value) for name, value in vars(original).items()})
    return made


def _copied(value: Any) -> Any:
    if isinstance(value, list):
        return [_copied(each) for each in cast("list[Any]", value)]
    if isinstance(value, dict):
        return dict(cast("dict[Any, Any]", value))
    return twin(value) if isinstance(value, (Node, Cell)) else value


@dataclass(kw_only=True)
class Part(Node):
    """One of the fixed containers of a plan; its id is its name, the same in every plan."""

    kind = "part"


@dataclass(kw_only=True)
class Section(Node):
    """A titled part of the body. ``run_in``: the first paragraph below is printed on the title's line, after a
    colon ("3. Các trường học: Căn cứ …"). ``numbered`` False: the title carries no label."""

    kind = "section"
    title: RichText = EMPTY
    role: SectionRole | None = None
    run_in: bool = False
    numbered: bool = True


@dataclass(kw_only=True)
class Paragraph(Node):
    """A paragraph of prose. ``numbered``: it takes a label from its sibling group though it is no heading."""

    kind = "paragraph"
    text: RichText = EMPTY
    numbered: bool = False


@dataclass(kw_only=True)
class Bullet(Node):
    """A list item: "-", nested below another bullet "+"."""

    kind = "bullet"
    text: RichText = EMPTY


@dataclass(kw_only=True)
class LabelLine(Node):
    """A line such as "* Nhiệm vụ:" over the nodes it holds; ``text`` without the star."""

    kind = "label_line"
    text: RichText = EMPTY


@dataclass(kw_only=True)
class Target(Node):
    """A goal with a figure. ``text`` is what is printed (as a bullet); the other fields are what it says.

    value: as printed ("0,82", "05/05", "100"), "" unknown; for comparator "range" two values joined by " - ".
    unit: "%", "trường", … ; year: the year it is due, None if not said; baseline / actual: last year's and this
    year's result as printed, "" unknown; lead / coordinating: bodies named beside it.
    """

    kind = "target"
    text: RichText = EMPTY
    comparator: Comparator = ""
    value: str = ""
    unit: str = ""
    year: int | None = None
    baseline: str = ""
    actual: str = ""
    source: str = ""
    lead: list[str] = field(default_factory=list[str])
    coordinating: list[str] = field(default_factory=list[str])


@dataclass(kw_only=True)
class Task(Node):
    """A piece of work with who, what and when. Its children are its contents (paragraphs, bullets).

    leaders: the leaders in charge as printed, name and office ("Đồng chí …, Phó Chủ tịch …"); lead / advisers /
    coordinating: unit names as printed; products: one string each; deadline: as the clerk writes it ("Quý II/2026"),
    see ``periods``. ``part_titles`` keeps wordings other than the usual ones of the parts, by "content",
    "assignment", "leaders", "lead", "advisers", "coordinating", "product", "deadline".
    ``target``: the id of the Target it serves, "" for none.
    """

    kind = "task"
    title: RichText = EMPTY
    leaders: list[str] = field(default_factory=list[str])
    lead: list[str] = field(default_factory=list[str])
    advisers: list[str] = field(default_factory=list[str])
    coordinating: list[str] = field(default_factory=list[str])
    products: list[str] = field(default_factory=list[str])
    deadline: str = ""
    status: TaskStatus = TaskStatus.OPEN
    budget_source: str = ""
    target: str = ""
    part_titles: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(kw_only=True)
class RoadmapYear(Node):
    """What is due in one year (or period: its first year). ``label`` is the line as printed ("Năm 2026")."""

    kind = "roadmap_year"
    year: int
    label: RichText = EMPTY


@dataclass(kw_only=True)
class Assignment(Node):
    """The duties (children) of one unit. Printed as ``prefix`` and ``unit`` ("Đề nghị" + "Ủy ban …")."""

    kind = "assignment"
    unit: str = ""
    prefix: str = ""
    run_in: bool = False
    numbered: bool = True

    @property
    def title(self) -> str:
        """The heading as printed."""
        return f"{self.prefix} {self.unit}".strip()


@dataclass(kw_only=True)
class Cell:
    """One cell of a table; a newline in the text starts a new paragraph. Spans count columns and rows."""

    text: RichText = EMPTY
    colspan: int = 1
    rowspan: int = 1
    align: Align = ""

    def __deepcopy__(self, memo: dict[int, object]) -> Cell:
        return twin(self)


@dataclass(kw_only=True)
class Table(Node):
    """A data table. ``rows`` lists each row's own cells, left to right; a place covered by a span from the left
    or from above has no cell (as in HTML). ``header_rows`` are repeated on each page. ``widths``: shares of the
    text width per column, empty: from the content. ``orientation`` landscape: on pages of its own."""

    kind = "table"
    title: RichText = EMPTY
    rows: list[list[Cell]] = field(default_factory=list[list[Cell]])
    header_rows: int = 1
    widths: list[float] = field(default_factory=list[float])
    orientation: Orientation = "portrait"


@dataclass(kw_only=True)
class LegalBasis(Node):
    """One căn cứ paragraph, without its final ";" or "."."""

    kind = "legal_basis"
    text: RichText = EMPTY


@dataclass(kw_only=True)
class Recipient(Node):
    """One line of Nơi nhận, without "-" and without final ";" or "."."""

    kind = "recipient"
    text: str = ""


@dataclass(kw_only=True)
class Footnote(Node):
    """A note marked somewhere in the text by a Span; newlines part its items."""

    kind = "footnote"
    text: RichText = EMPTY


@dataclass(kw_only=True)
class Appendix(Node):
    """A phụ lục: its title (printed in capitals), then its children. ``reference``: the "(Kèm theo …)" line as
    read, printed while number, date and issuer are the plan's own; "" to have it computed from them."""

    kind = "appendix"
    title: RichText = EMPTY
    reference: str = ""
    orientation: Orientation = "portrait"


NODE_KINDS: dict[str, type[Node]] = {
    cls.kind: cls
    for cls in (
        Part, Section, Paragraph, Bullet, LabelLine, Target, Task, RoadmapYear, Assignment, Table, LegalBasis,
        Recipient, Footnote, Appendix,
    )
}  # fmt: skip
"""Every kind by its name."""
