"""Marks that are layout, not text: Markdown, LaTeX fragments, HTML tags, rules. Out comes plain text with looks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from plans.text import RichText, Span

_HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*(?=\S)")
_QUOTE = re.compile(r"^\s{0,3}>\s+")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>%&$~])")
_DOUBLE_BULLET = re.compile(r"^(\s*)[-*•]\s+(?=(?:\\?[-+*•–])\s)")
_GLUED = re.compile(r"(?<=\S)(\*{1,3})(?=(?:\d{1,2}(?:\.\d{1,2})+\.?\s|[a-zđ]\)\s|(?:[IVX]+|\d{1,2})\.\s+[^\W\d_]))")
_UNMASKED = {0xE000 + code: chr(code) for code in range(0x80)}
_STARS = re.compile(r"\*+")
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)(?:\s[^<>]*)?/?>")
_RULE = re.compile(r"^[\s_=*~.·…\-–—]{3,}$")
_BORDER = re.compile(r"^\s*[|+]?(?:[-=─━═┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬+|]{3,})\s*$")
_TABLE_RULE = re.compile(r"^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$")
_MATH = re.compile(r"\$([^$\n]{1,80})\$|\\\(([^\n]{1,80}?)\\\)")
_COMMAND = re.compile(r"\\([a-zA-Z]+)\s?")
_LATEX = {
    "geq": "≥", "ge": "≥", "geqslant": "≥", "leq": "≤", "le": "≤", "leqslant": "≤", "times": "×", "pm": "±",
    "approx": "≈", "sim": "~", "rightarrow": "→", "to": "→", "Rightarrow": "⇒", "leftarrow": "←", "neq": "≠",
    "cdot": "·", "div": "÷", "ldots": "…", "dots": "…", "bullet": "•", "circ": "°", "degree": "°", "quad": " ",
    "checkmark": "✓", "square": "□",
}  # fmt: skip
_HTML_BLOCKS = frozenset({"br", "p", "div", "li", "tr"})
_HTML_TAGS = _HTML_BLOCKS | {"b", "i", "u", "em", "strong", "span", "sup", "sub", "td", "th", "table", "center", "font"}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """One line without its marks. level: Markdown heading level, 0 none; bold: all of it is; words: removed ones."""

    text: RichText
    level: int = 0
    bold: bool = False
    words: tuple[str, ...] = ()


def is_rule(line: str) -> bool:
    """Say whether the line is drawn, not written: "____", "-----", "* * *", "|---|---|"."""
    return bool(_TABLE_RULE.match(line) or _BORDER.match(line)) or (
        bool(_RULE.match(line)) and len(set(line.replace(" ", ""))) <= 2
    )


def clean(line: str) -> list[Cleaned]:
    """Return the line without marks; several where marks glued several lines into one."""
    removed: list[str] = []
    line, level = _without_prefix(line)
    line = _latex(line, removed)
    line = _html(line, removed)
    parted = line if _is_row(line) else _GLUED.sub("\n", line)
    pieces = [piece for piece in parted.split("\n") if piece.strip(" *")] or [""]
    if len(pieces) > 1:
        pieces = [re.sub(r"^\s*\*+(?=\S)|\*+\s*$", "", piece) for piece in pieces]
    cleaned: list[Cleaned] = []
    for number, piece in enumerate(pieces):
        text, bold = _emphasis(piece)
        words = tuple(removed) if number == 0 else ()
        cleaned.append(Cleaned(text.stripped(), level if number == 0 else 0, bold, words))
    return cleaned


def _is_row(line: str) -> bool:
    """Say whether the line may be a row of a table, whose cells are read from the line as it is."""
    return "\t" in line.strip() or line.lstrip().startswith("|")


def _without_prefix(line: str) -> tuple[str, int]:
    line = _QUOTE.sub("", line)
    match = _HEADING.match(line)
    if match:
        line = line[match.end() :]
    return _DOUBLE_BULLET.sub(r"\1", line), len(match[1]) if match else 0


def _latex(line: str, removed: list[str]) -> str:
    if "$" not in line and "\\" not in line:
        return line

    def plain(match: re.Match[str]) -> str:
        inner = match[1] if match[1] is not None else match[2]
        if "\\" not in inner and "^" not in inner and not re.fullmatch(r"[\d\s.,%<>=+\-]+", inner):
            return match[0]
        return _math(inner, removed)

    return _MATH.sub(plain, line)


def _math(inner: str, removed: list[str]) -> str:
    def command(match: re.Match[str]) -> str:
        name = match[1]
        removed.append(name)
        return _LATEX.get(name, "")

    text = _COMMAND.sub(command, inner)
    return re.sub(r"[{}]", "", text.replace("\\", "").replace("^", "")).strip()


def _html(line: str, removed: list[str]) -> str:
    if "<" not in line:
        return line

    def tag(match: re.Match[str]) -> str:
        name = match[1].lower()
        if name not in _HTML_TAGS:
            return match[0]
        removed.append(match[0])
        if name in _HTML_BLOCKS:
            return " | " if _is_row(line) else "\n"
        return " " if name in ("sup", "sub", "td", "th") else ""

    return _TAG.sub(tag, line)


def _emphasis(piece: str) -> tuple[RichText, bool]:
    """Return the text with its bold and italic parts, and whether all of it is bold."""
    lead = re.match(r"\s*(\\?\*)\s+(?=\S)", piece)
    body = piece[lead.end() :] if lead else piece
    prefix = [Span("* ")] if lead else []
    masked = _ESCAPE.sub(lambda match: chr(0xE000 + ord(match[1])), body)
    spans = _toggled(masked)
    plain = [Span(_unmasked(span.text), span.bold, span.italic) for span in spans]
    text = RichText.join([*prefix, *plain])
    written = [span for span in plain if span.text.strip()]
    bold = bool(written) and all(span.bold or not re.search(r"\w", span.text) for span in written)
    if bold or (written and all(span.italic for span in written)):
        text = RichText.of(text.plain)
    return text, bold


def _toggled(masked: str) -> list[Span]:
    runs = list(_STARS.finditer(masked))
    if sum(len(run[0]) for run in runs) % 2 and not any(len(run[0]) > 1 for run in runs):
        return [Span(masked)]
    spans: list[Span] = []
    bold = italic = False
    at = 0
    for run in runs:
        spans.append(Span(masked[at : run.start()], bold, italic))
        if len(run[0]) >= 2 and not (italic and len(run[0]) == 2):
            bold = not bold
        if len(run[0]) in (1, 3):
            italic = not italic
        at = run.end()
    return [*spans, Span(masked[at:], bold, italic)]


def _unmasked(text: str) -> str:
    return text.translate(_UNMASKED)
