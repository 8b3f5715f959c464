"""Two nodes of the outline made one, and one section made two. No Qt; no word is lost by either."""

from __future__ import annotations

from desktop.outline.steps import new_node
from plans.changes import Batch, Change, InsertNode, MoveNode, RemoveNode
from plans.errors import Rejection
from plans.grammar import may_hold
from plans.nodes import Bullet, LabelLine, LegalBasis, Paragraph, Section
from plans.plan import Plan
from plans.retyping import join_above


def merge(plan: Plan, node_id: str) -> Change | None:
    """Join a section to the one before it, other nodes to what is printed before them; None where it cannot be.

    What a section holds goes to the end of the one before; its title stays as a paragraph there, since it is not ours
    to throw away.
    """
    found = plan.holder(node_id)
    if found is None or found[1] == 0:
        return None
    holder, index = found
    above, node = holder.children[index - 1], holder.children[index]
    if isinstance(node, Section) and isinstance(above, Section):
        room = len(above.children)
        title = [InsertNode(above.id, room, Paragraph(text=node.title))] if node.title else []
        start = room + len(title)
        moves = [MoveNode(child.id, above.id, start + at) for at, child in enumerate(node.children)]
        return Batch((*title, *moves, RemoveNode(node_id)), "join")
    if isinstance(node, (Paragraph, Bullet, LegalBasis, LabelLine)):
        try:
            return join_above(plan, node_id)
        except Rejection:
            return None
    return None


def split_section(plan: Plan, node_id: str) -> tuple[Change, str] | None:
    """Make a section of a node and all that follow it in theirs, right after that one. Return the change and the new
    section's id; None for a node that is in no section or is the first there."""
    found = plan.holder(node_id)
    if found is None or found[1] == 0 or not isinstance(found[0], Section):
        return None
    old, index = found
    outer = plan.holder(old.id)
    if outer is None:
        return None
    new = new_node(plan, "section")
    new.child_labels = old.child_labels
    if not may_hold(outer[0], new):
        return None
    moves = [MoveNode(child.id, new.id, at) for at, child in enumerate(old.children[index:])]
    return Batch((InsertNode(outer[0].id, outer[1] + 1, new), *moves), "split"), new.id
