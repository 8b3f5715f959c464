"""Sentences as offices write them, with what a careful clerk does to their years when the plan is rolled over.

[2026] moves on, {2025} is asked, an unmarked year stays. Written for invented communes; one group for each kind of plan.
"""

from __future__ import annotations

YEARLY_2026 = """
Triển khai công tác gia đình trên địa bàn xã Nậm Vang năm [2026].
KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM [2026]
Năm [2026], Ủy ban nhân dân xã tập trung chỉ đạo bốn nhóm việc sau.
Trong năm [2026], phấn đấu 100% thôn đạt danh hiệu văn hóa.
Phấn đấu đến hết năm [2026] giảm tỷ lệ hộ nghèo xuống dưới 3%.
Đến cuối năm [2026], toàn xã có trên 95% dân số tham gia bảo hiểm y tế.
Hoàn thành trong Quý II/[2026].
Hoàn thành trước ngày 30/6/[2026].
Thời gian thực hiện: từ tháng 3/[2026] đến tháng 11/[2026].
Thời gian: Quý III, IV/[2026].
Thời gian hoàn thành: quý IV năm [2026].
Chậm nhất ngày 15 tháng 12 năm [2026] gửi báo cáo về Văn phòng HĐND và UBND xã.
Báo cáo sơ kết 6 tháng đầu năm [2026] gửi trước ngày 10/6/[2026]; báo cáo tổng kết năm [2026] gửi trước ngày 05/12/[2026].
Từ ngày 01/01/[2026] đến ngày 31/12/[2026].
Tổ chức ra quân vào dịp 26/3/[2026].
Tổ chức Tết trồng cây đầu Xuân năm [2026].
Tháng hành động vì trẻ em năm [2026] được tổ chức từ ngày 01/6 đến ngày 30/6/[2026].
Tuần lễ hưởng ứng học tập suốt đời năm [2026] diễn ra từ 01/10/[2026] đến 07/10/[2026].
Xây dựng kế hoạch chuyển đổi số năm [2027], hoàn thành trước ngày 20/12/[2026].
Lập dự toán ngân sách năm [2027] theo hướng dẫn của Phòng Kinh tế.
Báo cáo kết quả cả năm gửi trước ngày 15/01/[2027].
Kết quả thực hiện được đánh giá vào quý I/[2027].
Công khai dự toán thu, chi ngân sách năm [2026] tại trụ sở.
Danh mục công trình khởi công mới năm [2026].
Rà soát hộ nghèo, hộ cận nghèo cuối năm [2026] theo chuẩn nghèo đa chiều giai đoạn 2022 - 2025.
Chuẩn nghèo giai đoạn 2026 - 2030 được áp dụng khi rà soát năm [2026].
Thực hiện Chương trình mục tiêu quốc gia giai đoạn 2026-2030 trên địa bàn xã.
Góp phần hoàn thành mục tiêu đến năm 2030 và tầm nhìn đến năm 2045.
Phấn đấu đến năm 2030, toàn xã không còn hộ nghèo.
Triển khai Chiến lược quốc gia về bình đẳng giới giai đoạn 2021 - 2030.
Nghị quyết Đại hội đại biểu Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030 đề ra 18 chỉ tiêu.
Đại biểu Hội đồng nhân dân xã nhiệm kỳ 2026 - 2031 tham gia giám sát.
Ủy ban nhân dân xã khóa II, nhiệm kỳ 2026-2031 ban hành quy chế làm việc.
Căn cứ Luật Phòng, chống thiên tai năm 2013.
Căn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020.
Căn cứ Luật Việc làm năm 2025.
Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư.
Căn cứ Thông tư số 07/2026/TT-BNV ngày 12/02/2026 của Bộ Nội vụ.
Thực hiện Kế hoạch số 15/KH-UBND ngày 16/01/2026 của Ủy ban nhân dân tỉnh Lâm Sơn về công tác dân số năm 2026.
Thực hiện Công văn số 112/SYT-NVY ngày 20/01/2026 của Sở Y tế về việc xây dựng kế hoạch y tế năm 2026.
Theo Quyết định số 2207/QĐ-UBND ngày 10/12/2025 của UBND tỉnh về việc giao chỉ tiêu phát triển kinh tế - xã hội năm 2026.
Thực hiện Nghị quyết số 24/NQ-HĐND ngày 19/12/2025 của HĐND xã về nhiệm vụ năm 2026, Ủy ban nhân dân xã ban hành kế hoạch này.
Căn cứ Hướng dẫn số 05/HD-STC ngày 07/01/2026, các đơn vị lập dự toán trước ngày 25/7/[2026].
Xã Nậm Vang được thành lập ngày 01/7/2025 trên cơ sở sáp nhập ba xã.
Chính quyền địa phương hai cấp vận hành từ ngày 01/7/2025.
Trung tâm Phục vụ hành chính công xã đi vào hoạt động từ tháng 7/2025.
Khu di tích được công nhận di tích cấp tỉnh năm 2012.
Trường Tiểu học Nậm Vang được xây dựng từ năm 1998.
Theo kết quả Tổng điều tra dân số năm 2019, toàn xã có 8.412 người.
Kết quả năm {2025}: toàn xã trồng mới 45 ha rừng.
Năm {2025}, tỷ lệ hộ nghèo của xã là 4,2%.
Tỷ lệ giải ngân vốn đầu tư công năm {2025} đạt 92%.
Phấn đấu tăng 5% so với năm {2025}.
Số vụ tai nạn giao thông giảm ít nhất 5% so với cùng kỳ năm {2025}.
Tính đến ngày {31/12/2025}, toàn xã có 12.305 người tham gia bảo hiểm y tế.
So với năm 2020, diện tích rừng tăng 3%.
Giai đoạn 2021 - 2025, xã đã xóa 120 nhà tạm.
Từ năm 2021 đến năm 2025, xã huy động được 12 tỷ đồng.
Số liệu các năm 2022, 2023, 2024 được lưu tại Phòng Kinh tế.
Năm học [2025-2026], các trường duy trì sĩ số trên 99%.
Chuẩn bị các điều kiện cho năm học [2026 - 2027].
Tổ chức khai giảng năm học [2026-2027] vào ngày 05/9/[2026].
Tuyển sinh vào lớp 1 năm học [2026-2027] cho trẻ sinh năm {2020}.
Kết quả năm học {2024-2025} được tổng hợp tại Phụ lục I.
Sản xuất vụ Đông Xuân [2025 - 2026] đạt 310 ha.
Kế hoạch sản xuất vụ Đông [2026].
Vụ Mùa năm [2026] gieo cấy 280 ha lúa.
Mùa mưa bão năm [2026] được dự báo diễn biến phức tạp.
Công tác tuyển chọn, gọi công dân nhập ngũ năm [2027] thực hiện từ tháng 9/[2026].
Đăng ký nghĩa vụ quân sự lần đầu cho công dân sinh năm {2009}.
Diễn tập chiến đấu phòng thủ xã năm [2026] trong tháng 8/[2026].
Kỷ niệm {81} năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam (02/9/1945 - 02/9/{2026}).
Tổ chức kỷ niệm {79} năm Ngày Thương binh - Liệt sĩ (27/7/1947 - 27/7/{2026}).
Chào mừng kỷ niệm {136} năm Ngày sinh Chủ tịch Hồ Chí Minh (19/5/1890-19/5/{2026}).
Hưởng ứng Ngày Chuyển đổi số quốc gia 10/10/[2026].
Ngày Pháp luật Việt Nam 09/11/[2026] được tổ chức tại nhà văn hóa các thôn.
Chúc mừng năm mới Xuân {Bính Ngọ} {2026}.
Phục vụ nhân dân đón Tết Nguyên đán {Bính Ngọ} năm {2026} vui tươi, an toàn.
Lễ giao quân diễn ra vào thứ Tư, ngày {04/3/2026}.
Phiên họp thứ nhất tổ chức lúc 8 giờ 00, thứ Hai ngày {09/02/2026}.
Cuộc bầu cử ngày {15/3/2026} được chuẩn bị chu đáo.
Thực hiện Luật Căn cước năm 2023 và Luật Cư trú năm 2020.
Bộ luật Lao động năm 2019 quy định độ tuổi nghỉ hưu.
Chương trình giáo dục phổ thông 2018 được triển khai ở tất cả các lớp.
Đề án 06 tiếp tục được triển khai trong năm [2026].
Hằng năm tổ chức ít nhất 02 đợt tuyên truyền.
Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ được quán triệt trong quý I/[2026].
Kinh phí thực hiện năm [2026]: 2.026 triệu đồng.
Hỗ trợ 2026 hộ dân vùng lũ.
Trồng 2.026 cây phân tán trong dịp Tết trồng cây.
Diện tích quy hoạch 2026 ha.
Kế hoạch đầu tư công trung hạn giai đoạn 2026 - 2030 của xã.
Kế hoạch tài chính - ngân sách 03 năm {2026 - 2028}.
Thời hạn gửi danh sách: ngày 20 hằng tháng, riêng tháng 12/[2026] gửi trước ngày 15.
Số liệu báo cáo tính từ ngày 15/12/{2025} đến ngày 14/12/[2026].
Kỳ báo cáo năm tính từ {15/12/2025} đến 14/12/[2026].
Chủ đề năm [2026]: "Kỷ cương, trách nhiệm, hiệu quả".
Danh hiệu "Gia đình văn hóa" năm [2026].
Năm {2026} là năm bản lề thực hiện Nghị quyết Đại hội.
Thực hiện chủ đề công tác năm [2026] của tỉnh.
Tiếp tục thực hiện các chỉ tiêu đã đề ra trong năm [2026].
Các nhiệm vụ đã giao tại Kế hoạch năm {2025} nhưng chưa hoàn thành được chuyển tiếp.
Kế hoạch này thay thế Kế hoạch số 08/KH-UBND ngày 14/01/2025 của UBND xã.
Trên đây là Kế hoạch phòng, chống ma túy năm [2026] của Ủy ban nhân dân xã Nậm Vang.
(Kèm theo Kế hoạch số      /KH-UBND ngày     /     /[2026] của Ủy ban nhân dân xã)
(Kèm theo Kế hoạch số …/KH-UBND ngày … tháng … năm [2026] của UBND xã Nậm Vang)
PHỤ LỤC I. CHỈ TIÊU, NHIỆM VỤ NĂM [2026]
Biểu số 01: Danh mục nhiệm vụ năm [2026]
Thực hiện năm {2025}
Kế hoạch năm [2026]
Ước thực hiện năm {2025}
Từ nay đến hết tháng 6/[2026] hoàn thành số hóa sổ hộ tịch.
Số hóa hồ sơ hình thành trước ngày 01/7/2025.
Số hóa 100% sổ hộ tịch lập từ năm 1976 đến năm 2015.
Định hướng năm [2027] và các năm tiếp theo.
Thực hiện từ năm [2026] và duy trì hằng năm.
Chính sách hỗ trợ áp dụng từ năm {2026}.
Mức hỗ trợ thực hiện từ ngày {01/01/2026} theo quy định.
Nghị định có hiệu lực từ ngày 01/3/2026.
Luật có hiệu lực thi hành kể từ ngày 01/7/2026.
Hội thi diễn ra trong 02 ngày 18 và 19/8/[2026].
Dự kiến tổ chức ngày 12-13/9/[2026].
Tổng kết công tác hè năm [2026] trước ngày 25/8/[2026].
Sơ kết 09 tháng năm [2026] trong tháng 9/[2026].
Giao Công an xã tham mưu kế hoạch cao điểm dịp Tết năm [2027].
Đối với các công trình chuyển tiếp từ năm {2025} sang năm [2026], tập trung giải ngân trước ngày 31/01/[2027].
Niên độ ngân sách năm [2026] kết thúc ngày 31/12/[2026].
Quyết toán ngân sách năm {2025} hoàn thành trước ngày 31/3/[2026].
Tổng kết năm {2025}, triển khai nhiệm vụ năm [2026].
Khám sức khỏe định kỳ cho 1.950 người cao tuổi trong năm [2026].
Rừng trồng năm 2018 đến kỳ khai thác.
Cấp đổi 2.100 giấy chứng nhận đã cấp trước năm 2013.
Ban Chỉ đạo được kiện toàn tại Quyết định số 45/QĐ-UBND ngày 03/02/2026 của Chủ tịch UBND xã.
Chỉ thị số 01/CT-UBND ngày 05/01/2026 của Chủ tịch UBND tỉnh được triển khai đến từng thôn, hoàn thành trước 28/02/[2026].
Lộ trình: năm {2026} đạt 60%, năm 2028 đạt 80%, năm 2030 đạt 100%.
Thực hiện Tháng cao điểm an toàn thực phẩm từ 15/4/[2026] - 15/5/[2026].
Tháng Thanh niên năm [2026] khai mạc ngày 01/3/[2026].
Báo cáo Quý I gửi trước 15/3/[2026], Quý II gửi trước 15/6/[2026].
Hợp đồng ký ngày 12/01/2026 với đơn vị thu gom có thời hạn một năm.
Văn bản số 39/UBND-VX ngày 08/01/2026 của UBND tỉnh yêu cầu báo cáo trước ngày 20/01/[2026].
Biên bản họp Ban Chỉ đạo ngày 22/01/2026 thống nhất các nội dung trên.
Kết luận của đồng chí Chủ tịch UBND xã tại cuộc họp ngày 19/01/2026.
Tập huấn cho 60 cán bộ trong 02 ngày (ngày 14 và 15 tháng 5 năm [2026]).
Phát động phong trào thi đua "Dân vận khéo" năm [2026].
Thi đua lập thành tích chào mừng Đại hội Thi đua yêu nước giai đoạn 2026 - 2030.
Hoàn thành chỉ tiêu vào năm 2028.
Đến năm {2027} cơ bản hoàn thành phủ sóng di động.
Dân số trung bình năm {2025}: 9.870 người; dự kiến năm [2026]: 9.950 người.
Thu ngân sách trên địa bàn năm [2026] phấn đấu tăng 10% so với ước thực hiện năm {2025}.
Tốc độ tăng giá trị sản xuất bình quân giai đoạn 2026-2030 đạt 8,5%/năm.
Báo cáo số 96/BC-UBND ngày 25/11/2025 về tình hình kinh tế - xã hội năm 2025.
Hiến pháp năm 2013 (sửa đổi, bổ sung năm 2025).
Pháp lệnh Ưu đãi người có công với cách mạng năm 2020.
Triển khai Nghị quyết của Quốc hội về Chương trình mục tiêu quốc gia phát triển văn hóa giai đoạn 2025 - 2035.
Quy hoạch chung xã đến năm 2040, tầm nhìn đến năm 2050.
Trạm Y tế đạt Bộ tiêu chí quốc gia về y tế xã giai đoạn đến 2030.
Ngày 27/01/[2026], tổ chức gặp mặt cán bộ hưu trí.
Từ 20-25/12/[2026]: tổ chức kiểm điểm cuối năm.
Thời gian kiểm tra: Đợt 1 tháng 4/[2026]; đợt 2 tháng 10/[2026].
""".strip().splitlines()

