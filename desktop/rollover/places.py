"""Where a proposal or entry stands, in a few words; and where in its sentence the words are that change."""

from __future__ import annotations

from desktop.node_texts import kind_name, place_name
from plans.nodes import Node
from plans.numbering import labels
from plans.plan import PLAN_ID, Plan
from plans.rollover import Proposal
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812

FIELDS = {
    "title": N_("Tên loại"),
    "subject": N_("Trích yếu"),
    "signature.name": N_("Người ký"),
    "number": N_("Số"),
    "date": N_("Ngày ban hành"),
    "actual": N_("Kết quả đạt được"),
    "baseline": N_("Mốc so sánh"),
    "year": N_("Năm phải đạt"),
    "reference": N_("Dòng “Kèm theo”"),
}
"""Fields that are named where a node's kind alone does not say which words are meant."""

_OWN_FIELDS = ("actual", "baseline", "year", "reference")

EMPTIED = ("signature.name", "baseline")
"""Fields that are empty in the draft until a question about them is answered."""


class Places:
    """Names the places of one plan: "III.2 · Nhiệm vụ", "Thể thức · Trích yếu"."""

    def __init__(self, plan: Plan) -> None:
        self._names: dict[str, str] = {PLAN_ID: place_name(PLAN_ID)}
        shown = labels(plan)
        for part in plan.parts:
            for child in part.children:
                self._name(child, "", shown)

    def _name(self, node: Node, above: str, shown: dict[str, str]) -> None:
        own = shown.get(node.id, "").rstrip(".)")
        counted = own if own[:1].isalnum() else ""
        path = own if "." in own else ".".join(filter(None, (above, counted)))
        self._names[node.id] = " · ".join(filter(None, (path, kind_name(node.kind))))
        for child in node.children:
            self._name(child, path, shown)

    def name(self, node_id: str, field: str = "") -> str:
        """Return the name of a place; ``field``: which text of the node, where that needs saying."""
        place = self._names.get(node_id, "")
        named = field in FIELDS and (node_id == PLAN_ID or field in _OWN_FIELDS)
        return _("{place} · {field}").format(place=place, field=_(FIELDS[field])) if named else place


def marked_at(proposal: Proposal) -> tuple[int, int]:
    """Return where in ``proposal.before`` the words stand that change; (0, 0) where they are not in it."""
    old, new, before, after = proposal.old, proposal.new, proposal.before, proposal.after
    at = before.find(old) if old else -1
    first = at
    while at >= 0:
        if before[:at] + new + before[at + len(old) :] == after.strip() or (before[:at] + new).strip() == after:
            return at, at + len(old)
        at = before.find(old, at + 1)
    return (first, first + len(old)) if first >= 0 else (0, 0)
