"""What an audit hands back: findings, each with its place, and which rules and how many of them were measured."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Kind = Literal["form", "content"]
Severity = Literal["error", "warning", "draft"]


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

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``kehoach audit --json`` prints."""
        return {
            "findings": [{k: v for k, v in asdict(f).items() if k != "fault"} for f in self.findings],
            "rules": {"version": self.version, "date": self.date, "decree": self.decree},
            "checked": self.checked,
        }
