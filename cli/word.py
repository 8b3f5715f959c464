"""The commands for what happened in Word: ``return`` takes changes back into a plan, ``compare`` writes a redline."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from cli.usage import say_wrong_use
from documents.comparing import compare_files
from documents.files import read_bytes, write_whole
from documents.package import SUFFIX, package_bytes, read_package
from documents.returning import ReturnReport, return_docx
from plans.changes import perform
from resources.texts import gettext as _

DONE = 0


def take_back(options: Namespace) -> int:
    """Put the changes of an edited export into its plan; the plan's file is written only when something changed."""
    source, into = Path(options.source), Path(options.into)
    if source.suffix.lower() != ".docx" or into.suffix.lower() != SUFFIX:
        say_wrong_use(_("Lệnh return nhận tệp .docx đã sửa và --into một tệp .kehoach. Hãy xem {command} --help."))
    plan = read_package(into)
    found = return_docx(read_bytes(source), source, plan, accept=options.revisions == "accept")
    if found.batch.changes:
        perform(plan, found.batch)
        write_whole(into, package_bytes(plan))
    if options.report:
        text = json.dumps(found.report.as_json(), ensure_ascii=False, indent=2)
        write_whole(Path(options.report), text.encode())
    _tell(found.report)
    return DONE


def compare(options: Namespace) -> int:
    """Write a DOCX whose tracked changes lead from the old file to the new one."""
    old, new, out = Path(options.old), Path(options.new), Path(options.out)
    sources_fit = all(path.suffix.lower() in (".docx", SUFFIX) for path in (old, new))
    if out.suffix.lower() != ".docx" or not sources_fit:
        say_wrong_use(_("Lệnh compare so hai tệp .docx hoặc .kehoach và ghi ra tệp .docx. Hãy xem {command} --help."))
    if out.resolve() in (old.resolve(), new.resolve()):
        say_wrong_use(_("Tệp kết quả trùng với tệp nguồn. Hãy đặt tên khác cho tệp kết quả."))
    redline = compare_files(old, new)
    write_whole(out, redline.data)
    for note in redline.notes:
        print(note, file=sys.stderr)
    return DONE


def _tell(report: ReturnReport) -> None:
    taken = sum(1 for change in report.changes if change.accepted)
    print(
        _(
            "Đã nhận {taken} sửa đổi, {conflicts} xung đột, {unmapped} chỗ không đưa về được, {comments} ghi chú."
        ).format(
            taken=taken,
            conflicts=len(report.conflicts),
            unmapped=len(report.unmapped),
            comments=len(report.comments),
        )
    )
    for note in report.notes:
        print(note, file=sys.stderr)


__all__ = ["compare", "take_back"]
