"""From a returned document to the changes made in it: everything against the plan as it was exported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import md5
from pathlib import Path

from documents.reading.docx_package import DocxPackage
from documents.rendering import bookmark_name, render_docx
from documents.rendering.context import RenderContext
from documents.returning.aligning import LIKE, likeness
from documents.returning.copied_notes import Copied, with_own_notes
from documents.returning.edits import Edits
from documents.returning.ground import Ground
from documents.returning.head import head_edits
from documents.returning.remainder import remainder
from documents.returning.report import NodeComment, Unmapped
from documents.returning.shown import Shown, read_shown
from documents.returning.slots import Slot, layout_field
from documents.returning.structure import structure_edits
from documents.returning.tasks import give_parts, task_edits
from documents.returning.texts import label_notes, text_edits
from documents.returning.values import returned, same
from plans.nodes import Appendix, Footnote
from plans.numbering import labels
from plans.plan import PLAN_ID, Plan

_PLAN_FIELDS = ("agency", "number", "date", "signature", "archive", "drafter", "draft_mark")


@dataclass(frozen=True, kw_only=True)
class Found:
    """The edits in order, what could not be mapped, comments at their nodes. known: share of the printed lines that
    were found again; marked: how many bookmarks of nodes the file still has; lost: of those lines
    that were found again."""

    edits: Edits
    comments: list[NodeComment]
    known: float
    marked: int
    lost: int
    tracked: bool
    copied: Copied


def find_changes(base: Plan, edited: Shown, path: Path) -> Found:
    """Return what ``edited`` says otherwise than ``base``, the plan that was exported."""
    printed = read_shown(DocxPackage(render_docx(base), path))
    printed = printed.named(_note_names(base, printed))
    edited, copied = with_own_notes(printed, edited)
    edited = edited.named(_note_names(base, edited))
    ground = Ground(base, printed, edited, Edits.of(base))
    give_parts(ground)
    _give_head(ground)
    _new_notes(ground)
    head_edits(ground.edits, *ground.by_field(*_PLAN_FIELDS))
    text_edits(ground)
    task_edits(ground)
    nodes = structure_edits(ground)
    _notes(ground)
    _references(ground)
    label_notes(ground, labels(ground.edits.tree))
    _left_out(ground)
    remainder(ground, path)
    return Found(
        edits=ground.edits,
        comments=list(_comments(ground, nodes)),
        known=len(ground.pairs) / max(1, len(ground.old)),
        marked=sum(1 for line in edited.lines if line.marks),
        lost=sum(1 for old, new in ground.pairs.items() if ground.old[old].marks and not ground.new[new].marks),
        tracked=edited.tracked,
        copied=copied,
    )


def _note_names(base: Plan, shown: Shown) -> dict[str, str]:
    """Return the id of the plan's note for each note of a document: by bookmark, by words, by likeness; the others
    get ids of their own."""
    notes = [node for node in base.footnotes.children if isinstance(node, Footnote)]
    by_mark = {bookmark_name(node.id): node.id for node in notes}
    found = {key: by_mark[m] for key, note in shown.notes.items() for m in note.marks if m in by_mark}
    for least in (1.0, LIKE):
        for key, note in shown.notes.items():
            free = [node for node in notes if least == 1.0 or node.id not in found.values()]
            best = max(free, key=lambda node: likeness(_flat(node.text.plain), _flat(note.text.plain)), default=None)
            if key not in found and best and likeness(_flat(best.text.plain), _flat(note.text.plain)) >= least:
                found[key] = best.id
    for key, note in shown.notes.items():
        said = f"kehoach return/{base.id}/{note.text.plain}"
        found.setdefault(key, md5(said.encode("utf-8", "replace"), usedforsecurity=False).hexdigest())
    return found


def _flat(text: str) -> str:
    return " ".join(text.split())


def _give_head(ground: Ground) -> None:
    """Give the new lines of head and end the fields of the plan that they show."""
    archived = any(slot.field == "archive" and at in ground.pairs for at, slot in enumerate(ground.slots))
    for at, line in enumerate(ground.new):
        field = layout_field(line) if line.zone != "body" and at not in ground.back else "fixed"
        if field != "fixed" and not (field == "archive" and archived):
            ground.given[at] = Slot(PLAN_ID, field)


def _new_notes(ground: Ground) -> None:
    for key, note in ground.edited.notes.items():
        if ground.base.footnote(key) is None and note.text:
            part = ground.edits.tree.footnotes
            ground.edits.insert(part, len(part.children), Footnote(id=key, text=note.text), note.text.plain)


def _notes(ground: Ground) -> None:
    """Record the notes that say something else, and those that are marked nowhere any more."""
    for key, was in ground.printed.notes.items():
        node, now = ground.base.footnote(key), ground.edited.notes.get(key)
        if node is None:
            continue
        if now is None:
            if not _marked_elsewhere(ground.edits.tree, key):
                ground.edits.remove(node, node.text.plain)
        elif not same(was.text, now.text):
            value = returned(was.text, now.text, node.text)
            ground.edits.set(key, "text", value, before=node.text.plain, after=value.plain)


def _marked_elsewhere(plan: Plan, note: str) -> bool:
    texts = (getattr(node, name, None) for node in plan.walk() for name in ("text", "title", "label"))
    return any(note in getattr(text, "footnotes", ()) for text in texts)


def _references(ground: Ground) -> None:
    """Record the "(Kèm theo …)" lines that say neither what was printed nor what would be printed now."""
    computed = _flat(RenderContext.of(ground.edits.tree).appendix_reference)
    for old, new in ground.pairs.items():
        node = ground.nodes.get(ground.slots[old].node)
        was, now = ground.old[old].plain, ground.new[new].plain
        if isinstance(node, Appendix) and ground.slots[old].field == "reference" and now not in (was, computed):
            ground.edits.set(node.id, "reference", now, before=was, after=now)


def _left_out(ground: Ground) -> None:
    for item in ground.edited.left_out:
        if item.kind in ("image", "drawing", "embedded", "hidden", "box"):
            ground.edits.unmapped.append(Unmapped(before="", after=item.text, reason=item.reason))


def _comments(ground: Ground, nodes: dict[int, str]) -> Iterable[NodeComment]:
    last = ""
    for at, line in enumerate(ground.new):
        last = nodes.get(at) or ground.slot(at).node or last
        for key in line.comments:
            comment = ground.edited.comments.get(key)
            if comment:
                yield NodeComment(node=last, author=comment.author, text=comment.text)
