import msgspec
import pytest

from granview.core.errors import InputError
from granview.core.sample import Reference, Sample
from granview.core.truths.classes import ReferenceClasses
from granview.core.truths.mask import ReferenceMask
from granview.io.reference_format import read_truth, reference_of_type
from granview.io.reference_formats.class_name import MOST_KNOWN, class_reference
from granview.io.shown_reference import shown_reference

CLASS = class_reference(("dog",), ("cat", "dog"), 7)
PICTURE = Sample("rex", "/data/dog/rex.png", reference=CLASS)


def test_a_reference_says_the_class_and_what_is_known_of_it():
    assert read_truth(CLASS) == ReferenceClasses(("dog",), ("cat", "dog"), 7)
    several = class_reference(("dog", "ball"), path="/data/labels.csv")
    assert read_truth(several) == ReferenceClasses(("dog", "ball"))
    assert (several.path, several.record) == ("/data/labels.csv", "dog, ball")
    assert read_truth(class_reference(())).names == ()


def test_a_record_alone_is_a_class():
    assert read_truth(Reference("", format="class-name", record="dog, not cat")).names == ("dog, not cat",)
    with pytest.raises(InputError, match="names no class"):
        read_truth(Reference("", format="class-name"))


def test_of_many_classes_not_every_picture_carries_all():
    assert class_reference(("a",), tuple(map(str, range(MOST_KNOWN)))).data_set.labels
    assert not class_reference(("a",), tuple(map(str, range(MOST_KNOWN + 1)))).data_set.labels


def test_a_class_is_no_reference_to_tasks_that_compare_with_masks():
    assert reference_of_type(PICTURE, ReferenceClasses) == CLASS
    assert reference_of_type(PICTURE, ReferenceMask) is None
    mask = Reference("/data/dog/rex_mask.png")
    both = msgspec.structs.replace(PICTURE, more_references=(mask,))
    assert reference_of_type(both, ReferenceMask) == mask


def test_it_is_shown_where_a_lane_is_compared_with_it_or_there_is_no_lane():
    assert shown_reference(PICTURE, [ReferenceMask]) is None
    assert shown_reference(PICTURE, [ReferenceMask, ReferenceClasses]) == (CLASS, ReferenceClasses)
    assert shown_reference(PICTURE, []) == (CLASS, None)
