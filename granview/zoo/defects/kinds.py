"""The kinds of defects that the zoo's classifiers tell apart, and the groups of kinds that are alike."""

from enum import IntEnum


class Kind(IntEnum):
    """Classes of crops; the value is the position in a classifier's logits."""

    HAIRLINE_CRACK = 0
    BRANCHING_CRACK = 1
    CRAZING = 2
    SCRATCH = 3
    SCUFF = 4
    GOUGE = 5
    PIT = 6
    PORE_CLUSTER = 7
    INCLUSION = 8
    RUST_STAIN = 9
    BLISTER = 10
    DENT = 11

    @property
    def label(self) -> str:
        """The name in configurations and of folders, such as ``hairline-crack``."""
        return self.name.lower().replace("_", "-")


GROUPS: dict[str, tuple[Kind, ...]] = {
    "cracks": (Kind.HAIRLINE_CRACK, Kind.BRANCHING_CRACK, Kind.CRAZING),
    "scratches": (Kind.SCRATCH, Kind.SCUFF, Kind.GOUGE),
    "holes and bodies": (Kind.PIT, Kind.PORE_CLUSTER, Kind.INCLUSION),
    "patches": (Kind.RUST_STAIN, Kind.BLISTER, Kind.DENT),
}
"""Kinds that are alike: by what they are made of, not by how they were confused."""
