"""Label styles of the sibling groups, so that computed labels are the source's; a Guess where they are not."""

from __future__ import annotations

import re
from collections import Counter

from documents.reading.text_labels import BULLETS, Label, LabelKind, parse_label
from documents.recognition.accounting import texts_of
from documents.recognition.items import Ledger
from plans.nodes import LabelStyle, Node, Part
from plans.numbering import is_numbered, labels
from plans.plan import SCHEMES, Plan
from resources.texts import gettext as _

_STYLES = {
    LabelKind.PART: LabelStyle.PART,
    LabelKind.CHAPTER: LabelStyle.CHAPTER,
    LabelKind.ITEM: LabelStyle.ARABIC,
    LabelKind.STEP: LabelStyle.ARABIC,
    LabelKind.SUBLETTER: LabelStyle.DASH,
    LabelKind.BRACKET: LabelStyle.ARABIC,
    LabelKind.ARTICLE: LabelStyle.ARTICLE,
    LabelKind.UPPER: LabelStyle.UPPER_LETTER,
    LabelKind.ROMAN: LabelStyle.ROMAN,
    LabelKind.ARABIC: LabelStyle.ARABIC,
    LabelKind.PAREN: LabelStyle.ARABIC,
    LabelKind.DECIMAL: LabelStyle.DECIMAL,
    LabelKind.LETTER: LabelStyle.LETTER,
    LabelKind.DASH: LabelStyle.DASH,
    LabelKind.PLUS: LabelStyle.PLUS,
}


def bare(label: str) -> str:
    """Return a label as product.md compares it: without trailing ". - / :" but with ")"."""
    return label.strip().rstrip(" .-–—/:")


def _compared(label: str) -> str:
    """Return the label for comparison: all marks of the first bullet level are one."""
    if " " in label.strip():  # "CHƯƠNG I" is printed "Chương I"
        return bare(label).lower()
    return bare(label) if any(sign.isalnum() for sign in label) else "+" if label.strip() == "+" else "-"


def choose_styles(plan: Plan) -> None:
    """Choose the plan's scheme and the style of each group whose labels differ from it."""
    groups = [
        (holder, depth, kinds)
        for root in _roots(plan)
        for holder, depth in _holders(root, 0)
        if (kinds := _kinds(holder))
    ]
    decimal = sum(kinds[LabelKind.DECIMAL] for _, depth, kinds in groups if depth >= 1)
    plan.scheme = "decimal" if decimal >= 2 else "decree"
    scheme = SCHEMES[plan.scheme]
    above: dict[str, LabelStyle] = {}
    for holder, depth, kinds in groups:
        kind = kinds.most_common(1)[0][0]
        style = _STYLES.get(kind)
        if style is LabelStyle.ARABIC and above.get(holder.id) is LabelStyle.ARABIC:
            style = LabelStyle.LETTER
        above |= {child.id: style or scheme[min(depth, len(scheme) - 1)] for child in holder.children}
        if style is not None and style is not scheme[min(depth, len(scheme) - 1)]:
            holder.child_labels = style


def _roots(plan: Plan) -> list[Node]:
    return [plan.body, *plan.appendices.children]


def _holders(node: Node, depth: int) -> list[tuple[Node, int]]:
    found = [(node, depth)]
    for child in node.children:
        found += _holders(child, depth + (1 if is_numbered(child) else 0))
    return found


def _label(node: Node) -> Label | None:
    """Return the label a node has in the source, None for none; "CHƯƠNG I" is one without a dot too."""
    shown = node.source_label
    return (parse_label(f"{shown} Mục") or parse_label(f"{shown}. Mục")) if shown else None


def _kinds(holder: Node) -> Counter[LabelKind]:
    found: Counter[LabelKind] = Counter()
    for child in holder.children:
        if is_numbered(child) and child.source_label:
            label = _label(child)
            if label is not None:
                found[label.kind] += 1
    return found


def report_differences(plan: Plan, ledger: Ledger) -> None:
    """Note every node whose printed label will differ from the source's; a label that stood twice, or was left out, is
    told as such."""
    computed = labels(plan)
    faults = _faults(plan)
    renumbered: list[tuple[Node, str, str]] = []
    for node in plan.walk():
        if isinstance(node, Part) or node.kind in ("appendix", "legal_basis") or not node.source_label:
            continue
        printed = computed.get(node.id, "")
        if _compared(printed) != _compared(node.source_label):
            fault = faults.get(id(node), _("Số thứ tự trong nguồn là “{source}”, khi in sẽ là “{printed}”."))
            reason = fault.format(source=node.source_label, printed=printed or "–")
            ledger.guess(node, node.source_label, reason, 0.75 if id(node) in faults else 0.9)
            renumbered.append((node, bare(node.source_label), bare(printed)))
    _report_mentions(plan, renumbered, ledger)


def _faults(plan: Plan) -> dict[int, str]:
    """Return by node what is wrong with its label in the source: it repeats the one before, or leaves some out."""
    found: dict[int, str] = {}
    for holder in (*plan.parts, *plan.walk()):
        before: Label | None = None
        for child in holder.children:
            label = _label(child) if is_numbered(child) else None
            if label is None or label.kind in BULLETS:
                continue
            if before is not None and before.kind is label.kind:
                if label.path == before.path:
                    found[id(child)] = _(
                        "Nguồn ghi “{source}” hai lần; mục này là mục kế tiếp, khi in sẽ là “{printed}”."
                    )
                elif label.number > before.number + 1:
                    found[id(child)] = _(
                        "Nguồn nhảy số trước “{source}”; mục này là mục kế tiếp, khi in sẽ là “{printed}”."
                    )
            before = label
    return found


def _report_mentions(plan: Plan, renumbered: list[tuple[Node, str, str]], ledger: Ledger) -> None:
    """Note the places of the plan's own text that speak of a label which will be printed otherwise."""
    changed = {old.rstrip(")").lower(): new.rstrip(")") for _node, old, new in renumbered if new and old != new}
    changed = {old: new for old, new in changed.items() if old != new.lower()}
    if not changed:
        return
    wanted = "|".join(re.escape(old) for old in sorted(changed, key=len, reverse=True))
    mention = re.compile(rf"(?:mục|phần|điểm|khoản|chương|điều)\s+(?P<old>{wanted})(?![\w.]*\w)", re.IGNORECASE)
    for node in plan.walk():
        for text in texts_of(node):
            for match in mention.finditer(text):
                reason = _("Đoạn này nhắc đến “{mention}”, mà số thứ tự ấy khi in là “{printed}”.").format(
                    mention=match[0], printed=changed[match["old"].lower()]
                )
                ledger.guess(node, match[0], reason, 0.6)
