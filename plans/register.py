"""The local register: the documents an office has cited so far, each once, in the newest wording of a legal basis.

What counts as one document: type, number with symbol, and year; a law goes by its name and year.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plans.citations import Citation, find_citations
from plans.nodes import LegalBasis
from plans.plan import Plan
from plans.spelling import tones


@dataclass(frozen=True, kw_only=True)
class Registered:
    """One document. wording: the legal basis as last written, without its stop; citation: the document it names."""

    wording: str
    citation: Citation


@lru_cache(maxsize=4096)
def first_citation(text: str) -> Citation | None:
    """Return the document a legal basis names, None where none is read."""
    return next(iter(find_citations(text)), None)


def document_key(cited: Citation) -> str:
    """Return what is the same for every mention of one document; "" for one whose number is still blank."""
    if not cited.is_law and not cited.number:
        return ""
    name = cited.subject if cited.is_law else cited.code
    return tones(f"{cited.kind} {name} {cited.year or ''}").lower().strip()


def register(bases: Iterable[str]) -> list[Registered]:
    """Return the documents named in the wordings of legal bases, given newest first; the first wording stands."""
    found: dict[str, Registered] = {}
    for basis in bases:
        wording = " ".join(basis.split()).rstrip(" ;.,")
        cited = first_citation(wording)
        key = document_key(cited) if cited else ""
        if cited and key and key not in found:
            found[key] = Registered(wording=wording, citation=cited)
    return list(found.values())


def merged(*registers: Sequence[Registered]) -> list[Registered]:
    """Return several registers as one; of two wordings for one document the earlier register's stands."""
    found: dict[str, Registered] = {}
    for entry in (entry for one in registers for entry in one):
        found.setdefault(document_key(entry.citation), entry)
    return list(found.values())


def cited_bases(plan: Plan) -> dict[str, str]:
    """Return the plan's legal bases as node id → ``document_key`` ("" for none read), in order."""
    bases = [node for node in plan.bases.children if isinstance(node, LegalBasis)]
    cited = ((node.id, first_citation(node.text.plain)) for node in bases)
    return {node_id: document_key(found) if found else "" for node_id, found in cited}
