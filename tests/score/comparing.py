"""The comparisons of the scorer: small, pure, and able to say no. Tested in ``tests/test_score.py``."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

Entry = dict[str, Any]

_SPELLINGS = (("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("uỷ", "ủy"), ("uý", "úy"),
              ("oè", "òe"), ("oé", "óe"))  # fmt: skip


@dataclass
class Tally:
    """How many were wanted, found and right, and a line for each miss."""

    right: int = 0
    wanted: int = 0
    found: int = 0
    misses: list[str] = field(default_factory=list)

    def __add__(self, other: Tally) -> Tally:
        """Sum two tallies."""
        return Tally(
            self.right + other.right,
            self.wanted + other.wanted,
            self.found + other.found,
            self.misses + other.misses,
        )

    @property
    def precision(self) -> float | None:
        """Share of the found that is right; None where nothing was found and nothing wanted."""
        return self.right / self.found if self.found else (0.0 if self.wanted else None)

    @property
    def recall(self) -> float | None:
        """Share of the wanted that is right; None where nothing was wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; 0 where something was found that nobody wanted."""
        total = self.found + self.wanted
        return 2 * self.right / total if total else None


def folded(text: str | None) -> str:
    """Texts are compared NFC, lower case, spaces folded, dashes alike, hòa = hoà, without a final stop or colon."""
    plain = unicodedata.normalize("NFC", text or "").lower()
    plain = re.sub(r"[‐‑‒–—]", "-", " ".join(plain.split())).rstrip(" .:;,")
    return spelled(plain)


def spelled(text: str) -> str:
    """The mark of tone where the new spelling has it: hòa for hoà."""
    for old, new in _SPELLINGS:
        text = re.sub(rf"{old}(?!\w)", new, text)
    return text


def archived(text: str | None) -> str:
    """An archive line, with or without the colon after "Lưu"."""
    return re.sub(r"^lưu\s*:?\s*", "lưu ", folded(text)).strip()


def authority(text: str | None) -> str:
    """A line of a signature's authority: T/M is TM., and the space after a stop may be lost."""
    return re.sub(r"\.(?=\S)", ". ", re.sub(r"^([tk])/([mt])\b\.?", r"\1\2.", folded(text)))


def appendix(text: str | None) -> str:
    """An appendix's title without its label ("Phụ lục", "Phụ lục I")."""
    return re.sub(r"^phụ lục(\s+([ivx]+|\d+|[a-z]))?(?!\w)[\s.:-]*", "", folded(text)) or folded(text)


def label(text: str | None) -> str:
    """A label without trailing ``. - / :``; empty where the source has lost it."""
    return folded(text).rstrip(".-/: ")


def aligned(found: Sequence[Any], wanted: Sequence[Any]) -> list[tuple[int, int]]:
    """Return places of equal items in both sequences, in order (longest common subsequence)."""
    best = [[0] * (len(wanted) + 1) for _ in range(len(found) + 1)]
    for at in reversed(range(len(found))):
        for to in reversed(range(len(wanted))):
            same = found[at] == wanted[to]
            best[at][to] = best[at + 1][to + 1] + 1 if same else max(best[at + 1][to], best[at][to + 1])
    pairs: list[tuple[int, int]] = []
    at = to = 0
    while at < len(found) and to < len(wanted):
        if found[at] == wanted[to]:
            pairs.append((at, to))
            at, to = at + 1, to + 1
        elif best[at + 1][to] >= best[at][to + 1]:
            at += 1
        else:
            to += 1
    return pairs


def headings(found: Sequence[Entry], wanted: Sequence[Entry], optional: Sequence[Entry] = ()) -> tuple[Tally, Tally]:
    """Compare outlines: label and text (first tally), and depth among those that agree (second)."""
    have = [(label(h["label"]), folded(h["text"])) for h in found]
    want = [(label(h["label"]), folded(h["text"])) for h in wanted]
    pairs = aligned(have, want)
    spare = {folded(h["text"]) for h in optional}
    taken = {at for at, _ in pairs}
    extra = [at for at in range(len(have)) if at not in taken and have[at][1] not in spare]
    missing = [to for to in range(len(want)) if to not in {pair[1] for pair in pairs}]
    outline = Tally(len(pairs), len(want), len(pairs) + len(extra))
    outline.misses = [f"heading missing: {want[to]}" for to in missing] + [f"heading extra: {have[at]}" for at in extra]
    depth = Tally(sum(found[at]["depth"] == wanted[to]["depth"] for at, to in pairs), len(pairs), len(pairs))
    depth.misses = [
        f"depth {found[at]['depth']} not {wanted[to]['depth']}: {have[at]}"
        for at, to in pairs
        if found[at]["depth"] != wanted[to]["depth"]
    ]
    return outline, depth


def bag(found: Sequence[Any], wanted: Sequence[Any], what: str, optional: Sequence[Any] = ()) -> Tally:
    """Compare two lists whose order does not matter; what stands in ``optional`` may be found or not."""
    have, want = Counter(found), Counter(wanted)
    extra, missing = have - want - Counter(optional), want - have
    right = (have & want).total()
    tally = Tally(right, want.total(), right + extra.total())
    tally.misses = [f"{what} missing: {item}" for item in missing.elements()]
    tally.misses += [f"{what} extra: {item}" for item in extra.elements()]
    return tally


