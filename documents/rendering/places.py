"""The place before the date: a bare name or that of the whole unit (decree 30/2020/NĐ-CP, PL1-II.4.a).

Units named after a person, digits or an event of history are always written in full ("Phường Điện Biên Phủ").
"""

from __future__ import annotations

from documents.rendering.issuer import Issuer
from documents.rendering.unit_names import must_be_full
from plans.profile import PlaceForm


def place_words(written: str, issuer: Issuer, form: PlaceForm) -> str:
    """Return the place as printed; ``written``: what the clerk wrote, "" for nothing. A place that is not the issuer's
    own unit is never changed."""
    written = " ".join(written.split())
    bare, full = issuer.unit_name, issuer.unit
    own = written.casefold() in ("", bare.casefold(), full.casefold())
    if not bare or not own or (written and not form):
        return written
    return full if form == "full" or must_be_full(bare) else bare
