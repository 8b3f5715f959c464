"""What each screen and pane says of itself, in short sentences; found by the name of its class."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from resources.texts import marked as N_  # noqa: N812


@dataclass(frozen=True)
class Screen:
    """One screen: its name, and what can be done there, a line each. Both are translated when they are shown."""

    name: str
    lines: tuple[str, ...]


SCREENS = {
    "HomePage": Screen(
        N_("Thư viện"),
        (
            N_("Mọi kế hoạch của máy này nằm ở đây. Nhấn Enter để mở kế hoạch đang chọn."),
            N_("Gõ vào ô tìm để tìm trong nội dung mọi kế hoạch, có dấu hay không dấu đều được."),
            N_("Kế hoạch bỏ vào thùng rác còn lấy lại được trong 30 ngày."),
        ),
    ),
    "BeginningPage": Screen(
        N_("Kế hoạch mới"),
        (
            N_("Chọn kế hoạch bắt đầu từ đâu: trang trắng, khung có sẵn, kế hoạch năm trước hay một tệp."),
            N_("Chọn xong vẫn đổi được mọi thứ khi soạn."),
        ),
    ),
    "OfficePage": Screen(
        N_("Đơn vị của tôi"),
        (
            N_("Chọn tỉnh và xã một lần; tên cơ quan, ký hiệu, nơi nhận và người ký được điền sẵn vào kế hoạch mới."),
            N_("Hình bên cạnh cho thấy phần đầu văn bản sẽ in ra thế nào."),
        ),
    ),
    "BackupsPage": Screen(
        N_("Sao lưu và khôi phục"),
        (
            N_("Chương trình tự sao lưu thư viện mỗi ngày; cũng sao lưu được ngay tại đây."),
            N_("Khi khôi phục, thư viện hiện tại được giữ lại bên cạnh, không mất."),
        ),
    ),
    "ReviewPage": Screen(
        N_("Xem lại tệp vừa đọc"),
        (
            N_("Bên trái là văn bản gốc, bên phải là kế hoạch nhận ra được. Chỗ ngờ được đánh dấu."),
            N_("Nhấn N để đến chỗ ngờ tiếp theo, nhấn Space nếu chỗ đó đúng."),
            N_("Thư viện chỉ thay đổi khi nhấn “Nhận vào kế hoạch”."),
        ),
    ),
    "RolloverPage": Screen(
        N_("Làm kế hoạch năm sau"),
        (
            N_("Mỗi dòng là một đề nghị sửa cho năm mới. Nhấn Space để nhận hoặc bỏ."),
            N_("Kế hoạch năm trước giữ nguyên; kế hoạch mới là một bản riêng."),
        ),
    ),
    "UnitDutiesPage": Screen(
        N_("Việc của đơn vị"),
        (
            N_("Gõ tên một đơn vị và chọn năm: việc của đơn vị ấy trong mọi kế hoạch hiện ra, theo thời hạn."),
            N_("Nhấn Enter ở một việc để mở kế hoạch tại đúng chỗ đó."),
        ),
    ),
    "EditorPage": Screen(
        N_("Soạn kế hoạch"),
        (
            N_("Dàn ý ở bên trái, biểu nhập của mục đang chọn ở giữa, trang in ở bên phải."),
            N_("Mọi thay đổi tự lưu; Ctrl+Z hoàn tác được từng bước."),
            N_("Bấm vào chữ trên trang in để đến đúng mục đó."),
        ),
    ),
    "OutlinePane": Screen(
        N_("Dàn ý"),
        (
            N_("Thêm, dời, tách, gộp và nhân đôi mục bằng phím hoặc bằng chuột; số thứ tự tự đổi theo."),
            N_("Dán từ Word hoặc Excel vào đây: danh sách thành mục, bảng thành bảng."),
        ),
    ),
    "NodeForm": Screen(
        N_("Biểu nhập của mục"),
        (
            N_("Điền nội dung của mục đang chọn. Ctrl+Enter để sang mục tiếp theo."),
            N_("Còn một chỉ tiêu, một nhiệm vụ nữa như thế: Alt+Enter ở bất kỳ ô nào, rồi gõ luôn."),
            N_("Thời hạn gõ như khi viết, ví dụ “Quý II/2026”; ngày tương ứng hiện ngay bên cạnh."),
        ),
    ),
    "GridField": Screen(
        N_("Ô của bảng"),
        (
            N_("Gõ vào ô đang chọn, Tab sang ô bên cạnh; Tab ở ô cuối thêm hàng. Dán được bảng từ Excel hoặc Word."),
            N_("Chọn nhiều ô để gộp; kéo mép số cột để đổi độ rộng."),
            N_("Nút “Theo cột” cộng, sắp xếp và ghi số theo cột đang chọn."),
        ),
    ),
    "PagesPane": Screen(
        N_("Trang in"),
        (
            N_("Đây là những trang sẽ in ra. Chỗ ngắt trang gần đúng với Word."),
            N_("Bấm vào chữ nào, mục của chữ đó được chọn để sửa."),
        ),
    ),
    "DutiesPane": Screen(
        N_("Phân công"),
        (
            N_("Mỗi cột là một đơn vị, mỗi dòng là một nhiệm vụ. Sửa ở đây thì kế hoạch đổi theo ngay."),
            N_("Mỗi nhiệm vụ có đúng một đơn vị chủ trì."),
            N_("Nút “Theo lãnh đạo” xếp nhiệm vụ dưới tên lãnh đạo phụ trách; gõ tên hoặc kéo để giao."),
            N_("Phiếu giao việc của một đơn vị, hoặc của mọi đơn vị, xuất ra từ đây."),
        ),
    ),
    "RoadmapPane": Screen(
        N_("Lộ trình"),
        (N_("Nhiệm vụ xếp theo năm và quý. Kéo hoặc gõ để đổi thời hạn."),),
    ),
    "CoveragePane": Screen(
        N_("Độ phủ"),
        (
            N_("Cho thấy chỉ tiêu chưa có nhiệm vụ và nhiệm vụ chưa gắn chỉ tiêu nào."),
            N_("Nút “Đơn vị – việc” cho thấy đơn vị chưa có việc và việc chưa có đơn vị; đánh dấu để giao."),
        ),
    ),
    "ResultsPane": Screen(
        N_("Kết quả"),
        (
            N_("Cuối năm ghi số đạt được của từng chỉ tiêu và tình trạng của từng nhiệm vụ."),
            N_(
                "Kế hoạch năm sau bắt đầu từ nút “Lập kế hoạch năm sau từ kết quả này…”: việc chưa xong được chuyển "
                "tiếp, số đạt được thành mốc so sánh."
            ),
        ),
    ),
    "FindingsPane": Screen(
        N_("Việc cần xem"),
        (N_("Những chỗ còn thiếu hoặc chưa đúng thể thức. Nhấn Enter để đến chỗ đó. Không việc nào cản trở lưu."),),
    ),
    "SearchPane": Screen(
        N_("Tìm và thay"),
        (N_("Tìm trong cả kế hoạch; xem trước từng chỗ rồi mới thay. Thay xong vẫn hoàn tác được."),),
    ),
    "TidyPane": Screen(
        N_("Dọn lỗi gõ"),
        (N_("Những lỗi gõ thường gặp được liệt kê; chỉ sửa chỗ nào được chọn."),),
    ),
    "VersionsPane": Screen(
        N_("Các bản đã lưu"),
        (N_("Mỗi lần xuất tệp, một bản được giữ lại ở đây. Đưa bản cũ trở lại thì bản đang soạn cũng được giữ."),),
    ),
    "IssuePane": Screen(
        N_("Ban hành"),
        (N_("Sau khi ký, nhập số và ngày. Bản sạch được soát thể thức, ghi ra tệp và giữ cùng kế hoạch."),),
    ),
    "ComparisonPane": Screen(
        N_("So sánh"),
        (N_("Cho thấy kế hoạch này khác bản năm trước, hoặc khác một bản đã lưu, ở đâu."),),
    ),
    "ReturnPane": Screen(
        N_("Bản Word đã sửa"),
        (
            N_("Mỗi dòng là một chỗ đã sửa trong Word. Chỗ nào không nhận thì bỏ chọn."),
            N_("Chỗ cả hai bên cùng sửa thì chọn giữ bản nào. Nhận xong vẫn hoàn tác được."),
        ),
    ),
}


def screen_at(focus: QWidget | None, front: QWidget | None) -> str:
    """Return the key in SCREENS of what holds the keyboard, else of the page in front; "" where neither is known."""
    for start in (focus, front):
        widget = start
        while widget is not None:
            if type(widget).__name__ in SCREENS:
                return type(widget).__name__
            widget = widget.parentWidget()
    return ""
