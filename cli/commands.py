"""What each command does. A Trouble ends a command with its sentence and exit code 3 (see ``cli.main``)."""

from __future__ import annotations

import json
import sys
import textwrap
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from cli import template, word
from cli.rolling import Rolled, roll_over
from cli.usage import say_wrong_use
from documents import importing, inspection
from documents.audit import audit
from documents.files import read_bytes, write_together
from documents.issuing import issued_copy
from documents.package import package_bytes
from documents.pages import docx_to_pdf
from documents.recognition.report import ImportReport
from documents.rendering import issuer, render_docx
from plans.plan import Plan
from plans.sample import sample_plan
from resources.texts import gettext as _

DONE, WITH_FINDINGS = 0, 4

OUT_SUFFIXES = (".docx", ".pdf", ".kehoach")


def run(options: Namespace) -> int:
    """Carry out the parsed command and return its exit code."""
    return _COMMANDS[options.command](options)


def convert(options: Namespace) -> int:
    out = _out_path(options.out, issued=options.issued)
    source = Path(options.source)
    if _same_file(source, out):
        say_wrong_use(_("Tệp kết quả trùng với tệp nguồn. Hãy đặt tên khác cho tệp kết quả."))
    office = template.chosen(options)
    found = _import(source)
    report = Path(options.report) if options.report else None
    if report and (_same_file(report, out) or _same_file(report, source)):
        say_wrong_use(_("Tệp báo cáo trùng với tệp nguồn hoặc tệp kết quả. Hãy đặt tên khác cho tệp báo cáo."))
    rolled = Rolled(plan=found.plan) if options.year is None else roll_over(found.plan, options.year, source)
    beside = [(report, _json(_report(found.report, rolled)).encode())] if report else []
    code = write_plan(rolled.plan, out, issued=options.issued, office=office, beside=beside)
    _say_unplaced(found.report)
    if rolled.summary:
        print(rolled.summary, file=sys.stderr)
    return code


def inspect(options: Namespace) -> int:
    found = inspection.inspect(_import(Path(options.source)))
    print(_json(found) if options.json else inspection.as_text(found))
    return DONE


def check_layout(options: Namespace) -> int:
    path = Path(options.source)
    if path.suffix.lower() != ".docx":
        say_wrong_use(_("Lệnh audit chỉ soát tệp .docx. Hãy chọn một tệp .docx."))
    report = audit(read_bytes(path), issued=options.issued, path=path)
    print(_json(report.as_json()) if options.json else report.as_text())
    return WITH_FINDINGS if report.has_errors else DONE


def new(options: Namespace) -> int:
    out = Path(options.out)
    if out.suffix.lower() != ".kehoach":
        say_wrong_use(_("Lệnh new tạo tệp .kehoach. Hãy đặt tên tệp có đuôi .kehoach."))
    if out.exists():
        say_wrong_use(_("Đã có tệp mang tên này nên không tạo đè lên. Hãy đặt tên khác."))
    return write_plan(sample_plan() if options.sample else Plan(), out)


def write_plan(
    plan: Plan,
    out: Path,
    *,
    issued: bool = False,
    office: Path | None = None,
    beside: Sequence[tuple[Path, bytes]] = (),
) -> int:
    """Write the plan in the format that the suffix of ``out`` names, whole or not at all; return the exit code.

    ``issued``: the clean copy; what its audit finds is said, and is exit code 4 where it is an error. ``office``: the
    office's own template, None for the official one. ``beside``: further files, written together with it or not at all.
    """
    if out.suffix.lower() == ".kehoach":
        write_together([(out, package_bytes(plan)), *beside])
        return DONE
    copy = issued_copy(plan, office) if issued else None
    document = copy.document if copy else render_docx(plan, template=office)
    if out.suffix.lower() == ".pdf":
        result = docx_to_pdf(document)
        if result.lost_words:
            sample = ", ".join(textwrap.shorten(word, 40, placeholder="…") for word in result.lost_words[:10])
            print(_("Bản PDF thiếu chữ so với DOCX: {words}.").format(words=sample), file=sys.stderr)
        document = result.pdf
    write_together([(out, document), *beside])
    if issuer(plan).source == "unknown":
        print(_("Không thấy tên cơ quan ban hành; đã in [TÊN CƠ QUAN] để điền sau."), file=sys.stderr)
    if copy is None:
        return DONE
    print(copy.report.as_text(), file=sys.stderr)
    return WITH_FINDINGS if copy.report.has_errors else DONE


def _list(_options: Namespace) -> int:
    from cli.library import list_plans  # noqa: PLC0415 - SQLAlchemy only where the library is asked

    return list_plans()


def _bring_in(options: Namespace) -> int:
    from cli.library import import_plan  # noqa: PLC0415

    found = _import(Path(options.source))
    _say_unplaced(found.report)
    return import_plan(found.plan)


def _export(options: Namespace) -> int:
    from cli.library import load_plan  # noqa: PLC0415

    out = _out_path(options.out, issued=options.issued)
    office = template.chosen(options)
    return write_plan(load_plan(options.plan), out, issued=options.issued, office=office)


def _import(source: Path) -> importing.Recognition:
    try:
        return importing.import_plan(source)
    except importing.UnknownFormat:
        say_wrong_use(_("Không đọc loại tệp này. Hãy chọn tệp .docx, .txt hoặc .kehoach."))


def _out_path(name: str, *, issued: bool = False) -> Path:
    out = Path(name)
    if issued and out.suffix.lower() == ".kehoach":
        say_wrong_use(_("Bản phát hành là tệp .docx hoặc .pdf. Hãy đổi đuôi tên tệp kết quả."))
    if out.suffix.lower() not in OUT_SUFFIXES:
        say_wrong_use(_("Tên tệp kết quả phải có đuôi .docx, .pdf hoặc .kehoach."))
    return out


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return one.absolute() == other.absolute()


def _say_unplaced(report: ImportReport) -> None:
    if report.unplaced:
        first = textwrap.shorten(report.unplaced[0], 60, placeholder="…")
        text = _("Chưa xếp được chỗ cho {count} đoạn của tệp nguồn nên không in ra (đoạn đầu: “{first}”).")
        print(text.format(count=len(report.unplaced), first=first), file=sys.stderr)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _report(report: ImportReport, rolled: Rolled) -> dict[str, object]:
    guesses = [{"node": g.node, "text": g.text, "reason": g.reason, "confidence": g.confidence} for g in report.guesses]
    read = {"guesses": guesses, "unplaced": report.unplaced, "text_kept": report.text_kept}
    return rolled.report | read


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "convert": convert,
    "inspect": inspect,
    "audit": check_layout,
    "new": new,
    "list": _list,
    "import": _bring_in,
    "export": _export,
    "return": word.take_back,
    "compare": word.compare,
    "template": template.check,
}
