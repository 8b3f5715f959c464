"""Rows 4 to 9: Quốc hiệu, Tiêu ngữ, issuing bodies and the drawn rules of the head (PL1-II.1, II.2, II.5.b)."""

from __future__ import annotations

from collections.abc import Iterator

from documents.audit.audited import Audited, look_findings, millimetres, place, points
from documents.audit.lines import Line, wrapped
from documents.audit.report import Finding
from documents.audit.rulers import Ruler, rulers
from documents.audit.rules import Rule, figure_text


def motto_text(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 4: the words, capitals and hyphens of Tiêu ngữ."""
    motto = audited.parts.head.motto
    if motto is None:
        return [rule.finding("missing", place("motto"))]
    if " ".join(motto.text.split()) in rule.strings("text"):
        return []
    return [rule.finding("text", place("motto", motto), motto.text)]


def motto_rule(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 5: a drawn line as long as Tiêu ngữ."""
    motto = audited.parts.head.motto
    if motto is None:
        return None
    ruler = rulers(audited).get("motto")
    right = motto.width_mm
    if ruler is None:
        instead = motto.underlined or _dashes_near(audited, motto)
        return [] if instead else [rule.finding("missing", place("motto", motto), length=millimetres(right))]
    slack = max(rule.figure("slack"), rule.figure("slack_share") * right)
    if abs(ruler.line.length_mm - right) <= slack:
        return []
    found = millimetres(ruler.line.length_mm)
    return [rule.finding("length", place("motto", motto), found, length=millimetres(right))]


def _dashes_near(audited: Audited, line: Line) -> bool:
    """Say whether a line of dash characters stands in the column of ``line``."""
    column = line.para.cell.column if line.para.cell else line.column
    dashes = audited.parts.head.dashes
    return any((d.para.cell.column if d.para.cell else d.column) == column for d in dashes)


def short_rules(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 6: under issuer and trích yếu a centred line of one third to one half of the text."""
    drawn = rulers(audited)
    found: list[Finding] = []
    issuer, subject = audited.parts.head.issuer, audited.parts.subject
    if issuer:
        found += _short_rule(audited, rule, ("issuer", issuer), drawn.get("issuer"))
    if subject:
        found += _short_rule(audited, rule, ("subject", subject), drawn.get("subject"))
    return found if issuer or subject else None


def _short_rule(audited: Audited, rule: Rule, over: tuple[str, list[Line]], ruler: Ruler | None) -> Iterator[Finding]:
    part, texts = over
    width = audited.flow.width_mm(texts[-1].para)
    widths = [w for line in texts for w in ([line.width_mm] if line.tabbed else wrapped(line, width))]
    low, high = rule.span("share")
    longest = max(widths, default=0.0)
    range_text = f"{figure_text(round(longest * low, 1))}–{millimetres(longest * high)}"
    if ruler is None:
        if not any(line.underlined for line in texts) and not _dashed(audited, part, texts[-1]):
            yield rule.finding(f"{part}-missing", place(part, texts[-1]), range=range_text)
        return
    slack = rule.figure("slack")
    length = ruler.line.length_mm
    if not any(low * w - slack <= length <= high * w + slack for w in {longest, widths[-1]}):
        yield rule.finding(f"{part}-length", place(part, texts[-1]), millimetres(length), range=range_text)
    if _off_centre(ruler, rule.figure("centre_slack")):
        yield rule.finding(f"{part}-centre", place(part, texts[-1]), audited.rules.word("not-centred"))


def _dashed(audited: Audited, part: str, line: Line) -> bool:
    if part == "issuer":
        return _dashes_near(audited, line)
    return bool(audited.parts.subject_dashes)


def _off_centre(ruler: Ruler, slack: float) -> bool:
    """Say whether a line is certainly not centred: in its cell, or on the page where it has no cell."""
    if ruler.centre_mm is None or (ruler.para.cell is None and ruler.line.offset_mm is not None):
        return False
    left, width = ruler.column
    return width > 0 and abs(ruler.centre_mm - (left + width / 2)) > slack


def drawn_not_typed(audited: Audited, rule: Rule) -> Iterator[Finding]:
    """Row 7: rules are drawn, solid and single; no underline, no row of dashes."""
    head = audited.parts.head
    for part, texts in (("motto", [head.motto] if head.motto else []), ("issuer", head.issuer)):
        yield from (rule.finding("underline", place(part, line)) for line in texts if line.underlined)
    for dash in (*head.dashes, *audited.parts.subject_dashes):
        if len(dash.text) >= rule.figure("dashes"):
            yield rule.finding("dashes", place("letterhead", dash), dash.text[:12])
    for part, ruler in rulers(audited).items():
        if ruler.line.stroke != "solid":
            yield rule.finding("stroke", place(part, ruler.para), audited.rules.word(ruler.line.stroke))


def issuer_name(audited: Audited, rule: Rule) -> list[Finding] | None:
    """Row 8: the issuer in full and bold, its parent not bold."""
    head = audited.parts.head
    if not head.issuer:
        return None
    found: list[Finding] = []
    if rule.pattern("pattern_short").search(head.issuer[0].text):
        found.append(rule.finding("short", place("issuer", head.issuer[0]), head.issuer[0].text))
    found += [
        rule.finding("placeholder", place("issuer", line), line.text)
        for line in head.issuer
        if rule.pattern("pattern_placeholder").match(line.text)
    ]
    for line in head.issuer:
        found += look_findings(audited, rule, "issuer", line, ("bold",))
    for line in head.parent:
        found += look_findings(audited, rule, "parent", line, ("bold",))
    return found


def head_block(audited: Audited, rule: Rule) -> list[Finding]:
    """Row 9: sizes, looks and places of the head; Quốc hiệu on one line, right of the issuer."""
    head = audited.parts.head
    found: list[Finding] = []
    if head.nation is None:
        found.append(rule.finding("nation-missing", place("nation")))
    if not head.issuer:
        found.append(rule.finding("issuer-missing", place("issuer")))
    aspects = ("size", "bold", "italic", "capitals", "centred")
    for part, line in (("nation", head.nation), ("motto", head.motto)):
        if line is not None:
            found += look_findings(audited, rule, part, line, _placed(aspects, line))
    for part, texts in (("issuer", head.issuer), ("parent", head.parent)):
        for line in texts:
            found += look_findings(audited, rule, part, line, _placed(("size", "italic", "capitals", "centred"), line))
    return [*found, *_nation(audited, rule), *_sizes_together(audited, rule)]


def _placed(aspects: tuple[str, ...], line: Line) -> tuple[str, ...]:
    """Leave out the alignment of a line that tabs place."""
    return tuple(a for a in aspects if a != "centred") if line.tabbed or "\t" in line.para.raw else aspects


def _nation(audited: Audited, rule: Rule) -> Iterator[Finding]:
    nation, issuer = audited.parts.head.nation, audited.parts.head.issuer
    if nation is None:
        return
    if " ".join(nation.text.split()) not in rule.strings("nation"):
        yield rule.finding("nation-text", place("nation", nation), nation.text)
    room = audited.flow.width_mm(nation.para)
    if not nation.tabbed and nation.width_mm > room + rule.figure("slack"):
        yield rule.finding("broken", place("nation", nation), millimetres(room), width=millimetres(nation.width_mm))
    if issuer and _column(issuer[0]) > _column(nation):
        yield rule.finding("swapped", place("issuer", issuer[0]))


def _column(line: Line) -> int:
    return line.para.cell.column if line.para.cell else line.column


def _sizes_together(audited: Audited, rule: Rule) -> Iterator[Finding]:
    head = audited.parts.head
    known = [line.sizes[-1] for line in (head.nation, head.motto, head.date) if line and line.sizes]
    if len(known) == 3 and known not in [list(map(float, s.split("/"))) for s in rule.strings("together")]:
        yield rule.finding("sizes-apart", place("letterhead", head.nation), " / ".join(points(size) for size in known))
