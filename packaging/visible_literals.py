"""Words that a widget shows and nobody can translate: literals that are set as texts outside of ``tr``."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from translatable_strings import Opaque

SHOWING: Final = frozenset(
    {
        *("setText", "setToolTip", "setWindowTitle", "setTitle", "setPlaceholderText", "setStatusTip", "setWhatsThis"),
        *("setAccessibleName", "setAccessibleDescription", "setPrefix", "setSuffix", "setSpecialValueText"),
        *("setPlainText", "setHtml", "addItem", "addItems", "addRow", "addAction", "addTab", "setTabText", "addMenu"),
        *("setHeaderLabels", "setLabelText", "setInformativeText", "setButtonText", "showMessage", "addButton"),
        *("QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"),
        *("ElidedLabel", "words_label", "heading", "show_text", "add_accept", "add_cancel"),
    }
)
"""Methods and classes whose arguments are shown."""

_SHOWN: Final = {"addItem": slice(1), "show_text": slice(1, 2)}
"""Where only some of the arguments are; the others are keys."""

_WORD: Final = re.compile(r"[A-Za-z]{2,}")
_UNITS: Final = frozenset({"px", "ms", "MB", "GB", "GranView", "CSV", "fps", "https", "GPU", "CPU", "IoU", "ECE"})
"""Words that are the same in every language."""


def visible_literals(files: Iterable[Path]) -> list[Opaque]:
    """Calls that show words of their own, which no translation reaches."""
    return sorted(
        Opaque(file.as_posix(), call.lineno, ast.unparse(call))
        for file in files
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and _name(call) in SHOWING
        and any(_speaks(each) for each in call.args[_SHOWN.get(_name(call), slice(None))])
    )


def _shown(call: ast.Call) -> list[ast.expr]:
    name = _name(call)
    return call.args[_SHOWN.get(name, slice(None))] if name in SHOWING else []


def _name(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _speaks(node: ast.expr) -> bool:
    """Whether an argument is a literal with words, or puts such a literal together with something else."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(set(_WORD.findall(_plain(node.value))) - _UNITS)
    if isinstance(node, ast.JoinedStr):
        return any(_speaks(part) for part in node.values)
    if isinstance(node, ast.IfExp):
        return _speaks(node.body) or _speaks(node.orelse)
    if isinstance(node, ast.BinOp):
        return _speaks(node.left) or _speaks(node.right)
    return False


def _plain(text: str) -> str:
    """A text without tags and entities."""
    return re.sub(r"<[^>]*>?|&\w+;|^[^<]*>", "", text)
