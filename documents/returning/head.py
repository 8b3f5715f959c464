"""What was changed in head and end: agency, number and symbol, place and date, signature, archive line."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from documents.returning.edits import Edits
from documents.returning.shown import Line
from documents.returning.values import MARKS
from plans.plan import PLAN_ID, Letterhead, Plan, PlanDate, Signature
from resources.texts import gettext as _

_BLANKS = " .…_-"
_NUMBER = re.compile(r"số\s*:\s*(?P<number>[^/]*)/?\s*(?P<symbol>.*)$", re.IGNORECASE)
_DATE = re.compile(r"(?P<place>.*?)\s*,?\s*ngày(?P<day>[^t]*)tháng(?P<month>[^n]*)năm(?P<year>.*)$", re.IGNORECASE)
_DRAFTER = re.compile(r"(?P<mark>\w*)\.?\s*(?:\((?P<copies>\d{1,5})\))?$")
_ARCHIVE = re.compile(r"-?\s*Lưu\s*:\s*(?P<archive>.*)$", re.IGNORECASE)


def head_edits(edits: Edits, before: dict[str, list[Line]], after: dict[str, list[Line]]) -> None:
    """Record the changes of head and end; both dicts hold the lines by the field of their slots."""
    for name, work in _WORK.items():
        old, new = before.get(name, []), after.get(name, [])
        if _said(old) == _said(new):
            continue
        if old and not new and name not in _OPTIONAL:
            edits.leave(" / ".join(_said(old)), "", _("Dòng này bắt buộc phải có nên kế hoạch giữ nguyên."))
            continue
        work(edits, old, new)


def _number(edits: Edits, old: list[Line], new: list[Line]) -> None:
    was, now = (_NUMBER.search(lines[0].plain) if lines else None for lines in (old, new))
    if now is None:
        edits.leave(*_both(old, new), _("Không đọc được số và ký hiệu."))
        return
    for name in ("number", "symbol"):
        value = now[name].strip(_BLANKS)
        if was is None or was[name].strip(_BLANKS) != value:
            _set(edits, name, value, old, new)


def _date(edits: Edits, old: list[Line], new: list[Line]) -> None:
    was, now = (_DATE.search(lines[0].plain) if lines else None for lines in (old, new))
    if now is None:
        edits.leave(*_both(old, new), _("Không đọc được địa danh và ngày tháng."))
        return
    if was is None or was["place"] != now["place"]:
        _set(edits, "place", now["place"].strip(), old, new)
    value = PlanDate(day=_figure(now["day"], 31), month=_figure(now["month"], 12), year=_figure(now["year"], 2200))
    if was is None or value != _date_of(was):
        _set(edits, "date", value, old, new)


def _date_of(found: re.Match[str]) -> PlanDate:
    return PlanDate(day=_figure(found["day"], 31), month=_figure(found["month"], 12), year=_figure(found["year"], 2200))


def _figure(text: str, most: int) -> int | None:
    found = re.search(r"\d{1,4}", text)
    return int(found[0]) if found and 0 < int(found[0]) <= most else None


def _agency(edits: Edits, old: list[Line], new: list[Line]) -> None:
    head = edits.tree.letterhead
    upper = _parent_style(edits.tree, old)
    parents = [line for line in new if upper and line.style == upper]
    parent = " ".join(line.plain for line in parents)
    agency = tuple(line.plain for line in new if line not in parents)
    value = Letterhead(parent=_kept(parent, head.parent), agency=agency)
    if _folded(" ".join(agency)) == _folded(" ".join(head.agency)):
        value = replace(value, agency=head.agency)
    _set(edits, "letterhead", value, old, new)


def _parent_style(plan: Plan, old: list[Line]) -> str:
    """Return the style of the line above the agency, "" where there is no such line to tell it by."""
    styles = [line.style for line in old]
    return styles[0] if plan.letterhead.parent and styles and styles[0] != styles[-1] else ""


def _signature(edits: Edits, old: list[Line], new: list[Line]) -> None:
    signed = edits.tree.signature
    style = old[-1].style if old and signed.name else ""
    names = [line for line in new if (line.style == style if style else line.plain != line.plain.upper())]
    if not names and signed.name and len(new) >= len(old):
        names = new[-1:]
    lines = [line.plain for line in new if line not in names]
    kept = tuple(line for line in signed.lines if line.strip())
    if [_folded(line) for line in lines] == [_folded(line) for line in kept]:
        lines = list(signed.lines)
    name = _kept(" ".join(line.plain for line in names), signed.name)
    _set(edits, "signature", Signature(lines=tuple(lines), name=name), old, new)


def _archive(edits: Edits, old: list[Line], new: list[Line]) -> None:
    found = _ARCHIVE.search(new[0].plain)
    if found:
        _set(edits, "archive", found["archive"].rstrip(MARKS), old, new)


def _drafter(edits: Edits, old: list[Line], new: list[Line]) -> None:
    found = _DRAFTER.match(new[0].plain) if new else None
    if new and found is None:
        edits.leave(*_both(old, new), _("Không đọc được ký hiệu người soạn thảo."))
        return
    _set(edits, "drafter_mark", found["mark"] if found else "", old, new)
    _set(edits, "copies", int(found["copies"]) if found and found["copies"] else None, old, new)


def _draft_mark(edits: Edits, old: list[Line], new: list[Line]) -> None:
    _set(edits, "draft_mark", bool(new), old, new)


def _set(edits: Edits, name: str, value: object, old: list[Line], new: list[Line]) -> None:
    before, after = _both(old, new)
    edits.set(PLAN_ID, name, value, before=before, after=after)


def _both(old: list[Line], new: list[Line]) -> tuple[str, str]:
    return " / ".join(_said(old)), " / ".join(_said(new))


def _said(lines: list[Line]) -> list[str]:
    return [line.plain for line in lines]


def _kept(shown: str, held: str) -> str:
    return held if _folded(shown) == _folded(held) else shown


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


_OPTIONAL = frozenset({"drafter", "draft_mark"})
_WORK: dict[str, Callable[[Edits, list[Line], list[Line]], None]] = {
    "agency": _agency,
    "number": _number,
    "date": _date,
    "archive": _archive,
    "signature": _signature,
    "drafter": _drafter,
    "draft_mark": _draft_mark,
}