SCHOOL_2025 = """
Thực hiện nhiệm vụ năm học [2025-2026] trên địa bàn phường Đồi Thông.
KẾ HOẠCH NĂM HỌC [2025 - 2026]
Tựu trường ngày 25/8/[2025], khai giảng ngày 05/9/[2025].
Kết thúc học kỳ I trước ngày 18/01/[2026]; kết thúc năm học trước ngày 31/5/[2026].
Kết quả năm học {2024-2025}: 98,5% học sinh hoàn thành chương trình lớp học.
Tuyển sinh năm học [2026-2027] hoàn thành trước ngày 31/7/[2026].
Thực hiện Công văn số 4555/BGDĐT-GDPT ngày 05/8/2025 của Bộ Giáo dục và Đào tạo về nhiệm vụ năm học 2025-2026.
Chương trình giáo dục phổ thông 2018 áp dụng ở các lớp.
Đến năm 2030 có 80% trường đạt chuẩn quốc gia.
Phường Đồi Thông được thành lập từ ngày 01/7/2025.
Kỷ niệm {43} năm Ngày Nhà giáo Việt Nam (20/11/1982 - 20/11/{2025}).
Kiểm định chất lượng Trường Tiểu học Đồi Thông trong tháng 12/[2025].
Tổ chức hội khỏe Phù Đổng vào tháng 3/[2026].
Học kỳ II năm học [2025-2026] bắt đầu từ ngày 19/01/[2026].
Năm học [2025 – 2026] có 12 trường với 214 nhóm, lớp.
Nghị quyết Đại hội Đảng bộ phường nhiệm kỳ 2025 - 2030.
Đề án "Xây dựng xã hội học tập giai đoạn 2021 - 2030" tiếp tục được thực hiện.
Báo cáo sơ kết học kỳ I trước ngày 20/01/[2026], tổng kết năm học trước ngày 05/6/[2026].
""".strip().splitlines()

