"""Plan → RenderContext → template → bytes, the parts streamed into the package one after the other."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO

from markupsafe import Markup

from documents.rendering import carried, wml
from documents.rendering.attached import attached_line
from documents.rendering.blocks import Outline
from documents.rendering.context import RenderContext
from documents.rendering.notes import Notes
from documents.rendering.printed import Block, Piece, Printed
from documents.rendering.recipients import Lines, beside_signature, with_drafter
from documents.rendering.template import APP, CORE, DOCUMENT, FOOTNOTES, LAST_SECTION, CompiledTemplate
from documents.rendering.writer import Means, Writer, joined
from plans.nodes import Appendix, LegalBasis
from plans.numbering import labels
from plans.plan import Plan
from plans.text import RichText

_CHUNK = 1 << 16
_LEVEL = 3  # of deflate: a sixth larger than level 6, in less than half its time
_LEVELS = {carried.ITEM: 1}
_TYPES, _RELATIONSHIPS = "[Content_Types].xml", "word/_rels/document.xml.rels"


def rendered(plan: Plan, template: CompiledTemplate, *, issued: bool) -> bytes:
    """Return the plan as the bytes of a DOCX in a compiled template; see ``exporting.render_docx``."""
    document = _Document(plan, template, issued=issued)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, pieces in _package(plan, template, document, issued=issued):
            package.compresslevel = _LEVELS.get(name, _LEVEL)
            with package.open(name, "w") as part:  # by name: an entry without a clock, at the package's level
                _write(part, pieces)
            package.getinfo(name).create_system = 0
    return target.getvalue()


def _package(
    plan: Plan, template: CompiledTemplate, document: _Document, *, issued: bool
) -> Iterator[tuple[str, Iterable[str] | bytes]]:
    """Yield the parts in order; the footnotes come after the document that numbers them."""
    added: dict[str, Callable[[str], str]] = (
        {} if issued else {_TYPES: carried.with_content_type, _RELATIONSHIPS: carried.with_relationship}
    )
    for name, content in sorted(template.parts.items(), key=lambda part: part[0] != _TYPES):
        if name == FOOTNOTES:
            continue
        yield name, [added[name](content.decode("utf-8"))] if name in added else content
        if name == _TYPES:
            yield DOCUMENT, document.pieces()
    yield FOOTNOTES, [document.notes.part(template.footnotes)]
    for name in (CORE, APP):
        if name in template.tagged:
            yield name, document.properties(name)
    if not issued:
        yield from carried.carried_parts(plan).items()


class _Document:
    """One document on its way out: the places of the template and what fills them."""

    def __init__(self, plan: Plan, template: CompiledTemplate, *, issued: bool) -> None:
        self._plan, self._template, self._issued = plan, template, issued
        self._context = RenderContext.of(plan)
        self._labels = labels(plan)
        self._outline = Outline(self._labels)
        self._bookmarks = wml.Bookmarks(wanted=not issued)
        styles = template.styles
        self.notes = Notes(plan, styles["note"], styles["note_mark"], self._bookmarks)
        self._writer = Writer(
            Means(styles, template.sections(), self.notes, self._bookmarks, title_size=plan.profile.body_size)
        )

    def pieces(self) -> Iterator[str]:
        """Yield document.xml; what is long is made only when its place in the template is reached."""
        later: dict[str, Callable[[], Iterable[str]]] = {
            "bases": self._bases,
            "body": self._body,
            "appendices": self._appendices,
            LAST_SECTION: lambda: [self._writer.last_section()],
        }
        marks = {name: Markup(f"\ue000{name}\ue001") for name in later}  # noqa: S704 (our own constants)
        by_mark = {str(mark): later[name] for name, mark in marks.items()}
        for piece in self._template.stream(DOCUMENT, {**self._fields(), **marks}):
            if piece in by_mark:
                yield from joined(by_mark[piece]())
            else:
                yield piece

    def properties(self, part: str) -> Iterator[str]:
        """Yield one of the parts that describe the document."""
        return self._template.stream(part, self._properties())

    def _properties(self) -> dict[str, object]:
        context = self._context
        return {
            "document_title": context.document_title,
            "document_subject": self._plan.topic,
            "document_author": context.author,
        }

    def _fields(self) -> dict[str, object]:
        context = self._context
        return {
            **self._properties(),
            "parent": context.parent,
            "agency": context.agency,
            "number_line": context.number_line,
            "date_line": context.date_line,
            "title": context.title,
            "draft_mark": self._plan.draft_mark and not self._issued,
            "signature": context.signature,
            "signer": context.signer,
            "agency_rule": _markup(wml.rule(1, "Đường kẻ dưới tên cơ quan", context.agency_rule)),
            "motto_rule": _markup(wml.rule(2, "Đường kẻ dưới Tiêu ngữ", context.motto_rule)),
            "subject_rule": _markup(wml.rule(3, "Đường kẻ dưới trích yếu", context.subject_rule)),
            "subject": _markup(self._writer.subject(self._plan.subject.strip())),
            **self._recipients(),
        }

    def _recipients(self) -> dict[str, object]:
        """Return the lines of Nơi nhận, in two lists where the template has a place for the second."""
        beside, more = self._context.recipients, ()
        if "more_recipients" in self._template.asked:
            beside, more = beside_signature(beside)
        return {
            "recipients": self._listed(beside),
            "more_recipients": self._listed(with_drafter(more, self._plan) if more else ()),
            "drafter_mark": "" if more else self._context.drafter,
        }

    def _listed(self, lines: Lines) -> list[Markup]:
        return [_markup(self._bookmarks.around(node, wml.run(line))) for node, line in lines]

    def _bases(self) -> Iterator[str]:
        bases = [node for node in self._plan.bases.children if isinstance(node, LegalBasis) and node.text]
        pieces = [Piece(_closed(node.text, "." if node is bases[-1] else ";"), node.id) for node in bases]
        return self._writer.lines("basis", pieces)

    def _body(self) -> Iterator[str]:
        return self._writer.body(self._body_blocks())

    def _body_blocks(self) -> Iterator[Printed]:
        for part in (self._plan.opening, self._plan.body, self._plan.closing):
            yield from self._outline.children(part)

    def _appendices(self) -> Iterator[str]:
        for node in self._plan.appendices.children:
            if isinstance(node, Appendix):
                yield from self._writer.appendix(self._appendix_blocks(node, self._labels[node.id]), node.orientation)

    def _appendix_blocks(self, node: Appendix, label: str) -> Iterator[Printed]:
        """Yield "Phụ lục I", the title in capitals, "(Kèm theo …)", then what the appendix holds (PL1-III.1)."""
        yield Block("appendix", (Piece(RichText.of(label), node.id),), outline=0)
        if node.title:
            yield Block("appendix_title", (Piece(wml.uppercase(node.title), node.id),))
        reference = attached_line(node.reference, self._plan, self._context.issuer)
        yield Block("appendix_reference", (Piece(RichText.of(reference)),))
        yield from self._outline.children(node, 1)


def _closed(text: RichText, mark: str) -> RichText:
    """Return a basis with its closing mark in place of any other; one that leads a list keeps its colon."""
    if text.plain.rstrip().endswith(":"):
        return text
    keep = len(text.plain.rstrip().rstrip(".;,"))
    notes = RichText(tuple(span for span in text.slice(keep) if span.footnote))
    return text.slice(0, keep) + notes + RichText.of(mark)


def _markup(xml: str) -> Markup:
    return Markup(xml)  # noqa: S704 (written by ``wml``, which escapes)


def _write(part: IO[bytes], pieces: Iterable[str] | bytes) -> None:
    """Write the pieces of a part, several at a time."""
    if isinstance(pieces, bytes):
        part.write(pieces)
        return
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _CHUNK:
            part.write("".join(held).encode("utf-8"))
            held, size = [], 0
    part.write("".join(held).encode("utf-8"))
