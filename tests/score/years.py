"""Compares what a rollover changed and asked with what a careful clerk would have changed and asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.score.comparing import Entry, Tally, folded, likeness

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
ALIKE = 0.7
"""Sentences with that share of words in common (of the shorter) are the same place."""


def steps(changes: Sequence[Entry], sentence: str) -> list[Entry]:
    """Take changes apart into single years: "2025-2026" to "2026-2027" is two steps; what stays is none."""
    found: list[Entry] = []
    for change in changes:
        old, new = (_YEAR.findall(change.get(side) or "") for side in ("old", "new"))
        if not old:
            found.append({"old": folded(change.get("old")), "new": None, "sentence": change.get(sentence) or ""})
        new += [None] * (len(old) - len(new))
        found += [
            {"old": before, "new": after, "sentence": change.get(sentence) or ""}
            for before, after in zip(old, new[: len(old)], strict=True)
            if before != after
        ]
    return found


def same_place(one: Entry, other: Entry) -> bool:
    """Whether two steps speak of the same token: the same old text in like sentences."""
    return one["old"] == other["old"] and likeness(one["sentence"], other["sentence"]) >= ALIKE


def shifts(changes: Sequence[Entry], truth: Entry) -> Tally:
    """Compare accepted changes with the truth's shifts; tokens a clerk might or might not change count nowhere."""
    done = [step for step in steps(changes, "before") if _YEAR.fullmatch(step["old"])]
    wanted = steps(truth["year_shifts"], "sentence")
    open_ones = steps(truth["year_either"], "sentence")
    tally = Tally(wanted=len(wanted))
    for step in done:
        hit = next((w for w in wanted if same_place(step, w) and step["new"] == w["new"]), None)
        if hit:
            wanted.remove(hit)
            tally.right += 1
            tally.found += 1
            continue
        spare = next((o for o in open_ones if same_place(step, o)), None)
        if spare:
            open_ones.remove(spare)
        else:
            tally.found += 1
            tally.misses.append(f"year changed wrongly: {step['old']} → {step['new']} in: {step['sentence'][:120]}")
    tally.misses += [f"year not changed: {w['old']} → {w['new']} in: {w['sentence'][:120]}" for w in wanted]
    return tally


def questions(asked: Sequence[Entry], truth: Entry) -> Tally:
    """Count the truth's questions that were asked; further questions are allowed, so found equals right."""
    wanted = steps(truth["year_questions"], "sentence")
    have = steps(asked, "before")
    texts = [folded(f"{question.get('old')} {question.get('before')}") for question in asked]
    tally = Tally(wanted=len(wanted))
    for want in wanted:
        named = not _YEAR.fullmatch(want["old"]) and any(want["old"] in text for text in texts)
        if named or any(same_place(step, want) for step in have):
            tally.right += 1
        else:
            tally.misses.append(f"not asked: {want['old']} in: {want['sentence'][:120]}")
    tally.found = tally.right
    return tally
