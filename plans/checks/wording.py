"""Wording: stray signs, words left over from a form, incomplete citations. Fixes change signs, never words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plans.changes import SetField
from plans.checks.finding import Found, Look, Rule, Severity
from plans.citations import find_citations, missing_parts
from plans.nodes import LegalBasis
from plans.plan import PLAN_ID
from plans.rewording import with_words
from plans.text import RichText
from plans.tidying import BEFORE_SIGN, DOUBLE, WORD, usual_spellings

_LEFT_OVER = re.compile(r"\[[^\]\n]{0,60}\]|(?<!\w)[xX]{2,}(?!\w)|_{3,}|\.{4,}")


def _double_spaces(look: Look) -> Iterator[Found]:
    yield from _repeated(look, DOUBLE, " ")


def _spaces_before_signs(look: Look) -> Iterator[Found]:
    yield from _repeated(look, BEFORE_SIGN, "")


def _repeated(look: Look, pattern: re.Pattern[str], instead: str) -> Iterator[Found]:
    for node_id, name, text in look.texts:
        places = [match.span() for match in pattern.finditer(text.plain)]
        if places:
            at = places[0][0]
            near = " ".join(text.plain[max(0, at - 20) : at + 20].split())
            fix = SetField(node_id, name, _replaced(text, [(start, end, instead) for start, end in places]))
            yield Found(node=node_id, field=name, data={"near": near}, fix=fix)


def _replaced(text: RichText, pieces: list[tuple[int, int, str]]) -> RichText:
    for start, end, words in reversed(pieces):
        text = with_words(text, start, end, words)
    return text


def _subject_stop(look: Look) -> Iterator[Found]:
    subject = look.plan.subject.rstrip()
    if subject.endswith((".", ";", ",")) and not subject.endswith("..."):
        yield Found(node=PLAN_ID, field="subject", fix=SetField(PLAN_ID, "subject", subject.rstrip(" .;,")))


def _left_over(look: Look) -> Iterator[Found]:
    for node_id, name, text in look.texts:
        if match := _LEFT_OVER.search(text.plain):
            yield Found(node=node_id, field=name, data={"words": match[0]})


def _short_bases(look: Look) -> Iterator[Found]:
    """A căn cứ names type, number and symbol, issuer, date and subject; a law no number and no issuer (II.6.a)."""
    for node in look.plan.bases.children:
        cited = find_citations(node.text.plain) if isinstance(node, LegalBasis) else []
        missing = missing_parts(cited[0]) if cited else ()
        if missing:
            yield Found(node=node.id, field="text", data={"missing": ", ".join(missing)})


def _numbered_laws(look: Look) -> Iterator[Found]:
    for node in look.plan.bases.children:
        for cited in find_citations(node.text.plain) if isinstance(node, LegalBasis) else []:
            if cited.is_law and cited.number:
                yield Found(node=node.id, field="text", data={"law": f"{cited.kind} {cited.subject}"})


def _mixed_tones(look: Look) -> Iterator[Found]:
    """One word in two spellings ("hóa", "hoá"): every text with the rarer one is told, names left alone."""
    usual = usual_spellings(text.plain for _node, _name, text in look.texts)
    for node_id, name, text in look.texts if usual else ():
        pieces = [(m.start(), m.end(), usual[m[0]]) for m in WORD.finditer(text.plain) if m[0] in usual]
        if pieces:
            start, end, word = pieces[0]
            data = {"rare": text.plain[start:end], "usual": word}
            yield Found(node=node_id, field=name, data=data, fix=SetField(node_id, name, _replaced(text, pieces)))


RULES = (
    Rule(code="subject-stop", severity=Severity.WARNING, look=_subject_stop, article="PL1-II.5"),
    Rule(code="basis-short", severity=Severity.WARNING, look=_short_bases, article="PL1-II.6.a"),
    Rule(code="law-numbered", severity=Severity.WARNING, look=_numbered_laws, article="PL1-II.6.a"),
    Rule(code="left-over", severity=Severity.ERROR, look=_left_over),
    Rule(code="double-space", severity=Severity.HINT, look=_double_spaces),
    Rule(code="space-before-sign", severity=Severity.HINT, look=_spaces_before_signs),
    Rule(code="mixed-tones", severity=Severity.HINT, look=_mixed_tones),
)
