"""The layout of a DOCX, ours or foreign, held against Nghị định 30/2020/NĐ-CP: effective formatting, rule by rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from documents.audit.audited import Audited
from documents.audit.checks import CHECKS
from documents.audit.components import locate
from documents.audit.flow import read_flow
from documents.audit.report import AuditReport, Finding, Place
from documents.audit.rules import RuleSet, load_rules
from documents.audit.word import open_package


def audit(data: bytes, *, issued: bool = False, path: Path | None = None, rules: RuleSet | None = None) -> AuditReport:
    """Return what is wrong with the layout of the DOCX in ``data``. ``issued``: what only a draft may leave open is an
    error; ``path`` is named where the file cannot be read; ``rules``: None for the edition in force.

    Raises the troubles of ``documents.files`` and "rules-broken".
    """
    edition = rules or load_rules()
    flow = read_flow(open_package(data, path or Path("document.docx")))
    audited = Audited(flow=flow, parts=locate(flow), rules=edition)
    checked = 0
    findings: list[Finding] = []
    for code, check in CHECKS.items():
        found = check(audited, edition.rules[code])
        if found is not None:
            checked += 1
            findings += found
    findings = [_weighed(finding, edition, issued=issued) for finding in findings]
    return AuditReport(
        version=edition.version, date=edition.date, decree=edition.decree, checked=checked, findings=findings
    )


def _weighed(finding: Finding, edition: RuleSet, *, issued: bool) -> Finding:
    """Give a finding the weight it has in this document."""
    if finding.kind == "content" and finding.severity == "error":
        return replace(finding, severity=edition.content_at_most)
    return replace(finding, severity="error") if issued and finding.severity == "draft" else finding


__all__ = ["AuditReport", "Finding", "Place", "audit"]
