"""Words in all plans, by SQLite's FTS5. The only module that knows the index; another database brings its own.

Each node, and the head of each plan as serial 0, is one entry with its text in two spellings: ``exact`` (accents kept,
tone marks in one place) and ``folded`` (no accents, đ as d). Words with an accent are sought in the first, words
without in the second: "giao duc" finds "giáo dục", "giáo dục" finds only itself. Both spellings are as long as the
text shown, so a place found in one is a place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sqlalchemy import DDL, Connection, event, text

from db.mapping import PlanRows
from db.records import SearchHit
from db.tables import Row
from plans.plan import PLAN_ID
from plans.spelling import folded, tones
from plans.text import nfc

CREATE = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5("
    "shown UNINDEXED, exact, folded, tokenize = 'unicode61 remove_diacritics 0')"
)
_SPAN = 1 << 32  # serials of one plan; a rowid is plan_key * _SPAN + serial
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"  # never characters, so they cannot stand in a text
_UNSEEN = re.compile(f"[{_OPEN}{_CLOSE}\0\n\t]")
_BEFORE, _LENGTH = 40, 160

_FIND = """
SELECT search.rowid AS place, plans.id AS plan, plans.subject, nodes.id AS node, search.shown,
       highlight(search, {column}, '{opens}', '{closes}') AS marked
FROM search
CROSS JOIN plans ON plans.key = search.rowid / {span} AND plans.trashed_at IS NULL
LEFT JOIN nodes ON nodes.plan_key = plans.key AND nodes.serial = search.rowid % {span}
WHERE search MATCH :query ORDER BY search.rowid DESC LIMIT :limit
"""
"""Newest plan first: FTS5 stops at the limit, where its own rank would weigh every place (60 ms of 1,000 plans)."""

_KEPT = text("SELECT rowid, shown FROM search WHERE rowid BETWEEN :first AND :last")
_DROP = text("DELETE FROM search WHERE rowid = :rowid")
_ADD = text("INSERT INTO search (rowid, shown, exact, folded) VALUES (:rowid, :shown, :exact, :folded)")
_ERASE = text("DELETE FROM search WHERE rowid BETWEEN :first AND :last")

event.listen(Row.metadata, "after_create", DDL(CREATE).execute_if(dialect="sqlite"))


def write(connection: Connection, plan_key: int, rows: PlanRows) -> None:
    """Index the plan of that key; only what its index does not hold yet is written."""
    span = _span(plan_key)
    kept: dict[int, str] = {row.rowid: row.shown for row in connection.execute(_KEPT, span)}
    wanted = {span["first"] + serial: shown for serial, shown in _entries(rows) if shown}
    gone = [{"rowid": rowid} for rowid, shown in kept.items() if wanted.get(rowid) != shown]
    if gone:
        connection.execute(_DROP, gone)
    fresh = [_entry(rowid, shown) for rowid, shown in wanted.items() if kept.get(rowid) != shown]
    if fresh:
        connection.execute(_ADD, fresh)


def erase(connection: Connection, plan_key: int) -> None:
    """Take the plan of that key out of the index."""
    connection.execute(_ERASE, _span(plan_key))


def _span(plan_key: int) -> dict[str, int]:
    return {"first": plan_key * _SPAN, "last": plan_key * _SPAN + _SPAN - 1}


def _entry(rowid: int, shown: str) -> dict[str, int | str]:
    exact = tones(shown)
    return {"rowid": rowid, "shown": shown, "exact": exact, "folded": folded(exact)}


def find(connection: Connection, words: str, limit: int) -> list[SearchHit]:
    """Return the places that hold all ``words``: those that hold them side by side first, of the newest plan first, in
    the order of its text; the last word may be unfinished unless a space ends it."""
    asked = tones(_UNSEEN.sub(" ", nfc(words)))
    column = "exact" if folded(asked) != asked else "folded"
    statement = text(_FIND.format(column=1 if column == "exact" else 2, opens=_OPEN, closes=_CLOSE, span=_SPAN))
    found: list[SearchHit] = []
    for query in _queries(asked):
        asked_for = {"query": f"{{{column}}} : ({query})", "limit": limit - len(found)}
        rows = sorted(connection.execute(statement, asked_for), key=_in_order)
        found += [_hit(row.plan, row.node, row.subject, row.shown, row.marked) for row in rows]
    return found


def _queries(words: str) -> list[str]:
    """Return FTS5's forms: all words side by side, then apart; [] where there is no word."""
    plain = [word.replace('"', "") for word in words.split() if any(map(str.isalnum, word))]
    if not plain:
        return []
    unfinished = "" if words[-1].isspace() else " *"
    side_by_side = f'"{" ".join(plain)}"{unfinished}'
    if len(plain) == 1:
        return [side_by_side]
    apart = " AND ".join(f'"{word}"' for word in plain) + unfinished
    return [side_by_side, f"({apart}) NOT {side_by_side}"]


def _in_order(row: Any) -> tuple[int, int]:
    key, serial = divmod(row.place, _SPAN)
    return -key, serial


def _hit(plan: str, node: str | None, subject: str, shown: str, marked: str) -> SearchHit:
    snippet, marks = _around(shown, list(_marks(marked)))
    return SearchHit(plan_id=plan, node_id=node or PLAN_ID, subject=subject, snippet=snippet, marks=marks)


def _marks(marked: str) -> Iterator[tuple[int, int]]:
    for count, found in enumerate(re.finditer(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}", marked)):
        start = found.start() - 2 * count
        yield start, start + len(found.group(1))


def _around(shown: str, marks: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    start = max(0, marks[0][0] - _BEFORE) if marks else 0
    if start:
        start = shown.find(" ", start, marks[0][0]) + 1 or marks[0][0]
    end = min(len(shown), start + _LENGTH)
    if end < len(shown):
        end = max(shown.rfind(" ", start, end), marks[0][1] if marks else start)
    before = "…" if start else ""
    snippet = before + shown[start:end] + ("…" if end < len(shown) else "")
    shift = len(before) - start
    return snippet, tuple((first + shift, last + shift) for first, last in marks if last <= end)


def _entries(rows: PlanRows) -> Iterator[tuple[int, str]]:
    pieces: dict[int, list[str]] = {0: _head(rows)}
    for row in rows.nodes:
        pieces[row["serial"]] = [row["text"], row["note"]]
    for row in rows.assignments:
        pieces[row["serial"]].append(f"{row['prefix']} {row['unit']}".strip())
    for row in rows.units:
        if row["part"] == "assigned":
            continue  # found by the assignment itself
        pieces[row["serial"]].append(row["printed"])
    for row in rows.tasks:
        pieces[row["serial"]] += [*row["leaders"], *row["products"], row["deadline"], row["budget_source"]]
    for row in rows.data_tables:
        pieces[row["serial"]] += [_plain(cell["text"]) for cells in row["cells"] for cell in cells]
    for serial, texts in pieces.items():
        yield serial, _UNSEEN.sub(" ", " · ".join(filter(None, texts)))


def _head(rows: PlanRows) -> list[str]:
    head = rows.plan
    number = f"{head['number']}/{head['symbol']}" if head["number"] else head["symbol"]
    return [head["subject"], head["title"], number, *head["agency"], head["topic"], head["note"]]


def _plain(value: str | list[dict[str, str]]) -> str:
    return value if isinstance(value, str) else "".join(span.get("text", "") for span in value)
