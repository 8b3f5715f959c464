"""A node that is no part of its own: its words go on those above it."""

from __future__ import annotations

import copy

from plans.changes import Batch, Change, InsertNode, RemoveNode, SetField
from plans.errors import Rejection
from plans.grammar import may_hold
from plans.nodes import Appendix, Assignment, LegalBasis, Node, Paragraph, Recipient, Table, Task
from plans.plan import Plan
from plans.retyping.becoming import below, words_of
from plans.text import RichText


def join_above(plan: Plan, node_id: str) -> Change:
    """Let the words of a node go on those of the node printed before it; what stood below it follows there. A typed
    number that was taken for a label comes back among the words.

    Raises Rejection "nothing-above" where there is none, or only a table.
    """
    found = plan.holder(node_id)
    if found is None:
        raise Rejection("unknown-node", node=node_id)
    holder, index = found
    node = holder.children[index]
    chain = _chain_above(holder, index)
    text = _with_label(node)
    above = chain[0]
    if isinstance(above, Task) and _has_parts(above):
        return _as_content(node, above, text)
    changes = [_lengthened(above, text), RemoveNode(node.id), *_rehoused(node, chain, index)]
    return Batch(tuple(changes), "join")


def _chain_above(holder: Node, index: int) -> list[Node]:
    """Return the node printed before the place, then its holders up to ``holder``."""
    if index == 0:
        if holder.kind in ("part", "table"):
            raise Rejection("nothing-above")
        return [holder]
    chain = [holder, holder.children[index - 1]]
    while chain[-1].children:
        chain.append(chain[-1].children[-1])
    if isinstance(chain[-1], Table):
        raise Rejection("nothing-above")
    return chain[::-1]


def _with_label(node: Node) -> RichText:
    text = _own_words(node)
    label = node.source_label.strip()
    return RichText.of(f"{label} ") + text if any(sign.isalnum() for sign in label) else text


def _own_words(node: Node) -> RichText:
    if isinstance(node, LegalBasis):
        return node.text
    return RichText.of(node.text) if isinstance(node, Recipient) else words_of(node)


def _has_parts(task: Task) -> bool:
    people = task.leaders or task.lead or task.advisers or task.coordinating
    return bool(people or task.products or task.deadline or task.part_titles)


def _as_content(node: Node, task: Task, text: RichText) -> Change:
    """After the parts of a task nothing can go on: the words become its content."""
    new = Paragraph(text=text)
    at = len(task.children)
    changes: list[Change] = [RemoveNode(node.id), InsertNode(task.id, at, new)]
    changes += [InsertNode(task.id, at + n, copy.deepcopy(each)) for n, each in enumerate(below(node), 1)]
    return Batch(tuple(changes), "join")


def _lengthened(above: Node, text: RichText) -> Change:
    if isinstance(above, Recipient | Assignment):
        if text.footnotes:
            raise Rejection("mark-in-unit")
        name = "text" if isinstance(above, Recipient) else "unit"
        return SetField(above.id, name, f"{getattr(above, name)} {text.plain}".strip())
    name = "title" if isinstance(above, Appendix) else _field(above)
    old: RichText = getattr(above, name)
    return SetField(above.id, name, old + RichText.of(" ") + text if old else text)


def _field(above: Node) -> str:
    for name in ("text", "title", "label"):
        if isinstance(getattr(above, name, None), RichText):
            return name
    raise Rejection("nothing-above")


def _rehoused(node: Node, chain: list[Node], index: int) -> list[Change]:
    """Put what stood below the node where it may stand, as near to its words as can be, in its order."""
    changes: list[Change] = []
    level = 0
    room = [len(each.children) for each in chain]
    room[-1] = index if len(chain) > 1 else 0
    for child in below(node):
        while level < len(chain) and not may_hold(chain[level], child):
            level += 1
        if level == len(chain):
            raise Rejection("cannot-hold", holder=chain[-1].kind, child=child.kind)
        changes.append(InsertNode(chain[level].id, room[level], copy.deepcopy(child)))
        room[level] += 1
    return changes


__all__ = ["join_above"]
