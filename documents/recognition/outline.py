"""From items to a tree: sections, numbered paragraphs, label lines, bullets, tables, each below what it belongs to.

The tree is plain here; tasks, targets, roadmap years and assignments are seen in it afterwards.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field, replace

from documents.reading.text_labels import Label, LabelKind
from documents.reading.text_openers import ends_sentence
from documents.recognition.headings import Form, run_in_colon
from documents.recognition.items import Item, Ledger
from documents.recognition.looks import is_label_line, looks_of
from documents.recognition.prose import parted, word_count
from documents.recognition.readings import SURE, TOP, Reading, Role, readings
from plans.grammar import may_hold
from plans.nodes import Bullet, LabelLine, Node, Paragraph, Section, Table
from plans.text import EMPTY, RichText
from resources.texts import gettext as _

_CAPTION = re.compile(r"^(?:Bảng|Biểu|BẢNG|BIỂU)(?:\s+số)?\s*\d*\s*[.:\-–]")


@dataclass(slots=True)
class _Open:
    """The path of open nodes. sections: with their depth, outermost first; line: an open label line; bullets: the
    open bullets, outermost first."""

    root: Node
    sections: list[tuple[int, Node]] = field(default_factory=list[tuple[int, Node]])
    line: Node | None = None
    bullets: list[Node] = field(default_factory=list[Node])

    @property
    def section(self) -> Node:
        return self.sections[-1][1] if self.sections else self.root

    def close_to(self, depth: int) -> None:
        """Close everything that stands at ``depth`` or deeper."""
        while self.sections and self.sections[-1][0] >= depth:
            self.sections.pop()
        self.line, self.bullets = None, []

    def holder(self, child: Node) -> Node:
        """Return the innermost open node that may hold ``child``, bullets not asked."""
        for node in (self.line, *(section[1] for section in reversed(self.sections)), self.root):
            if node is not None and may_hold(node, child):
                return node
        return self.root


def build(root: Node, items: list[Item], ledger: Ledger, *, by_words: bool = False) -> None:
    """Put the items below ``root`` as a tree. by_words: where all lower labels were lost, titles are known by their
    words."""
    items = _with_lost_parents(_with_part_titles(items))
    found = readings(items, looks_of(items, by_words=by_words))
    builder = _Builder(_Open(root), ledger)
    for place, (item, reading) in enumerate(zip(items, found, strict=True)):
        builder.add(item, reading, items[place + 1] if place + 1 < len(items) else None)


def _with_part_titles(items: list[Item]) -> list[Item]:
    """Join "Phần thứ nhất" (or a label alone) with the title on the line below it."""
    joined: list[Item] = []
    for item in items:
        before = joined[-1] if joined else None
        waits = before is not None and before.label is not None and not before.plain and not before.is_table
        if waits and before is not None and not item.is_table and item.label is None and word_count(item.plain) <= 40:
            joined[-1] = replace(before, text=item.text, bold=item.bold)
        else:
            joined.append(item)
    return joined


def _with_lost_parents(items: list[Item]) -> list[Item]:
    """Number a short line right above "2.1" that no "2." stands over: the source has lost its label."""
    whole = list(items)
    last = 0
    for place, item in enumerate(items):
        label = item.label
        if label is not None and label.kind is LabelKind.ARABIC:
            last = label.number
        if label is None or label.kind is not LabelKind.DECIMAL or len(label.path) != 2:
            continue
        above = items[place - 1] if place else None
        if label.number == 1 and label.path[0] != last and above is not None and _is_short_line(above):
            shown = f"{label.path[0]}."
            parent = Label(LabelKind.ARABIC, shown, label.path[:1], 0)
            whole[place - 1] = replace(above, label=parent, typed=False, inferred=True)
        last = label.path[0]
    return whole


def _is_short_line(item: Item) -> bool:
    if item.label is not None or item.is_table or item.caps:
        return False
    return word_count(item.plain) <= 15 and not ends_sentence(item.plain)


class _Builder:
    """Adds one item after the other to the tree."""

    def __init__(self, opened: _Open, ledger: Ledger) -> None:
        self._open = opened
        self._ledger = ledger
        self._caption = EMPTY

    def add(self, item: Item, reading: Reading, following: Item | None) -> None:
        """Add ``item`` as it is read; ``following`` is the one after it, None at the end."""
        if item.label is not None and item.typed:
            self._ledger.layout.append(item.label.shown)
        match reading.role:
            case Role.TABLE:
                self._table(item)
            case Role.NUMBERED:
                self._numbered(item, reading)
            case Role.BULLET:
                self._bullet(item, following)
            case Role.CAPTION:
                self._caption = item.text
            case Role.HEADING:
                self._unlabelled_heading(item, reading)
            case Role.TEXT if item.plain:
                self._open.bullets = []
                node = Paragraph(text=item.text)
                self._open.holder(node).children.append(node)
            case _:
                pass

    def _table(self, item: Item) -> None:
        rows = [[copy.copy(cell) for cell in row] for row in item.block.rows or ()]
        node = Table(rows=rows, header_rows=item.block.header_rows)
        if item.block.landscape:
            node.orientation = "landscape"
        holder = self._open.bullets[-1] if self._open.bullets else self._open.holder(node)
        before = holder.children[-1] if holder.children else None
        node.title, self._caption = self._caption, EMPTY
        if (
            not node.title
            and isinstance(before, Paragraph)
            and _CAPTION.match(before.text.plain)
            and not before.children
        ):
            node.title = before.text
            holder.children.pop()
        holder.children.append(node)
        if item.block.guessed:
            first = rows[0][0].text.plain if rows and rows[0] else ""
            reason = _("Các ô của bảng nằm mỗi ô một dòng trong văn bản; số cột và thứ tự ô chỉ là phỏng đoán.")
            self._ledger.guess(node, first[:80], reason, 0.3)

    def _numbered(self, item: Item, reading: Reading) -> None:
        label = item.label
        if label is None:
            return
        top = label.kind in TOP and reading.depth == 0
        self._open.close_to(-1 if top else reading.depth)
        node = _numbered_node(item, reading)
        node.source_label = label.shown
        self._open.holder(node).children.append(node)
        self._open.sections.append((reading.depth, node))
        if item.inferred:
            reason = _("Nguồn không ghi số thứ tự “{label}” của mục này; suy ra từ mục con.").format(label=label.shown)
            self._ledger.guess(node, item.plain[:80], reason, 0.7)
        elif reading.confidence < SURE:
            self._ledger.guess(node, item.plain[:80], _why(reading), reading.confidence)

    def _bullet(self, item: Item, following: Item | None) -> None:
        kind = item.label.kind if item.label else LabelKind.DASH
        if kind is LabelKind.STAR and is_label_line(item, following):
            self._label_line(item)
            return
        node = Bullet(text=item.text, source_label=item.label.shown if item.label else "")
        nested = kind is LabelKind.PLUS and bool(self._open.bullets)
        holder = self._open.bullets[0] if nested else self._open.holder(node)
        section = self._open.section
        if not nested and self._open.line is None and may_hold(section, node):
            holder = section
        holder.children.append(node)
        self._open.bullets = [self._open.bullets[0], node] if nested else ([node] if kind is not LabelKind.PLUS else [])

    def _label_line(self, item: Item) -> None:
        text = item.text
        colon = run_in_colon(item.plain)
        node = LabelLine(text=text, source_label=item.label.shown if item.label else "*")
        if colon is not None:
            title, rest = parted(text, colon)
            node.text = title + RichText.of(":")
            node.children.append(Paragraph(text=rest))
        self._open.line, self._open.bullets = None, []
        self._open.holder(node).children.append(node)
        self._open.line = node

    def _unlabelled_heading(self, item: Item, reading: Reading) -> None:
        self._open.close_to(reading.depth)
        node = Section(title=item.text, numbered=False)
        self._open.holder(node).children.append(node)
        self._open.sections.append((reading.depth, node))
        self._ledger.guess(
            node, item.plain[:80], _("Dòng không có số thứ tự được coi là đề mục vì cách trình bày."), 0.6
        )


def _numbered_node(item: Item, reading: Reading) -> Node:
    if reading.form is Form.PARAGRAPH:
        return Paragraph(text=item.text, numbered=True)
    if reading.form is Form.HEADING or reading.cut is None:
        return Section(title=item.text)
    title, rest = parted(item.text, reading.cut)
    if item.plain[reading.cut] != ":":
        title = item.text.slice(0, reading.cut + 1)
    return Section(title=title, run_in=True, children=[Paragraph(text=rest)])


def _why(reading: Reading) -> str:
    """Return the reason for a doubtful reading of a numbered line."""
    if reading.form is Form.PARAGRAPH:
        return _("Dòng có số thứ tự nhưng không có nội dung bên dưới được coi là một khoản, không phải đề mục.")
    if reading.form is Form.RUN_IN:
        return _("Phần đầu câu được coi là đề mục viết liền với nội dung.")
    return _("Dòng có số thứ tự được coi là đề mục vì có nội dung bên dưới.")
