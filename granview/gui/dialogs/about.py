"""What this program is, and under which terms it and its parts come."""

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QWidget

import granview
from granview.core.errors import GranViewError
from granview.core.resources import resource_path
from granview.gui.dialogs.dialog_page import Page
from granview.gui.style.icons import application_icon

_PARTS: Final = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("pyqtgraph", "MIT"),
    ("numpy", "BSD-3-Clause"),
    ("torch", "BSD-3-Clause"),
    ("torchvision", "BSD-3-Clause"),
    ("transformers", "Apache-2.0"),
    ("huggingface_hub", "Apache-2.0"),
    ("safetensors", "Apache-2.0"),
    ("opencv-python-headless", "Apache-2.0"),
    ("pillow", "MIT-CMU"),
    ("msgspec", "BSD-3-Clause"),
    ("polars", "MIT"),
    ("fpdf2", "LGPL-3.0"),
    ("psutil", "BSD-3-Clause"),
    ("platformdirs", "MIT"),
    ("tqdm", "MPL-2.0 and MIT"),
)


class AboutDialog(Page):
    """Name, version, terms."""

    guide = "guide/installing.md"

    def __init__(self, parent: QWidget) -> None:
        super().__init__(self.tr("About GranView"), parent)
        head = QHBoxLayout()
        picture = QLabel()
        picture.setPixmap(application_icon().pixmap(64, 64))
        question = self.tr("Does the bigger model see the finer grain, and what does it cost?")
        text = QLabel(f"<h2>GranView {granview.__version__}</h2>{question}")
        text.setWordWrap(True)
        head.addWidget(picture)
        head.addSpacing(12)
        head.addWidget(text, 1)
        self.body.addLayout(head)
        terms = QTextBrowser()
        terms.setHtml(self._terms())
        self.body.addWidget(terms, 1)
        self.add_cancel(self.tr("Close"))
        self.resize(560, 520)

    def _terms(self) -> str:
        rows = "".join(f"<tr><td>{name}&nbsp;&nbsp;</td><td>{_version(name)}&nbsp;&nbsp;</td><td>{licence}</td></tr>"
                       for name, licence in _PARTS)  # fmt: skip
        system = f"Python {platform.python_version()} · Qt {qVersion()} · {platform.platform(terse=True)}"
        parts = [
            f"<p>{self.tr('GranView comes under the Apache License 2.0. Its parts come under their own terms:')}</p>",
            f"<table>{rows}</table><p>{system}</p>",
            f"<h3>{self.tr('Pictures of the sample gallery')}</h3><pre>{_gallery_sources()}</pre>",
        ]
        return "".join(parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _gallery_sources() -> str:
    try:
        text = resource_path("gallery", "SOURCES.md").read_text(encoding="utf-8")
    except (OSError, GranViewError):
        return ""
    return text.replace("&", "&amp;").replace("<", "&lt;")
