"""The usual wordings of the parts of a task: what a task prints where it has no words of its own."""

PART_TITLES = {
    "content": "Nội dung công việc",
    "assignment": "Phân công thực hiện",
    "leaders": "Lãnh đạo phụ trách",
    "lead": "Chủ trì",
    "advisers": "Tham mưu",
    "coordinating": "Phối hợp",
    "product": "Sản phẩm",
    "deadline": "Thời gian thực hiện",
}
"""The usual wordings, by the keys of ``Task.part_titles``. They are text of the document, so always Vietnamese."""