def fields(found: Entry, wanted: Entry) -> Tally:
    """Compare named fields one by one; each wanted one counts, blank ones too."""
    tally = Tally(wanted=len(wanted), found=len(wanted))
    for name, value in wanted.items():
        if found.get(name) == value:
            tally.right += 1
        else:
            tally.misses.append(f"{name}: {found.get(name)!r}, wanted {value!r}")
    return tally


def likeness(one: str, other: str) -> float:
    """Share of the shorter text's words that stand in the other (0–1)."""
    mine, theirs = (Counter(re.findall(r"\w+", folded(text))) for text in (one, other))
    smaller = min(mine.total(), theirs.total())
    return (mine & theirs).total() / smaller if smaller else 0.0


def paired(
    found: Sequence[Entry], wanted: Sequence[Entry], nearness: Callable[[Entry, Entry], float], least: float
) -> list[tuple[Entry, Entry]]:
    """Pair each wanted entry with the nearest found one not yet taken, best pairs first; below ``least`` none."""
    near = [
        (nearness(have, want), -at, -to)
        for at, have in enumerate(found)
        for to, want in enumerate(wanted)
        if nearness(have, want) >= least
    ]
    pairs: dict[int, int] = {}
    for _, at, to in sorted(near, reverse=True):
        if -to not in pairs and -at not in pairs.values():
            pairs[-to] = -at
    return [(found[pairs[to]], wanted[to]) for to in sorted(pairs)]


def targets(found: Sequence[Entry], wanted: Sequence[Entry], optional: Sequence[Entry]) -> tuple[Tally, Tally]:
    """Compare targets: by value and text (first tally), and comparator, unit and year of those (second)."""
    pairs = paired(found, wanted, _target_nearness, 0.6)
    spare = paired([have for have in found if not _in(have, pairs)], optional, _target_nearness, 0.6)
    tally = Tally(len(pairs), len(wanted), len(found) - len(spare))
    tally.misses = [f"target missing: {want['value']} {want['text']}" for want in wanted if not _in(want, pairs)]
    tally.misses += [
        f"target extra: {have['value']} {have['text']}"
        for have in found
        if not _in(have, pairs) and not _in(have, spare)
    ]
    parts = Tally()
    for have, want in pairs:
        part = fields(_target_parts(have), _target_parts(_with_year(want, have.get("year"))))
        parts += Tally(part.right, part.wanted, part.found, [f"{miss} (target {want['text']})" for miss in part.misses])
    return tally, parts


def _target_parts(target: Entry) -> Entry:
    return {name: _plain(target.get(name)) for name in ("comparator", "unit", "year")}


def _with_year(want: Entry, year: Any) -> Entry:
    """The wanted target, with the found year where a careful reader might as well give that one."""
    return want | {"year": year} if year in want.get("year_alt", []) else want


def _in(entry: Entry, pairs: Sequence[tuple[Entry, Entry]]) -> bool:
    return any(entry is have or entry is want for have, want in pairs)


def _plain(value: Any) -> Any:
    return folded(value) if isinstance(value, str) else value


def _target_nearness(have: Entry, want: Entry) -> float:
    if number(have.get("value")) != number(want["value"]):
        return 0.0
    return likeness(have["text"], want["text"])


def number(value: str | None) -> str:
    """A target's value without spaces, and ranges alike however they are joined ("70 - 75", "70-75", "70 đến 75")."""
    return re.sub(r"\s+|%", "", re.sub(r"đến", "-", folded(value)))


TASK_PARTS = ("lead", "coordinating", "products", "deadline")


def tasks(found: Sequence[Entry], wanted: Sequence[Entry]) -> tuple[Tally, Tally]:
    """Compare tasks: by title (first tally), and lead, partners, products and deadline of those (second)."""
    pairs = paired(found, wanted, _task_nearness, 0.75)
    tally = Tally(len(pairs), len(wanted), len(found))
    tally.misses = [f"task missing: {want['title']}" for want in wanted if not _in(want, pairs)]
    tally.misses += [f"task extra: {have['title']}" for have in found if not _in(have, pairs)]
    parts = Tally()
    for have, want in pairs:
        part = fields({n: joined(have.get(n)) for n in TASK_PARTS}, {n: joined(want.get(n)) for n in TASK_PARTS})
        parts += Tally(part.right, part.wanted, part.found, [f"{miss} (task {want['title']})" for miss in part.misses])
    return tally, parts


def _task_nearness(have: Entry, want: Entry) -> float:
    mine, theirs = folded(have["title"]), folded(want["title"])
    longer = max(len(mine.split()), len(theirs.split()), 1)
    return 0.0 if min(len(mine.split()), len(theirs.split())) / longer < 0.6 else likeness(mine, theirs)


def joined(parts: Sequence[str] | str | None) -> str:
    """The parts of a list as one string, however the list was cut (at ";", "," or a line's end)."""
    text = " ".join(parts) if isinstance(parts, (list, tuple)) else str(parts or "")
    return folded(" ".join(re.sub(r"[;,.]+(?=\s|$)", " ", text).split()))
