"""The plan as a whole: the facts of its head and end, and the tree of nodes between."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from plans.nodes import Footnote, LabelStyle, Node, Part, new_id, twin
from plans.profile import DEFAULT, LayoutProfile

PART_NAMES = ("bases", "opening", "body", "closing", "recipients", "appendices", "footnotes")
"""The containers of a plan in the order they are printed (footnotes stand at the foot of their pages)."""

PLAN_ID = "plan"
"""The id that stands for the plan itself where a change names its target."""


class PlanStatus(StrEnum):
    """Where a plan is on its way: đang soạn, trình ký, đã ký ban hành, lưu trữ."""

    DRAFT = "draft"
    REVIEW = "review"
    SIGNED = "signed"
    ARCHIVED = "archived"


SCHEMES: dict[str, tuple[LabelStyle, ...]] = {
    "decree": (LabelStyle.ROMAN, LabelStyle.ARABIC, LabelStyle.LETTER, LabelStyle.DASH, LabelStyle.PLUS),
    "decimal": (
        LabelStyle.ROMAN,
        LabelStyle.ARABIC,
        LabelStyle.DECIMAL,
        LabelStyle.DECIMAL,
        LabelStyle.LETTER,
        LabelStyle.DASH,
        LabelStyle.PLUS,
    ),
}
"""Label styles by heading depth, by the scheme's name (decree: PL1-V#6.b; decimal by custom)."""


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Top left of page 1. parent: cơ quan chủ quản, "" for none; agency: one entry a printed line, () unknown."""

    parent: str = ""
    agency: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlanDate:
    """The date of issue; each part None while blank."""

    day: int | None = None
    month: int | None = None
    year: int | None = None


@dataclass(frozen=True, kw_only=True)
class Signature:
    """Authority lines from top ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH") and the signer's name, "" while unknown."""

    lines: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class PlanPeriod:
    """The years a plan is for; start == end for a yearly plan; school_year for "năm học 2025-2026"."""

    start: int
    end: int
    school_year: bool = False


def _part(name: str) -> Part:
    return Part(id=name)


@dataclass(kw_only=True)
class Plan:
    """One plan document.

    number: digits as printed ("07"), "" while blank; symbol: "KH-UBND"; subject: trích yếu on one line, no final
    stop; archive: what follows "Lưu:" ("VT, VHXH"); topic: lĩnh vực, "" unknown;
    scheme: a key of SCHEMES; origin: the id of the plan this one was made from.
    draft_mark: print DỰ THẢO, never on an issued copy; drafter_mark: the drafter's initials ("PL"), "" for none, and
    copies: how many are issued, None not said, together "PL.(300)" (decree, PL1-III.3).
    """

    id: str = field(default_factory=new_id)
    letterhead: Letterhead = Letterhead()
    number: str = ""
    symbol: str = "KH-UBND"
    place: str = ""
    date: PlanDate = PlanDate()
    title: str = "KẾ HOẠCH"
    subject: str = ""
    topic: str = ""
    status: PlanStatus = PlanStatus.DRAFT
    period: PlanPeriod | None = None
    scheme: str = "decree"
    signature: Signature = Signature()
    archive: str = ""
    draft_mark: bool = False
    drafter_mark: str = ""
    copies: int | None = None
    profile: LayoutProfile = DEFAULT
    origin: str | None = None
    note: str = ""
    bases: Part = field(default_factory=lambda: _part("bases"))
    opening: Part = field(default_factory=lambda: _part("opening"))
    body: Part = field(default_factory=lambda: _part("body"))
    closing: Part = field(default_factory=lambda: _part("closing"))
    recipients: Part = field(default_factory=lambda: _part("recipients"))
    appendices: Part = field(default_factory=lambda: _part("appendices"))
    footnotes: Part = field(default_factory=lambda: _part("footnotes"))

    def __post_init__(self) -> None:
        self._index: dict[str, tuple[Node, Node | None]] | None = None

    def __deepcopy__(self, memo: dict[int, object]) -> Plan:
        made = twin(self)
        made.__post_init__()
        return made

    @property
    def parts(self) -> list[Part]:
        """The seven containers in order."""
        return [getattr(self, name) for name in PART_NAMES]

    def walk(self) -> Iterator[Node]:
        """Yield every node below the parts (the parts themselves not), in document order."""
        for part in self.parts:
            for child in part.children:
                yield from child.walk()

    def find(self, node_id: str) -> Node | None:
        """Return the node or part with that id, None where there is none."""
        if self._index is not None:
            return self._index.get(node_id, (None,))[0]
        return next((n for part in self.parts for n in part.walk() if n.id == node_id), None)

    @contextmanager
    def indexed(self) -> Generator[None]:
        """Within the block ``find`` and ``holder`` look up an index instead of going through the plan, for hundreds of
        changes made at once. What moves nodes there tells ``came`` and ``went``."""
        if self._index is not None:
            yield
            return
        self._index = {}
        for part in self.parts:
            self.came(part, None)
        try:
            yield
        finally:
            self._index = None

    def came(self, node: Node, holder: Node | None) -> None:
        """Say that a node, with all below it, stands below ``holder`` now; None for parts."""
        if self._index is not None:
            self._index[node.id] = node, holder
            for child in node.children:
                self.came(child, node)

    def went(self, node: Node) -> None:
        """Say that a node, with all below it, is not in the plan any more."""
        if self._index is not None:
            for below in node.walk():
                self._index.pop(below.id, None)

    def holder(self, node_id: str) -> tuple[Node, int] | None:
        """Return the node that holds ``node_id`` and its place there, None for parts and unknown ids."""
        if self._index is not None:
            node, holder = self._index.get(node_id, (None, None))
            if node is None or holder is None:
                return None
            return holder, next(at for at, child in enumerate(holder.children) if child is node)
        for part in self.parts:
            for node in part.walk():
                for index, child in enumerate(node.children):
                    if child.id == node_id:
                        return node, index
        return None

    def path(self, node_id: str) -> list[Node]:
        """Return the nodes from the part down to ``node_id``, [] where it is unknown."""
        for part in self.parts:
            found = _path(part, node_id)
            if found:
                return found
        return []

    def footnote(self, note_id: str) -> Footnote | None:
        """Return the footnote with that id."""
        return next((n for n in self.footnotes.children if isinstance(n, Footnote) and n.id == note_id), None)

    @property
    def year(self) -> int | None:
        """The year the plan is filed under: its period's first year, else that of its date."""
        return self.period.start if self.period else self.date.year


def _path(node: Node, node_id: str) -> list[Node]:
    if node.id == node_id:
        return [node]
    for child in node.children:
        below = _path(child, node_id)
        if below:
            return [node, *below]
    return []
