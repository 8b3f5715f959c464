"""What the plan that a DOCX carries says about its nodes: their kinds, their tasks, their parts, by bookmark."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from documents.pages.bookmarks import bookmark_of
from plans.plan import PART_NAMES

# As documents.rendering.carried writes it; importing that would load the whole renderer.
_NAMESPACE = b"urn:kehoach:plan:1"
_ROOT = "{urn:kehoach:plan:1}plan"


@dataclass
class CarriedTree:
    """Facts by the node's bookmark. ``is_carried`` False: the DOCX carries no plan that could be read."""

    is_carried: bool = False
    ids: dict[str, str] = field(default_factory=dict[str, str])
    kinds: dict[str, str] = field(default_factory=dict[str, str])
    tasks: dict[str, str] = field(default_factory=dict[str, str])
    """The task a node is or stands in."""
    parts: dict[str, str] = field(default_factory=dict[str, str])
    """The part (one of PART_NAMES) a node stands in."""

    def add(self, node: Mapping[str, Any], part: str, task: str) -> None:
        """Take in a node of the codec's JSON with all below it."""
        node_id, kind = str(node.get("id", "")), str(node.get("kind", ""))
        name = bookmark_of(node_id)
        task = name if kind == "task" else task
        self.ids[name], self.kinds[name], self.parts[name] = node_id, kind, part
        if task:
            self.tasks[name] = task
        for child in node.get("children", []):
            self.add(child, part, task)


def carried_tree(parts: Mapping[str, bytes]) -> CarriedTree:
    """Return the tree of the plan carried by a package (part name → bytes); an empty one for none."""
    try:
        plan = json.loads(_carried_text(parts))
        tree = CarriedTree(is_carried=bool(plan))
        for part in PART_NAMES:
            for node in plan.get(part, []):
                tree.add(node, part, "")
    except (ValueError, TypeError, AttributeError, etree.XMLSyntaxError):
        return CarriedTree()
    return tree


def _carried_text(parts: Mapping[str, bytes]) -> str:
    for name, data in parts.items():
        if name.startswith("customXml/item") and _NAMESPACE in data:
            root = etree.fromstring(data)
            if root.tag == _ROOT:
                return root.text or ""
    return "{}"
