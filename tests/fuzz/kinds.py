"""The kinds of files that are damaged: what they are made from, how, and which doors they go through."""

from dataclasses import dataclass
from random import Random

from tests.fuzz import annotation_seeds, doors, picture_mutations, safetensors_mutations, seeds, session_mutations
from tests.fuzz.bytes_mutations import BYTES, Mutation
from tests.fuzz.json_mutations import JSON, grow, of_lines
from tests.fuzz.text_mutations import TEXT


@dataclass(frozen=True)
class Kind:
    """One kind of files.

    Attributes:
        seeds: Makes the whole files.
        own: Damage that knows the format; half of the files take it.
        door: Where a damaged file goes.
    """

    seeds: seeds.Make
    own: tuple[Mutation, ...]
    door: doors.Door

    def damaged(self, rng: Random, whole: bytes) -> bytes:
        """A damaged copy of a file."""
        data = whole
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            data = rng.choice(self.own if rng.random() < 0.6 else BYTES)(rng, data)
        return data


_PNG = (picture_mutations.png_header, picture_mutations.png_chunks, picture_mutations.png_pixels)
KINDS: dict[str, Kind] = {
    "png": Kind(seeds.png, _PNG, doors.picture),
    "jpeg": Kind(seeds.jpeg, (picture_mutations.jpeg_header,), doors.picture),
    "webp": Kind(seeds.webp, (picture_mutations.webp_header,), doors.picture),
    "tiff": Kind(seeds.tiff, (picture_mutations.tiff_tags,), doors.picture),
    "bmp": Kind(seeds.bmp, (picture_mutations.bmp_header,), doors.picture),
    "csv": Kind(seeds.csv, TEXT, doors.data_set),
    "jsonl": Kind(seeds.jsonl, (of_lines, of_lines, *JSON, *TEXT), doors.data_set),
    "parquet": Kind(seeds.parquet, BYTES, doors.parquet),
    "conll": Kind(seeds.conll, TEXT, doors.data_set),
    "squad": Kind(seeds.squad, JSON, doors.data_set),
    "session": Kind(seeds.session, (session_mutations.change_database,), doors.session),
    "safetensors": Kind(
        seeds.safetensors,
        (safetensors_mutations.header, safetensors_mutations.header, safetensors_mutations.length),
        doors.model,
    ),
    "config": Kind(seeds.config, (*JSON, *(grow,) * 6), doors.model),
    "tokenizer": Kind(seeds.tokenizer, JSON, doors.model),
    "masks": Kind(seeds.masks, _PNG, doors.mask),
    "marks": Kind(annotation_seeds.marks, (*JSON, *JSON, *TEXT), doors.marks),
    "marked-lines": Kind(annotation_seeds.marked_lines, TEXT, doors.marks),
    "conllu": Kind(annotation_seeds.conll_u, TEXT, doors.data_set),
    "arrow": Kind(annotation_seeds.arrow, BYTES, doors.parquet),
    "classes": Kind(seeds.classes, (*JSON, *TEXT), doors.class_list),
}
