"""The measurable rows of layout-rules.md §13, one function each, by rule code. A rule that is not named here (32: who
is assigned work and who receives the document) needs a reader, not a ruler."""

from __future__ import annotations

from documents.audit.audited import Check
from documents.audit.checks import (
    appendix,
    body,
    data_tables,
    letterhead,
    levels,
    numbers,
    page,
    recipients,
    signing,
    title,
    wording,
)

CHECKS: dict[str, Check] = {
    "ND30-01": page.font_and_colour,
    "ND30-02": page.paper,
    "ND30-03": page.page_number,
    "ND30-04": letterhead.motto_text,
    "ND30-05": letterhead.motto_rule,
    "ND30-06": letterhead.short_rules,
    "ND30-07": letterhead.drawn_not_typed,
    "ND30-08": letterhead.issuer_name,
    "ND30-09": letterhead.head_block,
    "ND30-10": numbers.number_form,
    "ND30-11": numbers.symbol_code,
    "ND30-12": numbers.number_look,
    "ND30-13": numbers.date_line,
    "ND30-14": numbers.blanks,
    "ND30-15": title.title_and_subject,
    "ND30-16": title.subject_stop,
    "ND30-17": title.bases,
    "ND30-18": title.citations,
    "ND30-19": title.outdated,
    "ND30-20": body.paragraphs,
    "ND30-21": body.size,
    "ND30-22": levels.labels,
    "ND30-23": levels.headings,
    "ND30-24": levels.end_mark,
    "ND30-25": signing.authority,
    "ND30-26": signing.deputies,
    "ND30-27": signing.signer,
    "ND30-28": signing.kept_together,
    "ND30-29": recipients.heading,
    "ND30-30": recipients.recipients,
    "ND30-31": recipients.addressed,
    "ND30-33": appendix.headings,
    "ND30-34": appendix.reference,
    "ND30-35": page.appendix_numbers,
    "ND30-36": wording.citing,
    "ND30-37": wording.capitals,
    "ND30-38": wording.abbreviations,
    "ND30-39": wording.spacing,
    "ND30-40": data_tables.tables,
}
"""Check by rule code."""
