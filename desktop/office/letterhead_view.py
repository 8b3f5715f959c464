"""The head of a plan drawn as it will print: the very lines, sizes and rules of the document, on a strip of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop import theme
from plans.plan import Plan
from resources.texts import gettext as _

if TYPE_CHECKING:
    from documents.rendering.context import RenderContext
    from documents.rendering.measures import Measures

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
MM_PER_POINT = 25.4 / 72
HEIGHT_MM = 52.0
"""Of the strip shown: letterhead, number, date, title and subject."""

_FONTS = ["Times New Roman", "Liberation Serif", "Tinos", "Nimbus Roman", "DejaVu Serif"]
_LEADING = 1.17
_TOP_MM = 5.0
_SIDE_MM = 6.0


class LetterheadView(QWidget):
    """Shows the head of ``plan``; blank paper until ``show_plan``. The document's own code breaks the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context: RenderContext | None = None
        self._sizes: Measures | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(420)
        self.setAccessibleName(_("Phần đầu văn bản như khi in"))

    @property
    def lines(self) -> tuple[str, ...]:
        """What is drawn, from top left to the title."""
        if self._context is None:
            return ()
        said = self._context
        return (*said.parent, *said.agency, said.number_line, said.date_line, said.title, *said.subject)

    def show_plan(self, plan: Plan) -> None:
        """Draw the head of this plan."""
        from documents.rendering.context import RenderContext  # noqa: PLC0415 - not before the first paint
        from documents.rendering.measures import Measures  # noqa: PLC0415 - as above

        self._context, self._sizes = RenderContext.of(plan), Measures.of(plan.profile)
        self.setAccessibleDescription("\n".join(self.lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(640))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * HEIGHT_MM / (165 + 2 * _SIDE_MM))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.PAPER)
        painter.setPen(theme.line(self.palette()))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._context is None or self._sizes is None:
            return
        painter.setPen(theme.INK)
        sizes = self._sizes
        scale = self.width() / (sizes.text + 2 * _SIDE_MM)
        painter.scale(scale, scale)
        painter.translate(_SIDE_MM, _TOP_MM)
        pen = _Pen(painter)
        left, right = sizes.left / 2, sizes.left + sizes.right / 2
        low = max(self._draw_issuer(pen, sizes, left), self._draw_nation(pen, sizes, right)) + 1.2
        low = max(
            pen.line(self._context.number_line, left, low, sizes.date),
            pen.line(self._context.date_line, right, low, sizes.date, italic=True),
        )
        self._draw_title(pen, sizes, low + 2.5)

    def _draw_issuer(self, pen: _Pen, sizes: Measures, middle: float) -> float:
        assert self._context is not None
        low = 0.0
        for line in self._context.parent:
            low = pen.line(line, middle, low, sizes.nation)
        for line in self._context.agency:
            low = pen.line(line, middle, low, sizes.nation, bold=True)
        return pen.rule(middle, low, self._context.agency_rule)

    def _draw_nation(self, pen: _Pen, sizes: Measures, middle: float) -> float:
        assert self._context is not None
        low = pen.line(NATION, middle, 0.0, sizes.nation, bold=True)
        low = pen.line(MOTTO, middle, low, sizes.motto, bold=True)
        return pen.rule(middle, low, self._context.motto_rule)

    def _draw_title(self, pen: _Pen, sizes: Measures, low: float) -> None:
        assert self._context is not None
        low = pen.line(self._context.title, sizes.text / 2, low, sizes.body, bold=True)
        for line in self._context.subject:
            low = pen.line(line, sizes.text / 2, low, sizes.body, bold=True)
        pen.rule(sizes.text / 2, low, self._context.subject_rule)


class _Pen:
    """Sets lines of Times on a painter whose unit is the millimetre."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter

    def line(
        self, text: str, middle: float, top: float, points: int, *, bold: bool = False, italic: bool = False
    ) -> float:
        """Set one line centred at ``middle``; return where the next one begins."""
        height = points * MM_PER_POINT * _LEADING
        font = QFont(_FONTS)
        font.setPixelSize(100)  # drawn large and scaled down: fonts of 5 pixels have no fine sizes
        font.setBold(bold)
        font.setItalic(italic)
        self._painter.save()
        self._painter.setFont(font)
        self._painter.translate(middle, top)
        shrink = points * MM_PER_POINT / 100
        self._painter.scale(shrink, shrink)
        area = QRectF(-5000, 0, 10000, height / shrink)
        self._painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        self._painter.restore()
        return top + height

    def rule(self, middle: float, top: float, length: float) -> float:
        """Draw a thin rule below a line; return where what follows may begin."""
        self._painter.save()
        pen = self._painter.pen()
        pen.setWidthF(0.26)
        self._painter.setPen(pen)
        at = top + 0.8
        self._painter.drawLine(QPointF(middle - length / 2, at), QPointF(middle + length / 2, at))
        self._painter.restore()
        return top + 1.6
