"""Plan → DOCX bytes: against docxtpl on the same paragraphs and styles, and against zlib level 6 of the document.

The plan is seed 003 where it is at hand, else the sample written eight times over. Times are the best of several
runs in turn, so that a busy machine counts against all alike.
"""

from __future__ import annotations

import copy
import io
import re
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate

from documents.rendering import render_docx
from plans.nodes import new_id
from plans.plan import Plan
from plans.sample import sample_plan
from templates_docx import template_path

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ROUNDS = 15

_PARAGRAPH = re.compile(r'<w:p><w:pPr><w:pStyle w:val="(\w+)"/>.*?</w:p>')
_TEXT = re.compile(r"<w:t[^>]*>([^<]*)</w:t>")
_NAME = re.compile(r'w:name="(_kh\w+)"')


def _seed() -> Plan | None:
    found = sorted(SEEDS.glob("003_*.txt"))
    if not found:
        return None
    from documents.importing import import_plan

    return import_plan(found[0]).plan


def _times(plan: Plan, times: int) -> Plan:
    """Return the plan with all it holds written ``times`` times over, each node with an id of its own."""
    many = copy.deepcopy(plan)
    for name in ("bases", "opening", "body", "closing", "recipients", "appendices"):
        part = getattr(many, name)
        once = list(part.children)
        for _ in range(times - 1):
            for node in copy.deepcopy(once):
                for below in node.walk():
                    below.id = new_id()
                part.children.append(node)
    return many


def seed_or_sample() -> Plan:
    """Return the plan of seed 003 where it is at hand, else the sample written eight times over."""
    return _seed() or _times(sample_plan(), 8)


def _part(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("word/document.xml").decode("utf-8")


def _peer(document: str) -> tuple[bytes, list[dict[str, str]]]:
    """Return a docxtpl template with one loop in place of the body, and the paragraphs to fill it with."""
    loop = (
        '<w:p><w:r><w:t>{%p for p in paragraphs %}</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="{{ p.style }}"/>'
        '</w:pPr><w:bookmarkStart w:id="{{ loop.index }}" w:name="{{ p.name }}"/><w:r><w:t xml:space="preserve">'
        '{{ p.text }}</w:t></w:r><w:bookmarkEnd w:id="{{ loop.index }}"/></w:p>'
        "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    )
    target = io.BytesIO()
    with zipfile.ZipFile(template_path("official")) as source, zipfile.ZipFile(target, "w") as package:
        for info in source.infolist():
            text = source.read(info).decode("utf-8")
            if info.filename == "word/document.xml":
                text = re.sub(r"<w:body>.*(?=<w:sectPr)", lambda _: f"<w:body>{loop}", text, flags=re.DOTALL)
            elif info.filename.startswith("docProps/"):
                text = re.sub(r"\{\{.*?\}\}", "", text)
            package.writestr(info, text, zipfile.ZIP_DEFLATED)
    return target.getvalue(), [_paragraph(found) for found in _PARAGRAPH.finditer(document)]


def _paragraph(found: re.Match[str]) -> dict[str, str]:
    name = _NAME.search(found[0])
    return {"style": found[1], "name": name[1] if name else "_kh", "text": "".join(_TEXT.findall(found[0]))}


def _docxtpl(template: bytes, paragraphs: list[dict[str, str]]) -> bytes:
    document = DocxTemplate(io.BytesIO(template))
    document.render({"paragraphs": paragraphs}, autoescape=True)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _best(*actions: Callable[[], object]) -> list[float]:
    best = [float("inf")] * len(actions)
    for _ in range(ROUNDS):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            best[place] = min(best[place], time.perf_counter() - start)
    return best


def main() -> None:
    """Print times and ratios."""
    plan = seed_or_sample()
    sixteen = _times(plan, 16)
    document = _part(render_docx(plan))
    template, paragraphs = _peer(document)
    raw = document.encode("utf-8")
    ours, peer, floor = _best(
        lambda: render_docx(plan), lambda: _docxtpl(template, paragraphs), lambda: zlib.compress(raw, 6)
    )
    (sixteen_times,) = _best(lambda: render_docx(sixteen))
    many = render_docx(sixteen)
    tracemalloc.start()
    render_docx(sixteen)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{len(paragraphs)} paragraphs, document.xml {len(raw):,} bytes")
    print(f"ours {ours * 1000:.1f} ms, docxtpl {peer * 1000:.1f} ms, zlib {floor * 1000:.1f} ms")
    print(f"against docxtpl: {ours / peer:.2f} (aim below 0.4); against zlib: {ours / floor:.1f} (aim below 5)")
    print(f"16 copies: {sixteen_times / ours:.1f} × the time (aim below 17)")
    print(f"peak memory of 16 copies: {peak / len(_part(many).encode('utf-8')):.2f} × document.xml (aim below 1)")


if __name__ == "__main__":
    main()
