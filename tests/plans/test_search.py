"""Finding and replacing throughout a plan: what is sought is found once, and one step back brings everything back."""

from __future__ import annotations

import copy
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plans.changes import perform
from plans.nodes import Appendix, Bullet, Cell, Footnote, Paragraph, Table, Target, Task
from plans.places import spot_texts
from plans.plan import PLAN_ID, Plan, Signature
from plans.search import Query, found, replacing, rewritten
from plans.text import RichText, Span
from tests.strategies import plans


def _plan(*texts: str) -> Plan:
    plan = Plan()
    plan.body.children = [Paragraph(id=f"p{at}", text=RichText.of(text)) for at, text in enumerate(texts)]
    return plan


def _words(plan: Plan, query: Query) -> list[str]:
    return [hit.words for hit in found(plan, query)]


def test_words_without_accents_find_those_with_and_words_with_accents_only_themselves() -> None:
    plan = _plan("Ngành giáo dục và đào tạo; giao duc")
    assert _words(plan, Query(words="giao duc")) == ["giáo dục", "giao duc"]
    assert _words(plan, Query(words="giáo dục")) == ["giáo dục"]
    assert _words(plan, Query(words="dao tao")) == ["đào tạo"]


def test_both_ways_to_set_a_tone_are_one_word() -> None:
    assert _words(_plan("Văn hoá, văn hóa"), Query(words="văn hóa")) == ["Văn hoá", "văn hóa"]


def test_case_and_whole_words_are_asked_for() -> None:
    plan = _plan("Xã và thị xã, Xãm")
    assert _words(plan, Query(words="xã")) == ["Xã", "xã", "Xã"]
    assert _words(plan, Query(words="xã", match_case=True)) == ["xã"]
    assert _words(plan, Query(words="xã", whole_words=True)) == ["Xã", "xã"]


def test_signs_are_sought_as_typed_and_a_hard_space_is_a_space() -> None:
    assert _words(_plan("a.b (c)* a.b"), Query(words="(c)* a.b")) == ["(c)* a.b"]
    assert _words(_plan("năm\u00a02026"), Query(words="năm 2026")) == ["năm\u00a02026"]


def test_a_hit_comes_with_its_sentence() -> None:
    hit = next(found(_plan("Câu đầu. Vườn rau của trường. Câu cuối."), Query(words="rau")))
    assert (hit.before, hit.words, hit.after) == ("Vườn ", "rau", " của trường.")


def test_cells_lists_head_and_signer_are_looked_through() -> None:
    plan = Plan(subject="Trồng rau", signature=Signature(lines=("TỔ TRỒNG RAU",), name="Lê Rau"))
    plan.body.children = [
        Task(id="task", title=RichText.of("Việc"), lead=["Tổ rau"], products=["Vườn", "Rau"]),
        Table(id="table", rows=[[Cell(text=RichText.of("Luống rau"))]]),
    ]
    fields = [hit.place.field for hit in found(plan, Query(words="rau"))]
    assert fields == ["subject", "lead", "products", "rows", "signature.lines", "signature.name"]
    query = Query(words="rau")
    perform(plan, replacing(plan, query, found(plan, query), "hoa"))
    assert (plan.subject, plan.signature) == ("Trồng hoa", Signature(lines=("TỔ TRỒNG HOA",), name="Lê Hoa"))


def test_what_only_the_forms_show_is_looked_through_too() -> None:
    plan = Plan(place="Suối Rau", topic="Rau", note="Hỏi lại giống rau")
    target = Target(id="target", text=RichText.of("Đạt 5 vườn"), unit="vườn rau", note="Số rau")
    task = Task(id="task", title=RichText.of("Việc"), part_titles={"lead": "Tổ rau chính", "product": "Rau làm ra"})
    plan.body.children = [target, task]
    plan.appendices.children = [Appendix(id="appendix", reference="(Kèm theo Kế hoạch rau)")]
    query = Query(words="rau")
    perform(plan, replacing(plan, query, found(plan, query), "hoa"))
    assert (plan.place, plan.topic, plan.note) == ("Suối Hoa", "Hoa", "Hỏi lại giống hoa")
    assert (target.unit, target.note) == ("vườn hoa", "Số hoa")
    assert task.part_titles == {"lead": "Tổ hoa chính", "product": "Hoa làm ra"}
    assert plan.appendices.children[0].reference == "(Kèm theo Kế hoạch hoa)"  # type: ignore[attr-defined]


