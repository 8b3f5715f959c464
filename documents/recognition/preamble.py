"""Between the subject and the body: căn cứ, each a paragraph of its own, and the lời dẫn that ends "như sau:"."""

from __future__ import annotations

import re

from documents.reading.text_openers import BASIS
from documents.recognition.items import Item, Ledger, unstopped
from documents.recognition.prose import stop_removed
from documents.recognition.vocabulary import ISSUERS, LEGAL_DOCUMENTS, alternatives
from plans.nodes import LegalBasis, Paragraph
from plans.plan import Plan
from resources.texts import gettext as _

_ISSUES = re.compile(
    rf"(?:^|[,;.:]\s*)(?:{alternatives(ISSUERS)})(?!\w)(?:(?!\b(?:về|của)\b)[^;:.]){{0,90}}?"
    r"(?:ban hành|xây dựng|triển khai|lập|đề ra|tổ chức|thực hiện)\s+(?:[\w,]+\s+){0,6}?"
    r"(?:kế hoạch|chương trình|phương án|phong trào|tháng|đợt)|(?:như sau|sau đây|cụ thể)\s*[:.]?\s*$",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(r"(?:như sau|sau đây|cụ thể|nội dung sau|các nội dung)\s*[:.]?\s*$|:\s*$", re.IGNORECASE)
_LEADS_LIST = re.compile(r"^Căn cứ(?: \S+){0,8}?\s*:\s*$")
_ISSUER = re.compile(rf"^(?:{alternatives(ISSUERS)})(?!\w)")
_DOCUMENT = re.compile(rf"^(?:{alternatives(LEGAL_DOCUMENTS)})\s+[^.:]{{0,60}}?(?:số|ngày|năm)\s+\d")
_CITED = re.compile(
    rf"(?:^|[;,]\s|\s)(?:{alternatives(LEGAL_DOCUMENTS)}|Kế hoạch|Chương trình)\s+(?:hành động\s+)?số\s|^Theo đề nghị"
)
LONGEST = 60
"""Items; a preamble longer than this is none: the body has no labels, so it begins right after the bases."""


def body_begins(items: list[Item], start: int) -> int:
    """Return the place of the first item of the body."""
    opened = False
    for place in range(start, min(len(items), start + LONGEST)):
        item = items[place]
        if item.is_table:
            return place
        if _is_heading_like(items, place, start):
            return place
        if opened and not BASIS.match(item.whole) and not _ISSUES.search(item.plain):
            return place
        opened = opened or (bool(re.search(r"như sau\s*[:.]?\s*$", item.plain)) and not item.is_bullet)
    return _after_bases(items, start)


def _is_heading_like(items: list[Item], place: int, start: int) -> bool:
    item = items[place]
    if item.is_numbered:
        return not (place > start and _LEADS_LIST.match(items[start].whole) and BASIS.match(item.plain))
    if item.is_bullet:
        return not _within_bases(items, place, start)
    return (item.caps and len(item.plain) < 120) or item.block.outline is not None


def _within_bases(items: list[Item], place: int, start: int) -> bool:
    if BASIS.match(items[place].plain):
        return True
    return any(_LEADS_LIST.match(items[n].whole) for n in range(start, place))


def _after_bases(items: list[Item], start: int) -> int:
    place = start
    while place < len(items) and not items[place].is_table and BASIS.match(items[place].plain):
        place += 1
    while place < min(len(items), start + LONGEST) and _ISSUES.search(items[place].plain[-400:]) and place - start < 12:
        place += 1
    return place


def read_preamble(items: list[Item], plan: Plan, ledger: Ledger) -> None:
    """Put each item into the bases or the opening."""
    for item in items:
        if item.label and item.typed and item.is_numbered:
            ledger.layout.append(item.label.shown)
        if _is_basis(item, plan):
            node = LegalBasis(text=stop_removed(item.text), source_label=item.label.shown if item.label else "")
            plan.bases.children.append(node)
            if _issues(item):
                ledger.guess(
                    node, item.plain[:80], _("Một đoạn vừa nêu căn cứ vừa ban hành kế hoạch được xếp vào căn cứ."), 0.6
                )
        else:
            plan.opening.children.append(Paragraph(text=item.text))


def _issues(item: Item) -> bool:
    return bool(_ISSUES.search(item.plain))


def _is_basis(item: Item, plan: Plan) -> bool:
    if _issues(item) and _LEADS_ON.search(item.plain):
        return False
    first = plan.bases.children[0] if plan.bases.children else None
    listed = isinstance(first, LegalBasis) and _LEADS_LIST.match(f"{first.text.plain.rstrip(':')}:")
    if (listed or _DOCUMENT.match(item.plain)) and not _issues(item):
        return True
    if _ISSUER.match(item.plain) and _issues(item):
        return False
    if item.is_bullet:
        return True
    if not BASIS.match(item.plain):
        return False
    return not _issues(item) or item.plain.startswith("Căn cứ") or not plan.bases.children


def basis_strings(plan: Plan) -> list[str]:
    """Return the bases as ``inspect`` prints them; with the openings that name what they rest on."""
    texts = [unstopped(node.text.plain) for node in plan.bases.children if isinstance(node, LegalBasis)]
    bases = texts[1:] if len(texts) > 1 and _LEADS_LIST.match(texts[0]) else texts
    openings = [unstopped(n.text.plain) for n in plan.opening.children if isinstance(n, Paragraph)]
    named = [text for text in openings if BASIS.match(text) and (not bases or _CITED.search(text))]
    return bases + named
