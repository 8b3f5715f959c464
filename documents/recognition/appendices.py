"""What stands after the signature: phụ lục, forms, tables. Each "PHỤ LỤC" begins one; what comes before the first one
has a place too."""

from __future__ import annotations

import re

from documents.reading.text_openers import APPENDIX, is_caps
from documents.recognition.fragments import has_nation
from documents.recognition.head import find_title
from documents.recognition.items import Item, Ledger, one_line
from documents.recognition.outline import build
from plans.nodes import Appendix
from plans.plan import Plan
from plans.text import RichText
from resources.texts import gettext as _

_LABEL = re.compile(
    r"^\W*(?P<label>(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số))?(?:\s*(?:[IVX]+|\d{1,2})(?!\w))?)\s*[.:\-–]*\s*(?P<rest>.*)$",
    re.DOTALL,
)
_REFERENCE = re.compile(r"^\W*(?:Kèm theo|Ban hành kèm theo|Đính kèm|KÈM THEO)", re.IGNORECASE)
_TITLE_LINES = 6
_HEAD_LINES = 12
_HEAD = re.compile(r"^\W*(?:(?:ỦY BAN|UỶ BAN|UBND|HĐND|XÃ|PHƯỜNG|ĐẶC KHU|PHÒNG|HỘI ĐỒNG|BAN)\b|Số\s*:)")


def put_behind(items: list[Item]) -> list[Item]:
    """Return the items with an appendix that stands before the letterhead moved behind all."""
    if not items or not _heads(items[0]):
        return items
    for place in range(1, len(items)):
        if has_nation(items[place].block) and find_title(items[place : place + _HEAD_LINES]) is not None:
            first = place
            while first > 1 and _HEAD.match(items[first - 1].whole):
                first -= 1
            return [*items[first:], *items[:first]]
    return items


def read_appendices(items: list[Item], plan: Plan, ledger: Ledger) -> None:
    """Put the items after the signature into appendices."""
    for group in _groups(items):
        plan.appendices.children.append(_appendix(group, ledger))


def _groups(items: list[Item]) -> list[list[Item]]:
    """Part the items: each "PHỤ LỤC" begins a group, or the quốc hiệu above it where a form brings its own."""
    groups: list[list[Item]] = []
    labelled = True
    for place, item in enumerate(items):
        heads = _heads(item)
        soon = any(_heads(later) for later in items[place + 1 : place + 5])
        nation = has_nation(item.block) and soon and not (groups and not labelled)
        if not groups or nation or (heads and labelled):
            groups.append([])
            labelled = False
        labelled = labelled or heads or len(groups[-1]) > _TITLE_LINES
        groups[-1].append(item)
    return [group for group in groups if any(item.is_table or item.whole.strip() for item in group)]


def _heads(item: Item) -> bool:
    return not item.is_table and bool(APPENDIX.match(item.whole)) and len(item.whole) < 250


def _appendix(items: list[Item], ledger: Ledger) -> Appendix:
    node = Appendix()
    titles: list[str] = []
    above = [item for item in items[:_TITLE_LINES] if has_nation(item.block)]
    items = [item for item in items if item not in above]
    label = _LABEL.match(items[0].whole) if items and not items[0].is_table else None
    place = 0
    if label:
        node.source_label = one_line(label["label"])
        ledger.layout.append(node.source_label)
        titles += _lines(label["rest"], node)
        place = 1
    while place < min(len(items), _TITLE_LINES) and _is_title(items[place], titles, labelled=label is not None):
        titles += _lines(items[place].whole, node)
        place += 1
    node.title = RichText.of(" ".join(titles))
    if any(item.block.landscape for item in items):
        node.orientation = "landscape"
    if label is None:
        reason = _("Phần sau chữ ký không ghi “Phụ lục” được coi là một phụ lục.")
        ledger.guess(node, node.title.plain[:80], reason, 0.5)
    build(node, [*above, *items[place:]], ledger)
    return node


def _lines(text: str, node: Appendix) -> list[str]:
    """Return the title lines of ``text``; a "(Kèm theo …)" line becomes the reference."""
    titles: list[str] = []
    for line in text.split("\n"):
        if _REFERENCE.match(line) or (
            node.reference and node.reference.startswith("(") and not node.reference.endswith(")")
        ):
            node.reference = one_line(f"{node.reference} {line}")
        elif line.strip():
            titles.append(one_line(line))
    return titles


def _is_title(item: Item, titles: list[str], *, labelled: bool) -> bool:
    if item.is_table or item.is_numbered or item.is_bullet or has_nation(item.block):
        return False
    if _REFERENCE.match(item.whole):
        return True
    if is_caps(item.plain):
        return len(item.plain) < 300
    centred = item.block.align == "center" and len(item.plain) < 200
    return (labelled and not titles and len(item.plain) < 250 and not item.closed) or centred
