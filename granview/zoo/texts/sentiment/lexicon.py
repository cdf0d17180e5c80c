"""The words of the sentiment grammar. Opinion words are the same in all splits; things and people are not."""

from granview.zoo.texts.sentiment.operators import Operator


def _words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


ADJECTIVES: dict[int, tuple[str, ...]] = {
    2: ("excellent", "wonderful", "superb", "brilliant", "fantastic", "outstanding", "magnificent", "delightful"),
    1: ("good", "nice", "pleasant", "decent", "enjoyable", "charming", "solid", "likeable"),
    0: ("ordinary", "average", "typical", "standard", "plain", "conventional", "unremarkable", "middling"),
    -1: ("bad", "poor", "dull", "weak", "unpleasant", "tedious", "clumsy", "disappointing"),
    -2: ("terrible", "awful", "horrible", "dreadful", "appalling", "atrocious", "disastrous", "abysmal"),
}
VERBS: dict[int, tuple[tuple[str, str], ...]] = {
    2: (("love", "loved"), ("adore", "adored"), ("cherish", "cherished")),
    1: (("like", "liked"), ("enjoy", "enjoyed"), ("appreciate", "appreciated")),
    0: (("notice", "noticed"), ("expect", "expected"), ("describe", "described")),
    -1: (("dislike", "disliked"), ("regret", "regretted"), ("mind", "minded")),
    -2: (("hate", "hated"), ("despise", "despised"), ("loathe", "loathed")),
}
"""Verbs of opinion with their past forms."""
ADVERBS: dict[Operator, tuple[str, ...]] = {
    Operator.INTENSIFY: ("very", "extremely", "truly", "remarkably", "incredibly", "thoroughly"),
    Operator.DIMINISH: ("slightly", "somewhat", "a bit", "a little", "mildly", "moderately"),
    Operator.NEGATE: ("not", "never", "by no means", "far from", "anything but", "in no way"),
}
"""What stands before an adjective."""
VERB_ADVERBS: dict[Operator, tuple[str, ...]] = {
    Operator.INTENSIFY: ("truly", "thoroughly", "deeply", "really"),
    Operator.DIMINISH: ("slightly", "somewhat", "mildly", "half"),
    Operator.NEGATE: ("did not", "never did", "did not once", "in no way did"),
}
"""What stands before a verb; negations come with the auxiliary."""
FRONTED = "in no way did"
"""The negation that stands before the subject."""
FRAMES: dict[Operator, tuple[str, ...]] = {
    Operator.INTENSIFY: ("I cannot stress enough that", "it is abundantly clear that", "there is no doubt at all that"),
    Operator.DIMINISH: ("it is only partly true that", "one might almost say that", "it is barely fair to say that"),
    Operator.NEGATE: (
        "it is not true that",
        "I doubt that",
        "nobody could claim that",
        "it is wrong to say that",
        "I do not believe that",
        "it is a myth that",
    ),
}
"""What embeds a whole clause."""
IDLE_FRAMES = ("I think that", "they say that", "it seems to me that", "{name} says that", "{name} wrote that")
"""Embeddings that change nothing and do not count as operators."""
COPULAS = ("was", "is", "seemed", "felt")
MAIN_LAST = ("{}, but {}.", "although {}, {}.", "{}; however, {}.", "while {}, {}.")
"""Contrast whose second clause decides."""
MAIN_FIRST = ("{}, although {}.", "{}, even though {}.", "{}, despite the fact that {}.")
"""Contrast whose first clause decides."""
SUMMARIES = ("all in all", "overall", "on the whole", "in the end")
THINGS = _words(
    """
    soup bread coffee tea hotel room lobby view garden museum exhibition painting film plot ending actor dialogue
    score novel chapter story poem style cover laptop keyboard screen battery camera phone speaker printer software
    update manual website course lecture teacher textbook workshop concert singer orchestra band album song melody
    stage service waiter menu dessert salad steak sauce wine beer breakfast dinner lunch kitchen pool beach tour
    guide flight seat cabin crew airport train station taxi driver bus ferry harbour market shop clerk jacket fabric
    dress shoe boot bag watch chair table sofa lamp carpet curtain mattress pillow blanket bathroom shower window
    door staircase balcony terrace restaurant cafe bakery pizza noodle curry cheese cake pie cookie chocolate juice
    game level puzzle character graphics controller console interface tutorial play comedy drama series episode
    documentary podcast interview article essay report paper talk panel clinic doctor nurse dentist treatment
    """
)
PEOPLE = _words(
    """
    Anna Peter Maria John Laura Thomas Julia Martin Elena David Sofia Daniel Nina Lukas Clara Simon Eva Paul Irene
    Oscar Alice Victor Helen Felix Rosa Hugo Vera Leo Ida Max Emma Ben Lucy Adam Grace Frank Ruth Carl Diana George
    """
)
FACTS = (
    "the {thing} was on the list",
    "the {thing} was mentioned on page {number}",
    "we saw the {thing} on Tuesday",
    "the {thing} was listed under number {number}",
    "{name} asked about the {thing}",
    "the {thing} was there at {number} o'clock",
)
"""Clauses that judge nothing."""
