"""The Jinja a template is run in: it prints fields, asks and repeats, and can do nothing else.

No global names, no calls, no attributes but those of ``loop``, no arithmetic that makes much of little; an undefined
name is an error. ``expression_faults`` finds the same before anything is run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

FILTERS = ("upper", "lower", "capitalize", "trim", "join", "length", "first", "last")
TESTS = ("defined", "undefined", "none")
LOOP = frozenset({"first", "last", "index", "index0", "length"})
COMMANDS = frozenset({"for", "if", "elif", "else", "endfor", "endif"})

_ALLOWED = (nodes.Name, nodes.Const, nodes.Not, nodes.And, nodes.Or, nodes.Compare, nodes.Operand, nodes.CondExpr,
            nodes.Output, nodes.Template, nodes.TemplateData, nodes.For, nodes.If)  # fmt: skip


class Environment(SandboxedEnvironment):
    """The sandbox of all templates, ours too."""

    intercepted_binops = frozenset({"*", "**", "%", "+", "-", "/", "//"})

    def __init__(self, **options: Any) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, **options)
        filters: dict[str, Any] = self.filters
        tests: dict[str, Any] = self.tests
        self.globals: dict[str, Any] = {}
        self.filters = {name: filters[name] for name in FILTERS}
        self.tests = {name: tests[name] for name in TESTS}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Say whether a template may read an attribute: only where it stands in a loop."""
        return isinstance(obj, LoopContext) and attr in LOOP

    def is_safe_callable(self, obj: Any) -> bool:
        """Say whether a template may call anything: never."""
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Refuse arithmetic: ``"x" * 10 ** 9`` would fill the memory."""
        raise SecurityError(operator)


def expression_faults(tree: nodes.Node) -> Iterator[tuple[str, str]]:
    """Yield code and words of each thing in a parsed tag that templates may not use."""
    for node in tree.find_all((nodes.Expr, nodes.Stmt)):
        if isinstance(node, nodes.Filter) and node.name not in FILTERS:
            yield "filter-forbidden", node.name
        elif not _is_allowed(node):
            yield "forbidden", _sign(node)


def _is_allowed(node: nodes.Node) -> bool:
    match node:
        case nodes.Filter():
            return True
        case nodes.Test(name=name):
            return name in TESTS
        case nodes.Getattr(node=nodes.Name(name="loop"), attr=attr):
            return attr in LOOP
        case nodes.For():
            return not node.recursive
        case _:
            return isinstance(node, _ALLOWED)


def _sign(node: nodes.Node) -> str:
    """Return how a node is written in a template."""
    if isinstance(node, nodes.Getattr):
        return f".{node.attr}"
    return _SIGNS.get(type(node).__name__, type(node).__name__.lower())


_SIGNS = {
    "Call": "(…)", "Getitem": "[…]", "List": "[…]", "Tuple": "(…, …)", "Dict": "{…}", "Add": "+", "Sub": "-",
    "Mul": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "Concat": "~", "Neg": "-", "Pos": "+",
}  # fmt: skip
