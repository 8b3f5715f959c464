"""Nothing is lost: what the returned document shows and the plan does not, with all its changes, is listed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from documents.reading.docx_package import DocxPackage
from documents.rendering import render_docx
from documents.rendering.context import RenderContext
from documents.returning.ground import Ground
from documents.returning.shown import Line, Shown, read_shown
from documents.returning.values import MARKS, unlabelled
from plans.nodes import Appendix
from plans.numbering import labels
from plans.text import RichText
from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

_PEN = {
    "struck": N_("Chữ gạch ngang trong Word: nếu muốn bỏ thì hãy xóa trong kế hoạch."),
    "underlined": N_("Chữ gạch chân trong Word không đưa về kế hoạch."),
    "highlighted": N_("Chữ tô nền trong Word không đưa về kế hoạch."),
    "coloured": N_("Chữ đổi màu trong Word không đưa về kế hoạch."),
}


def remainder(ground: Ground, path: Path) -> None:
    """List what no change has taken: beside the lines, and the lines themselves as the changed plan prints them."""
    _beside(ground)
    was, now = ground.printed, ground.edited
    if _said(was) != _said(now):
        _lines(ground, read_shown(DocxPackage(render_docx(ground.edits.tree), path)))


def _beside(ground: Ground) -> None:
    was, now, edits = ground.printed.beside, ground.edited.beside, ground.edits
    reason = _("Đầu trang và chân trang không thuộc kế hoạch.")
    for edge in now.edges:
        if edge not in was.edges:
            edits.leave("", edge, reason)
    for edge in was.edges:
        if edge not in now.edges:
            edits.leave(edge, "", reason)
    for (mark, said), count in (Counter(now.painted) - Counter(was.painted)).items():
        for _time in range(count):
            edits.leave("", said, _(_PEN[mark]))
    if len(now.wide) == len(was.wide) and now.wide != was.wide:
        edits.leave(
            "", "", _("Trang xoay ngang hoặc dọc trong Word: hãy chọn hướng trang của bảng, phụ lục trong kế hoạch.")
        )


def _lines(ground: Ground, after: Shown) -> None:
    """Hold the words that Word showed against those that the changed plan prints; what was told already counts."""
    told = _told(ground)
    printed, expected = _texts(after.lines), _texts(ground.new)
    for key, said in _texts(_own(ground)).items():
        if key not in printed and key not in told:
            ground.edits.leave("", said, _("Đoạn này có trong Word mà kế hoạch không in ra."))
    for key, said in printed.items():
        if key not in expected and key not in told:
            ground.edits.leave(said, "", _("Đoạn này không còn trong Word mà kế hoạch vẫn in ra."))


def _told(ground: Ground) -> set[str]:
    """Return what needs no telling: listed already, or computed by the program from other things."""
    tree = ground.edits.tree
    computed = labels(tree)
    found = {text for item in ground.edits.unmapped for text in (item.before, item.after)}
    found |= {computed[node.id] for node in tree.walk() if isinstance(node, Appendix)}
    found.add(RenderContext.of(tree).appendix_reference)
    return {_key(text) for text in found}


def _own(ground: Ground) -> Iterable[Line]:
    """Yield the returned lines without those that the program writes itself and nobody touched."""
    for at, line in enumerate(ground.new):
        old = ground.back.get(at)
        touched = old is None or ground.old[old].plain != line.plain
        if touched or ground.slots[old if old is not None else 0].field not in ("reference", "fixed"):
            yield line


def _texts(lines: Iterable[Line]) -> dict[str, str]:
    """Return the texts of lines and cells by what makes two of them the same: labels, marks and capitals do not."""
    found: dict[str, str] = {}
    for line in lines:
        texts = [line.text] if line.rows is None else [cell.text for row in line.rows for cell in row]
        found |= {_key(text.plain): text.plain for text in texts}
    found.pop("", None)
    return found


def _key(text: str) -> str:
    return " ".join(unlabelled(RichText.of(text)).plain.split()).rstrip(MARKS).casefold()


def _said(shown: Shown) -> list[str]:
    return [line.plain for line in shown.lines]
