"""What the office's facts offer for the end of a plan: recipients, signers, the code of the archive line."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from desktop.document import PlanDocument
from desktop.fields.signing import CASE_NAMES
from plans.agency import Agency, Signer
from plans.changes import Batch, Change, InsertNode, SetField
from plans.nodes import Recipient
from plans.plan import PLAN_ID
from plans.spelling import folded
from resources.texts import gettext as _


class OfficeBar(QWidget):
    """Three menus over the form of recipients and signature; hidden where no office is known. Each choice is one
    undoable step."""

    def __init__(self, document: PlanDocument, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.recipients = self._menu_button(_("Nơi nhận ▾"), self._fill_recipients)
        self.signers = self._menu_button(_("Người ký ▾"), self._fill_signers)
        self.archive = self._menu_button(_("Lưu ▾"), self._fill_archive)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(_("Lấy theo đơn vị:")))
        for button in (self.recipients, self.signers, self.archive):
            row.addWidget(button)
        row.addStretch(1)
        self.setVisible(document.office.agency is not None)

    def _menu_button(self, text: str, fill: object) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(fill)
        button.setMenu(menu)
        button.setProperty("arrow", "text")
        button.setAccessibleName(text.removesuffix(" ▾"))
        return button

    @property
    def _agency(self) -> Agency:
        return self._document.office.agency or Agency()

    def _fill_recipients(self) -> None:
        menu = self.recipients.menu()
        menu.clear()
        missing = self.missing_recipients()
        if not missing:
            menu.addAction(_("Nơi nhận của đơn vị đã có đủ")).setEnabled(False)
            return
        if len(missing) > 1:
            every = menu.addAction(_("Thêm cả {count} nơi còn thiếu").format(count=len(missing)))
            every.triggered.connect(partial(self._add_recipients, missing))
            menu.addSeparator()
        for text in missing:
            menu.addAction(text).triggered.connect(partial(self._add_recipients, [text]))

    def missing_recipients(self) -> list[str]:
        """Return the office's recipients that the plan does not have, in the office's order."""
        nodes = self._document.plan.recipients.children
        there = {_key(node.text) for node in nodes if isinstance(node, Recipient)}
        return [text for text in self._agency.recipients if _key(text) not in there]

    def _fill_signers(self) -> None:
        menu = self.signers.menu()
        menu.clear()
        for signer in self._agency.signers:
            action = menu.addAction(_signer_words(signer))
            action.triggered.connect(partial(self._sign, signer))
        if not self._agency.signers:
            menu.addAction(_("Đơn vị chưa ghi người ký")).setEnabled(False)

    def _fill_archive(self) -> None:
        menu = self.archive.menu()
        menu.clear()
        for code in self._document.office.codes() or ["VT"]:
            menu.addAction(code).triggered.connect(partial(self._archive, code))

    def _add_recipients(self, texts: list[str], _checked: bool = False) -> None:
        self._document.settle()
        at = len(self._document.plan.recipients.children)
        changes: list[Change] = [
            InsertNode("recipients", at + place, Recipient(text=text)) for place, text in enumerate(texts)
        ]
        self._document.try_edit(Batch(tuple(changes)) if len(changes) > 1 else changes[0])

    def _sign(self, signer: Signer, _checked: bool = False) -> None:
        self._document.settle()
        self._document.try_edit(SetField(PLAN_ID, "signature", signer.signature))

    def _archive(self, code: str, _checked: bool = False) -> None:
        self._document.settle()
        self._document.try_edit(SetField(PLAN_ID, "archive", code))


def _key(text: str) -> str:
    return folded(text.strip(" -–;.")).lower()


def _signer_words(signer: Signer) -> str:
    case = _(CASE_NAMES[signer.case])
    return f"{signer.name} – {case}" if signer.name else case
