"""What came, went and moved: new lines become nodes at the right holder, moved ones change their place."""

from __future__ import annotations

from hashlib import md5

from documents.returning.aligning import rising
from documents.returning.ground import Ground
from documents.returning.placing import Around, Placer, begins_basis, made, role_of_line
from documents.returning.shown import Line
from plans.nodes import LegalBasis, Node, Paragraph, Table
from plans.text import EMPTY, RichText
from resources.texts import gettext as _

_LEVELS = frozenset({"bullet", "plus"})


def structure_edits(ground: Ground) -> dict[int, str]:
    """Record added, moved and removed nodes; return the node of each returned line that stands for one."""
    return _Structure(ground).work()


class _Structure:
    """Goes through the returned lines in order and makes the tree hold the nodes in that order."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._edits = ground.edits
        self._placer = Placer(ground.edits.tree, ground.labels)
        self._at: dict[int, str] = {}
        self._seen: set[str] = set()
        for line, slot in zip(ground.old, ground.slots, strict=True):
            if slot.main and slot.field != "fixed":
                self._placer.roles[slot.node] = role_of_line(line)
        for old, new in ground.pairs.items():
            if ground.slots[old].main:
                self._at[new] = ground.slots[old].node
        self._rows = {node: at for at, node in self._at.items()}
        self._holders = {
            child.id: node.id for part in ground.base.parts for node in part.walk() for child in node.children
        }
        self._moved = self._out_of_order()
        kept = set(self._at.values())
        self._gone = {slot.node for slot in ground.slots if slot.main and slot.node not in kept}

    def work(self) -> dict[int, str]:
        for at, line in enumerate(self._ground.new):
            if at in self._at:
                if self._must_move(at, self._at[at]):
                    self._move(at, self._at[at])
                self._seen.add(self._at[at])
            elif self._is_new(at, line):
                self._insert(at, line)
        self._remove()
        return self._at

    def _out_of_order(self) -> set[str]:
        """Return the nodes whose lines no longer stand in the printed order."""
        rows = sorted(self._at)
        steady = rising([self._ground.back[at] for at in rows])
        return {self._at[at] for place, at in enumerate(rows) if place not in steady}

    def _must_move(self, at: int, node_id: str) -> bool:
        """Say whether the node stands elsewhere now: below one that went or comes later, on another level, or after
        another node than the tree has before it."""
        above = self._above(node_id)
        if any(holder in self._gone or self._rows.get(holder, -1) > at for holder in above):
            return True
        role, printed = role_of_line(self._ground.new[at]), role_of_line(self._ground.old[self._ground.back[at]])
        if role != printed and {role, printed} <= _LEVELS:
            return True
        return node_id in self._moved and self._before(at) != self._printed_before(node_id)

    def _above(self, node_id: str) -> list[str]:
        """Return the ids of what holds the node, the nearest first."""
        found: list[str] = []
        while node_id in self._holders:
            node_id = self._holders[node_id]
            found.append(node_id)
        return found

    def _before(self, at: int) -> str:
        return next((self._at[row] for row in range(at - 1, -1, -1) if row in self._at), "")

    def _printed_before(self, node_id: str) -> str:
        """Return the printed node that the tree has before this one."""
        printed = set(self._at.values())
        last = ""
        for item in self._edits.tree.walk():
            if item.id == node_id:
                return last
            last = item.id if item.id in printed else last
        return last

    def _around(self, at: int, own: str = "") -> Around:
        """Return what stands around a line, what the node ``own`` holds left out after it."""
        before, closed = None, False
        for row in range(at - 1, -1, -1):
            slot = self._ground.slot(row)
            node = self._edits.tree.find(self._at.get(row) or slot.node)
            if node is not None and self._ground.new[row].zone == self._ground.new[at].zone:
                closed = row not in self._at and slot.field.startswith(("part:", "part_title:"))
                before, closed = node, closed and slot.field != "part_title:content"
                break
        return Around(before, self._after(at, own), closed)

    def _after(self, at: int, own: str) -> Node | None:
        for row in range(at + 1, len(self._ground.new)):
            if row not in self._at or self._at[row] in self._moved or own in self._above(self._at[row]):
                continue
            if self._ground.new[row].zone == self._ground.new[at].zone:
                path = self._edits.tree.path(self._at[row])
                gone = any(holder.id in self._gone for holder in path[1:-1])
                return path[-1] if path and not gone else None
        return None

    def _is_new(self, at: int, line: Line) -> bool:
        slot = self._ground.slot(at)
        return at not in self._ground.back and slot.field == "fixed" and bool(line.plain)

    def _move(self, at: int, node_id: str) -> None:
        line, node = self._ground.new[at], self._edits.tree.find(node_id)
        if node is None:
            return
        role = role_of_line(line)
        place = self._placer.place(role, self._around(at, node_id), node)
        if place is None:
            self._edits.leave(line.plain, line.plain, _("Đoạn này được chuyển tới chỗ kế hoạch không chứa được."))
            return
        found = self._edits.tree.holder(node.id)
        if found is None:
            return
        index = place.index - (1 if found[0] is place.holder and found[1] < place.index else 0)
        if found != (place.holder, index):
            self._edits.move(node, place.holder, index, line.plain)
            self._holders[node.id] = place.holder.id
            self._placer.roles[node.id] = role

    def _insert(self, at: int, line: Line) -> None:
        around = self._around(at)
        role = role_of_line(line)
        node = self._made(at, line, role, around)
        place = self._placer.place(role, around, node)
        if place is not None and place.sibling is not None:
            better = self._made(at, line, role, around, place.sibling)
            if better.kind != node.kind:
                node, place = better, self._placer.place(role, around, better) or place
            else:
                node = better
        if place is None or line.zone == "head":
            self._edits.leave("", line.plain, _("Không thấy chỗ cho đoạn này trong kế hoạch."))
            return
        title = self._titled(at, node)
        self._edits.insert(place.holder, place.index, node, title or line.plain)
        self._placer.roles[node.id] = role
        self._at[at] = node.id
        self._rows[node.id] = at
        self._holders[node.id] = place.holder.id
        self._seen.add(node.id)

    def _titled(self, at: int, node: Node) -> str:
        return " ".join(row[0].text.plain for row in node.rows[:1]) if isinstance(node, Table) and node.rows else ""

    def _made(self, at: int, line: Line, role: str, around: Around, sibling: Node | None = None) -> Node:
        """Return the new node. Its id follows from its words and place, so that the same file returns the same."""
        where = around.before.id if around.before else ""
        key = f"{self._ground.base.id}/{where}/{line.plain}/{at}"
        node_id = md5(f"kehoach return/{key}".encode("utf-8", "replace"), usedforsecurity=False).hexdigest()
        return made(line, role, sibling, self._part(line, around), node_id)

    def _part(self, line: Line, around: Around) -> Node | None:
        """Return the part in which a new line without rank of its own belongs, None where its place says it."""
        tree = self._edits.tree
        if line.zone == "end":
            return tree.recipients
        before = tree.path(around.before.id)[0] if around.before else None
        after = tree.path(around.after.id)[0] if around.after else None
        beside = tree.bases in (before, after) or (before is None and not tree.bases.children)
        if not beside or line.rows is not None:
            return None
        basis = next((row for row in self._ground.old if self._is_basis(row)), None)
        alike = basis is not None and line.style == basis.style
        return tree.bases if after is tree.bases or alike or begins_basis(line.text.plain) else None

    def _is_basis(self, line: Line) -> bool:
        at = self._ground.old.index(line)
        return isinstance(self._ground.nodes.get(self._ground.slots[at].node), LegalBasis)

    def _remove(self) -> None:
        """Take out what went, the lowest first, each with what is left below it."""
        lines = {s.node: line for line, s in zip(self._ground.old, self._ground.slots, strict=True) if s.main}
        for node_id in self._gone:
            path = self._edits.tree.path(node_id)
            if not path or any(holder.id in self._gone for holder in path[1:-1]):
                continue
            if any(below.id in self._seen for below in path[-1].walk()):
                self._empty(path[-1], lines[node_id].plain)
            else:
                self._edits.remove(path[-1], lines[node_id].plain)

    def _empty(self, node: Node, before: str) -> None:
        """The line went but what it held could not be put elsewhere: leave the node without words."""
        name = "text" if isinstance(node, Paragraph) else "title"
        if isinstance(getattr(node, name, None), RichText):
            self._edits.set(node.id, name, EMPTY, before=before, after="")
        else:
            self._edits.leave(before, "", _("Dòng đã xóa còn giữ các dòng khác bên dưới nên kế hoạch giữ nguyên."))
