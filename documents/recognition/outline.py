"""From items to a tree: sections, numbered paragraphs, label lines, bullets, tables, each below what it belongs to.

The tree is plain here; tasks, targets, roadmap years and assignments are seen in it afterwards.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, field, replace

from documents.reading.text_labels import Label, LabelKind
from documents.reading.text_openers import MOTTO, NATION, ends_sentence
from documents.recognition.headings import Following, Form, form_of, run_in_colon
from documents.recognition.items import Item, Ledger
from documents.recognition.levels import Levels
from documents.recognition.prose import parted, word_count
from documents.recognition.roles import role_of
from documents.recognition.units import split_unit
from plans.grammar import may_hold
from plans.nodes import Bullet, LabelLine, Node, Paragraph, Section, Table
from plans.text import EMPTY, RichText
from resources.texts import gettext as _

_TOP = (LabelKind.PART, LabelKind.CHAPTER, LabelKind.UPPER, LabelKind.ROMAN)
_CAPTION = re.compile(r"^(?:Bảng|Biểu|BẢNG|BIỂU)(?:\s+số)?\s*\d*\s*[.:\-–]")
_UNLABELLED = 1000
"""The depth of unlabelled headings: below every numbered level."""


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
    builder = _Builder(
        _Open(root),
        ledger,
        bold_headings=_bold_headings(items),
        unlabelled=by_words and not any(map(_is_low_label, items)),
    )
    for place, item in enumerate(items):
        builder.add(item, items[place + 1] if place + 1 < len(items) else None)


def _is_low_label(item: Item) -> bool:
    return item.is_numbered and item.label is not None and item.label.kind not in _TOP


def _speaks_as_heading(item: Item, following: Item | None) -> bool:
    """In a source whose labels were lost: a short line over text, by its words a section's or a unit's title."""
    if item.label or not item.plain or item.closed or following is None or following.is_numbered:
        return False
    title = item.plain.rstrip(" :")
    return word_count(title) <= 12 and (role_of(title) is not None or split_unit(title) is not None)


def _bold_headings(items: list[Item]) -> bool:
    numbered = [item for item in items if item.is_numbered]
    bold = sum(item.bold for item in numbered)
    return bold >= 3 and bold >= 0.3 * len(numbered)


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

    def __init__(self, opened: _Open, ledger: Ledger, *, bold_headings: bool, unlabelled: bool) -> None:
        self._open = opened
        self._ledger = ledger
        self._levels = Levels()
        self._bold_headings = bold_headings
        self._fresh = False
        self._unlabelled = unlabelled
        self._caption = EMPTY

    def add(self, item: Item, following: Item | None) -> None:
        """Add ``item``; ``following`` is the one after it, None at the end."""
        if item.label is not None and item.typed:
            self._ledger.layout.append(item.label.shown)
        self._fresh = self._fresh and item.is_numbered
        if item.is_table:
            self._table(item)
        elif item.is_numbered:
            self._numbered(item, following)
        elif item.is_bullet:
            self._bullet(item, following)
        elif _is_caption(item, following):
            self._caption = item.text
        elif _is_unlabelled_heading(item, following) or (self._unlabelled and _speaks_as_heading(item, following)):
            self._unlabelled_heading(item)
        elif item.plain:
            self._open.bullets = []
            node = Paragraph(text=item.text)
            self._open.holder(node).children.append(node)

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

    def _numbered(self, item: Item, following: Item | None) -> None:
        label = item.label
        if label is None:
            return
        depth = self._levels.place(label, fresh=self._fresh)
        self._fresh = True
        form = form_of(item, self._following(following, depth), bold_headings=self._bold_headings)
        top = label.kind in _TOP and depth == 0
        self._open.close_to(-1 if top else depth)
        node = self._node(item, form)
        if form is Form.PARAGRAPH and not item.closed and word_count(item.plain) <= 14 and self._after_heading(node):
            node = self._node(item, Form.HEADING)
        node.source_label = label.shown
        self._open.holder(node).children.append(node)
        self._open.sections.append((depth, node))
        if item.inferred:
            reason = _("Nguồn không ghi số thứ tự “{label}” của mục này; suy ra từ mục con.").format(label=label.shown)
            self._ledger.guess(node, item.plain[:80], reason, 0.7)

    def _after_heading(self, node: Node) -> bool:
        """Say whether the sibling before is a heading with text below it, so that a short line is one as well."""
        siblings = self._open.holder(node).children
        before = siblings[-1] if siblings else None
        return isinstance(before, Section) and before.numbered and not before.run_in and bool(before.children)

    def _following(self, following: Item | None, depth: int) -> Following:
        if following is None:
            return Following()
        if following.is_numbered and following.label is not None:
            return Following(deeper=Levels(list(self._levels.open)).place(following.label, fresh=True) > depth)
        prose = following.label is None and not following.is_table
        return Following(content=not _is_unlabelled_heading(following, following), prose=prose)

    def _node(self, item: Item, form: Form) -> Node:
        if form is Form.PARAGRAPH:
            return Paragraph(text=item.text, numbered=True)
        colon = run_in_colon(item.plain) if form is Form.RUN_IN else None
        if colon is None:
            return Section(title=item.text)
        title, rest = parted(item.text, colon)
        return Section(title=title, run_in=True, children=[Paragraph(text=rest)])

    def _bullet(self, item: Item, following: Item | None) -> None:
        kind = item.label.kind if item.label else LabelKind.DASH
        if kind is LabelKind.STAR and _is_label_line(item, following):
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

    def _unlabelled_heading(self, item: Item) -> None:
        depth = _UNLABELLED
        if item.caps or item.block.outline == 1:
            outer = self._levels.open[:1]
            depth = 0 if outer and outer[0].kind in _TOP else -1
            self._levels.open = outer if depth == 0 else []
        self._open.close_to(depth)
        node = Section(title=item.text, numbered=False)
        self._open.holder(node).children.append(node)
        self._open.sections.append((depth, node))
        self._ledger.guess(
            node, item.plain[:80], _("Dòng không có số thứ tự được coi là đề mục vì cách trình bày."), 0.6
        )


def _is_caption(item: Item, following: Item | None) -> bool:
    """A bold or centred line right above a table is the table's title, unless it is in capitals as sections are."""
    if following is None or not following.is_table or item.label or item.is_table or not item.plain:
        return False
    set_off = item.bold or item.block.align == "center"
    return set_off and not item.caps and item.block.outline is None and word_count(item.plain) <= 40


def _is_label_line(item: Item, following: Item | None) -> bool:
    """A "*" line titles what follows when it is short; a long sentence is a bullet."""
    text = item.plain.rstrip()
    if text.endswith(":"):
        return word_count(text) <= 60
    if run_in_colon(text) is not None and word_count(text.split(":")[0]) <= 12:
        below = following.label if following is not None and following.is_bullet else None
        return not item.closed or (below is not None and below.kind is not LabelKind.STAR)
    return word_count(text) <= 20 and not item.closed and following is not None and not following.is_numbered


def _is_unlabelled_heading(item: Item, following: Item | None) -> bool:
    if item.label is not None or item.is_table or not item.plain:
        return False
    words = word_count(item.plain)
    ends = item.plain.rstrip()[-1:]
    if item.block.outline is not None:
        return words <= 40
    if NATION.search(item.plain) or MOTTO.search(item.plain):
        return False
    if item.caps:
        return 2 <= words <= 25 and ends not in ".;," and following is not None
    if not item.bold or words > 25:
        return False
    return ends not in ".;," or words <= 12
