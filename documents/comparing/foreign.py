"""A redline of two files that carry no plan, block by block as plans are compared; what blocks cannot tell (text inside
links, frames, old pictures) is tried by rdocx, in a process of its own, which may be killed.

Bookmarks are taken out before, since rdocx refuses a pair in which a bookmarked paragraph moved, and comments, since
their part is one file's own. The result is held against both files: a redline that does not lead from the one to the
other is refused, with a sentence.
"""

from __future__ import annotations

import io
import multiprocessing
import zipfile
from pathlib import Path

from lxml import etree

from documents.comparing.blocks import Untold
from documents.comparing.pair import HIDDEN, Pair, Roots, drop
from documents.comparing.plan_redline import xml_bytes
from documents.comparing.process_target import run
from documents.files import XmlElement, open_zip
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_text import words
from documents.reading.docx_xml import W, child
from documents.returning.revisions import has_revisions, resolve
from plans.errors import Trouble
from resources.texts import gettext as _

PATIENCE = 60.0
"""Seconds that a comparison may take before its process counts as hung."""

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OF_PAGES = frozenset({W + "headerReference", W + "footerReference"})
_ROW_MARKS = frozenset({W + "ins", W + "del", W + "trPrChange"})
_COMMENT_MARKS = (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")
_COMMENT_PARTS = ("comments", "commentsExtended", "commentsIds", "commentsExtensible")
_BLOCKS = frozenset({W + "p", W + "tbl", W + "sectPr"})


def foreign_redline(old: bytes, new: bytes, paths: tuple[Path, Path]) -> tuple[bytes, bool]:
    """Return the redline of two DOCX files and whether it tracks looks and pages too, not words alone.

    Raises Trouble "compare-refused" with the reason, and the readers' own.
    """
    before, after = (_bare(data, path) for data, path in zip((old, new), paths, strict=True))
    try:
        result = _by_blocks(before, after, paths)
        _hold(result, before, after, paths)
        return _valid(result, paths[1]), True
    except (Untold, Trouble) as refused:
        try:
            result = _asked(before, after, paths)
            _hold(result, before, after, paths)
        except Trouble as trouble:
            raise _refused(paths, refused.reason) if isinstance(refused, Untold) else trouble from trouble
    return _valid(result, paths[1]), False


def _hold(result: bytes, old: bytes, new: bytes, paths: tuple[Path, Path]) -> None:
    """Raise Trouble "compare-refused" unless the redline leads from ``old`` to ``new``."""
    for accept, wanted in ((False, old), (True, new)):
        package = DocxPackage(result, paths[0])
        resolve(package.document, accept=accept)
        if _text(package.document) != _text(DocxPackage(wanted, paths[0]).document):
            raise _refused(paths, _("kết quả không dẫn đúng từ bản cũ tới bản mới"))


def _by_blocks(old: bytes, new: bytes, paths: tuple[Path, Path]) -> bytes:
    before, after = (DocxPackage(data, path) for data, path in zip((old, new), paths, strict=True))
    _refuse_what_blocks_cannot_tell(before, after)
    roots = [
        Roots(document=package.document, styles=package.related("styles"), notes=package.related("footnotes"))
        for package in (before, after)
    ]
    for reference in list(before.document.iter(*_OF_PAGES)):
        drop(reference)  # to a part of the old file
    Pair(*roots).merge()
    parts = {after.main: roots[1].document}
    for kind, root in (("styles", roots[1].styles), ("footnotes", roots[1].notes)):
        if root is not None:
            parts[after.targets(after.main, kind)[0]] = root
    return _with_parts(new, parts, paths[1])


def _refuse_what_blocks_cannot_tell(old: DocxPackage, new: DocxPackage) -> None:
    """What the old document draws from parts of its own file is not in the new one."""
    drawn = [item for item in old.document.iter() for key in item.attrib if str(key).startswith(_RELATED)]
    if any(item.tag not in _OF_PAGES for item in drawn):
        raise Untold(_("bản cũ có hình ảnh hoặc liên kết"))
    numbered = next(old.document.iter(W + "numPr"), None) is not None
    if numbered and _canonical(old.related("numbering")) != _canonical(new.related("numbering")):
        raise Untold(_("hai tệp đánh số tự động theo hai cách"))
    for package in (old, new):
        body = child(package.document, "body")
        if body is not None and any(item.tag not in _BLOCKS for item in body):
            raise Untold(_("tệp có khung nội dung mà chương trình không so được"))


def _valid(data: bytes, path: Path) -> bytes:
    """Return the redline as the schema wants it: a property beside the mark of each row that came or went, which
    programs do without (ISO/IEC 29500-1, A.1, CT_TrPrBase), and no header in what a section was (CT_SectPrBase)."""
    package = DocxPackage(data, path)
    bare = [p for p in package.document.iter(W + "trPr") if all(item.tag in _ROW_MARKS for item in p)]
    for properties in bare:
        whole = etree.Element(W + "cantSplit")
        whole.set(W + "val", "off")
        properties.insert(0, whole)
    named = [item for change in package.document.iter(W + "sectPrChange") for item in change.iter(*_OF_PAGES)]
    for reference in named:
        drop(reference)
    return _with_parts(data, {package.main: package.document}, path) if bare or named else data


def _canonical(root: XmlElement | None) -> bytes:
    return b"" if root is None else etree.tostring(root, method="c14n", exclusive=True)


def _bare(data: bytes, path: Path) -> bytes:
    """Return the file without bookmarks, comments and the traces of who saved it when. One that holds tracked changes
    already cannot be compared."""
    package = DocxPackage(data, path)
    root = package.document
    if has_revisions(root):
        raise Trouble("compare-tracked", path=path)
    for mark in list(root.iter(*HIDDEN, W + "proofErr", W + "lastRenderedPageBreak")):
        drop(mark)
    for item in root.iter():
        for key in [key for key in item.attrib if str(key).startswith(f"{W}rsid")]:
            del item.attrib[key]
    return _with_parts(data, {package.main: root} | _emptied_of_comments(package, root), path)


def _emptied_of_comments(package: DocxPackage, document: XmlElement) -> dict[str, XmlElement]:
    """Take the marks of comments out of ``document`` and return the other parts that speak of them, without them."""
    names = [name for kind in _COMMENT_PARTS for name in package.targets(package.main, kind)]
    emptied = {name: package.xml(name) for name in names}
    for root in emptied.values():
        for comment in list(root):
            drop(comment)
    notes = {name: package.xml(name) for name in package.targets(package.main, "footnotes")} if names else {}
    for root in (document, *notes.values()):
        for mark in list(root.iter(*_COMMENT_MARKS)):
            run = mark.getparent()
            alone = run is not None and run.tag == W + "r" and all(item.tag in (W + "rPr", mark.tag) for item in run)
            drop(run if alone and run is not None else mark)
    return emptied | notes


def has_comments(data: bytes, path: Path) -> bool:
    """Say whether somebody commented on the DOCX ``data``."""
    root = DocxPackage(data, path).related("comments")
    return root is not None and root.find(W + "comment") is not None


def _with_parts(data: bytes, parts: dict[str, XmlElement], path: Path) -> bytes:
    """Return the package with these parts in place of its own."""
    changed = {name.lower(): root for name, root in parts.items()}
    target = io.BytesIO()
    with open_zip(data, path) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for info in archive.infolist():
            root = changed.get(info.filename.lstrip("/").lower())
            written.writestr(info, archive.read(info) if root is None else xml_bytes(root))
    return target.getvalue()


def _asked(old: bytes, new: bytes, paths: tuple[Path, Path]) -> bytes:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=run, args=(theirs,), name="kehoach-compare", daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((old, new))
        if not ours.poll(PATIENCE):
            raise _refused(paths, _("quá lâu"))
        answer: bytes | str = ours.recv()
    except (EOFError, OSError) as error:
        raise _refused(paths, _("trình so sánh dừng đột ngột")) from error
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()
    if isinstance(answer, str):  # the library's own English, of no use to a clerk
        raise _refused(paths, _("bảng, chú thích hoặc các phần trang của hai tệp khác nhau quá nhiều"))
    return answer


def _refused(paths: tuple[Path, Path], reason: str) -> Trouble:
    old, new = paths
    return Trouble("compare-refused", path=new, old=old, new=new, reason=reason)


def _text(root: XmlElement) -> list[str]:
    """Return the words of each paragraph that has some."""
    found = (" ".join(words(paragraph).split()) for paragraph in root.iter(W + "p"))
    return [line for line in found if line]
