"""The metrics of token classification."""

from typing import Final

from granview.tasks.base import Column

_EXACT: Final = (
    "An entity is right when its start, its end and its type are, as seqeval counts in its default mode: a tag I- with "
    "nothing to go on from begins one. Equal ones of a text count once; counted over all texts together (micro "
    "average)."
)
_OF_THE_REFERENCE: Final = "Share of the reference's entities, of all texts together,"

COLUMNS: Final = (
    Column("entity_f1", "Entity F1", better="higher", description=f"Harmonic mean of precision and recall. {_EXACT}"),
    Column(
        "entity_precision",
        "Entity precision",
        better="higher",
        description=f"Share of the predicted entities that are right. {_EXACT}",
    ),
    Column(
        "entity_recall",
        "Entity recall",
        better="higher",
        description=f"Share of the reference's entities that are found. {_EXACT}",
    ),
    Column(
        "entity_f1_macro",
        "Entity F1 macro",
        better="higher",
        description="Strict F1 of each type over all texts together, averaged over types with equal weights. "
        "Types in neither reference nor prediction are left out; those that only one of them has count as 0, also what "
        "the reference's label set lacks.",
    ),
    Column(
        "boundary_f1",
        "Boundary F1",
        better="higher",
        description="F1 over spans, whatever their type: right when start and end are; of all texts together.",
    ),
    Column(
        "type_wrong",
        "Type wrong",
        better="lower",
        description=f"{_OF_THE_REFERENCE} that are found with start and end but as another type.",
    ),
    Column(
        "overlapping",
        "Overlapping",
        better="lower",
        description=f"{_OF_THE_REFERENCE} that are found in part, or with more than belongs to them, as whatever type.",
    ),
    Column("missed", "Missed", better="lower", description=f"{_OF_THE_REFERENCE} that nothing predicted overlaps."),
    Column(
        "invented",
        "Invented",
        better="lower",
        description="Share of the predicted entities, of all texts together, that stand for none of the reference.",
    ),
)

CLASS_COLUMNS: Final = (
    Column("f1", "F1", better="higher", description=f"Strict F1 of the type. {_EXACT}"),
    Column("precision", "Precision", better="higher", description=f"Of the type's predicted entities. {_EXACT}"),
    Column("recall", "Recall", better="higher", description=f"Of the type's entities in the reference. {_EXACT}"),
)

CLASS_SIZE: Final = Column(
    "entities", "Entities", digits=0, description="Entities of the type in the references, equal ones of a text once."
)

UNIT_SCORE: Final = Column(
    "score",
    "Score",
    better="higher",
    description="1 for an entity of the reference that is found with its start, its end and its type; else 0.",
)

AGREEMENT: Final = Column(
    "agreement",
    "Agreement",
    description="F1 of its entities with those of each other lane, where two of one type that overlap agree by the "
    "part that is in both, over all texts that both have; mean over lanes. It needs no reference.",
)