PERIOD_2026_2030 = """
Phát triển văn hóa đọc giai đoạn [2026 - 2030].
Năm [2026]: khảo sát, xây dựng mô hình điểm.
Năm [2027]: nhân rộng ra 05 thôn.
Đến năm [2030], 100% thôn có tủ sách.
Tổng kết giai đoạn trước tháng 12/[2030].
Tầm nhìn đến năm 2045.
Nghị quyết số 12/NQ-HĐND ngày 20/12/2025 của HĐND xã về phát triển văn hóa giai đoạn 2026 - 2030.
Kết quả giai đoạn 2021 - 2025 được đánh giá tại Phụ lục.
""".strip().splitlines()

PERIOD_WITHIN = """
Phát triển văn hóa đọc giai đoạn 2026 - 2030.
Từ Quý I/[2026] và thực hiện thường xuyên.
Hoàn thành trong Quý II năm [2026].
Thực hiện năm [2026] và các năm tiếp theo.
Đến năm 2028 đạt 80%, đến năm 2030 đạt 100%.
Kế hoạch đầu tư công trung hạn 2026 - 2030.
Dự kiến hoàn thành vào năm 2027.
""".strip().splitlines()

YEARLY_2024 = """
Ngày 29/02/{2024} tổ chức ra quân.
Nhiệm vụ trọng tâm năm [2024]
Kết quả năm {2023} đạt 88%.
Đến năm {2025} đạt chuẩn nông thôn mới.
Kế hoạch phát triển kinh tế - xã hội 05 năm 2021 - 2025.
Luật Đất đai năm 2024 được phổ biến trong quý III/[2024].
Từ tháng 01 đến tháng 12 năm [2024].
Hoàn thành trước ngày 30.11.[2024].
Báo cáo trước ngày 05-12-[2024].
""".strip().splitlines()

