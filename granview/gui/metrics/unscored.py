"""Why a table has no metrics, in words."""

from PySide6.QtCore import QCoreApplication

from granview.report.session_contents import SessionContents

translate = QCoreApplication.translate


def why_unscored(contents: SessionContents) -> str:
    """Why no lane has metrics, and what to do: nothing to score against, or classes that do not belong together."""
    if any(row.scored for row in contents.results.values()):
        return translate(
            "Metrics",
            "References, but nothing is scored: below each sample and in the log it stands why. "
            "Where classes have other names, say which is which: Edit ▸ Match classes… (Ctrl+K).",
        )
    return translate(
        "Metrics", "No references, so nothing to score against. Add references, or see where lanes differ (X)."
    )
