"""One place that turns trouble codes into sentences: which file, why, what to do."""

from __future__ import annotations

from resources.texts import gettext
from resources.texts import marked as N_  # noqa: N812 (the catalogue's customary name)

TROUBLES: dict[str, str] = {
    # reading
    "file-missing": N_("Không tìm thấy tệp “{path}”. Hãy kiểm tra lại tên tệp và thư mục."),
    "file-empty": N_("Tệp “{path}” không có nội dung. Hãy chọn tệp khác."),
    "file-is-folder": N_("“{path}” là thư mục, không phải tệp. Hãy chọn một tệp bên trong."),
    "file-no-permission": N_("Không được phép đọc tệp “{path}”. Hãy chép tệp ra thư mục của mình rồi mở lại."),
    "file-unreadable": N_("Không đọc được tệp “{path}” ({reason}). Hãy chép tệp ra ổ đĩa khác rồi thử lại."),
    "file-binary": N_("Tệp “{path}” không phải văn bản. Hãy chọn tệp .docx, .doc, .pdf, .txt hoặc .kehoach."),
    "file-truncated": N_("Tệp “{path}” bị hỏng hoặc chép chưa trọn. Hãy lấy lại bản gốc rồi mở lại."),
    "file-encrypted": N_("Tệp “{path}” được đặt mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, lưu lại rồi thử lại."),
    "file-too-large": N_("Tệp “{path}” phình ra quá lớn khi mở nên đã dừng lại. Hãy lấy lại tệp từ nguồn tin cậy."),
    "file-unsafe": N_("Tệp “{path}” tham chiếu dữ liệu bên ngoài nên không mở. Hãy lưu lại bằng Word rồi thử lại."),
    "file-not-docx": N_("Tệp “{path}” không phải tệp Word (.docx) hợp lệ. Hãy mở bằng Word và lưu lại dạng .docx."),
    "file-no-plan": N_("Tệp “{path}” không chứa kế hoạch nào. Hãy chọn tệp khác."),
    "file-newer": N_("Tệp “{path}” được tạo bởi phiên bản mới hơn. Hãy cập nhật chương trình Kế Hoạch rồi mở lại."),
    "format-unknown": N_("Không đọc loại tệp này (“{path}”). Hãy chọn tệp .docx, .doc, .pdf, .txt hoặc .kehoach."),
    "file-too-slow": N_("Đọc tệp “{path}” quá lâu nên đã dừng lại. Hãy mở bằng Word, lưu lại dạng .docx rồi thử lại."),
    "file-not-understood": N_("Không đọc nổi tệp “{path}” vì nội dung bất thường. Hãy lưu lại dạng .docx."),
    "import-stopped": N_("Đã dừng đọc tệp “{path}” theo yêu cầu. Có thể nhập lại bất cứ lúc nào."),
    "doc-too-old": N_(
        "Tệp “{path}” do Word trước bản 97 tạo nên không đọc được. Hãy mở bằng Word, lưu lại dạng .docx."
    ),
    "doc-other-kind": N_("Tệp “{path}” thực ra là {kind}, không phải văn bản Word. Hãy lưu lại dạng .docx."),
    "pdf-scan": N_("Tệp “{path}” là bản chụp (scan), không có chữ để đọc. Hãy nhập từ tệp Word hoặc gõ lại."),
    "pdf-scan-text": N_(
        "Tệp “{path}” là bản chụp có lớp chữ nhận dạng sai quá nhiều nên không dùng được. Hãy nhập từ tệp Word."
    ),
    "pdf-broken-letters": N_(
        "Tệp “{path}” không cho biết chữ nào là chữ nào (phông nhúng thiếu bảng mã). Hãy nhập từ tệp Word."
    ),
    "rollover-no-year": N_(
        "Không thấy kế hoạch trong tệp “{path}” của năm nào. Hãy ghi năm vào trích yếu hoặc ngày ban hành rồi thử lại."
    ),
    "words-lost": N_("Đọc tệp “{path}” không giữ đủ chữ nên đã dừng lại. Hãy lưu lại dạng .docx rồi thử lại."),
    "plan-newer": N_("Kế hoạch được tạo bởi phiên bản mới hơn. Hãy cập nhật chương trình Kế Hoạch rồi mở lại."),
    "plan-damaged": N_("Dữ liệu kế hoạch bị hỏng ({reason}). Hãy dùng bản sao lưu gần nhất."),
    # the way back and comparing
    "return-stranger": N_("Tệp “{path}” không phải bản xuất từ kế hoạch này. Hãy chọn đúng tệp đã xuất và đã sửa."),
    "compare-refused": N_(
        "Không so sánh được hai tệp “{old}” và “{new}” ({reason}). Hãy so sánh bằng Word hoặc nhập cả hai vào thư viện."
    ),
    "compare-tracked": N_(
        "Tệp “{path}” đang có sửa đổi theo dõi. Hãy chấp nhận hoặc từ chối hết trong Word, lưu lại rồi so sánh."
    ),
    # writing
    "file-not-writable": N_("Không ghi được tệp “{path}” ({reason}). Hãy chọn thư mục khác hoặc đóng tệp đang mở."),
    "file-open": N_(
        "Tệp “{path}” đang mở ở chương trình khác nên không ghi đè. Hãy đóng tệp đó hoặc ghi sang tên khác."
    ),
    "template-broken": N_("Mẫu “{template}” có lỗi ở {place}: {field}. Hãy dùng mẫu có sẵn hoặc sửa lại mẫu."),
    "template-hostile": N_("Mẫu “{template}” {reason} nên đã dừng lại. Hãy dùng mẫu có sẵn hoặc sửa lại mẫu."),
    "pages-failed": N_("Không dựng được trang in ({reason}). Văn bản vẫn còn nguyên; hãy thử xuất DOCX."),
    "printer-refused": N_("Máy in “{printer}” không nhận bản in. Hãy xem máy in đã bật chưa, hoặc xuất PDF rồi in."),
    "rules-broken": N_("Tệp quy tắc “{path}” bị hỏng ({reason}). Hãy cài đặt lại chương trình."),
    "output-failed": N_("Không in được kết quả ra ngoài ({reason}). Hãy ghi kết quả vào nơi khác rồi chạy lại."),
    # the library
    "library-newer": N_("Thư viện “{path}” được tạo bởi phiên bản mới hơn. Hãy cập nhật chương trình rồi mở lại."),
    "library-damaged": N_("Thư viện “{path}” bị hỏng ({reason}). Hãy khôi phục từ bản sao lưu."),
    "library-locked": N_(
        "Thư viện “{path}” đang được chương trình khác sử dụng. Hãy đóng chương trình đó rồi thử lại."
    ),
    "library-held": N_(
        "Thư viện đang được mở ở {who} nên ở đây chỉ xem được. Hãy đóng cửa sổ bên đó rồi bấm “Mở để sửa”."
    ),
    "library-not-writable": N_("Không ghi được thư viện “{path}” ({reason}). Hãy kiểm tra ổ đĩa và quyền ghi."),
    "plan-unknown": N_("Không có kế hoạch mang mã “{plan}” trong thư viện. Hãy xem mã bằng lệnh kehoach list."),
    "version-unknown": N_("Bản lưu này không còn trong thư viện. Hãy chọn bản lưu khác."),
    "plan-changed": N_("Kế hoạch đã được sửa ở nơi khác từ lúc mở. Hãy mở lại để xem bản mới trước khi lưu."),
    # the window
    "no-screen": N_("Không có màn hình để mở cửa sổ. Hãy chạy trên máy có màn hình hoặc dùng các lệnh kehoach."),
    "no-screen-libraries": N_("Máy thiếu thư viện hệ thống để mở cửa sổ. Hãy cài bằng lệnh: sudo {apt}"),
}
"""Code → sentence with named places. Every code raised anywhere as a Trouble stands here."""


def sentence(code: str, data: dict[str, object]) -> str:
    """Return the sentence for a trouble ``code`` in the language in force. KeyError for an unknown code."""
    return gettext(TROUBLES[code]).format_map({key: str(value) for key, value in data.items()})