YEARLY_2026_MORE = """
Treo cờ Tổ quốc từ ngày 31/8/[2026] đến hết ngày 04/9/[2026].
Hoàn thành khám sức khỏe cho người cao tuổi trong tháng 12.[2026].
Quý 2/[2026]: kiểm tra 05 cơ sở kinh doanh dịch vụ ăn uống.
Q.III/[2026] hoàn thành nghiệm thu.
Thời gian: Quý II + III/[2026].
Từ quý I đến quý IV/[2026].
Tháng 4, tháng 9/[2026].
Các tháng 6, 7 và 8 năm [2026] mở lớp dạy bơi cho trẻ em.
Trước 16 giờ 00 ngày 20/11/[2026] gửi về Phòng Văn hóa - Xã hội.
Trước 17h00' ngày 25 tháng 6 năm [2026].
Hạn cuối nộp hồ sơ: 30-9-[2026].
Thời điểm chốt số liệu: 00 giờ ngày 01/10/[2026].
Số liệu chốt đến hết ngày 30/11/[2026].
Đến 30/6/[2026], 100% hồ sơ được số hóa.
Đến tháng 10 năm [2026] hoàn thành ít nhất 80% khối lượng.
Năm [2026] có thêm 02 thôn đạt chuẩn.
Tổng nguồn vốn năm [2026]: 4,2 tỷ đồng, gồm vốn năm {2025} chuyển sang 0,6 tỷ đồng và vốn giao mới 3,6 tỷ đồng.
Vốn đầu tư công năm {2025} kéo dài sang năm [2026].
Dự toán thu NSNN năm [2026] do HĐND xã giao.
Nguồn kinh phí: dự toán chi thường xuyên năm [2026].
Bảng 2. Phân bổ chỉ tiêu tham gia bảo hiểm y tế năm [2026]
Chỉ tiêu [2026]
TH {2025}
KH [2026]
DANH SÁCH NHIỆM VỤ TRỌNG TÂM [2026]
Tiến độ năm [2026]
Cả năm [2026]
NHIỆM VỤ, GIẢI PHÁP THỰC HIỆN TRONG NĂM [2026]
PHẦN THỨ NHẤT: KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM {2025}
PHẦN THỨ HAI: PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM [2026]
Thực hiện kế hoạch năm [2026] trong bối cảnh chính quyền địa phương hai cấp đã đi vào hoạt động ổn định.
Các thôn đã đăng ký xây dựng thôn thông minh trong năm [2026] báo cáo tiến độ hằng quý.
Nhiệm vụ năm [2026] đã được Đảng ủy xã thông qua.
UBND xã đã ban hành kế hoạch kiểm tra năm [2026]; các đơn vị chủ động chuẩn bị.
Sau khi sắp xếp năm 2025, xã có 14 thôn.
Từ khi sắp xếp đơn vị hành chính (01/7/2025), xã quản lý 14 thôn.
Sau ngày 01/7/2025, hồ sơ đất đai được tiếp nhận tại Trung tâm Phục vụ hành chính công xã.
Tiếp nhận hồ sơ, tài liệu của Ủy ban nhân dân huyện bàn giao từ ngày 01/7/2025.
Đơn vị được cấp lại chứng nhận ISO năm 2024.
Xã đạt chuẩn nông thôn mới năm 2018, nông thôn mới nâng cao năm 2023.
Chỉ số cải cách hành chính năm {2025} xếp thứ 12/99 xã, phường.
Phấn đấu chỉ số cải cách hành chính năm [2026] tăng ít nhất 03 bậc so với năm {2025}.
Chỉ số hài lòng năm [2026] cao hơn năm {2025}.
Duy trì tỷ lệ như năm {2025}.
Năm {2025} đã tổ chức 12 lớp tập huấn cho 640 lượt người.
Đã tổ chức rà soát trong quý IV/2025.
Qua rà soát tháng 11/2025, còn 86 hộ nghèo.
Khảo sát thực hiện từ ngày 05/11/2025 đến ngày 20/11/2025 cho thấy 92% người dân hài lòng.
Dịch sởi xảy ra trong các tháng đầu năm {2025}.
Bão số 3 (Yagi) năm 2024 gây thiệt hại nặng.
Đợt mưa lũ từ ngày 28/9 đến ngày 02/10/2025 làm sập 02 cầu tràn.
Người sinh trước ngày 01/01/{1966} được khám sức khỏe miễn phí.
Trẻ em sinh từ ngày 01/01/{2020} đến ngày 31/12/{2020} vào lớp Một.
Nam công dân đủ 17 tuổi trong năm [2026] đăng ký nghĩa vụ quân sự.
Hội thi Tuyên truyền viên giỏi xã Nậm Vang lần thứ II, năm [2026].
Giải bóng chuyền hơi truyền thống năm [2026] chào mừng Ngày Thể thao Việt Nam 27/3.
Ngày hội Đại đoàn kết toàn dân tộc năm [2026] (18/11/1930 - 18/11/{2026}).
Chào mừng {96} năm Ngày thành lập Đảng Cộng sản Việt Nam (03/02/1930 - 03/02/{2026}).
Nhân dịp kỷ niệm {51} năm Ngày Giải phóng miền Nam, thống nhất đất nước.
Chương trình "Xuân yêu thương" năm [2026] trao 200 suất quà.
Cuộc thi "Tìm hiểu pháp luật về phòng cháy, chữa cháy" năm [2026].
Chiến dịch "Những giọt hồng" đợt 1 năm [2026] vào ngày 22/02/[2026].
Tết Trung thu năm [2026] (ngày {25/9/2026}).
Lễ Giỗ Tổ Hùng Vương (tức ngày {26/4/2026}).
Nghỉ Tết Âm lịch từ ngày {14/02/2026} (27 tháng Chạp) đến ngày {22/02/2026}.
Chủ nhật hằng tuần, riêng Chủ nhật ngày {08/3/2026} làm vệ sinh toàn xã.
Ngày {10/4/2026 (thứ Sáu)}: khai mạc giải.
Căn cứ Luật Đất đai ngày 18/01/2024; Luật Nhà ở ngày 27/11/2023;
Luật Bảo hiểm y tế sửa đổi năm 2024 có hiệu lực từ ngày 01/7/2025.
Thông tư này có hiệu lực kể từ ngày 15/02/2026.
Nghị định số 361/2025/NĐ-CP được triển khai trong năm [2026].
Bộ tiêu chí quốc gia về xã nông thôn mới giai đoạn 2026-2030 ban hành kèm theo Quyết định số 51/2025/QĐ-TTg ngày 29/12/2025.
Theo Thông báo số 21-TB/ĐU ngày 09/01/2026 của Đảng ủy xã về kết luận phiên họp ngày 07/01/2026.
Theo Tờ trình ngày 05/01/2026 của Phòng Kinh tế.
Trên cơ sở ý kiến của Phòng Tư pháp tại văn bản ngày 08/01/2026.
Kế hoạch này có hiệu lực từ ngày ký; các đơn vị xây dựng kế hoạch chi tiết trước ngày 28/02/[2026].
Phân kỳ: năm {2026}: 40%; năm {2027}: 70%; năm 2028: 100%.
Hoàn thành 40% năm {2026}, 70% năm {2027} và 100% năm 2028.
Mục tiêu đến 2030: 100% hộ dân dùng nước sạch.
Tầm nhìn 2045.
Kế hoạch phát triển kinh tế - xã hội 5 năm 2026-2030.
Đề án phát triển du lịch cộng đồng đến năm 2030.
Dự án "Nâng cấp đường liên thôn" giai đoạn 2025 - 2027 tiếp tục thi công.
Chương trình phối hợp giai đoạn 2024 - 2026 giữa UBND xã và Hội Nông dân được tổng kết trong quý IV/[2026].
Sơ kết 03 năm thực hiện (2023 - 2026) vào tháng 8/[2026].
Nghị quyết chuyên đề nhiệm kỳ 2025-2030 của Đảng ủy xã.
HĐND xã khóa I (nhiệm kỳ 2021 - 2026) tổng kết hoạt động.
Ban Chấp hành Hội Phụ nữ nhiệm kỳ 2026-2031 ra mắt.
Mã số dự án 2026-015; điện thoại 0206.3826.2026.
Văn bản gửi về địa chỉ phongkinhte2026@namvang.gov.vn trước ngày 10/3/[2026].
Xe ô tô sản xuất năm 2014 được thanh lý trong năm [2026].
Tiếp tục thực hiện Quy chế dân chủ ở cơ sở theo Luật Thực hiện dân chủ ở cơ sở năm 2022.
Quy ước thôn sửa đổi năm 2023 được rà soát, bổ sung trong năm [2026].
Rà soát, bổ sung năm [2026] danh mục tài liệu lưu trữ.
Giai đoạn 2026 - 2030: mỗi năm thêm 01 sản phẩm OCOP; riêng năm [2026] đăng ký 02 sản phẩm.
Từ năm 2026 đến năm 2030, mỗi năm trồng 20 ha rừng.
Từ nay đến năm 2030.
Trong các năm 2027 - 2030 tiếp tục nhân rộng.
Báo cáo quý gửi trước ngày 25 của tháng cuối quý; báo cáo năm gửi trước ngày 25/11 hằng năm.
Nâng mức phụ cấp theo Nghị quyết số 09/2025/NQ-HĐND từ năm ngân sách {2026}.
Xây dựng nhu cầu kinh phí năm [2027] gửi Phòng Kinh tế trước 30/7/[2026].
Chuẩn bị lực lượng cho mùa tuyển quân [2027].
Tham mưu kế hoạch công tác năm [2027] trước ngày 15/12/[2026].
Tổng kết chiến dịch vào đầu năm [2027].
Đón năm mới {2027}: bắn pháo hoa, trang trí cổng chào.
""".strip().splitlines()

RECRUITING_2026 = """
Tuyển chọn và gọi công dân nhập ngũ năm [2026].
Tổ chức sơ tuyển từ ngày 20/10/[2025] đến ngày 31/10/[2025].
Khám sức khỏe từ ngày 01/11/[2025] đến hết ngày 31/12/[2025].
Hoàn thành xét duyệt chính trị trước ngày 05/12/[2025].
Phát lệnh gọi nhập ngũ trước ngày 10/02/[2026].
Tháng 11/[2025]: họp Hội đồng nghĩa vụ quân sự xã.
Công dân sinh từ ngày 01/01/{2000} đến ngày 31/12/{2007}.
Kết quả tuyển quân năm {2025}: giao 15 thanh niên, đạt 100%.
Căn cứ Luật Nghĩa vụ quân sự năm 2015.
Hội đồng nghĩa vụ quân sự xã được kiện toàn ngày 15/7/2025.
Rút kinh nghiệm đợt tuyển quân tháng 02/2025.
""".strip().splitlines()
"""A plan for 2026 that was issued on 26 September 2025."""
