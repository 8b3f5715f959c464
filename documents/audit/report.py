"""What an audit hands back: findings, each with its place, and which rules and how many of them were measured."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

Kind = Literal["form", "content"]
Severity = Literal["error", "warning", "draft"]

_SEVERITIES: dict[Severity, str] = {"error": N_("Lỗi"), "warning": N_("Lưu ý"), "draft": N_("Chờ điền")}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a finding stands. part: the component ("letterhead", "body", "header" …); paragraph from 1, empty and
    cell paragraphs counted, row and cell from 1; None where they say nothing; text: what is printed there."""

    part: str
    paragraph: int | None = None
    row: int | None = None
    cell: int | None = None
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One departure from a rule. article: of the decree ("PL1-I.3"); message: a sentence in the language in force."""

    rule: str
    fault: str
    kind: Kind
    severity: Severity
    where: Place
    found: str
    expected: str
    article: str
    message: str


@dataclass(frozen=True, kw_only=True)
class AuditReport:
    """The outcome of one audit. checked: how many rules could be measured in this document."""

    version: str
    date: str
    decree: str
    checked: int
    findings: list[Finding] = field(default_factory=list[Finding])

    @property
    def errors(self) -> list[Finding]:
        """The findings that make the audit fail."""
        return [f for f in self.findings if f.severity == "error"]

    @property
    def has_errors(self) -> bool:
        """Whether the audit fails."""
        return bool(self.errors)

    def as_text(self) -> str:
        """Return the report as lines in the language in force, errors first."""
        head = _("Đã soát {checked} quy tắc của Nghị định {decree} (bản quy tắc {version}, ngày {date}).").format(
            checked=self.checked, decree=self.decree, version=self.version, date=self.date
        )
        counts = _("Lỗi: {errors}. Lưu ý: {warnings}. Chờ điền: {drafts}.").format(
            errors=self._count("error"), warnings=self._count("warning"), drafts=self._count("draft")
        )
        told = [_line(f) for severity in _SEVERITIES for f in self.findings if f.severity == severity]
        return "\n".join([head, counts, *told])

    def _count(self, severity: Severity) -> int:
        return sum(finding.severity == severity for finding in self.findings)

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``kehoach audit --json`` prints."""
        return {
            "findings": [{k: v for k, v in asdict(f).items() if k != "fault"} for f in self.findings],
            "rules": {"version": self.version, "date": self.date, "decree": self.decree},
            "checked": self.checked,
        }


def _line(finding: Finding) -> str:
    said = {
        "severity": _(_SEVERITIES[finding.severity]),
        "rule": finding.rule,
        "article": finding.article,
        "message": finding.message,
        "paragraph": finding.where.paragraph,
        "text": finding.where.text,
    }
    if finding.where.paragraph is None:
        return _("{severity} {rule} ({article}): {message}").format(**said)
    return _("{severity} {rule} ({article}), đoạn {paragraph} “{text}”: {message}").format(**said)
