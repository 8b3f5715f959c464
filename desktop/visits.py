"""The pages one goes to from home and comes back from: a new plan, my office, backups, the duties of
a unit. Each is imported late."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop import theme
from desktop.home import HomePage
from desktop.library import Library
from desktop.notices import NoticeBar
from desktop.office.facts import OfficeFacts
from desktop.safekeeping.keeper import LibraryKeeper
from desktop.tasks import Tasks
from plans.errors import Trouble
from resources.texts import gettext as _

if TYPE_CHECKING:
    from pathlib import Path

    from db.records import Duty
    from plans.agency import Agency

CARE_FIRST_MS, CARE_EVERY_MS = 4_000, 3_600_000
"""The library is looked after a little after the start, then each hour: some leave the program open for days."""


class Visits(QObject):
    """Shows one such page at a time over what was in front.

    Signals:
        plan_made(Plan, bool): a new plan; whether it is blank, so that nothing is lost if it is left as it is.
        file_asked: a plan is to be read from a file.
        left_plan: the plan that is open is to be closed: the library under it may become another.
        plan_asked(str, str): open the plan with this id, at the node of this id.
    """

    plan_made = Signal(object, bool)
    file_asked = Signal()
    left_plan = Signal()
    plan_asked = Signal(str, str)

    def __init__(
        self, stack: QStackedWidget, home: HomePage, library: Library, notices: NoticeBar, settings: QSettings
    ) -> None:
        super().__init__(stack)
        self._stack, self._home, self._library = stack, home, library
        self._notices, self._settings = notices, settings
        self._page: QWidget | None = None
        self._closed = False
        self._roll_over: Callable[[str, int], None] | None = None
        self._tasks = Tasks("visits", self)
        self.keeper = LibraryKeeper(library, self)
        self.to_office = self._action(_("Đơn vị của tôi…"), self.show_office)
        self.to_backups = self._action(_("Sao lưu và khôi phục…"), self.show_backups)
        self.to_duties = self._action(_("Việc của đơn vị…"), self.show_duties)
        self.to_duties.setShortcut(QKeySequence("Ctrl+Shift+G"))
        self.to_duties.setIcon(theme.icon("duties", home.palette()))
        home.office.menu().addActions([self.to_office, self.to_backups])
        library.office_told.connect(self._on_office_told)
        self.keeper.restored.connect(self._on_restored)
        self._care = QTimer(self)
        self._care.timeout.connect(self._on_care)

    def _action(self, text: str, slot: Callable[[], None]) -> QAction:
        action = QAction(text, self)
        action.triggered.connect(slot)
        return action

    def offer_rollover(self, roll_over: Callable[[str, int], None]) -> None:
        """Offer last year's plans on the page of a new plan; ``roll_over`` gets the plan's id and the year."""
        self._roll_over = roll_over

    def begin(self) -> None:
        """Ask for the office where this is the first run, and look after the library from now on."""
        self._care.start(CARE_FIRST_MS)
        if not self._library.path.exists():
            self._ask_office()

    def close(self) -> None:
        """Finish what is under way."""
        self._closed = True
        self._care.stop()
        self._tasks.close()

    @property
    def page(self) -> QWidget | None:
        """The page in front, None where it is home or a plan."""
        return self._page

    def leave(self) -> None:
        """Go back to what was in front before."""
        page, self._page = self._page, None
        if page is None:
            return
        self._stack.removeWidget(page)
        page.deleteLater()
        if self._stack.currentWidget() is self._home:
            self._home.take_keyboard()

    def _may_interrupt(self) -> bool:
        """Whether a page may come into sight that nobody asked for: only over home."""
        return self._page is None and self._stack.currentWidget() is self._home and not self._closed

    def _visit(self, page: QWidget) -> None:
        before = self._page
        self._page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    # a new plan

    def show_new(self) -> None:
        """Ask what a new plan is to begin with."""
        from desktop.beginning.page import BeginningPage  # noqa: PLC0415 - after the first paint

        page = BeginningPage(str(self._settings.value("beginning", "blank")))
        page.begun.connect(self._on_begun)
        page.rollover_asked.connect(self._on_rollover_asked)
        page.left.connect(self.leave)
        if self._roll_over is not None:
            page.offer_plans(self._home.plans)
        self._visit(page)

    def _on_begun(self, beginning: str, year: int) -> None:
        from desktop.beginning.beginnings import BLANK, FILE, plan_begun  # noqa: PLC0415 - as above

        self._settings.setValue("beginning", beginning)
        self.leave()
        if beginning == FILE:
            self.file_asked.emit()
        else:
            self.plan_made.emit(plan_begun(beginning, self._library.office.agency, year), beginning == BLANK)

    def _on_rollover_asked(self, plan_id: str, year: int) -> None:
        self.leave()
        if self._roll_over is not None:
            self._roll_over(plan_id, year)

    # the office

    def show_office(self) -> None:
        """Show the office's facts, to be corrected."""
        from desktop.office.page import OfficePage, prepare  # noqa: PLC0415 - after the first paint

        page = OfficePage(self._library.office.agency)
        page.done.connect(self._on_office_done)
        page.left.connect(self._on_office_left)
        page.refused.connect(self._on_refused)
        self._visit(page)
        self._tasks.run(prepare, self._on_prepared)

    def _on_prepared(self, _nothing: object) -> None:
        from desktop.office.page import OfficePage  # noqa: PLC0415 - as above

        if isinstance(self._page, OfficePage):
            self._page.start_drawing()

    def _ask_office(self) -> None:
        """Ask once, and never again."""
        if not self._settings.value("office/asked") and not self._library.read_only:
            self.show_office()

    def _on_office_told(self, facts: OfficeFacts) -> None:
        self._home.show_office(facts.agency)
        if facts.agency is None and self._may_interrupt():
            self._ask_office()

    def _on_office_done(self, agency: Agency) -> None:
        self._settings.setValue("office/asked", "yes")
        self._library.set_office(agency)
        self.leave()
        self._notices.tell(_("Đã lưu. Kế hoạch mới sẽ theo thông tin này."))

    def _on_office_left(self) -> None:
        self._settings.setValue("office/asked", "yes")
        self.leave()

    def _on_refused(self, code: str, data: dict[str, object]) -> None:
        from desktop.rejection_texts import rejection_text  # noqa: PLC0415 - after the first paint

        self._notices.tell(rejection_text(code, data))

    # the duties of a unit

    def show_duties(self) -> None:
        """Ask whose duties are to be shown; the unit and the year asked for last come up again."""
        from db.units import unit_key  # noqa: PLC0415 - after the first paint
        from desktop.unit_duties import UnitDutiesPage  # noqa: PLC0415 - as above

        self.left_plan.emit()
        page = UnitDutiesPage(int(str(self._settings.value("duties/year") or self._year_of_duties())), unit_key)
        page.left.connect(self.leave)
        page.asked.connect(self._on_duties_asked)
        page.opened.connect(self.plan_asked)
        self._visit(page)
        self._library.ask(partial(self._library.in_store, "unit_names"), self._on_units_told)

    def _year_of_duties(self) -> int:
        """Return this year, or where no plan is for it the newest that one is for."""
        now = date.today().year  # noqa: DTZ011 - the clerk's own calendar
        years = {plan.year for plan in self._home.plans if plan.year}
        return now if now in years or not years else max(years)

    def _on_units_told(self, names: Sequence[str]) -> None:
        from desktop.unit_duties import UnitDutiesPage  # noqa: PLC0415 - as above

        if isinstance(self._page, UnitDutiesPage):
            self._page.offer(names, str(self._settings.value("duties/unit", "")))

    def _on_duties_asked(self, unit: str, year: int) -> None:
        self._settings.setValue("duties/unit", unit)
        self._settings.setValue("duties/year", year)
        question = partial(self._library.in_store, "duties", unit, date(year, 1, 1), date(year, 12, 31))
        self._library.ask(question, partial(self._on_duties_told, unit, year))

    def _on_duties_told(self, unit: str, year: int, duties: Sequence[Duty]) -> None:
        from desktop.unit_duties import UnitDutiesPage  # noqa: PLC0415 - as above

        if isinstance(self._page, UnitDutiesPage):
            self._page.show_duties(unit, year, duties)

    # backups

    def show_backups(self, trouble: Trouble | None = None) -> None:
        """List the backups; ``trouble``: why the library itself can't be shown."""
        from desktop.safekeeping.page import BackupsPage  # noqa: PLC0415 - after the first paint

        self.left_plan.emit()
        page = BackupsPage(trouble if isinstance(trouble, Trouble) else None)
        page.restore.setVisible(not self._library.read_only)
        page.make.setEnabled(not self._library.read_only)
        page.afresh.setEnabled(not self._library.read_only)
        page.back.setVisible(page.trouble is None or self._home.loaded)
        page.left.connect(self.leave)
        page.backup_asked.connect(self.keeper.back_up)
        page.restore_asked.connect(self.keeper.restore)
        page.afresh_asked.connect(self.keeper.start_afresh)
        self.keeper.listed.connect(page.show_backups)
        self.keeper.made.connect(self._on_backed_up)
        self._visit(page)
        self.keeper.ask()

    def _on_backed_up(self, _path: Path) -> None:
        self._notices.tell(_("Đã sao lưu thư viện."))

    def _on_restored(self, former: Path | None) -> None:
        self.leave()
        self._library.refresh()
        self._library.warm_up()
        kept = _("Đã mở lại thư viện. Thư viện trước đó được giữ ở “{path}”.").format(path=former)
        self._notices.tell(kept if former else _("Đã mở lại thư viện."))

    def on_troubled(self, trouble: Trouble) -> None:
        """A damaged library is not only told: the way out is shown at once, unless a plan is in front."""
        if trouble.code != "library-damaged" or trouble.data.get("path") != self._library.path:
            return
        if self._may_interrupt():
            self.show_backups(trouble)
        if self._page is not None:
            self._notices.calm()  # the page says it

    def _on_care(self) -> None:
        self._care.setInterval(CARE_EVERY_MS)
        self.keeper.look_after()
