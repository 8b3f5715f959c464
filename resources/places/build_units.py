"""Write ``units.json``: provinces and communes since 1 July 2025, and what every former unit became.

Run by hand, once: ``python resources/places/build_units.py FOLDER`` with the unpacked wheel of vietnamadminunits 1.0.4
(MIT) in the folder.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

_NEW = "SELECT provinceCode, province, provinceKey, wardCode, ward, wardKey FROM admin_units ORDER BY wardCode"
_OLD = "SELECT province, district, ward, provinceKey, districtKey, wardKey FROM admin_units_legacy ORDER BY wardCode"


def units(package: Path) -> dict[str, Any]:
    """Return the whole table: provinces with the former ones they hold, communes by province, former units."""
    conversion = json.loads((package / "data" / "converter_2025.json").read_text(encoding="utf-8"))
    with closing(sqlite3.connect(package / "data" / "dataset.db")) as database:
        new, old = database.execute(_NEW).fetchall(), database.execute(_OLD).fetchall()
    code_of = {(province, ward): code for _, _, province, code, _, ward in new}
    became = _became(conversion, code_of)
    communes: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for province_code, province, _, code, ward, _ in new:
        communes.setdefault(province_code, {})[code] = ward
        names[province_code] = province
    former: dict[str, dict[str, dict[str, str]]] = {}
    for province, district, ward, *keys in old:
        codes = became["_".join(key or "" for key in keys)]
        former.setdefault(province, {}).setdefault(district, {})[ward or ""] = " ".join(codes)
    return {"provinces": dict(sorted(names.items())), "communes": dict(sorted(communes.items())), "former": former}


def _became(conversion: dict[str, Any], code_of: dict[tuple[str, str], str]) -> dict[str, list[str]]:
    """Return the codes of the communes that each former unit became, the one that holds most of it first."""
    became: dict[str, list[str]] = {}
    for province, wards in conversion["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                became.setdefault(old, []).append(code_of[province, ward])
    for province, olds in conversion["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in olds.items():
            became[old] = [code_of[province, part["newWardKey"]] for part in sorted(parts, key=_not_default)]
    return became


def _not_default(part: dict[str, Any]) -> bool:
    return not part["isDefaultNewWard"]


def main() -> None:
    """Write the table beside this script."""
    data = {
        "date": "2025-07-01",
        "source": "vietnamadminunits 1.0.4, Copyright (c) 2025 Tran Ngoc Minh Hieu, MIT License",
        "note": "former: tỉnh, huyện, xã cũ → mã xã mới (xã chia ra nhiều xã mới: nhiều mã, mã đầu giữ phần lớn nhất).",
        **units(Path(sys.argv[1]) / "vietnamadminunits"),
    }
    target = Path(__file__).with_name("units.json")
    target.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
