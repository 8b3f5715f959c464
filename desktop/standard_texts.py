"""Vietnamese for Qt's own texts: Qt ships none, so standard buttons and menus would stay English."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator

TEXTS: dict[str, str] = {
    # buttons
    "OK": "Đồng ý", "Save": "Lưu", "Save All": "Lưu tất cả", "Open": "Mở", "Cancel": "Thôi", "Close": "Đóng",
    "Discard": "Bỏ thay đổi", "Don't Save": "Không lưu", "Apply": "Áp dụng", "Reset": "Đặt lại", "Help": "Trợ giúp",
    "Yes": "Có", "Yes to All": "Có, tất cả", "No": "Không", "No to All": "Không, tất cả", "Abort": "Dừng",
    "Retry": "Thử lại", "Ignore": "Bỏ qua", "Restore Defaults": "Về mặc định",
    # keys, as they are printed on the keyboard
    "Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "Return": "Enter",
    # menus of text fields
    "Undo": "Hoàn tác", "Redo": "Làm lại", "Cut": "Cắt", "Copy": "Chép", "Paste": "Dán", "Delete": "Xóa",
    "Select All": "Chọn tất cả", "Copy Link Location": "Chép địa chỉ", "Copy &Link Location": "Chép địa chỉ",
    # the file dialog where the system has none of its own
    "Look in:": "Thư mục:", "Directory:": "Thư mục:", "File &name:": "Tên tệp:", "Files of type:": "Loại tệp:",
    "Choose": "Chọn", "Chọn": "Chọn", "Back": "Lùi", "Forward": "Tiến", "Parent Directory": "Thư mục trên",
    "Create New Folder": "Tạo thư mục", "List View": "Danh sách", "Detail View": "Chi tiết", "Name": "Tên",
    "Size": "Cỡ", "Type": "Loại", "Kind": "Loại", "Date Modified": "Ngày sửa", "My Computer": "Máy tính",
    "Computer": "Máy tính", "Drive": "Ổ đĩa", "Rename": "Đổi tên", "Show hidden files": "Hiện tệp ẩn",
    "Show Hidden Files": "Hiện tệp ẩn", "New Folder": "Thư mục mới", "Find Directory": "Tìm thư mục",
    "Directories": "Thư mục", "All Files (*)": "Mọi tệp (*)", "Recent Places": "Nơi gần đây", "Remove": "Bỏ",
    "File": "Tệp", "Folder": "Thư mục", "Go back": "Lùi", "Go forward": "Tiến",
    "Go to the parent directory": "Lên thư mục trên", "Create a New Folder": "Tạo thư mục mới",
    "Change to list view mode": "Xem dạng danh sách", "Change to detail view mode": "Xem chi tiết",
    "%1 bytes": "%1 byte", "%1 KiB": "%1 KB", "%1 MiB": "%1 MB", "%1 GiB": "%1 GB", "Sidebar": "Nơi hay dùng",
    "Open File": "Mở tệp", "Save As": "Lưu thành", "Save File": "Lưu tệp", "Delete File": "Xóa tệp",
    "Show Details...": "Xem chi tiết…", "Hide Details...": "Thu gọn", "Scroll here": "Cuộn tới đây", "Top": "Đầu",
    "%1 already exists.\nDo you want to replace it?": "Đã có tệp “%1”.\nThay bằng tệp mới?",
    "%1\nFile not found.\nPlease verify the correct file name was given.":
        "Không tìm thấy tệp “%1”.\nHãy xem lại tên tệp.",
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.":
        "Không tìm thấy thư mục “%1”.\nHãy xem lại tên thư mục.",
    "'%1' is write protected.\nDo you want to delete it anyway?": "“%1” chỉ cho đọc.\nVẫn xóa?",
    "Are you sure you want to delete '%1'?": "Xóa “%1”?", "Could not delete directory.": "Không xóa được thư mục.",
    "&Open": "Mở", "&Save": "Lưu", "&Rename": "Đổi tên", "&Delete": "Xóa",
    "&New Folder": "Thư mục mới", "Show &hidden files": "Hiện tệp ẩn", "%1 B": "%1 byte", "%1 KB": "%1 KB",
    "%1 MB": "%1 MB", "%1 GB": "%1 GB", "%1 byte(s)": "%1 byte", "Invalid filename": "Tên tệp không dùng được",
    "Bottom": "Cuối", "Page up": "Trang trước", "Page down": "Trang sau", "Scroll up": "Cuộn lên",
    "Scroll down": "Cuộn xuống", "Left edge": "Mép trái", "Right edge": "Mép phải", "Page left": "Trang trái",
    "Page right": "Trang phải", "Scroll left": "Cuộn trái", "Scroll right": "Cuộn phải", "&Step up": "Tăng",
    "Step &down": "Giảm", "Clear": "Xóa hết", "&Basic": "Cơ bản", "Insert Unicode control character": "Chèn ký tự",
}  # fmt: skip
"""Qt's English (mnemonic marks removed) → Vietnamese."""

_BY_PLAIN = {key.replace("&", ""): value for key, value in TEXTS.items()}


class StandardTexts(QTranslator):
    """Translates what Qt itself shows; install it on the application when the language is Vietnamese."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the Vietnamese for one of Qt's texts; None, for which Qt keeps its own, where there is none."""
        return _BY_PLAIN.get(text.replace("&", ""))  # type: ignore[return-value]  # "" would blank the text
