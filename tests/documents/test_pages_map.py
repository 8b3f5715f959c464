"""Where the nodes stand on the pages: every kind, by the links that the preview's copy carries."""

from contextlib import closing

import pytest

from documents.pages.bookmarks import bookmark_of
from documents.pages.footnote_boxes import footnote_boxes
from documents.pages.node_links import adapted, footnote_texts, linked_tree, with_node_links
from documents.pages.page_map import PageMap
from documents.pages.pdf_pages import PdfPages
from documents.pages.typesetting import write_pdf
from documents.rendering import render_docx
from documents.rendering.wml import bookmark_name
from plans.nodes import NODE_KINDS, Bullet, Cell, Paragraph, Section, Table, Task
from plans.plan import Plan, Signature
from plans.sample import sample_plan
from plans.text import RichText

PRINTED_KINDS = sorted(set(NODE_KINDS) - {"part"})


class Laid:
    """A plan laid out: its map and the words on its pages."""

    def __init__(self, plan):
        docx = render_docx(plan)
        with closing(PdfPages(write_pdf(with_node_links(docx)))) as pages:
            links = pages.link_boxes()
            boxes = [*links, *footnote_boxes(pages, links, footnote_texts(docx))]
            self.words = [word for index in range(len(pages)) for word in pages.words(index)]
        tree = linked_tree(docx)
        self.map = PageMap(boxes, tree.ids, tree.parts)

    def node_under(self, text, occurrence=0):
        """Return the node at the first word of ``text``."""
        wanted = text.split()
        texts = [word.text for word in self.words]
        starts = [at for at in range(len(texts)) if texts[at : at + len(wanted)] == wanted]
        word = self.words[starts[occurrence]]
        return self.map.node_at(word.page, word.x + word.width / 2, word.y + word.height / 2)


@pytest.fixture(scope="module")
def plan():
    return sample_plan()


@pytest.fixture(scope="module")
def laid(plan):
    return Laid(plan)


def nodes_of(plan, kind):
    return [node for node in plan.walk() if node.kind == kind]


@pytest.mark.parametrize("kind", PRINTED_KINDS)
def test_a_click_on_the_text_of_each_kind_finds_its_node(plan, laid, kind):
    assert nodes_of(plan, kind)
    for node in nodes_of(plan, kind):
        rect = laid.map.rects(node.id)[0]
        assert laid.map.node_at(rect.page, rect.x + rect.width / 2, rect.y + rect.height / 2) == node.id


def test_links_leave_the_pages_as_they_are(plan):
    docx = render_docx(plan)
    with (
        closing(PdfPages(write_pdf(adapted(docx)))) as bare,
        closing(PdfPages(write_pdf(with_node_links(docx)))) as linked,
    ):
        assert len(bare) == len(linked)
        for page in range(len(bare)):
            assert bare.draw(0, page, 1.0).pixels == linked.draw(0, page, 1.0).pixels


def test_letterhead_title_and_date_are_the_head_of_the_plan(laid):
    assert {laid.node_under(text) for text in ("ỦY BAN NHÂN", "CỘNG HÒA", "Số:", "tháng 01", "KẾ HOẠCH")} == {"plan"}


def test_signature_and_archive_line_are_the_ending(plan, laid):
    assert laid.node_under("Nơi nhận:") == "recipients"
    assert laid.node_under(plan.signature.lines[0]) == "recipients"
    assert laid.node_under("- Lưu:") == "recipients"


def test_a_part_is_shown_with_all_its_nodes(plan, laid):
    own = {rect for node in plan.recipients.children for rect in laid.map.rects(node.id)}
    assert own < set(laid.map.rects("recipients"))
    assert laid.map.rects("bases")
    assert laid.map.rects("body") == []


def test_the_parts_of_a_task_are_the_task(plan, laid):
    task = next(node for node in plan.walk() if isinstance(node, Task) and node.lead and node.children)
    lines = {rect.y for rect in laid.map.rects(task.id)}
    contents = {rect.y for child in task.children for rect in laid.map.rects(child.id)}
    assert len(lines) >= 3
    assert max(lines) > max(contents)
    assert not lines & contents


def test_every_cell_and_the_repeated_head_of_a_table_are_the_table():
    rows = [[Cell(text=RichText.of(f"Ô {row}.{column}")) for column in range(3)] for row in range(60)]
    table = Table(rows=[[Cell(text=RichText.of(f"Đầu {column}")) for column in range(3)], *rows])
    plan = Plan(subject="Thử bảng dài")
    plan.body.children = [table]
    laid = Laid(plan)
    assert [laid.node_under(f"Ô {row}.2") for row in (0, 30, 59)] == [table.id] * 3
    assert laid.node_under("Đầu 1", occurrence=1) == table.id


def test_equal_paragraphs_are_told_apart():
    plan = Plan(subject="Thử câu giống nhau")
    same = [Bullet(text=RichText.of("Tuyên truyền đến từng thôn.")) for _ in range(3)]
    plan.body.children = [Section(title=RichText.of("Nhiệm vụ"), children=same)]
    laid = Laid(plan)
    assert [laid.node_under("Tuyên truyền đến", which) for which in range(3)] == [node.id for node in same]


def test_a_plan_with_nothing_but_its_head_can_be_clicked():
    laid = Laid(Plan(subject="Kế hoạch còn trống", signature=Signature(lines=("CHỦ TỊCH",), name="Lò Văn Bản")))
    assert laid.node_under("Kế hoạch còn") == "plan"
    assert laid.node_under("CHỦ TỊCH") == "recipients"


def test_empty_places_have_no_node(laid):
    assert laid.map.node_at(0, 5, 5) is None
    assert laid.map.node_at(99, 100, 100) is None
    assert laid.map.rects("khong-co") == []


def test_the_issued_copy_without_bookmarks_is_laid_out_as_it_is(plan):
    issued = render_docx(plan, issued=True)
    assert with_node_links(issued) == adapted(issued)


@pytest.mark.parametrize("node_id", ["plan", "recipients", "0123456789abcdef0123456789abcdef", "Đ-1"])
def test_bookmarks_are_named_as_the_renderer_names_them(node_id):
    assert bookmark_of(node_id) == bookmark_name(node_id)


@pytest.mark.parametrize(("extra", "page", "lines"), [(0, 7, 10), (6, 7, 16), (15, 8, 4)])
def test_the_ending_is_told_with_the_lines_of_the_text_above_it(extra, page, lines):
    plan = sample_plan()
    plan.body.children[-1].children += [Paragraph(text=RichText.of(f"Dòng thêm {at}.")) for at in range(extra)]
    assert Laid(plan).map.ending() == (page, lines)


def test_a_map_without_places_has_no_ending():
    assert PageMap().ending() is None
