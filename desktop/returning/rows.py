"""What a returned file has to tell, as rows of one list under heads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.marked_words import Mark, marked_change
from plans.plan import Plan
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

if TYPE_CHECKING:
    from documents.returning import Edit, Merged, NodeComment, Returned

GROUPS = {
    "changed": N_("Sửa chữ ({count})"),
    "added": N_("Thêm mới ({count})"),
    "removed": N_("Bỏ đi ({count})"),
    "moved": N_("Chuyển chỗ ({count})"),
    "comment": N_("Ý kiến ghi bên lề, đưa vào Ghi chú của mục ({count})"),
    "unmapped": N_("Không đưa về kế hoạch được, hãy tự xem lại ({count})"),
}
"""The heads in their order."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line. edits: places in ``Returned.edits``; comment: the comment it stands for; with neither it is only told.

    node: where it leads, "" nowhere; holder: what it is put into, "" where it stays; before, after: whole texts; why:
    what must be said of it, "" nothing; words, marks: the line, both texts in one.
    """

    group: str
    node: str
    before: str
    after: str
    edits: tuple[int, ...] = ()
    holder: str = ""
    comment: NodeComment | None = None
    why: str = ""
    words: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def is_choice(self) -> bool:
        """Whether the clerk decides on it."""
        return bool(self.edits) or self.comment is not None


def rows_of(found: Returned) -> list[Row]:
    """Return all rows in the order of GROUPS; several edits of one text are one row. For hundreds of changes this takes
    a moment: not on the window's thread."""
    rows = [*_edit_rows(found.edits), *map(_comment_row, found.report.comments)]
    rows += [
        Row(group="unmapped", node="", before=u.before, after=u.after, why=u.reason) for u in found.report.unmapped
    ]
    return [_worded(row) for group in GROUPS for row in rows if row.group == group]


def _worded(row: Row) -> Row:
    if row.group in ("moved", "comment"):
        return replace(row, words=" ".join(row.after.split()))
    words, marks = marked_change(row.before, row.after)
    return replace(row, words=words, marks=tuple(marks))


def _edit_rows(edits: tuple[Edit, ...]) -> list[Row]:
    joined: dict[tuple[str, str, str], list[int]] = {}
    for at, edit in enumerate(edits):
        own = edit.said.field or str(at)
        joined.setdefault((edit.said.kind, edit.said.node, own), []).append(at)
    return [_edit_row(kind, node, edits, tuple(places)) for (kind, node, _own), places in joined.items()]


def _edit_row(kind: str, node: str, edits: tuple[Edit, ...], places: tuple[int, ...]) -> Row:
    before, after = edits[places[0]].said.before, edits[places[-1]].said.after
    same = kind == "changed" and before == after
    why = _("chỉ đổi kiểu chữ, lời văn như cũ") if same else ""
    holder = str(getattr(edits[places[0]].change, "holder", ""))
    return Row(group=kind, node=node, holder=holder, before=before, after=after, edits=places, why=why)


def _comment_row(comment: NodeComment) -> Row:
    """A comment that stands at no node is only told."""
    own = comment if comment.node else None
    return Row(group="comment", node=comment.node, before="", after=comment.text, comment=own, why=comment.author)


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How a row stands with the plan as it is now. state: "open" to be decided, "there" the plan has it, "sides" both
    changed the place and a side is to be chosen, "clash" it cannot be taken; the last two for ``why``."""

    state: str
    why: str = ""


def standings(rows: list[Row], merged: Merged, plan: Plan) -> list[Standing]:
    """Return how each row stands, after ``take_chosen`` was tried on ``plan``."""
    return [_of_comment(row, plan) if row.comment else _of_edits(row, merged) for row in rows]


def _of_edits(row: Row, merged: Merged) -> Standing:
    fates = [merged.fates[at] for at in row.edits]
    clash = next((fate for fate in fates if fate.choice), None) or next((f for f in fates if f.state == "clash"), None)
    if clash is not None:
        now = _("{reason} Trong kế hoạch: “{words}”.").format(reason=clash.reason, words=clash.now)
        return Standing(state="sides" if clash.choice else "clash", why=now if clash.now else clash.reason)
    return Standing(state="there" if fates and all(fate.state == "there" for fate in fates) else "open")


def _of_comment(row: Row, plan: Plan) -> Standing:
    from documents.returning import note_line  # noqa: PLC0415 - it is loaded where there is a row

    if row.comment is None:
        return Standing(state="open")
    owner = plan.find(row.node)
    note = owner.note if owner is not None else plan.note
    return Standing(state="there" if note_line(row.comment) in note else "open")
