"""The language of the interface. Vietnamese stands in the code; ``catalogues/en`` holds the English (Babel)."""

from __future__ import annotations

import gettext as _gettext
from io import BytesIO

from resources import path

LANGUAGES = ("vi", "en")


class _Current:
    """The catalogue in force; set once by the composition root before anything is shown."""

    language = "vi"
    catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Show all texts in ``language`` ("vi" or "en") from now on; ValueError for another."""
    if language not in LANGUAGES:
        raise ValueError(language)
    _Current.language = language
    _Current.catalogue = _gettext.NullTranslations() if language == "vi" else _read(language)


def _read(language: str) -> _gettext.NullTranslations:
    from babel.messages import mofile, pofile  # noqa: PLC0415 - only where the interface is not Vietnamese

    with path("catalogues", f"{language}.po").open("rb") as file:
        catalogue = pofile.read_po(file, locale=language)
    compiled = BytesIO()
    mofile.write_mo(compiled, catalogue)
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def language() -> str:
    """Return the language in force."""
    return _Current.language


def gettext(text: str) -> str:
    """Return ``text`` (Vietnamese, as in the code) in the language in force."""
    return _Current.catalogue.gettext(text)


def marked(text: str) -> str:
    """Mark ``text`` for the catalogue where it stands in a table; it is translated where it is shown."""
    return text
