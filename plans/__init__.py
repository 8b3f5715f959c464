"""The domain: what a commune plan is, in plain Python (standard library only).

Glossary (one English name for each thing of the office):

=====================  ==========================================================
Plan                   kế hoạch, one document
Letterhead             phần đầu bên trái: cơ quan chủ quản, cơ quan ban hành
Number, symbol         số, ký hiệu ("07", "KH-UBND")
Title, subject         tên loại ("KẾ HOẠCH"), trích yếu
LegalBasis             căn cứ
Opening, closing       lời dẫn before the body, lời kết after it
Section                mục, a titled part of the body; its ``role`` says what it is for
Paragraph, Bullet      đoạn, gạch đầu dòng ("-", "+")
LabelLine              dòng nhãn ("* Nhiệm vụ:")
Target                 chỉ tiêu
Task                   nhiệm vụ
Leader (in charge)     lãnh đạo phụ trách, by name
Lead, adviser,         chủ trì, tham mưu,
coordinating           phối hợp
Product, deadline      sản phẩm, thời gian hoàn thành
RoadmapYear            một năm của lộ trình
Assignment             phân công: duties (nhiệm vụ) of one unit (đơn vị)
Table, Footnote        bảng, chú thích cuối trang
Citation               viện dẫn một văn bản
Period                 thời hạn, khoảng thời gian as clerks write them
Appendix               phụ lục
Recipient, archive     nơi nhận, dòng "Lưu"
Signature              chữ ký: authority lines and name
Part                   one of the fixed containers of a plan (bases, body, …)
Label                  số thứ tự in ra (I, 1, 1.1, a), -, +), computed, never stored
=====================  ==========================================================
"""
