"""Which line of the returned document is which line of the printed one: by bookmark, by wording, by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from itertools import pairwise

from documents.returning.shown import Line
from documents.returning.values import LABEL

LIKE = 0.5
"""Likeness from which two lines at the same place are one line changed."""
LIKE_AFAR = 0.8
"""The same for lines at different places, of LONG characters at least."""
LONG = 20
_MOST = 4_000_000
"""Pairs of lines that are compared at most; beyond it only equal lines are found."""

Pairs = dict[int, int]


def align(old: list[Line], new: list[Line]) -> Pairs:
    """Return for lines of ``old`` their place in ``new``; what is missing was removed or added."""
    return _Alignment(old, new).pairs()


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1, by their words."""
    if one == other:
        return 1.0
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() if one and other else 0.0


def rising(values: list[int]) -> set[int]:
    """Return the places of a longest rising row among ``values``."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        place = bisect_left(tails, value)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [value]
        ends[place : place + 1] = [at]
    found: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found


class _Alignment:
    """One alignment under way. The rounds go from sure to likely; a line once paired stays so."""

    def __init__(self, old: list[Line], new: list[Line]) -> None:
        self._old, self._new = old, new
        self._keys = [_words(line) for line in old], [_words(line) for line in new]
        self._once = _styles_used_once(old) & _styles_used_once(new)
        self._unmarked = _styles_of_unmarked_lines(old)
        self._there: Pairs = {}
        self._back: Pairs = {}

    def pairs(self) -> Pairs:
        self._by_marks()
        self._each(self._runs, self._equal)
        self._each(self._gaps, self._equal)
        self._each(self._runs, self._alike)
        self._each(self._gaps, self._alike)
        self._afar()
        return self._there

    def _pair(self, old: int, new: int) -> None:
        self._there[old] = new
        self._back[new] = old

    def _fits(self, old: int, new: int) -> bool:
        one, other = self._old[old], self._new[new]
        same_kind = (one.rows is None) == (other.rows is None) and one.zone == other.zone
        return same_kind and (one.zone == "body" or one.place[1] == other.place[1])

    def _by_marks(self) -> None:
        places: dict[str, int] = {}
        for at, line in enumerate(self._old):
            for mark in line.marks:
                places.setdefault(mark, at)
        found: list[tuple[float, int, int]] = []
        for new, line in enumerate(self._new):
            olds = dict.fromkeys(places[mark] for mark in line.marks if mark in places)
            found += [(self._likeness(old, new), old, new) for old in olds if self._fits(old, new)]
        for _, old, new in sorted(found, key=lambda item: -item[0]):
            if old not in self._there and new not in self._back:
                self._pair(old, new)

    def _likeness(self, old: int, new: int) -> float:
        return likeness(self._keys[0][old], self._keys[1][new])

    def _runs(self) -> Iterable[tuple[list[int], list[int]]]:
        """Yield the unpaired lines after each pair, up to the next paired line on either side."""
        yield self._run(-1, -1)
        for old, new in list(self._there.items()):
            yield self._run(old, new)

    def _run(self, old: int, new: int) -> tuple[list[int], list[int]]:
        return _free(old + 1, len(self._old), self._there), _free(new + 1, len(self._new), self._back)

    def _gaps(self) -> Iterable[tuple[list[int], list[int]]]:
        """Yield the unpaired lines between the pairs that stand in the same order."""
        pairs = sorted(self._there.items())
        steady = rising([new for _, new in pairs])
        ends = [(-1, -1), *(pair for at, pair in enumerate(pairs) if at in steady), (len(self._old), len(self._new))]
        for (old, new), (old_end, new_end) in pairwise(ends):
            left = [at for at in range(old + 1, old_end) if at not in self._there]
            yield left, [at for at in range(new + 1, new_end) if at not in self._back]

    def _each(
        self, ranges: Callable[[], Iterable[tuple[list[int], list[int]]]], way: Callable[[list[int], list[int]], None]
    ) -> None:
        for olds, news in ranges():
            left = [at for at in olds if at not in self._there]
            right = [at for at in news if at not in self._back]
            if left and right:
                way(left, right)

    def _equal(self, olds: list[int], news: list[int]) -> None:
        left, right = [self._keys[0][at] for at in olds], [self._keys[1][at] for at in news]
        for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
            for step in range(block.size):
                old, new = olds[block.a + step], news[block.b + step]
                if self._fits(old, new):
                    self._pair(old, new)

    def _alike(self, olds: list[int], news: list[int]) -> None:
        """Pair lines in their order so that they are as alike as can be in all."""
        if len(olds) * len(news) > _MOST // 100:
            return
        best: list[list[float]] = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
        worth = [[self._worth(old, new) for new in news] for old in olds]
        for i in range(len(olds) - 1, -1, -1):
            for j in range(len(news) - 1, -1, -1):
                best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + worth[i][j])
        i = j = 0
        while i < len(olds) and j < len(news):
            if worth[i][j] and best[i][j] == best[i + 1][j + 1] + worth[i][j]:
                self._pair(olds[i], news[j])
                i, j = i + 1, j + 1
            elif best[i][j] == best[i + 1][j]:
                i += 1
            else:
                j += 1

    def _worth(self, old: int, new: int) -> float:
        """Return how much a pair is worth, 0 for none. A line that has lost its bookmark is no stranger's."""
        if not self._fits(old, new):
            return 0.0
        one, other = self._old[old], self._new[new]
        if one.rows is not None or (one.style == other.style and one.style in self._once):
            return 1.0
        like = self._likeness(old, new)
        opening = one.text.plain.partition(":")[0]
        if ":" in one.text.plain and opening == other.text.plain.partition(":")[0]:
            like = max(like, LIKE)
        if one.style == other.style and one.style in self._unmarked:
            like = max(like, LIKE)
        return like if like >= LIKE else 0.0

    def _afar(self) -> None:
        olds = [at for at in range(len(self._old)) if at not in self._there]
        news = [at for at in range(len(self._new)) if at not in self._back]
        waiting: dict[str, list[int]] = {}
        for new in news:
            waiting.setdefault(self._keys[1][new], []).append(new)
        for old in olds:
            same = [new for new in waiting.get(self._keys[0][old], ()) if new not in self._back]
            if same and self._fits(old, same[0]):
                self._pair(old, same[0])
        olds = [at for at in olds if at not in self._there and len(self._keys[0][at]) >= LONG]
        news = [at for at in news if at not in self._back and len(self._keys[1][at]) >= LONG]
        if len(olds) * len(news) > _MOST // 100:
            return
        found = [(self._likeness(old, new), old, new) for old in olds for new in news if self._fits(old, new)]
        for like, old, new in sorted(found, key=lambda item: -item[0]):
            if like >= LIKE_AFAR and old not in self._there and new not in self._back:
                self._pair(old, new)


def _words(line: Line) -> str:
    """Return what a line says without the label it begins with, which changes with its place."""
    said = line.plain
    found = LABEL.match(said) if line.rows is None else None
    return said[found.end() :] if found else said


def _styles_used_once(lines: list[Line]) -> set[str]:
    """Return the styles that stand for one line: number, subject, name of the signer."""
    counts = Counter(line.style for line in lines if line.rows is None)
    return {style for style, count in counts.items() if count == 1}


def _styles_of_unmarked_lines(lines: list[Line]) -> set[str]:
    """Return the styles that no line with a bookmark has, where lines have some: heads and "(Kèm theo …)" of
    appendices, known by their place even when all their words are new."""
    marked = {line.style for line in lines if line.marks}
    return {line.style for line in lines if line.rows is None} - marked if marked else set()


def _free(start: int, end: int, taken: Pairs) -> list[int]:
    found: list[int] = []
    for at in range(start, end):
        if at in taken:
            break
        found.append(at)
    return found
