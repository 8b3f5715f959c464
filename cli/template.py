"""The commands for templates of offices: ``template check`` and the choice ``--template`` of convert and export."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from cli.usage import say_wrong_use
from documents.rendering import check_template
from resources.texts import gettext as _

DONE, WITH_FINDINGS = 0, 4


def check(options: Namespace) -> int:
    """Print all that is wrong with a template; exit code 4 where there is anything."""
    report = check_template(_docx(options.source))
    print(json.dumps(report.as_json(), ensure_ascii=False, indent=2) if options.json else report.as_text())
    return WITH_FINDINGS if report.faults else DONE


def chosen(options: Namespace) -> Path | None:
    """Return the template that ``--template`` names, None for the official one."""
    if options.template is None:
        return None
    if Path(options.out).suffix.lower() not in (".docx", ".pdf"):
        say_wrong_use(_("Mẫu chỉ dùng khi ghi .docx hoặc .pdf. Hãy đổi đuôi tên tệp kết quả hoặc bỏ --template."))
    template = _docx(options.template)
    if template.resolve() == Path(options.out).resolve():
        say_wrong_use(_("Tệp kết quả trùng với tệp mẫu. Hãy đặt tên khác cho tệp kết quả."))
    return template


def _docx(name: str) -> Path:
    path = Path(name)
    if path.suffix.lower() != ".docx":
        say_wrong_use(_("Mẫu phải là tệp .docx. Hãy mở bằng Word và lưu lại dạng .docx."))
    return path
