"""Labels computed from position: I. / 1. / a), I. / 1. / 1.1. / 1.1.1. / a), and any mix of them.

Sources: decree 30/2020/NĐ-CP, Phụ lục I, II.6.đ and V#6.b; "1.1." and "-", "+" are custom the decree leaves open.
"""

from __future__ import annotations

from collections.abc import Callable

from plans.nodes import Assignment, Bullet, LabelStyle, Node, Paragraph, Section, Target, Task
from plans.plan import SCHEMES, Plan

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters the decree counts with: no f, j, w, z and none with a diacritic but đ (II.6.đ)."""

_ARTICLE = "Điều "

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def roman(number: int) -> str:
    """Return ``number`` (1 to 3999) in capital Roman digits."""
    digits = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        digits += sign * count
    return digits


def letter(number: int) -> str:
    """Return the ``number``-th (from 1) letter of the decree's alphabet; after y: aa, ab, …"""
    digits = ""
    while number > 0:
        number, rest = divmod(number - 1, len(LETTERS))
        digits = LETTERS[rest] + digits
    return digits


def is_numbered(node: Node) -> bool:
    """Say whether the node takes a number in its sibling group."""
    match node:
        case Section() | Assignment() | Paragraph():
            return node.numbered
        case Task():
            return True
        case _:
            return False


def labels(plan: Plan) -> dict[str, str]:
    """Return the printed label of every node that has one, by node id: "I.", "1.", "1.1.", "a)", "-", "+", "*".

    Recipients and legal bases have none; an appendix is labelled "Phụ lục" alone, "Phụ lục I" among several
    (decree III.1.a).
    """
    scheme = SCHEMES.get(plan.scheme, SCHEMES["decree"])
    found: dict[str, str] = {}
    _label_children(plan.body, 0, "", scheme, found)
    appendices = plan.appendices.children
    for number, appendix in enumerate(appendices, 1):
        found[appendix.id] = "Phụ lục" if len(appendices) == 1 else f"Phụ lục {roman(number)}"
        _label_children(appendix, 0, "", scheme, found)
    return found


def group_style(holder: Node, depth: int, scheme: tuple[LabelStyle, ...]) -> LabelStyle:
    """Return the label style of the numbered children of ``holder``, which stand ``depth`` numbered levels deep
    (0: the top). Beyond the scheme's last level its last style goes on."""
    return holder.child_labels or scheme[min(depth, len(scheme) - 1)]


def _label_children(holder: Node, depth: int, path: str, scheme: tuple[LabelStyle, ...], found: dict[str, str]) -> None:
    """``path`` is the holder's own number in Arabic digits ("1.4"), "" at the top."""
    style = group_style(holder, depth, scheme)
    number = 0
    for child in holder.children:
        own_path = path
        if is_numbered(child):
            number = _articles(found) + 1 if style is LabelStyle.ARTICLE else number + 1
            label, own_path = _label(style, number, path)
            if label:
                found[child.id] = label
            _label_children(child, depth + 1, own_path, scheme, found)
            continue
        mark = _mark(holder, child)
        if mark:
            found[child.id] = mark
        _label_children(child, depth, own_path, scheme, found)


def _articles(found: dict[str, str]) -> int:
    """Return how many articles are labelled so far: Điều are counted on through all chapters."""
    return sum(label.startswith(_ARTICLE) for label in found.values())


def _mark(holder: Node, child: Node) -> str:
    match child.kind:
        case "bullet" | "target":
            return "+" if isinstance(holder, (Bullet, Target)) else "-"
        case "label_line" | "roadmap_year":
            return "*"
        case _:
            return ""


def _label(style: LabelStyle, number: int, path: str) -> tuple[str, str]:
    """Return the label and the path that decimal labels below go on from."""
    if style in _UNCOUNTED:
        return _UNCOUNTED[style], path
    if style is LabelStyle.DECIMAL:
        own = f"{path}.{number}" if path else str(number)
        return f"{own}.", own
    return _COUNTED[style](number), str(number) if style in _LEADS_PATH else ""


_COUNTED: dict[LabelStyle, Callable[[int], str]] = {
    LabelStyle.PART: lambda number: f"Phần {roman(number)}",
    LabelStyle.CHAPTER: lambda number: f"Chương {roman(number)}",
    LabelStyle.ARTICLE: lambda number: f"{_ARTICLE}{number}.",
    LabelStyle.UPPER_LETTER: lambda number: f"{letter(number).upper()}.",
    LabelStyle.ROMAN: lambda number: f"{roman(number)}.",
    LabelStyle.ARABIC: lambda number: f"{number}.",
    LabelStyle.LETTER: lambda number: f"{letter(number)})",
}
_UNCOUNTED = {LabelStyle.DASH: "-", LabelStyle.PLUS: "+", LabelStyle.NONE: ""}
_LEADS_PATH = frozenset({LabelStyle.ARTICLE, LabelStyle.ROMAN, LabelStyle.ARABIC})
