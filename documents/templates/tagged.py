"""Whether the tags of a template's document fit together: fields, forms, loops, conditions; the places it must have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jinja2 import TemplateSyntaxError, nodes

from documents.templates.cells import cell_faults
from documents.templates.faults import Fault, Where
from documents.templates.manifest import Form, Manifest
from documents.templates.places import Line, W, text_of
from documents.templates.sandbox import COMMANDS, Environment, expression_faults
from documents.templates.tags import Tag, tags_of

DEEPEST = 20
"""Commands open at once; Python itself compiles no more than 20 loops in one another, and 100 of other blocks."""

_TOP = ("bases", "body", "appendices")
"""Places that stand outside tables, in this order."""

_ALONE = frozenset({"p", "tr", "tc"})
_WRITTEN: dict[Form, str] = {
    "text": "{{{{ {name} }}}}",
    "flag": "{{%p if {name} %}}",
    "lines": "{{%p for line in {name} %}} {{{{ line }}}} {{%p endfor %}}",
    "runs": "{{{{r {name} }}}}",
    "run_lines": "{{%p for line in {name} %}} {{{{r line }}}} {{%p endfor %}}",
    "blocks": "{{{{p {name} }}}}",
}
_FORMS: dict[Form, str] = {"text": "", "runs": "r", "blocks": "p"}
_ITEMS: dict[Form, Form] = {"lines": "text", "run_lines": "runs"}


def written(name: str, form: Form) -> str:
    """Return how a field is written in a template: "{{p body }}"."""
    return _WRITTEN[form].format(name=name)


@dataclass(slots=True, eq=False)
class _Open:
    """A command that waits for its end, and the name its loop has made."""

    tag: Tag
    word: str
    name: str = ""
    form: Form = "text"


@dataclass(eq=False)
class TagCheck:
    """Goes through the tags of the document once and gathers what is wrong."""

    manifest: Manifest
    faults: list[Fault] = field(default_factory=list[Fault])
    _open: list[_Open] = field(default_factory=list[_Open])
    _places: dict[str, list[Tag]] = field(default_factory=dict[str, list[Tag]])
    _environment: Environment = field(default_factory=Environment)

    def check(self, lines: list[Line]) -> list[Fault]:
        """Return the faults of the document's paragraphs."""
        tags, self.faults = tags_of(lines)
        for tag in tags:
            if tag.line.boxed:
                self._say("tag-in-box", tag)
            if tag.form in _ALONE:
                self._check_alone(tag)
            if tag.prints:
                self._output(tag)
            else:
                self._command(tag)
        for left in self._open:
            self._say("block-open", left.tag)
        self.faults += [*self._missing(), *cell_faults(lines, tags)]
        return self.faults

    def _say(self, code: str, tag: Tag, found: str = "") -> None:
        self.faults.append(Fault(code=code, where=tag.line.where, found=found or tag.whole))

    def _check_alone(self, tag: Tag) -> None:
        around = {"tr": tag.line.row, "tc": tag.line.cell}.get(tag.form)
        whole = tag.line.text if around is None else " ".join(filter(None, map(text_of, around.iter(f"{W}p"))))
        rest = whole.replace(tag.whole, "", 1).strip()
        if rest:
            self._say("words-lost", tag, rest)

    # what is printed

    def _output(self, tag: Tag) -> None:
        tree = self._parsed(tag, f"{{{{ {tag.code} }}}}")
        if tree is None:
            return
        scope = self._scope()
        printed = next(iter(tree.find_all(nodes.Output))).nodes[0]
        if isinstance(printed, nodes.Name):
            if printed.name in scope:
                self._check_form(tag, printed.name, scope[printed.name])
            return
        for name in {n.name for n in tree.find_all(nodes.Name) if n.name in self.manifest.fields}:
            self._places.setdefault(name, []).append(tag)
        wrong = [n.name for n in tree.find_all(nodes.Name) if scope.get(n.name) in ("runs", "run_lines", "blocks")]
        if tag.form or wrong:
            name = wrong[0] if wrong else tag.code
            self._say("wrong-form", tag, written(name, scope[name]) if wrong else f"{{{{ {tag.code} }}}}")

    def _check_form(self, tag: Tag, name: str, form: Form) -> None:
        if _FORMS.get(form) != tag.form:
            self._say("wrong-form", tag, written(name, form))
        if name in self.manifest.fields:
            self._take_place(tag, name, form)

    def _take_place(self, tag: Tag, name: str, form: Form) -> None:
        before = self._places.setdefault(name, [])
        before.append(tag)
        if form != "blocks":
            return
        if len(before) == 2:
            self._say("place-twice", tag)
        if any(opened.tag.line.holder is tag.line.holder for opened in self._open):
            self._say("place-in-loop", tag)
        if name not in _TOP:
            return
        if tag.line.cell is not None:
            self._say("place-in-cell", tag)
        if any(later in self._places for later in _TOP[_TOP.index(name) + 1 :]):
            self._say("place-order", tag)

    def _missing(self) -> Iterator[Fault]:
        for name, form in self.manifest.fields.items():
            if name not in self._places:
                code = "place-missing" if name in self.manifest.required else ""
                code = code or ("place-absent" if name == "agency" else "")
                if code:
                    yield Fault(code=code, where=Where(), found=written(name, form))

    # what asks and repeats

    def _command(self, tag: Tag) -> None:
        word = tag.word
        if word not in COMMANDS:
            self._say("forbidden" if word[:1] in "-+" else "tag-unknown", tag, word or tag.whole)
        elif word == "for":
            self._loop(tag)
        elif word == "if":
            self._parsed(tag, f"{{% {tag.code} %}}{{% endif %}}")
            self._open_block(_Open(tag, "if"))
        elif word in ("elif", "else"):
            if word == "elif":
                self._parsed(tag, f"{{% if {tag.code[4:]} %}}{{% endif %}}")
            self._middle(tag, word)
        else:
            self._end(tag, word.removeprefix("end"))

    def _loop(self, tag: Tag) -> None:
        opened = _Open(tag, "for")
        tree = self._parsed(tag, f"{{% {tag.code} %}}{{% endfor %}}")
        loop = None if tree is None else next(iter(tree.find_all(nodes.For)), None)
        if loop is not None:
            over = loop.iter.name if isinstance(loop.iter, nodes.Name) else ""
            item = _ITEMS.get(self._scope().get(over, "text"))
            if item and isinstance(loop.target, nodes.Name):
                opened.name, opened.form = loop.target.name, item
                self._places.setdefault(over, []).append(tag)
            elif not over or over in self._scope():
                self._say("wrong-form", tag, "{%p for line in recipients %}")
        if any(before.word == "for" for before in self._open):
            self._say("nested-loop", tag)
        self._open_block(opened)

    def _open_block(self, opened: _Open) -> None:
        if len(self._open) == DEEPEST:
            self._say("nested-deep", opened.tag)
        self._open.append(opened)

    def _middle(self, tag: Tag, word: str) -> None:
        if not self._open or (word == "elif" and self._open[-1].word != "if"):
            self._say("block-stray", tag)
        else:
            self._check_together(self._open[-1].tag, tag)
            self._open[-1].name = ""  # after else there is no line

    def _end(self, tag: Tag, word: str) -> None:
        if all(opened.word != word for opened in self._open):
            self._say("block-stray", tag)
            return
        while self._open[-1].word != word:
            self._say("block-open", self._open.pop().tag)
        self._check_together(self._open.pop().tag, tag)

    def _check_together(self, first: Tag, last: Tag) -> None:
        one, other = first.line, last.line
        together = (
            first.form == last.form
            and {
                "": one is other,
                "r": one is other,
                "p": one.holder is other.holder,
                "tr": one.table is not None and one.table is other.table,
                "tc": one.row is not None and one.row is other.row,
            }[first.form]
        )
        if not together:
            self._say("block-across", first)

    # expressions

    def _scope(self) -> dict[str, Form]:
        return {**self.manifest.fields, **{opened.name: opened.form for opened in self._open if opened.name}}

    def _parsed(self, tag: Tag, source: str) -> nodes.Template | None:
        """Return the tag parsed, its own faults said; None where it cannot be understood."""
        if tag.whole[2] in "-+" or tag.whole[-3] in "-+":
            self._say("forbidden", tag, tag.whole)
            return None
        try:
            tree = self._environment.parse(source)
        except (TemplateSyntaxError, RecursionError, ValueError):  # a number of more digits than Python reads
            self._say("tag-broken", tag)
            return None
        for code, found in dict.fromkeys(expression_faults(tree)):
            self._say(code, tag, found)
        known = {*self._scope(), *(["loop"] if any(o.word == "for" for o in self._open) else [])}
        made = {n.name for n in tree.find_all(nodes.Name) if n.ctx == "store"}
        names = [n.name for n in tree.find_all(nodes.Name) if n.ctx == "load"]
        for name in dict.fromkeys(names):
            if name not in known and name not in made:
                self._say("unknown-field", tag, name)
        return tree if tree.body else None
