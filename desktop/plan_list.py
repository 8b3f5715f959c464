"""The list of plans on the home page: grouped by year, two lines a plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate

from desktop import theme
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from db.store import PlanSummary, SearchHit
    from plans.plan import Plan

STATUS_TEXTS = {
    "draft": N_("Dự thảo"),
    "review": N_("Trình ký"),
    "signed": N_("Ban hành"),
    "archived": N_("Lưu trữ"),
}

ROOT = QModelIndex()


class PlanListModel(QAbstractListModel):
    """Rows are heads of groups (strings) and plans (summaries)."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[str | PlanSummary] = []
        self.grouping = "year"
        """What the rows are grouped by; a row need not say it again."""

    def show_plans(self, plans: Sequence[PlanSummary], grouping: str = "year") -> None:
        """Replace the rows: by year, newest first and those without one last; by "topic" or ungrouped ("") as given.
        Within a group as given."""
        self.beginResetModel()
        self.grouping = grouping
        self._rows = []
        for head, group in _groups(plans, grouping):
            self._rows += [head, *group] if head else group
        self.endResetModel()

    def plan(self, index: QModelIndex) -> PlanSummary | None:
        """Return the plan of a row, None for a year head or no row."""
        row = self._rows[index.row()] if index.isValid() else ""
        return None if isinstance(row, str) else row

    def row_of(self, plan_id: str, place: int = -1) -> int:
        """Return the row of a plan; where the id is unknown that of the plan at or after row ``place``, else of the
        last one; -1 for an empty list."""
        rows = [(at, row.id) for at, row in enumerate(self._rows) if not isinstance(row, str)]
        known = next((at for at, found in rows if found == plan_id), None)
        if known is not None:
            return known
        return next((at for at, _found in rows if at >= place), rows[-1][0] if rows else -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else _spoken(row)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def _groups(plans: Sequence[PlanSummary], grouping: str) -> list[tuple[str, list[PlanSummary]]]:
    if grouping == "year":
        years = sorted({p.year for p in plans if p.year}, reverse=True)
        found = [
            (_("NĂM {year}").format(year=year) if year else _("CHƯA RÕ NĂM"), [p for p in plans if p.year == year])
            for year in [*years, None]
        ]
    elif grouping == "topic":
        topics = dict.fromkeys(p.topic for p in plans)
        found = [(topic.upper() or _("CHƯA RÕ LĨNH VỰC"), [p for p in plans if p.topic == topic]) for topic in topics]
    else:
        found = [("", list(plans))]
    return [(head, group) for head, group in found if group]


def name_of(plan: PlanSummary | Plan) -> str:
    """What a plan is called in lists: its subject, else its title."""
    return plan.subject or _("{title} (chưa có trích yếu)").format(title=plan.title.capitalize())


def _spoken(plan: PlanSummary) -> str:
    """What a screen reader says of a row."""
    return " – ".join(filter(None, (name_of(plan), str(plan.year or ""), plan.topic, _(STATUS_TEXTS[plan.status]))))


def marked_snippet(hit: SearchHit) -> str:
    """The sentence a search found as HTML, the words it asked for in bold."""
    text, at = "", 0
    for start, end in hit.marks:
        text += escape(hit.snippet[at:start]) + f"<b>{escape(hit.snippet[start:end])}</b>"
        at = end
    return text + escape(hit.snippet[at:])


def when(moment: datetime) -> str:
    """A change time as clerks say it: the hour today, else day and month, with the year if it is another."""
    local = moment.replace(tzinfo=UTC).astimezone() if moment.tzinfo is None else moment.astimezone()
    now = datetime.now().astimezone()
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return f"{local.day}/{local.month}" if local.year == now.year else f"{local.day}/{local.month}/{local.year}"


class PlanDelegate(QStyledItemDelegate):
    """Paints a year head, or a plan as its name over topic, status and time."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line = option.fontMetrics.height()
        head = isinstance(index.data(Qt.ItemDataRole.UserRole), str)
        return QSize(200, line + 18 if head else line * 2 + 22)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        area = option.rect.adjusted(theme.GAP, 0, -theme.GAP, 0)
        if isinstance(row, str):
            self._paint_head(painter, option, area, row)
        else:
            self._paint_plan(painter, option, area, row, _facts(row, index.model()))
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str) -> None:
        painter.setPen(theme.muted(option.palette))
        painter.setFont(_font(option.font, bold=True, scale=0.86))
        painter.drawText(area.adjusted(0, 8, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_plan(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, plan: PlanSummary, facts: str
    ) -> None:
        from PySide6.QtWidgets import QStyle  # noqa: PLC0415 - its many enumerations come after the first paint

        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        if chosen:
            painter.fillRect(option.rect, palette.color(QPalette.ColorRole.Highlight))
        line = option.fontMetrics.height()
        first = QRect(area.left(), area.top() + 8, area.width(), line)
        second = first.translated(0, line + 4)
        text = palette.color(QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        painter.setPen(text)
        painter.setFont(_font(option.font, bold=True))
        metrics = painter.fontMetrics()
        painter.drawText(
            first, Qt.AlignmentFlag.AlignVCenter,
            metrics.elidedText(name_of(plan), Qt.TextElideMode.ElideRight, first.width()),
        )  # fmt: skip
        painter.setFont(_font(option.font, scale=0.92))
        painter.setPen(text if chosen else theme.muted(palette))
        moment = when(plan.changed_at)
        painter.drawText(second, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, moment)
        metrics = painter.fontMetrics()
        room = second.width() - metrics.horizontalAdvance(moment) - theme.GAP
        painter.drawText(
            second, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(facts, Qt.TextElideMode.ElideRight, room)
        )


def _facts(plan: PlanSummary, model: QAbstractItemModel) -> str:
    """The line below a plan's name."""
    grouping = model.grouping if isinstance(model, PlanListModel) else ""
    year = str(plan.year or "") if grouping != "year" else ""
    topic = plan.topic if grouping != "topic" else ""
    tasks = _("{count} nhiệm vụ").format(count=plan.tasks)
    return "  ·  ".join(filter(None, (year, topic, _(STATUS_TEXTS[plan.status]), tasks)))


def _font(base: QFont, *, bold: bool = False, scale: float = 1.0) -> QFont:
    font = QFont(base)
    font.setBold(bold)
    font.setPointSizeF(base.pointSizeF() * scale)
    return font
