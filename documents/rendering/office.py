"""Templates of offices: checked (``check_template``) and rendered, always in a process with limits.

A template that has an error is not used; the Trouble names the first and says how to see all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from documents.files import read_bytes
from documents.limited import Stopped, run_limited
from documents.rendering.render import rendered
from documents.rendering.template import APP, CORE, CompiledTemplate, compile_parts
from documents.templates.checking import faults_of, parts_of
from documents.templates.faults import Fault, TemplateReport, Where
from documents.templates.leftovers import without_leftovers
from documents.templates.manifest import official
from plans import codec
from plans.errors import Trouble
from plans.plan import Plan
from plans.profile import LayoutProfile
from plans.sample import sample_plan
from resources.texts import gettext as _
from templates_docx import template_path

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class OfficeTemplate:
    """A template as read from disk. own: the JSON text of the manifest beside it, "" for none."""

    path: Path
    data: bytes
    own: str = ""

    @property
    def name(self) -> str:
        """What messages call it."""
        return self.path.name

    @staticmethod
    def read(path: Path) -> OfficeTemplate:
        """Read the template and the manifest beside it. Trouble "file-…" where it cannot be read."""
        beside = path.with_suffix(".json")
        own = read_bytes(beside).decode("utf-8", "replace") if beside.is_file() else ""
        return OfficeTemplate(path=path, data=read_bytes(path), own=own)


def check_template(path: Path) -> TemplateReport:
    """Return all that is wrong with a template. Trouble "file-…" where it is no whole DOCX, "template-hostile" where
    reading it takes too much."""
    template = OfficeTemplate.read(path)
    return _limited(template, _report, template)


def render_with(template: OfficeTemplate, plan: Plan, *, issued: bool = False) -> bytes:
    """Return the plan as a DOCX in an office's template. Trouble "template-broken" names its first error,
    "template-hostile" says that it was stopped."""
    return _limited(template, _render, template, codec.dumps(plan), issued)


def _limited(template: OfficeTemplate, work: Callable[..., T], *arguments: object) -> T:
    """Return what ``work`` does apart; how it was stopped is the template's trouble."""
    try:
        return run_limited(work, *arguments)
    except Stopped as stopped:
        if stopped.cause == "fault":
            raise Trouble("template-broken", template=template.name, place="…", field=stopped.detail) from stopped
        reasons = {
            "slow": _("chạy quá lâu"),
            "memory": _("dùng quá nhiều bộ nhớ"),
            "died": _("làm chương trình con dừng đột ngột"),
        }
        raise Trouble("template-hostile", template=template.name, reason=reasons[stopped.cause]) from stopped


def _report(template: OfficeTemplate) -> TemplateReport:
    parts = parts_of(template.data, template.path)
    faults = faults_of(template.name, parts, template.own)
    if all(fault.severity == "warning" for fault in faults):
        faults += _trial(template, parts)
    return TemplateReport(template=template.name, faults=faults)


def _trial(template: OfficeTemplate, parts: dict[str, bytes]) -> list[Fault]:
    """Render the sample; a fault where that fails though nothing else was found."""
    plan = sample_plan()
    try:
        rendered(plan, _compiled(template, parts, plan.profile), issued=False)
    except Trouble as trouble:
        said = " ".join(str(value) for key, value in trouble.data.items() if key in ("place", "field", "reason"))
        return [Fault(code="renders-not", where=Where(), found=said)]
    return []


def _render(template: OfficeTemplate, plan_text: str, issued: bool) -> bytes:
    parts = parts_of(template.data, template.path)
    report = TemplateReport(template=template.name, faults=faults_of(template.name, parts, template.own))
    if report.errors:
        first = report.errors[0]
        raise Trouble(
            "template-broken", template=template.name, place=str(first.where), field=first.message.rstrip(".")
        )
    plan = codec.loads(plan_text)
    return rendered(plan, _compiled(template, parts, plan.profile), issued=issued)


def _compiled(template: OfficeTemplate, parts: dict[str, bytes], profile: LayoutProfile) -> CompiledTemplate:
    """Compile an office's template; the document's properties come from ours, so that none of the office's stay."""
    own = parts_of(template_path("official").read_bytes(), Path("official.docx"))
    parts = without_leftovers(parts) | {name: own[name] for name in (CORE, APP) if name in parts}
    return compile_parts(template.name, parts, official().with_own(template.own), profile)
