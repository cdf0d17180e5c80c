"""Two models of one's own: pixels by their brightness, and texts by their words."""

import numpy as np

import granview


class Bright(granview.OwnModel):
    """Pixels brighter than the mean of their picture are foreground."""

    task = "image-segmentation"
    classes = ("background", "foreground")
    params = 0

    def predict(self, samples):
        """The class of each px of each picture, (H, W)."""
        greys = [picture.mean(axis=2) for picture in samples]
        return [(grey > grey.mean()).astype(np.uint8) for grey in greys]


class Mood(granview.OwnModel):
    """A text with more good words than bad ones is positive."""

    task = "text-classification"
    classes = ("negative", "positive")
    params = 6

    good = frozenset({"good", "love", "great"})
    bad = frozenset({"bad", "hate", "poor"})

    def predict(self, samples):
        """The probability of each class of each text."""
        return [self.of_words(text.text.casefold().split()) for text in samples]

    def of_words(self, words):
        """Half each where there are as many good words as bad ones."""
        good, bad = (sum(word in known for word in words) for known in (self.good, self.bad))
        positive = (1 + good) / (2 + good + bad)
        return [1 - positive, positive]
