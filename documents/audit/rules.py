"""The decree's rules as data: loaded from ``resources/rules``, validated, and asked for their figures by the checks."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, cast, get_args

from documents.audit.report import Finding, Kind, Place, Severity
from plans.errors import Trouble
from resources import path as resource
from resources.texts import language

Texts = dict[str, str]

_LANGUAGES = ("vi", "en")
_CODE = re.compile(r"ND30-(\d\d)")
_COUNT = 40
_SUPPLIED = ("found", "expected", "range", "length", "width", "right", "code", "usual", "before", "room")
"""What a check may hand to a sentence besides the values of its rule."""
_LOOKS = ("bold", "italic", "capitals", "centred")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One way to break a rule. ``expected`` and ``message`` by language; "{found}", "{expected}" and names of the
    rule's values stand in them."""

    kind: Kind
    severity: Severity
    article: str
    expected: Texts
    message: Texts


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule. values: ranges as [low, high], figures, lists and patterns, lengths in mm and sizes in pt; faults by
    name; measures: what is looked at; safe_fix: a fix cannot change what is said."""

    code: str
    kind: Kind
    severity: Severity
    article: str
    confidence: str
    measures: str
    values: dict[str, Any]
    message: Texts
    safe_fix: bool
    faults: dict[str, Fault]
    source: Path

    def broken(self, name: str) -> NoReturn:
        """Say that the rules file lacks or garbles ``name`` of this rule."""
        raise Trouble("rules-broken", path=self.source, reason=f"{self.code}: {name}")

    def span(self, name: str) -> tuple[float, float]:
        """Return a range, both ends allowed."""
        match self.values.get(name):
            case [int() | float() as low, int() | float() as high] if low <= high:
                return float(low), float(high)
            case _:
                return self.broken(name)

    def within(self, name: str, figure: float, slack: float = 0.0) -> bool:
        """Say whether ``figure`` lies in a range, give or take ``slack``."""
        low, high = self.span(name)
        return low - slack <= figure <= high + slack

    def figure(self, name: str) -> float:
        """Return a single figure."""
        value = self.values.get(name)
        return float(value) if isinstance(value, (int, float)) else self.broken(name)

    def strings(self, name: str) -> list[str]:
        """Return a list of texts."""
        value = self.values.get(name)
        if not isinstance(value, list):
            self.broken(name)
        return [str(item) for item in cast("list[object]", value)]

    def figures(self, name: str) -> list[float]:
        """Return a list of figures."""
        try:
            return [float(item) for item in self.strings(name)]
        except ValueError:
            self.broken(name)

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return a pattern, compiled."""
        value = self.values.get(name)
        return _compiled(value) if isinstance(value, str) else self.broken(name)

    def patterns(self, name: str) -> list[re.Pattern[str]]:
        """Return a list of patterns, compiled."""
        return [_compiled(text) for text in self.strings(name)]

    def finding(self, fault: str, where: Place, found: str = "", **data: str) -> Finding:
        """Return the finding of one fault in the language in force."""
        known = self.faults.get(fault)
        if known is None:
            self.broken(f"faults.{fault}")
        tongue = language()
        shown = {name: _shown(value, tongue) for name, value in self.values.items()} | data
        expected = known.expected[tongue].format_map(shown)
        return Finding(
            rule=self.code,
            fault=fault,
            kind=known.kind,
            severity=known.severity,
            where=where,
            found=found,
            expected=expected,
            article=known.article,
            message=known.message[tongue].format_map(shown | {"found": found, "expected": expected}),
        )


@dataclass(frozen=True, kw_only=True)
class Component:
    """One row of the component table (PL1-V): its name by language and how it is printed. box: of the decree's diagram,
    "" for none; size in pt, None: not regulated; sample: the size of the decree's own sample; line: least and greatest
    length of the drawn line below, as shares of the text's, None for no line; looks: None where not regulated."""

    name: Texts
    article: str
    box: str
    size: tuple[float, float] | None
    sample: float | None
    line: tuple[float, float] | None
    bold: bool | None
    italic: bool | None
    capitals: bool | None
    centred: bool | None


@dataclass(frozen=True, kw_only=True)
class RuleSet:
    """All rules of one dated edition, by code; content_at_most: how grave a finding on the author's wording may be,
    whatever its rule says (wording never blocks); components: the component table by name; words: names of looks for
    "found", looks: the sentence for each way a component can look wrong, both by name and language."""

    version: str
    date: str
    decree: str
    content_at_most: Severity
    rules: dict[str, Rule]
    components: dict[str, Component]
    words: dict[str, Texts]
    looks: dict[str, Texts]

    def word(self, name: str) -> str:
        """Return a look's name in the language in force, one without an entry as it is."""
        return self.words[name][language()] if name in self.words else name


def figure_text(figure: float, tongue: str = "") -> str:
    """Return a figure as a clerk writes it: at most two decimals, a comma in Vietnamese."""
    text = f"{figure:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if (tongue or language()) == "vi" else text


