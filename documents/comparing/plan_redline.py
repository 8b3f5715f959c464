"""A redline of two plans: both printed, paired by the ids of their nodes, the new one written with tracked changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from lxml import etree

from documents.comparing.pair import Pair, Roots
from documents.files import XmlElement, open_zip, parse_xml
from documents.rendering import render_docx
from plans.plan import Plan

DOCUMENT, FOOTNOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"
_OURS = Path("kehoach.docx")
_NO_CLOCK = (1980, 1, 1, 0, 0, 0)


def plan_redline(old: Plan, new: Plan) -> bytes:
    """Return a DOCX whose tracked changes turn ``old`` into ``new``: without carried plan and bookmarks, the same
    bytes for the same pair."""
    before, after = (_roots(_parts(render_docx(plan))) for plan in (old, new))
    Pair(before, after).merge()
    merged = {DOCUMENT: after.document, FOOTNOTES: after.notes, STYLES: after.styles}
    parts = _parts(render_docx(new, issued=True))
    return _packed(parts | {name: xml_bytes(root) for name, root in merged.items() if root is not None})


def xml_bytes(root: XmlElement) -> bytes:
    """Return a part as it is written into a package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _roots(parts: dict[str, bytes]) -> Roots:
    document, notes, styles = (parse_xml(parts[name], _OURS) for name in (DOCUMENT, FOOTNOTES, STYLES))
    return Roots(document=document, notes=notes, styles=styles)


def _parts(data: bytes) -> dict[str, bytes]:
    with open_zip(data, _OURS) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in parts.items():
            member = zipfile.ZipInfo(name, _NO_CLOCK)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, data)
    return target.getvalue()
