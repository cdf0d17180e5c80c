"""What GranView calls the files of a run or an export, in the folder that they are written into."""

from typing import Final

SESSION_NAME: Final = "session.granview"
_TABLES: Final = (
    *("calibration", "classes", "confusion", "cost", "differences", "explanation_similarity", "explanations"),
    *("flips", "grain", "marks", "results", "summary", "units", "variants"),
)
TABLES: Final = (
    *(f"{name}{suffix}" for name in _TABLES for suffix in (".csv", ".parquet")),
    *("verdict.md", "verdict.json"),
)
"""Files beside the session: the tables of ``granview.report.session_tables``, and the verdict."""

FOLDERS: Final = ("predictions", "comparison", "explanations")
