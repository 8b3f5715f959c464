"""A redline of two files that carry no plan, written by rdocx in a process of its own, which may be killed.

Bookmarks are taken out before, since rdocx refuses a pair in which a bookmarked paragraph moved. The result is held
against both files: a redline that does not lead from the one to the other is refused, with a sentence.
"""

from __future__ import annotations

import io
import multiprocessing
import zipfile
from pathlib import Path

from lxml import etree

from documents.comparing.process_target import run
from documents.files import XmlElement, open_zip
from documents.reading.docx_package import DocxPackage
from documents.reading.docx_text import words
from documents.reading.docx_xml import W
from documents.returning.revisions import has_revisions, resolve
from plans.errors import Trouble
from resources.texts import gettext as _

PATIENCE = 60.0
"""Seconds that a comparison may take before its process counts as hung."""

_MARKS = (W + "bookmarkStart", W + "bookmarkEnd")


def foreign_redline(old: bytes, new: bytes, paths: tuple[Path, Path]) -> bytes:
    """Return the redline of two DOCX files. Raises Trouble "compare-refused" with the reason, and the readers' own."""
    before, after = (_bare(data, path) for data, path in zip((old, new), paths, strict=True))
    result = _asked(before, after, paths)
    for accept, wanted in ((False, before), (True, after)):
        package = DocxPackage(result, paths[0])
        resolve(package.document, accept=accept)
        if _text(package.document) != _text(DocxPackage(wanted, paths[0]).document):
            raise _refused(paths, _("kết quả không dẫn đúng từ bản cũ tới bản mới"))
    return result


def _bare(data: bytes, path: Path) -> bytes:
    """Return the file without bookmarks. One that holds tracked changes already cannot be compared."""
    package = DocxPackage(data, path)
    root = package.document
    if has_revisions(root):
        raise Trouble("compare-tracked", path=path)
    for mark in list(root.iter(*_MARKS)):
        parent = mark.getparent()
        if parent is not None:
            parent.remove(mark)
    target = io.BytesIO()
    with open_zip(data, path) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as changed:
        for info in archive.infolist():
            if info.filename.lstrip("/").lower() == package.main.lower():
                changed.writestr(info, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
            else:
                changed.writestr(info, archive.read(info))
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
