"""The contents of a holder in its form: prose as item fields, everything else as rows that lead to its own form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QToolButton, QVBoxLayout, QWidget

from desktop.completion import Completion
from desktop.document import PlanDocument
from desktop.fields.base import FieldEditor
from desktop.footnote_marks import footnote_numbers
from desktop.forms.basis_line import BasisLine
from desktop.items import Run, flatten, items_change, kinds_of, run_after, segments
from desktop.items_edit import ItemsEdit
from desktop.node_texts import headline, kind_name
from desktop.offers import PlanOffers
from desktop.outline.steps import kinds_for, likely_kind, new_node
from desktop.pasting.structure import insertion
from desktop.undo_texts import inserted_text
from plans.changes import InsertNode
from plans.nodes import Node
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.reading.blocks import Block


class LinkRow(QToolButton):
    """A flat row that names a child (its ``kind`` at the right end) and leads to its form."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setAutoRaise(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumHeight(self.fontMetrics().height() + 12)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def paintEvent(self, e: QPaintEvent) -> None:
        """Draw the row as a flat button with its words at the left, cut at the end where they are too long."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        option.initFrom(self)
        option.features = QStyleOptionButton.ButtonFeature.Flat
        if self.underMouse() or self.hasFocus() or self.isDown():
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelButtonTool, option)
        end = f"{self._kind}  ›"
        area = self.rect().adjusted(8, 0, -20 - self.fontMetrics().horizontalAdvance(end), 0)
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(
            self.rect().adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, end
        )
        if self.hasFocus():
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)


class ItemsBox(FieldEditor):
    """The children of one holder. It is its own binding (see ``binding.Bound``), since runs come and go.

    Signals:
        node_selected: id of the child whose row was pressed.
        node_added: id of the child that was added by the button below.
    """

    node_selected = Signal(str)
    node_added = Signal(str)

    def __init__(self, document: PlanDocument, holder_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._holder_id = holder_id
        self._name = name
        self._runs: dict[str, ItemsEdit] = {}
        self._links: dict[str, LinkRow] = {}
        self._shape: list[str] | None = None
        self._dirty: set[str] = set()
        self._worked: set[str] = set()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._below: BasisLine | None = None
        self._add = QToolButton(self)
        self._add.setAutoRaise(True)
        self._add.clicked.connect(self._on_add)
        self.refresh()

    @property
    def editor(self) -> FieldEditor:
        """This box: it is editor and binding in one."""
        return self

    @property
    def dirty(self) -> bool:
        """Whether something typed in one of the runs is no edit yet."""
        return bool(self._dirty)

    def mark(self) -> None:
        """Which run is dirty is noted where the typing is heard."""

    def value(self) -> Any:
        return {anchor: edit.items() for anchor, edit in self._runs.items()}

    def set_value(self, value: Any) -> None:
        self.refresh()

    def text_widget(self) -> QWidget:
        return next(iter(self._runs.values()), self)

    @property
    def has_levels(self) -> bool:
        """Whether the items may stand in levels, so that Tab means a level here."""
        holder = self._document.node(self._holder_id)
        return holder is not None and "bullet" in kinds_of(holder)

    def holds(self, node_id: str) -> bool:
        """Say whether a node is one of the items of this box."""
        return any(item.id == node_id for edit in self._runs.values() for item in edit.items())

    def go_to(self, node_id: str) -> None:
        """Put the caret into an item of this box."""
        for edit in self._runs.values():
            if any(item.id == node_id for item in edit.items()):
                edit.go_to(node_id)
                edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Commit, and let the items left without words go."""
        for anchor, edit in list(self._runs.items()):
            edit.clearFocus()
            self._on_settled(anchor)

    def commit(self) -> None:
        """Make what is typed in the runs edits; where the clerk has left a run, lines without words go."""
        for anchor in list(self._dirty):
            self._dirty.discard(anchor)
            edit = self._runs.get(anchor)
            if edit is not None:
                items = edit.items() if edit.hasFocus() else edit.worded_items()
                change = items_change(self._document.plan, self._holder_id, anchor, items)
                if change is not None:
                    self._document.try_edit(change)

    def refresh(self) -> None:
        """Show the holder's children as they are now; what is being typed stays."""
        holder = self._document.node(self._holder_id)
        if holder is None:
            return
        found = segments(holder)
        shape = [f"run {seg.anchor}" if isinstance(seg, Run) else seg.id for seg in found]
        if shape != self._shape:
            self._shape = shape
            self._build(holder, found)
        for segment in found:
            if isinstance(segment, Run):
                self._refresh_run(segment)
            else:
                link = self._links[segment.id]
                link.setText(self._words(segment))
                link.setAccessibleName(_("{kind}: {words}").format(kind=kind_name(segment.kind), words=link.text()))

        kind = likely_kind(holder)
        self._add.setVisible(bool(kind))
        self._add.setText(_("+ {action}").format(action=inserted_text(kind)) if kind else "")

    def _refresh_run(self, run: Run) -> None:
        edit = self._runs[run.anchor]
        if run.anchor not in self._dirty:
            edit.set_items(flatten(run.nodes))
        edit.refresh_marks()
        edit.viewport().update()

    def _build(self, holder: Node, found: list[Run | Node]) -> None:
        kept, self._runs = self._runs, {}
        for link in self._links.values():
            self._drop(link)
        self._links = {}
        for segment in found:
            if isinstance(segment, Run):
                edit = kept.pop(segment.anchor, None) or self._make_run(holder, segment.anchor)
                self._column.removeWidget(edit)
                self._column.addWidget(edit)
                self._runs[segment.anchor] = edit
            else:
                self._column.addWidget(self._make_link(segment))
        for last in filter(None, (self._below, self._add)):
            self._column.removeWidget(last)
            self._column.addWidget(last)
        for anchor, edit in kept.items():
            self._dirty.discard(anchor)
            self._drop(edit)
        first: list[QWidget] = [*self._runs.values(), *self._links.values()]
        if first:
            self.setFocusProxy(first[0])

    def _drop(self, widget: QWidget) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _make_run(self, holder: Node, anchor: str) -> ItemsEdit:
        edit = ItemsEdit(self, kinds=kinds_of(holder), number_of=self._note_number, label_of=self._label)
        edit.setAccessibleName(self._name)
        edit.setPlaceholderText(_hint(kinds_of(holder)[0]))
        edit.edited.connect(partial(self._on_edited, anchor))
        edit.settled.connect(partial(self._on_settled, anchor))
        edit.footnote_opened.connect(self.footnote_opened)
        kind, offers = kinds_of(holder)[0], PlanOffers(self._document)
        Completion(edit, {"legal_basis": offers.basis, "recipient": offers.recipient}.get(kind, offers.prose))
        if kind == "legal_basis":
            self._below = BasisLine(self._document, edit, self)
        edit.takes_tables = "table" in kinds_for(holder)
        edit.blocks_pasted.connect(self._on_blocks_pasted)
        return edit

    def _make_link(self, node: Node) -> LinkRow:
        link = LinkRow(kind_name(node.kind), self)
        link.clicked.connect(partial(self._on_link, node.id))
        self._links[node.id] = link
        return link

    def _words(self, node: Node) -> str:
        number = self._note_number(node.id) if node.kind == "footnote" else 0
        label = str(number or self._document.labels().get(node.id, ""))
        return f"{label}  {headline(node)}" if label else headline(node)

    def _note_number(self, note: str) -> int:
        return footnote_numbers(self._document.plan).get(note, 0)

    def _label(self, node_id: str) -> str:
        return self._document.labels().get(node_id, "")

    def _on_edited(self, anchor: str) -> None:
        self._dirty.add(anchor)
        self._worked.add(anchor)
        self.edited.emit()

    def _on_settled(self, anchor: str) -> None:
        """Commit, then drop the lines left without words."""
        holder = self._document.node(self._holder_id)
        edit = self._runs.get(anchor)
        if holder is None or edit is None:
            return
        if anchor in self._worked and any(not item.text for item in flatten(run_after(holder, anchor).nodes)):
            self._dirty.add(anchor)
        self.settled.emit()
        edit.tidy()

    def _on_blocks_pasted(self, item_id: str, blocks: list[Block]) -> None:
        """Put a pasted table, and what came with it, after the item where the caret was."""
        self._document.settle()
        holder = self._document.node(self._holder_id)
        if holder is None:
            return
        tops = [at for at, child in enumerate(holder.children) if any(node.id == item_id for node in child.walk())]
        made = insertion(holder, tops[0] + 1 if tops else 0, blocks)
        self._document.end_burst()
        if made:
            self._document.try_edit(made[0])

    def _on_add(self, _checked: bool = False) -> None:
        holder = self._document.node(self._holder_id)
        self._document.settle()
        self._document.end_burst()
        if holder is None:
            return
        node = new_node(self._document.plan, likely_kind(holder))
        if self._document.try_edit(InsertNode(holder.id, len(holder.children), node)):
            self.node_added.emit(node.id)

    def _on_link(self, node_id: str, _checked: bool = False) -> None:
        self.node_selected.emit(node_id)


def _hint(kind: str) -> str:
    match kind:
        case "legal_basis":
            return _("Căn cứ Luật Tổ chức chính quyền địa phương ngày … tháng … năm …")
        case "recipient":
            return _("Như căn cứ pháp lý; Thường trực Đảng ủy; các phòng, đơn vị…")
        case "bullet":
            return _("Mỗi ý một dòng; Tab để vào một cấp")
        case _:
            return _("Viết đoạn văn ở đây; gõ “- ” đầu dòng để gạch đầu dòng, Enter sang đoạn mới")
