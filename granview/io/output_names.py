"""What GranView calls the files of a run or an export, in the folder that they are written into."""

from typing import Final

SESSION_NAME: Final = "session.granview"
TABLES: Final = (
    *("results.csv", "summary.csv", "differences.csv", "variants.csv", "units.csv", "grain.csv"),
    *("marks.csv", "explanations.csv", "explanation_similarity.csv", "verdict.md", "verdict.json"),
)
FOLDERS: Final = ("predictions", "comparison", "explanations")
