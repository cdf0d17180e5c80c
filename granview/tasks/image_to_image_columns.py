"""The metrics of image-to-image."""

from typing import Final

from granview.tasks.base import Column

_OVER: Final = "Mean over the pictures, each of which has one."
_LUMA: Final = (
    "of the luminance Y of BT.601, 16 to 235, as MATLAB's rgb2ycbcr has it but not rounded; as many px as the scale "
    "are cut from each border, none where the scale is 1"
)
_COLOR: Final = "of red, green and blue, from the whole picture"
_SSIM: Final = "Structural similarity (Wang et al. 2004, window 11 x 11 of sigma 1.5)"
_PSNR: Final = "Peak signal-to-noise ratio"
_SAME: Final = "A picture that equals its reference has no finite PSNR and is left out, as column Equal says."

COLUMNS: Final[tuple[Column, ...]] = (
    Column("psnr_y", "PSNR (Y)", "dB", "higher", 2, f"{_PSNR} {_LUMA}. {_OVER} {_SAME}", 50.0, leaves_out_perfect=True),
    Column("ssim_y", "SSIM (Y)", "", "higher", 4, f"{_SSIM} {_LUMA}. {_OVER}"),
    Column(
        "psnr_rgb", "PSNR (RGB)", "dB", "higher", 2, f"{_PSNR} {_COLOR}. {_OVER} {_SAME}", 50.0, leaves_out_perfect=True
    ),
    Column("ssim_rgb", "SSIM (RGB)", "", "higher", 4, f"{_SSIM} {_COLOR}: the mean of the three. {_OVER}"),
    Column(
        "fine_detail",
        "Fine detail",
        "",
        "higher",
        description="Share of the reference's power in the finest octave, waves of less than 4 px, that the picture "
        "explains: 1 less the power of the error by that of the reference, of Y, not below 0. "
        f"{_OVER}",
    ),
    Column(
        "ssim_edges",
        "SSIM at edges",
        "",
        "higher",
        description="SSIM of Y, averaged over the px of all samples together where the "
        "reference's gradient is above 0.12 of its greatest (Li and Bovik 2010).",
    ),
    Column(
        "ssim_flat",
        "SSIM of flat places",
        "",
        "higher",
        description="SSIM of Y, averaged over the px of all samples together where the "
        "reference's gradient is at most 0.06 of its greatest (Li and Bovik 2010).",
    ),
    Column(
        "equal",
        "Equal",
        digits=0,
        description="Pictures that equal their reference px for px, so that their PSNR is infinite; of all "
        "samples together. They are left out of it.",
        is_aside=True,
    ),
)

UNIT_SCORE: Final = Column(
    "score",
    "Score",
    better="higher",
    description="Of an octave of spatial frequency the share of the reference's power that the picture explains, 1 "
    "less the power of the error by that of the reference, not below 0; of edges, texture and flat places their mean "
    "SSIM, not below 0. Both of Y, border cut as for PSNR (Y).",
)

AGREEMENT: Final = Column(
    "agreement",
    "Agreement",
    description="PSNR of two lanes' pictures against each other, over all px of red, green and blue of the samples "
    "that both have, by 50 dB, at most 1; mean over lanes. It needs no reference, and says nothing about who is right.",
)
