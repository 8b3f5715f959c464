"""Which editor a FieldSpec gets, by the name its table says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.completion import Completion
from desktop.document import PlanDocument
from desktop.fields.base import FieldEditor
from desktop.fields.choices import CheckField, ChoiceField, DateField, PeriodField
from desktop.fields.explained import ExplainedField
from desktop.fields.grid import GridField
from desktop.fields.lines import LineField, NoteField, NumberField, RichField, TextLinesField
from desktop.fields.profile import ProfileField
from desktop.fields.signing import SigningField
from desktop.fields.units import UnitField, UnitsField
from desktop.footnote_marks import footnote_numbers
from desktop.forms.meanings import explain_agency, explain_basis, explain_deadline
from desktop.forms.specs import FieldSpec
from desktop.node_texts import headline
from desktop.offers import PlanOffers
from plans.nodes import Target
from plans.text import RichText
from resources.texts import gettext as _

Maker = Callable[[PlanDocument, FieldSpec, QWidget], FieldEditor]


def make_editor(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    """Return the editor for ``spec``, with its accessible name."""
    editor = EDITORS[spec.editor](document, spec, parent)
    editor.text_widget().setAccessibleName(_(spec.label))
    return editor


def _line(_document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return LineField(parent, hint=_hint(spec))


def _wide_line(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return _completed(document, NoteField(parent, hint=_hint(spec), one_line=True))


def _number(_document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return NumberField(parent, hint=_hint(spec))


def _lines(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return _completed(document, TextLinesField(parent, hint=_hint(spec)))


def _agency(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    """Where no agency is given, say under which name the plan is printed, and where it comes from."""
    lines = TextLinesField(parent, hint=_hint(spec), min_lines=2)
    return ExplainedField(lines, partial(_explain_agency, document), parent)


def _note(_document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return NoteField(parent, hint=_hint(spec))


def _title(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    field = RichField(parent, hint=_hint(spec), one_line=True, number_of=partial(note_number, document))
    return _completed(document, field)


def _rich(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return _completed(document, RichField(parent, hint=_hint(spec), number_of=partial(note_number, document)))


def _prose(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    field = RichField(parent, hint=_hint(spec), number_of=partial(note_number, document))
    field.edit.splits = True
    return _completed(document, field)


def _basis(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    field = RichField(parent, hint=_hint(spec), number_of=partial(note_number, document))
    Completion(field.edit, PlanOffers(document).basis)
    return ExplainedField(field, partial(_explain_basis, document, spec.owner), parent)


def _deadline(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return ExplainedField(_line(document, spec, parent), partial(_explain_deadline, document), parent)


def _choice(_document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return ChoiceField(parent, choices=[(value, _(words)) for value, words in spec.choices])


def _check(_document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return CheckField(parent, words=_(spec.label))


def _date(_document: PlanDocument, _spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return DateField(parent)


def _period(_document: PlanDocument, _spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return PeriodField(parent)


def _units(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return UnitsField(parent, known=partial(_known_units, document), hint=_hint(spec))


def _unit(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return UnitField(parent, known=partial(_known_addressees, document), hint=_hint(spec))


def _leaders(document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return UnitsField(parent, known=partial(_known_leaders, document), hint=_hint(spec))


def _target(document: PlanDocument, _spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return ChoiceField(parent, choices=partial(_targets, document))


def _grid(document: PlanDocument, _spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return GridField(parent, number_of=partial(note_number, document), offers=PlanOffers(document).prose)


def _profile(_document: PlanDocument, _spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return ProfileField(parent)


def _signing(_document: PlanDocument, spec: FieldSpec, parent: QWidget) -> FieldEditor:
    return SigningField(parent, hint=_hint(spec))


EDITORS: dict[str, Maker] = {
    "line": _line,
    "wide_line": _wide_line,
    "number": _number,
    "lines": _lines,
    "agency": _agency,
    "note": _note,
    "title": _title,
    "rich": _rich,
    "goal": _rich,
    "prose": _prose,
    "basis": _basis,
    "choice": _choice,
    "check": _check,
    "date": _date,
    "period": _period,
    "units": _units,
    "leaders": _leaders,
    "unit": _unit,
    "deadline": _deadline,
    "target": _target,
    "grid": _grid,
    "profile": _profile,
    "signing": _signing,
}


def _completed(document: PlanDocument, field: RichField | NoteField | TextLinesField) -> FieldEditor:
    """Return a field of words that are printed, with names of units and documents offered while one types."""
    Completion(field.edit, PlanOffers(document).prose)
    return field


def note_number(document: PlanDocument, note: str) -> int:
    """Return the printed number of a footnote, 0 while it is not in the plan."""
    return footnote_numbers(document.plan).get(note, 0)


def _hint(spec: FieldSpec) -> str:
    return _(spec.hint) if spec.hint else ""


def _explain_deadline(document: PlanDocument, text: str) -> str:
    return explain_deadline(text, document.plan.year)


def _explain_basis(document: PlanDocument, node_id: str, text: RichText) -> str:
    return explain_basis(document.plan, node_id, text)


def _explain_agency(document: PlanDocument, given: object) -> str:
    return "" if given else explain_agency(document.plan)


def _known_units(document: PlanDocument) -> list[str]:
    return document.office.names(document.plan)


def _known_addressees(document: PlanDocument) -> list[str]:
    """Return whom an assignment may name: units and leaders."""
    return list(dict.fromkeys((*_known_units(document), *_known_leaders(document))))


def _known_leaders(document: PlanDocument) -> list[str]:
    return document.office.leaders(document.plan)


def _targets(document: PlanDocument) -> list[tuple[Any, str]]:
    found = [(node.id, _shortened(headline(node))) for node in document.plan.walk() if isinstance(node, Target)]
    return [("", _("Không gắn chỉ tiêu nào")), *found]


def _shortened(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:89].rstrip()}…"
