"""From what a changed line shows back to what the field holds: labels, closing marks and capitals that the printing
added are taken off again; what was not changed keeps the very characters and looks of the field."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from plans.text import RichText, Span, Vertical

MARKS = " .;,/"
LABEL = re.compile(
    r"(?P<label>(?:Phần|Chương) [IVXLCDM]+\.?|Điều \d+\.|[A-ZĐ]\.|"
    r"[IVXLCDM]+\.|\d{1,3}(?:\.\d{1,3})*\.|\d{1,3}(?:\.\d{1,3})+|[a-zđ]{1,2}\)|[-–•+*])\s+"
)
"""A label that was typed or printed before a text."""

_WORDS = re.compile(r"\w+|\s+|[^\w\s]")


def label_of(text: str) -> str:
    """Return the label that ``text`` begins with, "" for none."""
    found = LABEL.match(text)
    return found["label"] if found else ""


def unlabelled(text: RichText, label: str = "") -> RichText:
    """Return the text without the label it begins with: ``label`` where it is given, else any."""
    plain = text.plain
    if label and plain.startswith(f"{label} "):
        return text.slice(len(label) + 1).stripped()
    found = LABEL.match(plain)
    return text.slice(found.end()).stripped() if found else text


def core(text: RichText) -> RichText:
    """Return the text without its closing marks; marks of notes stay."""
    keep = len(text.plain.rstrip(MARKS))
    notes = [span for span in text.slice(keep) if span.footnote]
    return RichText.join((*text.slice(0, keep), *notes))


def tail(text: RichText) -> str:
    """Return the closing marks of a text."""
    return text.plain[len(text.plain.rstrip(MARKS)) :].strip()


def same(one: RichText, other: RichText) -> bool:
    """Say whether two texts show the same words, looks and notes; white space counts as single."""
    return one == other or (_flat(one) == _flat(other))


def returned(old: RichText, new: RichText, value: RichText, *, marks: bool = True) -> RichText:
    """Return what the field becomes that held ``value``, was shown as ``old`` and is now shown as ``new`` (both
    without label). ``marks``: closing marks belong to the field."""
    value = value.stripped()
    old_core, new_core, value_core = core(old), core(new), core(value)
    unchanged = same(old_core, new_core)
    if unchanged and not (marks and _tail_changed(old, new, value)):
        return value
    found = value_core if unchanged else _carried(old_core, new_core, value_core)
    if not marks:
        return found
    ending = tail(new) if _tail_changed(old, new, value) else tail(value)
    return RichText.join((*found, Span(ending, *_look(found)))) if ending else found


def _tail_changed(old: RichText, new: RichText, value: RichText) -> bool:
    """Say whether the author closed the text otherwise; "./." that comes and goes is the printing's."""
    before, after = tail(old), tail(new)
    return before != after and before == tail(value) and after not in ("./.", "/.", "./")


def _look(text: RichText) -> tuple[bool, bool, Vertical]:
    words = [span for span in text if not span.footnote]
    return words[-1].look if words else (False, False, "")


def _carried(old: RichText, new: RichText, value: RichText) -> RichText:
    """Return ``new`` with the characters and looks of ``value`` wherever it shows what ``old`` showed."""
    shown, held, now = _atoms(old), _atoms(value), _atoms(new)
    style_bold = _all_bold(old) and not _all_bold(value)
    capitals = old.plain == old.plain.upper() != value.plain and new.plain == new.plain.upper()
    if len(shown) != len(held) or [a.text.casefold() for a in shown] != [a.text.casefold() for a in held]:
        return RichText.join(_new_atom(atom, style_bold, capitals=False) for atom in now)
    found: list[Span] = []
    for tag, i, i_end, j, j_end in _steps(shown, now):
        if tag == "equal":
            found += map(_kept, shown[i:i_end], held[i:i_end], now[j:j_end])
        else:
            found += [_new_atom(atom, style_bold, capitals=capitals) for atom in now[j:j_end]]
    return RichText.join(found)


def _kept(shown: Span, held: Span, now: Span) -> Span:
    if shown.look == now.look or held.footnote:
        return held
    return replace(held, bold=now.bold, italic=now.italic, vertical=now.vertical)


def _new_atom(atom: Span, style_bold: bool, *, capitals: bool) -> Span:
    if atom.footnote:
        return atom
    return replace(atom, text=atom.text.lower() if capitals else atom.text, bold=atom.bold and not style_bold)


def _steps(old: list[Span], new: list[Span]) -> Iterable[tuple[str, int, int, int, int]]:
    """Yield the steps from one row of atoms to the other, compared word by word."""
    left, right = _tokens(old), _tokens(new)
    for tag, i, i_end, j, j_end in SequenceMatcher(
        None, [word for word, _ in left], [word for word, _ in right], autojunk=False
    ).get_opcodes():
        yield tag, _start(left, i, old), _start(left, i_end, old), _start(right, j, new), _start(right, j_end, new)


def _start(tokens: list[tuple[str, int]], at: int, atoms: list[Span]) -> int:
    return tokens[at][1] if at < len(tokens) else len(atoms)


def _tokens(atoms: list[Span]) -> list[tuple[str, int]]:
    """Return the words of a row of atoms with the place of each; a note's mark is one."""
    text = "".join("\ue000" if atom.footnote else atom.text for atom in atoms)
    return [(atoms[found.start()].footnote or found[0], found.start()) for found in _WORDS.finditer(text)]


def _atoms(text: RichText) -> list[Span]:
    """Return the text as single characters and marks of notes."""
    found: list[Span] = []
    for span in text:
        found += [span] if span.footnote else [replace(span, text=sign) for sign in span.text]
    return found


def _all_bold(text: RichText) -> bool:
    words = [span for span in text if span.text.strip()]
    return bool(words) and all(span.bold for span in words)


def _flat(text: RichText) -> list[tuple[str, tuple[bool, bool, str], str]]:
    found: list[tuple[str, tuple[bool, bool, str], str]] = []
    gap = True
    for atom in _atoms(text):
        if atom.text.isspace():
            if not gap:
                found.append((" ", (False, False, ""), ""))
            gap = True
            continue
        gap = False
        found.append((atom.text, atom.look, atom.footnote))
    return found[:-1] if gap and found else found


def changed_words(before: str, after: str) -> tuple[str, str]:
    """Return the parts in which two texts differ, cut at words."""
    left, right = _WORDS.findall(before), _WORDS.findall(after)
    start = 0
    while start < min(len(left), len(right)) and left[start] == right[start]:
        start += 1
    end = 0
    while end < min(len(left), len(right)) - start and left[-1 - end] == right[-1 - end]:
        end += 1
    old, new = left[start : len(left) - end], right[start : len(right) - end]
    return "".join(old).strip(), "".join(new).strip()
