"""Classes of pictures: which models are for it, and how its classes are typed and said."""

from granview.core.task_param import TaskParam
from granview.core.task_trait import TASK_TRAITS, TaskTraits

TASK_TRAITS.register("image-classification")(
    TaskTraits(
        "an image classifier",
        (
            "ForImageClassification",
            "ForImageClassificationWithTeacher",
            "CLIPModel",
            "AlignModel",
            "MetaClip2Model",
            "SiglipModel",
            "Siglip2Model",
        ),
        rank=5,
        why_whole="Its classes are those of the whole picture",
        params=(
            TaskParam(
                "phrases",
                "Classes",
                (),
                "The classes among which models that read words choose, such as CLIP and SigLIP; models that were "
                "trained for classes of their own have those",
            ),
            TaskParam(
                "hypothesis_template",
                "Sentence about a class",
                "a photo of a {}.",
                "The sentence that models which read words compare a picture with; {} stands for the class",
            ),
            TaskParam(
                "several_classes",
                "Several classes a picture",
                False,
                "Whether models that read words may say several classes of a picture: SigLIP then gives each class a "
                "probability of its own. Else the classes exclude each other",
            ),
            TaskParam(
                "threshold",
                "Least probability",
                0.5,
                "From where a class is said by models whose classes do not exclude each other",
                low=0.0,
                high=1.0,
                rescores=True,
            ),
            TaskParam(
                "groups",
                "Groups of classes",
                (),
                "Classes that are alike, such as crack+crazing+scratch: joined by +, a comma between groups. They are "
                "the grain of fine-grained classes, and a class of the right group counts for the group accuracy",
                rescores=True,
            ),
        ),
        right_above=0.5,
    )
)
