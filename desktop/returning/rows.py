"""What a returned file has to tell, as rows of one list under heads; and old and new words marked in one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from desktop.marked_words import Mark
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

_TOKENS = re.compile(r"\s+|[\w%/.,-]+|.")
_AROUND = 70
"""So many characters stay on each side of what changes."""


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


def marked_change(before: str, after: str, around: int = _AROUND) -> tuple[str, list[Mark]]:
    """Return one sentence that says both texts, old words marked before the new ones; what stays is shortened."""
    old, new = (" ".join(text.split()) for text in (before, after))
    text, marks = "", list[Mark]()
    steps = list(_steps(old, new))
    for at, (was, now) in enumerate(steps):
        if was == now:
            text += _shortened(was, around, first=at == 0, last=at == len(steps) - 1)
            continue
        text += _start_of_change(was, now)
        for words, look in ((was.strip(), "old"), (now.strip(), "new")):
            text += " " if words and marks and marks[-1][0] + marks[-1][1] == len(text) else ""
            if words:
                marks.append((len(text), len(words), look))
            text += words
        text += " " if (now or was)[-1:] == " " else ""
    return text, marks


def _steps(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Yield the texts piece by piece, old and new; single words that stay between changed ones go with these."""
    left, right = _TOKENS.findall(old), _TOKENS.findall(new)
    was, now = "", ""
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        same = "".join(left[a:b])
        if tag != "equal" or (len(same.strip()) < 4 and (was or now)):
            was, now = was + same, now + "".join(right[c:d])
            continue
        if was or now:
            yield was, now
        was, now = "", ""
        yield same, same
    if was or now:
        yield was, now


def _start_of_change(was: str, now: str) -> str:
    """Spaces at the ends of changed words are not marked."""
    return " " if (was or now)[:1] == " " or now[:1] == " " else ""


def _shortened(words: str, around: int, *, first: bool, last: bool) -> str:
    """Cut what lies further than ``around`` from the change beside it."""
    if (first and last) or len(words) <= (1 if first or last else 2) * around:
        return words
    head = "" if first else words[:around].rpartition(" ")[0] + " "
    tail = "" if last else " " + words[-around:].partition(" ")[2]
    return f"{head}…{tail}"