def _shown(value: object, tongue: str) -> str:
    match value:
        case [int() | float() as low, int() | float() as high]:
            ends = [figure_text(end, tongue) for end in dict.fromkeys((low, high))]
            return "–".join(ends)
        case int() | float():
            return figure_text(value, tongue)
        case list():
            return ", ".join(_shown(item, tongue) for item in cast("list[object]", value))
        case _:
            return str(value)


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text)


def load_rules(file: Path | None = None) -> RuleSet:
    """Return the rules in ``file`` (None: the edition in force). Raises Trouble "rules-broken" for any fault in it."""
    return _load(file or resource("rules", "nd30-2020.json"))


@cache
def _load(file: Path) -> RuleSet:
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        rules = [_rule(entry, file) for entry in data["rules"]]
        found = RuleSet(
            version=_text(data["version"]),
            date=_text(data["date"]),
            decree=_text(data["decree"]),
            content_at_most=_one_of(data["content_at_most"], get_args(Severity), "content_at_most"),
            rules={rule.code: rule for rule in rules},
            components={name: _component(entry) for name, entry in data["components"].items()},
            words={name: _texts(texts) for name, texts in data["words"].items()},
            looks={name: _texts(texts) for name, texts in data["looks"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, re.error) as error:
        raise Trouble("rules-broken", path=file, reason=f"{type(error).__name__}: {error}") from error
    missing = {f"ND30-{n:02}" for n in range(1, _COUNT + 1)} ^ set(found.rules)
    if missing or len(rules) != _COUNT:
        raise Trouble("rules-broken", path=file, reason=", ".join(sorted(missing)) or "ND30-?")
    return found


def _rule(entry: dict[str, Any], file: Path) -> Rule:
    code = _text(entry["code"])
    if not _CODE.fullmatch(code):
        raise ValueError(code)
    general = Fault(
        kind=_one_of(entry["kind"], get_args(Kind), code),
        severity=_one_of(entry["severity"], get_args(Severity), code),
        article=_text(entry["article"]),
        expected=_texts(entry.get("expected", {"vi": "", "en": ""})),
        message=_texts(entry["message"]),
    )
    rule = Rule(
        code=code,
        kind=general.kind,
        severity=general.severity,
        article=general.article,
        confidence=_text(entry["confidence"]),
        measures=_text(entry["measures"]),
        values=dict(entry["values"]),
        message=general.message,
        safe_fix=_one_of(entry["safe_fix"], (True, False), code),
        faults={name: _fault(own, general, f"{code}.{name}") for name, own in entry["faults"].items()},
        source=file,
    )
    _try_out(rule)
    return rule


def _component(entry: dict[str, Any]) -> Component:
    size, line = _range(entry.get("size")), _range(entry.get("line"))
    sample = entry.get("sample")
    if sample is not None and size is not None and not size[0] <= sample <= size[1]:
        raise ValueError(f"{sample!r} is outside {size!r}")
    if not isinstance(entry["box"], str):
        raise TypeError(f"{entry['box']!r} is no box")
    return Component(
        name=_texts(entry["name"]),
        article=_text(entry["article"]),
        box=entry["box"],
        size=size,
        sample=None if sample is None else float(sample),
        line=line,
        **{look: _one_of(entry.get(look), (None, True, False), look) for look in _LOOKS},
    )


def _range(ends: Any) -> tuple[float, float] | None:
    if ends is None:
        return None
    if not (len(ends) == 2 and 0 < ends[0] <= ends[1]):
        raise ValueError(f"{ends!r} is no range")
    return float(ends[0]), float(ends[1])


def _try_out(rule: Rule) -> None:
    """Compile every pattern and fill every sentence once, so that a broken one is found on load."""
    for name, value in rule.values.items():
        if name.startswith("pattern"):
            for text in cast("list[str]", value) if isinstance(value, list) else [str(value)]:
                _compiled(text)
    shown = dict.fromkeys((*rule.values, *_SUPPLIED), "")
    for fault in rule.faults.values():
        for text in (*fault.expected.values(), *fault.message.values()):
            text.format_map(shown)


def _fault(own: dict[str, Any], general: Fault, where: str) -> Fault:
    unknown = set(own) - {"kind", "severity", "article", "expected", "message"}
    if unknown:
        raise ValueError(f"{where}: {sorted(unknown)}")
    return replace(
        general,
        kind=_one_of(own.get("kind", general.kind), get_args(Kind), where),
        severity=_one_of(own.get("severity", general.severity), get_args(Severity), where),
        article=_text(own.get("article", general.article)),
        expected=_texts(own.get("expected", general.expected)),
        message=_texts(own.get("message", general.message)),
    )


def _one_of(value: Any, allowed: tuple[Any, ...], where: str) -> Any:
    if value not in allowed:
        raise ValueError(f"{where}: {value!r}")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError(f"{value!r} is no text")
    return value


def _texts(value: Any) -> Texts:
    if set(value) != set(_LANGUAGES) or not all(isinstance(text, str) for text in value.values()):
        raise ValueError(f"{value!r} lacks a language")
    return dict(value)
