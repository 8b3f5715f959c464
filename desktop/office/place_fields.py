"""Where the office is: province and commune, each found while it is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop import theme
from desktop.fields.lines import PlainLine
from desktop.fields.units import NameCompleter
from desktop.office.places import Place, matching_places, matching_provinces, place_typed, provinces
from desktop.rich_document import clean
from plans.agency import CommuneKind
from resources.texts import gettext as _


class PlaceFields(QWidget):
    """Two lines that complete each other: a commune says its province, a province narrows the communes offered.

    Signals:
        chosen(Place): another commune than before.
        confirmed: Enter on the commune that is chosen already.
    """

    chosen = Signal(object)
    confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place: Place | None = None
        self.province = PlainLine(self)
        self.commune = PlainLine(self)
        self.doubt = QLabel(self)
        self.doubt.setWordWrap(True)
        self.doubt.setForegroundRole(self.foregroundRole())
        self._provinces = NameCompleter(self.province)
        self._communes = NameCompleter(self.commune)
        self._offered: dict[str, Place] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(4)
        for at, (line, words, hint) in enumerate(
            (
                (self.province, _("Tỉnh, thành phố"), _("không bắt buộc gõ trước")),
                (self.commune, _("Xã, phường, đặc khu"), _("gõ tên, có dấu hoặc không dấu; Enter để chọn")),
            )
        ):
            label = QLabel(words, self)
            label.setBuddy(line)
            line.setAccessibleName(words)
            line.setPlaceholderText(hint)
            grid.addWidget(label, 0, at)
            grid.addWidget(line, 1, at)
            grid.setColumnStretch(at, 2 + at)
        grid.addWidget(self.doubt, 2, 0, 1, 2)
        self.doubt.hide()
        self.setFocusProxy(self.commune)

    def _connect(self) -> None:
        self.province.textEdited.connect(self._on_province_typed)
        self.province.editingFinished.connect(self._on_province_left)
        self._provinces.activated.connect(self._on_province_left)
        self.commune.textEdited.connect(self._on_commune_typed)
        self.commune.returnPressed.connect(self._on_commune_entered)
        self.commune.editingFinished.connect(self._on_commune_left)
        self._communes.activated.connect(self._on_offer_taken)

    def show_place(self, kind: CommuneKind, commune: str, province: str) -> None:
        """Show where the office is, "" for not known yet."""
        self._place = Place(kind=kind, name=commune, province=province) if commune else None
        self.province.show_text(province)
        self.commune.show_text(self._place.title if self._place else "")

    def place(self) -> Place | None:
        """Return the commune chosen, None while there is none."""
        return self._place

    def _on_province_typed(self, text: str) -> None:
        self._provinces.offer(matching_provinces(clean(text)))

    def _on_province_left(self, _chosen: str = "") -> None:
        typed = clean(self.province.text()).strip()
        known = matching_provinces(typed)
        if typed and typed not in provinces() and known:
            self.province.show_text(known[0])
        if self._place is not None and self.commune.text() == self._place.title:
            return
        self._on_commune_left()

    def _province(self) -> str:
        typed = clean(self.province.text()).strip()
        return typed if typed in provinces() else ""

    def _on_commune_typed(self, text: str) -> None:
        self._offered = {place.label: place for place in self._matching(clean(text))}
        self._communes.offer(list(self._offered))

    def _matching(self, typed: str) -> list[Place]:
        """Return the communes of the province; where it has none of that name, those of all others."""
        return matching_places(typed, self._province()) or matching_places(typed)

    def _on_offer_taken(self, label: str) -> None:
        if label in self._offered:
            self._take(self._offered[label])

    def _on_commune_entered(self) -> None:
        """Enter takes the first one offered where the clerk has not chosen with the arrows."""
        if self._place is not None and self.commune.text() == self._place.title:
            self.confirmed.emit()
            return
        found = self._matching(clean(self.commune.text()))
        if found:
            self._take(found[0])

    def _on_commune_left(self) -> None:
        typed = clean(self.commune.text()).strip()
        if not typed or (self._place is not None and typed in (self._place.title, self._place.label)):
            self._say_doubt("")
            return
        found = place_typed(typed, self._province())
        if found is not None:
            self._take(found)
        else:
            self._say_doubt(
                _("Chưa rõ là xã, phường nào. Hãy chọn trong danh sách, hoặc ghi đủ “Xã …”, “Phường …”, “Đặc khu …”.")
            )

    def _take(self, place: Place) -> None:
        self._communes.close()
        self._say_doubt("")
        self.commune.show_text(place.title)
        self.commune.setCursorPosition(0)
        if place.province:
            self.province.show_text(place.province)
        if place != self._place:
            self._place = place
            self.chosen.emit(place)

    def _say_doubt(self, words: str) -> None:
        palette = self.doubt.palette()
        palette.setColor(self.doubt.foregroundRole(), theme.warning(self.palette()))
        self.doubt.setPalette(palette)
        self.doubt.setText(words)
        self.doubt.setVisible(bool(words))
        self.doubt.setAlignment(Qt.AlignmentFlag.AlignLeft)
