# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Jinja's templates by shorter ways: what they print stays the same to the byte.

Three things take most of a page's time. Each value that is escaped becomes a Markup of its own, though the page only
joins it; each call asks in vain for what few callables want (a context, a caller); and each page imports its
components anew. The short ways lean on underscored names of MarkupSafe and Jinja: all but the common case goes the
plain way.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import repeat
from types import BuiltinMethodType
from typing import Any

import markupsafe
from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import FromImport, Import, Template
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup

from porchlight.views.catalog import Catalog


def _escape() -> Callable[[Any], str]:
    try:
        from markupsafe._speedups import _escape_inner
    except ImportError:  # MarkupSafe without its C part, or another one
        return markupsafe.escape

    def quick(value: Any) -> str:
        if type(value) is str:
            return _escape_inner(value)
        return value if type(value) is Markup else markupsafe.escape(value)

    return quick


escape = _escape()
"""What MarkupSafe's `escape` says, as text that is joined and escaped no more: it need not be a Markup."""

_TAKE_NO_CONTEXT = frozenset({Catalog, BuiltinMethodType})


class _Code(CodeGenerator):
    """Compiled templates that escape what they print by `escape` above; Jinja uses that name for nothing else."""

    def visit_Template(self, node: Template, frame: Frame | None = None) -> None:
        """Compile the template; its last line takes the place of what its first line imports."""
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import escape")

    def _import_common(self, node: Import | FromImport, frame: Frame) -> None:
        if node.with_context:
            super()._import_common(node, frame)
        else:
            self.write("environment.imported(")
            self.visit(node.template, frame)
            self.write(")")


class _Context(Context):
    """A context that hands a macro its arguments itself."""

    def call(self, called: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """What a call in a template makes; `kwargs` also hold a loop's and a block's names, for who takes a context."""
        if type(called) is Macro and not (called.caller or called.catch_kwargs or called.catch_varargs):
            return self._macro(called, args, **kwargs)
        if type(called) in _TAKE_NO_CONTEXT:
            return _plainly(called, *args, **kwargs)
        return super().call(called, *args, **kwargs)

    def _macro(
        self, macro: Macro, args: tuple[Any, ...], /, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        values = [*args, *map(kwargs.pop, macro.arguments[len(args) :], repeat(missing))]
        if kwargs or len(values) > len(macro.arguments):
            return super().call(macro, *values, **kwargs)  # which says what is wrong
        text = macro._func(*values)
        return Markup(text) if self.eval_ctx.autoescape else text


def _plainly(
    called: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
) -> Any:
    return called(*args, **kwargs)


class QuickEnvironment(Environment):
    """An environment whose templates print what those of Jinja's own print, in less time.

    No template is read twice or given globals of its own, so what it hands to those that import it is always the same.
    """

    code_generator_class = _Code
    context_class = _Context

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, auto_reload=False, cache_size=-1)
        self._imported: dict[str, TemplateModule] = {}

    def imported(self, name: str) -> TemplateModule:
        """What a template hands to those that import it, made once."""
        if name not in self._imported:
            self._imported[name] = self.get_template(name).module
        return self._imported[name]
