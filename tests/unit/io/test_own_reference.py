from granview.core.run_params import RunParams
from granview.core.sample import Reference, Sample
from granview.core.truths.mask import ReferenceMask
from granview.core.truths.picture import ReferencePicture
from granview.io.own_reference import own_reference, reference_for

DEGRADED = RunParams(of_task={"image-to-image": {"degradation": "area"}})
SAMPLE = Sample("a", "/p/a.png", sha256="00", reference=Reference("/p/a_mask.png"))


def test_a_picture_that_is_made_worse_is_its_own_reference():
    own = own_reference(SAMPLE, "image-to-image", DEGRADED)
    assert own == Reference("/p/a.png", "00", format="picture")
    assert reference_for(SAMPLE, "image-to-image", ReferencePicture, DEGRADED) == own


def test_one_that_is_taken_as_it_is_has_the_reference_that_it_has():
    assert own_reference(SAMPLE, "image-to-image", RunParams()) is None
    assert reference_for(SAMPLE, "image-to-image", ReferencePicture, RunParams()) == SAMPLE.reference


def test_other_tasks_know_nothing_of_it():
    assert own_reference(SAMPLE, "image-segmentation", DEGRADED) is None
    assert reference_for(SAMPLE, "image-segmentation", ReferenceMask, DEGRADED) == SAMPLE.reference
    assert own_reference(SAMPLE, "nothing-known", DEGRADED) is None
