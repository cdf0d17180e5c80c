from granview.core.predictions.class_scores import ClassScores
from granview.core.truths.classes import ReferenceClasses


def test_it_is_shown_as_a_prediction_that_is_sure():
    prediction, labels = ReferenceClasses(("dog",), ("cat", "dog")).as_prediction()
    assert isinstance(prediction, ClassScores)
    assert labels.names == ("cat", "dog")
    assert prediction.scores.tolist() == [0, 1]
    assert not prediction.multi_label


def test_several_classes_do_not_exclude_each_other():
    prediction, labels = ReferenceClasses(("dog", "ball")).as_prediction()
    assert (labels.names, prediction.scores.tolist(), prediction.multi_label) == (("dog", "ball"), [1, 1], True)
    assert ReferenceClasses(()).as_prediction()[0].multi_label
