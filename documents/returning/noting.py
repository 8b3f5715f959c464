"""Comments of a returned file: each goes into the note, which never prints, of the node it was written beside."""

from __future__ import annotations

from collections.abc import Sequence

from documents.returning.report import NodeComment
from plans.changes import Batch, InsertNode, SetField
from plans.plan import PLAN_ID, Plan


def with_notes(batch: Batch, current: Plan, comments: Sequence[NodeComment]) -> Batch:
    """Return ``batch``, which is for ``current``, with the changes that put each comment into a note, once."""
    added = {each.id for change in batch.changes if isinstance(change, InsertNode) for each in change.node.walk()}
    notes: dict[str, str] = {}
    for comment in comments:
        node = current if comment.node == PLAN_ID else current.find(comment.node)
        if node is None and comment.node not in added:
            continue
        note = notes.get(comment.node, node.note if node else "")
        said = note_line(comment)
        if said not in note:
            notes[comment.node] = f"{note}\n{said}".strip()
    return Batch((*batch.changes, *(SetField(node, "note", note) for node, note in notes.items())), "return")


def note_line(comment: NodeComment) -> str:
    """Return what a comment says in a note."""
    return f"{comment.author}: {comment.text}" if comment.author else comment.text