def test_capitals_of_the_place_are_kept_unless_capitals_were_asked_for() -> None:
    plan = _plan("Phòng học. PHÒNG HỌC, phòng học")
    query = Query(words="phòng học")
    assert [rewritten(query, hit, "lớp học") for hit in found(plan, query)] == ["Lớp học", "LỚP HỌC", "lớp học"]
    exact = Query(words="phòng học", match_case=True)
    assert [rewritten(exact, hit, "Lớp") for hit in found(plan, exact)] == ["Lớp"]


def test_looks_and_footnote_marks_survive() -> None:
    plan = _plan("")
    plan.footnotes.children = [Footnote(id="note", text=RichText.of("Ghi chú"))]
    text = RichText.join([Span("Thôn "), Span("Đông", bold=True), Span(footnote="note"), Span(" và Đông")])
    plan.body.children = [Bullet(id="b", text=text)]
    query = Query(words="Đông")
    perform(plan, replacing(plan, query, found(plan, query), "Tây"))
    now = plan.find("b")
    assert isinstance(now, Bullet)
    assert now.text == RichText.join([Span("Thôn "), Span("Tây", bold=True), Span(footnote="note"), Span(" và Tây")])


def test_replacing_by_nothing_takes_just_the_words_and_a_name_left_empty() -> None:
    plan = _plan("Xã; huyện; tỉnh")
    plan.body.children.append(Task(id="task", title=RichText.of("Việc"), coordinating=["huyện", "Tỉnh"]))
    query = Query(words="huyện")
    perform(plan, replacing(plan, query, found(plan, query), ""))
    task, prose = plan.find("task"), plan.find("p0")
    assert isinstance(task, Task)
    assert isinstance(prose, Paragraph)
    assert (prose.text.plain, task.coordinating) == ("Xã; ; tỉnh", ["Tỉnh"])


def test_nothing_is_found_for_nothing() -> None:
    assert not _words(_plan("a"), Query(words=""))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans(), st.sampled_from(["a", "ế", "A", " ", "ng", "0"]), st.text(max_size=4), st.booleans(), st.booleans())
def test_replacing_everywhere_and_undoing_gives_the_same_plan(
    plan: Plan, words: str, new: str, match_case: bool, whole_words: bool
) -> None:
    before = copy.deepcopy(plan)
    query = Query(words=words, match_case=match_case, whole_words=whole_words)
    change = replacing(plan, query, found(plan, query), new)
    assert plan == before
    back = perform(plan, change)
    perform(plan, back)
    assert plan == before


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans())
def test_every_hit_holds_its_words_and_none_is_left_after_all_are_replaced(plan: Plan) -> None:
    query = Query(words="a")
    for hit in found(plan, query):
        holder = plan if hit.place.node == PLAN_ID else plan.find(hit.place.node)
        assert holder is not None
        text = dict(spot_texts(holder)).get(replace(hit.place, start=0, end=0))
        assert text is None or text[hit.place.start : hit.place.end] == hit.words
    perform(plan, replacing(plan, query, found(plan, query), "–"))
    assert not list(found(plan, query))


def test_a_leaders_name_is_found_and_replaced_in_the_task() -> None:
    plan = Plan()
    plan.body.children = [Task(id="t", leaders=["Đồng chí Lò Thị Mẫu", "Đồng chí Vàng A Thử"])]
    query = Query(words="vang a thu")
    assert [hit.place.item for hit in found(plan, query)] == [1]
    change = replacing(plan, query, found(plan, query), "Lý A Sáng")
    perform(plan, change)
    assert plan.body.children[0].leaders == ["Đồng chí Lò Thị Mẫu", "Đồng chí Lý A Sáng"]  # type: ignore[attr-defined]
