"""Small PDF files made by hand for tests: pages of text set where the test wants it, rules, pictures, odd fonts."""

from __future__ import annotations

from dataclasses import dataclass, field

A4 = (595, 842)

_DOT = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    "stream\n@\nendstream"
)


@dataclass
class Sheet:
    """One page under construction; places are counted from the top left, in points."""

    size: tuple[int, int] = A4
    rotate: int = 0
    marks: list[str] = field(default_factory=list)
    images: int = 0

    def text(self, x: float, y: float, text: str, size: float = 12, font: str = "F1", mode: int = 0) -> Sheet:
        shown = "".join(f"{code:02x}" for code in text.encode("latin-1"))
        self.marks.append(f"BT /{font} {size} Tf {mode} Tr 1 0 0 1 {x} {self.size[1] - y} Tm <{shown}> Tj ET")
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        high = self.size[1]
        self.marks.append(f"0.5 w {x0} {high - y0} m {x1} {high - y1} l S")
        return self

    def picture(self, x: float, y: float, width: float, height: float) -> Sheet:
        self.marks.append(f"q {width} 0 0 {height} {x} {self.size[1] - y - height} cm /Im1 Do Q")
        return self


def pdf_of(*sheets: Sheet, font: str = "Helvetica", trailer: str = "", odd_font: bool = False) -> bytes:
    """Return a PDF of the sheets. F1 is ``font`` in the Windows encoding, F2 its bold; odd_font: F1's codes mean
    nothing that the file tells."""
    encoding = "" if odd_font else "/Encoding /WinAnsiEncoding"
    if odd_font:
        names = " ".join(f"/g{code}" for code in range(32, 256))
        encoding = f"/Encoding << /Type /Encoding /Differences [32 {names}] >>"
    widths = "/FirstChar 32 /LastChar 255 /Widths [" + "500 " * 224 + "]"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(sheets)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(sheets)))}] >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} {encoding} {widths} >>",
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{font}-Bold {encoding} {widths} >>",
        _DOT,
    ]
    for number, sheet in enumerate(sheets):
        content = "\n".join(sheet.marks)
        width, height = sheet.size
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Rotate {sheet.rotate} "
            f"/Contents {7 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /Im1 5 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects, trailer)


def _file(objects: list[str], trailer: str) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return data + end.encode("latin-1")
