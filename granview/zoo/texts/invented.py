"""Made-up words, so that models learn to do with words that they have never seen."""

from random import Random

from granview.zoo.texts.split import Split, belongs

ONSETS = (
    "b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "kr", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "w",
    "z", "th", "sh",
)  # fmt: skip
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "or", "an", "el", "in", "ar", "en")
CODAS = ("", "", "n", "r", "s", "l", "x", "th", "na", "ro", "ta", "via", "don", "ley", "mar")


def invented(rng: Random, split: Split) -> str:
    """A made-up name of one word with a capital, of at least four letters, that belongs to the split."""
    while True:
        syllables = [rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(rng.randint(1, 2))]
        name = ("".join(syllables) + rng.choice(CODAS)).capitalize()
        if len(name) > 3 and belongs(name, split):
            return name
