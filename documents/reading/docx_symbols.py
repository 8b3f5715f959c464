"""Characters of symbol fonts as Unicode, and numbers in the formats of Word's lists."""

from __future__ import annotations

from plans.numbering import roman

_SYMBOL = {
    0x2D: "-", 0xB7: "•", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°",
    0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xAB: "↔", 0xDE: "⇒", 0xDB: "⇔", 0xA8: "♦", 0xE5: "∑", 0xD6: "√",
    0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ", 0x44: "Δ", 0x6D: "μ", 0x70: "π", 0x53: "Σ", 0x73: "σ", 0x57: "Ω",
    0xA5: "∞", 0xCE: "∈", 0xC7: "∩", 0xC8: "∪", 0x22: "∀", 0xB2: "″", 0xA2: "′", 0xBC: "…",
}  # fmt: skip
_WINGDINGS = {
    0xD8: "➢", 0xA7: "▪", 0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "❑", 0x72: "❒",
    0x76: "❖", 0x6E: "■", 0x6C: "●", 0x77: "◆", 0x75: "◆", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨", 0x9F: "•", 0xAB: "★",
    0x46: "☞", 0x28: "☎", 0x2A: "✉", 0x78: "☒", 0xA1: "○", 0x9E: "·", 0xDF: "←", 0xE1: "↑", 0xE2: "↓",
}  # fmt: skip
_COUNTED = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
_TABLES = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_ASCII_SIGNS = frozenset(b"!#%&()*+,./0123456789:;<=>?[]_{|}")
_PRIVATE = range(0xF020, 0xF100)
_DROPPED = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_PLAIN = _DROPPED | {
    0x2011: "-", 0xA0: " ", 0x202F: " ", 0x2007: " ", 0x0A: " ", 0x0D: " ", 0x09: " ",
    **dict.fromkeys(range(0x2000, 0x2007), " "), **dict.fromkeys(range(0x2008, 0x200B), " "),
}  # fmt: skip


def symbol(code: int, font: str) -> str:
    """Return the character that ``code`` of a symbol font shows, "•" for a picture we have no character for."""
    low = code - 0xF000 if code in _PRIVATE else code
    table = _TABLES.get(font.lower().rstrip(" 23"), _SYMBOL if code in _PRIVATE and not font else {})
    if low in table:
        return table[low]
    if code in _PRIVATE:
        return chr(low) if low in _ASCII_SIGNS and "wing" not in font.lower() else "•"
    return chr(code) if 0x20 <= code <= 0xFFFF and not 0xD800 <= code <= 0xDFFF else ""


def readable(text: str, font: str = "") -> str:
    """Return typed ``text`` as a plan holds it: plain spaces and hyphens, no invisible marks, symbols as Unicode."""
    if any(ord(sign) in _PRIVATE for sign in text):
        text = "".join(symbol(ord(sign), font) if ord(sign) in _PRIVATE else sign for sign in text)
    return text.translate(_PLAIN)


def formatted(count: int, style: str) -> str:
    """Return ``count`` as a list of Word's number format ``style`` shows it; decimal for formats we don't know."""
    match style:
        case "upperRoman" | "lowerRoman" if 0 < count < 4000:
            return roman(count) if style == "upperRoman" else roman(count).lower()
        case "upperLetter" | "lowerLetter" if 0 < count <= 780:
            letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
            return letters.upper() if style == "upperLetter" else letters
        case "decimalZero":
            return f"{count:02d}"
        case "none":
            return ""
        case "numberInDash":
            return f"- {count} -"
        case "vietnameseCounting" | "cardinalText" if 0 < count <= len(_COUNTED):
            return _COUNTED[count - 1]
        case "ordinalText" if 0 < count <= len(_COUNTED):
            return {1: "Thứ nhất", 4: "Thứ tư"}.get(count, f"Thứ {_COUNTED[count - 1].lower()}")
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" if 0 < count <= 20:
            return chr(0x2460 + count - 1)
        case _:
            return str(count)
