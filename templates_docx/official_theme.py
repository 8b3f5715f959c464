"""The theme part of the official template: black and white, Times New Roman; no style refers to it."""

from __future__ import annotations

_COLOURS = "".join(
    f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'
    for name, value in (
        ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "000000"), ("lt2", "FFFFFF"), ("accent1", "000000"),
        ("accent2", "000000"), ("accent3", "000000"), ("accent4", "000000"), ("accent5", "000000"),
        ("accent6", "000000"), ("hlink", "000000"), ("folHlink", "000000"),
    )
)  # fmt: skip

_FACE = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface="Times New Roman"/>'

_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'

_LINE = f'<a:ln w="9525">{_FILL}<a:prstDash val="solid"/></a:ln>'

_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"

THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Kế hoạch"><a:themeElements>'
    f'<a:clrScheme name="Đen trắng">{_COLOURS}</a:clrScheme>'
    f'<a:fontScheme name="Times New Roman"><a:majorFont>{_FACE}</a:majorFont><a:minorFont>{_FACE}</a:minorFont>'
    f'</a:fontScheme><a:fmtScheme name="Đơn giản"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
    f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
