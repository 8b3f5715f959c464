"""What is wrong with a template: one ``Fault`` each, with its place and a sentence that says what to do.

An error keeps the template from being used; a warning does not, but some reader of its documents would see less.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from resources.texts import gettext as _
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

Severity = Literal["error", "warning"]

ERRORS: dict[str, str] = {
    # the file
    "xml-broken": N_("Phần này của tệp hỏng ({found}). Hãy mở tệp bằng Word, lưu lại rồi kiểm tra lại."),
    "part-missing": N_("Tệp thiếu phần {found}. Hãy mở tệp bằng Word và lưu lại dạng .docx."),
    "not-a-document": N_("Tệp được lưu dạng {found}. Hãy lưu lại dạng Tài liệu Word (.docx)."),
    "macro": N_("Mẫu chứa macro hoặc mã chạy được ({found}). Hãy lưu lại dạng .docx không có macro."),
    "embedded": N_("Mẫu nhúng đối tượng của chương trình khác ({found}). Hãy xóa đối tượng đó."),
    "external": N_("Mẫu liên kết ra ngoài tệp ({found}). Hãy gỡ liên kết đó."),
    "active-field": N_("Trường {found} lấy dữ liệu từ nơi khác hoặc chạy lệnh. Hãy xóa trường này."),
    "manifest-broken": N_("Tệp .json đi kèm mẫu không đúng dạng ({found}). Hãy sửa hoặc xóa tệp đó."),
    "renders-not": N_("Thử xuất kế hoạch mẫu bằng mẫu này không được: {found}."),
    # tags
    "tag-open": N_("Thẻ “{found}” mở ra mà không đóng. Hãy thêm dấu đóng trong cùng đoạn."),
    "tag-stray": N_("Có dấu đóng “{found}” mà không có dấu mở. Hãy xóa hoặc thêm dấu mở trong cùng đoạn."),
    "tag-split": N_("Thẻ “{found}” bị tách sang đoạn hoặc ô khác. Hãy gõ lại thẻ liền trong một đoạn."),
    "tag-broken": N_("Không hiểu thẻ “{found}”. Hãy gõ lại, ví dụ {{{{ title }}}}."),
    "tag-unknown": N_("Không có lệnh “{found}” trong mẫu. Chỉ dùng for, if, elif, else, endfor, endif."),
    "tag-outside": N_("Thẻ “{found}” đặt ngoài thân văn bản nên không được điền. Hãy chuyển vào thân văn bản."),
    "tag-in-box": N_("Thẻ “{found}” nằm trong khung chữ (text box). Hãy đưa ra đoạn hoặc ô bảng thường."),
    "tag-misplaced": N_(
        "Thẻ “{found}” nằm trong mã trường, chữ đã xóa hoặc mô tả của hình. Hãy gõ thẻ thành chữ của đoạn."
    ),
    "tag-hidden": N_("Thẻ “{found}” đặt trong chữ ẩn nên không hiện ra. Hãy bỏ định dạng chữ ẩn."),
    "control-bound": N_(
        "Ô nội dung “{found}” lấy chữ từ dữ liệu khác nên chữ điền vào sẽ mất. Hãy xóa ô, giữ lại thẻ."
    ),
    "block-open": N_("Lệnh “{found}” chưa có lệnh kết thúc (endfor, endif). Hãy thêm vào."),
    "block-stray": N_("Lệnh “{found}” không khớp với lệnh nào đang mở. Hãy xóa hoặc thêm lệnh mở."),
    "block-across": N_("Lệnh “{found}” mở và kết thúc ở hai đoạn, ô hoặc bảng khác nhau. Hãy đặt cùng một chỗ."),
    "nested-deep": N_("Lệnh “{found}” nằm trong quá nhiều lệnh khác. Hãy tách bớt."),
    "nested-loop": N_("Vòng lặp “{found}” nằm trong vòng lặp khác. Hãy tách riêng."),
    "forbidden": N_("Mẫu không được dùng “{found}”: chỉ được in các trường, điều kiện if và lặp for."),
    "filter-forbidden": N_("Không được dùng bộ lọc “{found}”. Chỉ có upper, lower, capitalize, trim, join, length."),
    "unknown-field": N_("Không có trường “{found}”. Hãy xem tên các trường trong docs/official-template.md."),
    "wrong-form": N_("Trường “{found}” phải viết theo dạng đó, trong một đoạn riêng nếu bắt đầu bằng p."),
    "words-lost": N_("Chữ “{found}” đứng cùng đoạn với thẻ cả đoạn nên sẽ mất. Hãy chuyển sang đoạn khác."),
    # places
    "place-missing": N_("Mẫu thiếu chỗ cho “{found}”. Hãy thêm một đoạn có thẻ đó."),
    "place-twice": N_("Chỗ “{found}” có nhiều hơn một lần. Hãy giữ lại một."),
    "place-in-cell": N_("Chỗ “{found}” nằm trong bảng. Hãy đưa ra một đoạn ngoài bảng."),
    "place-in-loop": N_("Chỗ “{found}” nằm trong for hoặc if. Hãy đưa ra ngoài."),
    "cell-empty": N_("Ô bắt đầu bằng “{found}” có thể không còn đoạn nào. Hãy thêm một đoạn trống ngoài if và for."),
    "place-order": N_("Chỗ “{found}” đứng sai thứ tự: căn cứ, nội dung, rồi đến phụ lục ở cuối. Hãy chuyển chỗ."),
    "page-missing": N_("Mẫu thiếu {found} ở cuối văn bản. Hãy đặt lại khổ giấy và lề trang bằng Word."),
    "style-missing": N_("Thiếu kiểu chữ “{found}”. Hãy tạo lại kiểu này hoặc đổi tên kiểu về như cũ."),
}

WARNINGS: dict[str, str] = {
    "line-lost": N_(
        "Đường kẻ vẽ bằng {found} có nơi xem không hiện. Hãy xóa và dùng thẻ {{{{r agency_rule }}}} hoặc hình chữ nhật."
    ),
    "revision": N_("Mẫu còn sửa đổi chưa duyệt ({found}). Hãy chấp nhận hoặc từ chối trong Word."),
    "comment": N_("Mẫu còn ghi chú ({found}) và sẽ đi vào mọi văn bản. Hãy xóa ghi chú."),
    "place-absent": N_("Mẫu không có chỗ cho “{found}”: văn bản in chữ có sẵn trong mẫu, không theo kế hoạch."),
}

_LONGEST = 80
"""Signs of a template shown in a sentence."""

_LABELS: dict[Severity, str] = {"error": N_("Lỗi"), "warning": N_("Lưu ý")}


@dataclass(frozen=True, kw_only=True)
class Where:
    """Where a fault stands. part: name in the package; paragraph: from 1 within the part, those of cells counted; row,
    cell: from 1 in its table; None where they say nothing; text: the words around."""

    part: str = "word/document.xml"
    paragraph: int | None = None
    row: int | None = None
    cell: int | None = None
    text: str = ""

    def __str__(self) -> str:
        """Return the place in words, in the language in force."""
        words = _shortened(self.text)
        if self.paragraph is None:
            return f"{self.part} “{words}”" if words else self.part
        said = {"part": self.part, "paragraph": self.paragraph, "row": self.row, "cell": self.cell, "text": words}
        if self.row is None:
            return _("{part}, đoạn {paragraph} “{text}”").format(**said)
        return _("{part}, đoạn {paragraph} (hàng {row}, ô {cell}) “{text}”").format(**said)


@dataclass(frozen=True, kw_only=True)
class Fault:
    """code: a key of ERRORS or WARNINGS; found: what stands there, or what is missing."""

    code: str
    where: Where
    found: str

    @property
    def severity(self) -> Severity:
        """Whether the template can be used all the same ("warning")."""
        return "error" if self.code in ERRORS else "warning"

    @property
    def message(self) -> str:
        """The sentence, in the language in force."""
        return _((ERRORS | WARNINGS)[self.code]).format(found=_shortened(self.found))


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


@dataclass(frozen=True, kw_only=True)
class TemplateReport:
    """The outcome of a check: all faults, in the order of the file, errors and warnings mixed."""

    template: str
    faults: list[Fault] = field(default_factory=list[Fault])

    @property
    def errors(self) -> list[Fault]:
        """What keeps the template from being used."""
        return [fault for fault in self.faults if fault.severity == "error"]

    def as_json(self) -> dict[str, Any]:
        """Return the object that ``kehoach template check --json`` prints."""
        found = [
            {"code": f.code, "severity": f.severity, "where": asdict(f.where), "found": f.found, "message": f.message}
            for f in self.faults
        ]
        return {"template": self.template, "usable": not self.errors, "findings": found}

    def as_text(self) -> str:
        """Return the report as lines in the language in force."""
        if not self.faults:
            return _("Mẫu “{template}” dùng được.").format(template=self.template)
        head = _("Mẫu “{template}”: {errors} lỗi, {warnings} lưu ý.").format(
            template=self.template, errors=len(self.errors), warnings=len(self.faults) - len(self.errors)
        )
        return "\n".join([head, *(f"{_(_LABELS[f.severity])}, {f.where}: {f.message}" for f in self.faults)])
