"""The form of the selected node. It shows fields from the tables of ``specs`` and commits them after each burst."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.document import PlanDocument
from desktop.fields.base import FieldEditor
from desktop.fields.grid import GridField
from desktop.fields.lines import RichField
from desktop.forms.binding import Bound, BoundField, BoundGoal, BoundGrid, read
from desktop.forms.doubt_label import DoubtLabel
from desktop.forms.editors import make_editor
from desktop.forms.field_label import FieldLabel
from desktop.forms.goal_bar import GoalBar
from desktop.forms.heading import FormHeading
from desktop.forms.items_box import ItemsBox
from desktop.forms.notes_panel import NotesPanel
from desktop.forms.office_bar import OfficeBar
from desktop.forms.order import next_form
from desktop.forms.specs import FORMS, NOTE, FieldSpec, Row
from desktop.outline.steps import another, is_as_made, split, takes_another
from desktop.pasting import paste_change
from desktop.pauses import Pauses
from desktop.task_tables import TaskTableBar
from plans.changes import Batch, RemoveNode
from plans.plan import PLAN_ID
from plans.text import RichText
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.reading.blocks import Block

BURST_MS = 400
"""A pause of this length ends a burst of typing."""

LONGEST_BURST_MS = 900
"""Somebody who types without a pause is believed after this time."""

_WIDEST = 860
"""Pixels: lines of prose longer than this are hard to read."""

_NARROW = 60
"""Digits: where fewer fit side by side, the fields of a row stand below each other."""


class NodeForm(QWidget):
    """Shows and edits one node, one part or the plan's head.

    Signals:
        node_selected: id of a node the form wants to be shown (a child, the next form).
    """

    node_selected = Signal(str)

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._node_id = ""
        self._fields: list[Bound] = []
        self._begins: dict[str, Bound] = {}
        self._lines: list[QBoxLayout] = []
        self._owners: set[str] = set()
        self._heading = FormHeading(document, self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._heading)
        whole.addWidget(self._scroll, 1)
        self._burst = Pauses(BURST_MS, LONGEST_BURST_MS, self)
        self._burst.over.connect(self.flush)
        self._add_shortcuts()
        self._heading.bar.footnote_inserted.connect(self._on_footnote_opened)
        self._heading.another_asked.connect(self._on_another_asked)
        self._build()
        document.settling.connect(self.flush)
        document.revisited.connect(self._on_revisited)
        document.applied.connect(self._on_applied)

    @property
    def node_id(self) -> str:
        """The id of the node shown, "" for none."""
        return self._node_id

    def show_node(self, node_id: str) -> None:
        """Show a node's form; what is typed in the present one is committed first. A recipient is shown among the
        others, with the caret in it."""
        node = self._document.node(node_id)
        shown = "recipients" if node is not None and node.kind == "recipient" else node_id
        if shown != self._node_id:
            self._leave()
            self._node_id = shown if self._document.owner(shown) is not None else ""
            self._build()
        if shown != node_id:
            self._go_to_item(node_id)

    def _leave(self) -> None:
        for field in self._fields:
            if isinstance(field, ItemsBox):
                field.leave()
        self.flush()
        self._document.end_burst()

    def _go_to_item(self, node_id: str) -> None:
        for field in self._fields:
            if isinstance(field, ItemsBox):
                field.go_to(node_id)

    def shows(self, node_id: str) -> bool:
        """Say whether what is printed for a node can be edited in the form now shown."""
        return node_id in self._owners or any(
            field.holds(node_id) for field in self._fields if isinstance(field, (ItemsBox, NotesPanel))
        )

    def flush(self) -> None:
        """Commit whatever is typed and not yet an edit."""
        self._burst.stop()
        for field in list(self._fields):
            if field.dirty:
                field.commit()

    def focus_first(self) -> None:
        """Put the keyboard where this form is begun: into what has to be said and is not yet, else the first field."""
        if self._fields:
            editor = (self._unsaid or self._fields)[0].editor
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            if isinstance(editor, RichField) and is_as_made(self._document.node(self._node_id)):
                editor.edit.selectAll()

    def focus_field(self, name: str) -> None:
        """Put the keyboard into the field of that attribute, if the form has it, and bring it into sight."""
        found = (field.editor for field in self._fields if isinstance(field, BoundField) and field.field == name)
        for editor in found:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(editor)

    @property
    def _unsaid(self) -> list[Bound]:
        """The fields a form is begun in and that say nothing yet."""
        owner = self._document.owner(self._node_id)
        return [field for name, field in self._begins.items() if owner is not None and not read(owner, name)]

    # -- building

    def _add_shortcuts(self) -> None:
        self._more = [
            self._shortcut(keys, _("Thêm một mục cùng loại ngay sau"), self._on_another_asked)
            for keys in ("Alt+Return", "Alt+Enter")
        ]
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(keys, _("Sang mục tiếp theo"), self._on_next_asked)

    def _shortcut(self, keys: str, name: str, run: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setWhatsThis(name)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(run)
        return shortcut

    def _build(self) -> None:
        self._heading.bar.follow(None)
        self._fields = []
        self._begins = {}
        self._lines = []
        self._owners = {self._node_id}
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 4, 20, 24)
        column.setSpacing(12)
        if self._node_id == "recipients":
            column.addWidget(OfficeBar(self._document, page))
        for row in self._rows():
            column.addLayout(self._row(row, page))
            if row[0].field == "comparator":
                column.addWidget(GoalBar(self._document, self._node_id, page))
        offer = TaskTableBar(self._document, self._node_id, page)
        offer.node_selected.connect(self.node_selected)
        column.addWidget(offer)
        self._notes = NotesPanel(self._document, self._node_id, page)
        column.addWidget(self._notes)
        self._follow(self._notes)
        if self._node_id and not is_part(self._document, self._node_id):
            column.addLayout(self._row(NOTE, page))
        if not self._node_id:
            nothing = QLabel(_("Chọn một mục trong dàn ý để xem và sửa ở đây."), page)
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        column.addStretch(1)
        self._show_page(page)

    def _show_page(self, page: QWidget) -> None:
        """Put the new page of fields in the place of the old one."""
        page.setMaximumWidth(_WIDEST)
        page.setEnabled(not self._document.read_only)
        self._heading.setEnabled(not self._document.read_only)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(page)
        if old is not None:
            old.deleteLater()
        self._heading.show_node(self._node_id)
        for shortcut in self._more:  # where it has no meaning, Enter with Alt is Enter
            shortcut.setEnabled(takes_another(self._document.node(self._node_id)))
        for field in self._fields:
            field.refresh()

    def _rows(self) -> tuple[Row, ...]:
        if not self._node_id:
            return ()
        node = self._document.node(self._node_id)
        key = self._node_id if node is None or node.kind == "part" else node.kind
        return FORMS.get(key, ())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for line in self._lines:
            line.setDirection(self._direction())

    def _direction(self) -> QBoxLayout.Direction:
        narrow = self.width() < _NARROW * self.fontMetrics().horizontalAdvance("0")
        return QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight

    def _row(self, row: Row, page: QWidget) -> QBoxLayout:
        line = QBoxLayout(self._direction())
        line.setSpacing(12)
        self._lines.append(line)
        for spec in row:
            line.addLayout(self._column(spec, page), spec.stretch)
        return line

    def _column(self, spec: FieldSpec, page: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        field = self._bind(spec, page)
        if spec.begins:
            self._begins[spec.field] = field
        if spec.editor != "check":
            column.addWidget(_label(spec, field.editor, page))
        column.addWidget(field.editor)
        column.addWidget(DoubtLabel(self._document, spec.owner or self._node_id, spec.field, field.editor, page))
        column.addStretch(1)
        self._follow(field)
        return column

    def _bind(self, spec: FieldSpec, page: QWidget) -> Bound:
        owner = spec.owner or self._node_id
        self._owners.add(owner)
        if spec.editor == "items":
            box = ItemsBox(self._document, owner, _(spec.label), page)
            box.node_selected.connect(self.node_selected)
            box.node_added.connect(self._on_node_added)
            return box
        editor = make_editor(self._document, replace(spec, owner=owner), page)
        if isinstance(editor, GridField):
            return BoundGrid(self._document, owner, editor)
        if spec.editor == "goal":
            return BoundGoal(self._document, owner, spec.field, editor)
        return BoundField(self._document, owner, spec.field, editor, required=spec.required)

    def _follow(self, field: Bound) -> None:
        self._fields.append(field)
        field.editor.footnote_opened.connect(self._on_footnote_opened)
        if isinstance(field.editor, RichField):
            field.editor.split_asked.connect(self._on_split_asked)
            field.editor.blocks_pasted.connect(self._on_blocks_pasted)
        field.editor.edited.connect(partial(_mark, field, self._burst))
        field.editor.settled.connect(self._on_settled)

    # -- following

    def _on_settled(self) -> None:
        self.flush()
        self._document.end_burst()

    def _on_node_added(self, node_id: str) -> None:
        """Go on in the form of the node that was just added here."""
        self.node_selected.emit(node_id)
        self.focus_first()

    def _on_another_asked(self) -> None:
        """Add one more like the node shown right after it, and go on there."""
        self._document.settle()
        made = another(self._document.plan, self._node_id)
        self._document.end_burst()
        if made and self._document.try_edit(made[0]):
            self._on_node_added(made[1])

    def _on_footnote_opened(self, note: str) -> None:
        """Commit the text its mark stands in, then go to the footnote's words."""
        self.flush()
        self._notes.go_to(note)

    def _on_split_asked(self, left: RichText, right: RichText) -> None:
        """Part the paragraph at the caret and go on in the second half."""
        self.flush()
        made = split(self._document.plan, self._node_id, left, right)
        self._document.end_burst()
        if made and self._document.try_edit(made[0]):
            self.node_selected.emit(made[1])
            self.focus_first()

    def _on_blocks_pasted(self, blocks: Sequence[Block]) -> None:
        """Put what was pasted after this paragraph, in its place while it says nothing."""
        self.flush()
        made = paste_change(self._document.plan, self._node_id, blocks)
        self._document.end_burst()
        if made is None:
            return
        change, first = made
        node = self._document.node(self._node_id)
        if node is not None and not node.children and not getattr(node, "text", True):
            change = Batch((*change.changes, RemoveNode(node.id)), change.name)
        if self._document.try_edit(change):
            self.node_selected.emit(first)

    def _on_next_asked(self) -> None:
        self.flush()
        following = next_form(self._document.plan, self._node_id or PLAN_ID)
        if following:
            self.node_selected.emit(following)
            self.focus_first()

    def _on_revisited(self, node_id: str) -> None:
        """Go to what was undone, unless it is in sight: then the caret stays where it is."""
        if not self.shows(node_id):
            self.node_selected.emit(node_id)

    def _on_applied(self, _change: object) -> None:
        if self._node_id and self._document.owner(self._node_id) is None:
            self._node_id = ""
            self._build()
            return
        self._heading.show_node(self._node_id)
        for field in self._fields:
            field.refresh()


def _label(spec: FieldSpec, editor: FieldEditor, page: QWidget) -> FieldLabel:
    """Return the label above a field, with the field's keys at the right where it has its own."""
    has_levels = isinstance(editor, ItemsBox) and editor.has_levels
    keys = _("Enter: ý mới · Tab: vào một cấp · Alt+↑↓: chuyển chỗ · Ctrl+Tab: ra khỏi ô") if has_levels else ""
    return FieldLabel(_(spec.label), editor, keys, page)


def is_part(document: PlanDocument, node_id: str) -> bool:
    """Say whether an id is that of one of the plan's fixed parts, which carry no note."""
    node = document.node(node_id)
    return node is not None and node.kind == "part"


def _mark(field: Bound, burst: Pauses) -> None:
    field.mark()
    burst.start()
