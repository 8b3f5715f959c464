"""Automatic list labels are those that Word shows (most cases were held against LibreOffice's own labels)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from documents.reading.docx import read_docx
from documents.reading.docx_symbols import formatted

WordFile = Callable[..., Path]


def level(at: int, style: str, text: str, extra: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, extra: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{extra}</w:num>'


def restart(at: int, value: int) -> str:
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def item(number: int | None, at: int | None = 0, style: str = "", text: str = "x") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    place = "" if at is None else f'<w:ilvl w:val="{at}"/>'
    listed = "" if number is None else f'<w:numPr>{place}<w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def labels(path: Path) -> list[str]:
    return [block.label for block in read_docx(path).blocks]


OUTLINE = abstract(
    0,
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "decimal", "%2.%3."),
    level(3, "lowerLetter", "%4)"),
)


def test_levels_count_and_restart_below_each_other(word_file: WordFile):
    depths = (0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1, 2)
    body = "".join(item(1, at) for at in depths)
    assert labels(word_file(body, numbering=OUTLINE + num(1, 0))) == [
        "I.", "1.", "2.", "2.1.", "2.2.", "a)", "b)", "3.", "3.1.", "II.", "1.", "1.1.",
    ]  # fmt: skip


def test_a_skipped_level_counts_as_used(word_file: WordFile):
    body = "".join(item(1, at) for at in (2, 0, 2, 1))
    assert labels(word_file(body, numbering=OUTLINE + num(1, 0))) == ["1.1.", "II.", "1.1.", "2."]


def test_lists_of_one_abstract_list_go_on_counting_unless_they_restart(word_file: WordFile):
    nums = num(1, 0) + num(2, 0) + num(3, 0, restart(0, 7))
    body = "".join(item(number) for number in (1, 2, 3, 3, 1))
    assert labels(word_file(body, numbering=abstract(0, level(0, "decimal", "%1.")) + nums)) == [
        "1.", "2.", "7.", "8.", "9.",
    ]  # fmt: skip


def test_lists_of_different_abstract_lists_count_apart(word_file: WordFile):
    both = abstract(0, level(0, "decimal", "%1.")) + abstract(1, level(0, "lowerLetter", "%1)", start=3))
    body = "".join(item(number) for number in (1, 2, 1, 2))
    assert labels(word_file(body, numbering=both + num(1, 0) + num(2, 1))) == ["1.", "c)", "2.", "d)"]


def test_an_override_may_replace_a_level(word_file: WordFile):
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "lowerRoman", "(%1)", start=3)}</w:lvlOverride>'
    body = item(1) + item(1)
    assert labels(word_file(body, numbering=OUTLINE + num(1, 0, override))) == ["(iii)", "(iv)"]


def test_legal_numbering_shows_all_numbers_in_arabic(word_file: WordFile):
    legal = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert labels(word_file(item(1) + item(1, 1), numbering=legal + num(1, 0))) == ["I.", "1.1"]


def test_a_level_may_be_kept_from_restarting(word_file: WordFile):
    never = abstract(0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = "".join(item(1, at) for at in (0, 1, 1, 0, 1))
    assert labels(word_file(body, numbering=never + num(1, 0))) == ["I.", "1.", "2.", "II.", "3."]


def test_bullets_are_shown_as_characters(word_file: WordFile):
    symbol = '<w:rPr><w:rFonts w:ascii="{}"/></w:rPr>'
    lists = abstract(
        0,
        level(0, "bullet", "-"),
        level(1, "bullet", "+"),
        level(2, "bullet", "\uf0b7", symbol.format("Symbol")),
        level(3, "bullet", "\uf0a7", symbol.format("Wingdings")),
        level(4, "none", ""),
    )
    body = "".join(item(1, at) for at in range(5))
    assert labels(word_file(body, numbering=lists + num(1, 0))) == ["-", "+", "•", "▪", ""]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="567"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:basedOn w:val="H1"/>'
    '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="H1"/></w:style>'
)


def test_numbers_come_through_styles_and_can_be_switched_off(word_file: WordFile):
    body = item(None, style="H1") + item(None, style="H2") + item(0, style="H1") + item(None, style="Con")
    path = word_file(body, styles=STYLES, numbering=OUTLINE + num(1, 0))
    assert labels(path) == ["I.", "1.", "", "II."]


def test_a_level_linked_to_a_style_is_found_by_it(word_file: WordFile):
    linked = abstract(
        0, level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:pStyle w:val="Muc"/>')
    ) + num(1, 0)  # fmt: skip
    styles = (
        '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert labels(word_file(item(None, style="Muc"), styles=styles, numbering=linked)) == ["1."]


def test_a_list_that_borrows_its_levels_from_a_list_style_is_followed(word_file: WordFile):
    lists = (
        '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="K"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="K"/>{level(0, "upperLetter", "%1.")}</w:abstractNum>'
    )
    assert labels(word_file(item(1) + item(1), numbering=lists + num(1, 5))) == ["A.", "B."]


def test_the_list_gives_the_indent_unless_the_style_that_names_it_does(word_file: WordFile):
    indent = '<w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr></w:lvl>'
    indented = abstract(0, level(0, "decimal", "%1.").replace("</w:lvl>", indent))
    path = word_file(item(1) + item(None, style="H1"), styles=STYLES, numbering=indented + num(1, 0))
    assert [block.indent_mm for block in read_docx(path).blocks] == [10.0, 0.0]


def test_labels_are_no_words_of_the_file(word_file: WordFile):
    source = read_docx(word_file(item(1, text="Mục đích"), numbering=OUTLINE + num(1, 0)))
    assert (source.blocks[0].label, source.text, source.characters) == ("I.", "Mục đích", 8)


def test_an_empty_item_is_counted_but_gives_no_block(word_file: WordFile):
    body = item(1) + item(1, text="") + item(1)
    assert labels(word_file(body, numbering=OUTLINE + num(1, 0))) == ["I.", "III."]


def test_a_text_box_counts_on_its_own(word_file: WordFile):
    box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{item(1)}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
    body = item(1) + box + item(1)
    assert labels(word_file(body, numbering=OUTLINE + num(1, 0))) == ["I.", "I.", "II."]


def test_unknown_lists_and_wrong_values_give_no_label(word_file: WordFile):
    odd = '<w:numPr><w:ilvl w:val="x"/><w:numId w:val="99"/></w:numPr>'
    body = f"<w:p><w:pPr>{odd}</w:pPr><w:r><w:t>x</w:t></w:r></w:p>" + item(1, 8)
    assert labels(word_file(body, numbering=OUTLINE + num(1, 0) + num(99, 77))) == ["", ""]


@pytest.mark.parametrize(
    ("count", "style", "shown"),
    [
        (4, "upperRoman", "IV"), (14, "lowerRoman", "xiv"), (27, "lowerLetter", "aa"), (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"), (3, "none", ""), (5000, "upperRoman", "5000"), (2, "ordinal", "2"),
    ],
)  # fmt: skip
def test_number_formats_are_those_of_word(count: int, style: str, shown: str):
    assert formatted(count, style) == shown
