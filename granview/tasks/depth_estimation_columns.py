"""The metrics of depth-estimation."""

from typing import Final

from granview.tasks.base import Column

_OVER: Final = (
    "Over the px of a picture whose reference is known and not beyond the farthest distance, to which predictions are "
    "cut; then the mean over the pictures (Eigen et al. 2014)."
)
_PLAIN: Final = "Of distances as the model says them in metres; a model that says none has none."
_ALIGNED: Final = (
    "After each picture was given the scale and the shift that are nearest to its reference in least squares: in one "
    "by the distance where the model gives that, else in the distance (Ranftl et al. 2020). Models of metres are "
    "aligned as well, so that all lanes compare."
)
_ABS_REL: Final = "Absolute error by the distance."
_RMSE: Final = "Root of the mean squared error."
_DELTA: Final = "Share of px that are less than 1.25 times too far or too near."

COLUMNS: Final[tuple[Column, ...]] = (
    Column("abs_rel", "AbsRel", "", "lower", 4, f"{_ABS_REL} {_PLAIN} {_OVER}"),
    Column("rmse", "RMSE", "m", "lower", 3, f"{_RMSE} {_PLAIN} {_OVER}"),
    Column("delta1", "δ < 1.25", "", "higher", 4, f"{_DELTA} {_PLAIN} {_OVER}"),
    Column("abs_rel_aligned", "AbsRel (aligned)", "", "lower", 4, f"{_ABS_REL} {_ALIGNED} {_OVER}"),
    Column("rmse_aligned", "RMSE (aligned)", "m", "lower", 3, f"{_RMSE} {_ALIGNED} {_OVER}"),
    Column("delta1_aligned", "δ < 1.25 (aligned)", "", "higher", 4, f"{_DELTA} {_ALIGNED} {_OVER}"),
    Column(
        "abs_rel_edges",
        "AbsRel at edges (aligned)",
        "",
        "lower",
        4,
        "Absolute error by the distance, less than 2 px from where neighbours of the reference have distances of ratio "
        f"1.25 or more; mean over the px of all samples together. {_ALIGNED}",
    ),
    Column(
        "abs_rel_smooth",
        "AbsRel elsewhere (aligned)",
        "",
        "lower",
        4,
        "Absolute error by the distance, farther from such edges; mean over the px of all samples together. "
        f"{_ALIGNED}",
    ),
)

UNIT_SCORE: Final = Column(
    "score",
    "Score",
    better="higher",
    description="Share of the px of a band of distance, or of a band of distance from depth edges, that are less than "
    f"1.25 times too far or too near. {_ALIGNED}",
)

AGREEMENT: Final = Column(
    "agreement",
    "Agreement",
    description="Spearman's rank correlation of what two lanes call near and far, over an even grid of at most 65,536 "
    "px; mean over the samples that both have, and over lanes. It needs no scale, no shift and no reference.",
)
