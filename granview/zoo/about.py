"""What a model of the zoo is for and what it is not fit for: the first paragraph of its card, by task."""

ABOUT: dict[str, str] = {
    "image-segmentation": "An embedded semantic segmentation model of GranView, trained from scratch on procedural "
    "scenes: cells under a microscope, roads, surfaces under inspection. It exists to compare model sizes on things of "
    "every size. It was never trained on photographs, and is not fit for decisions about real cells, roads or parts.",
    "instance-segmentation": "An embedded detector of GranView that outlines objects, trained by this project on "
    "procedural scenes: cells and their nuclei under a microscope, vehicles and poles on roads, cracks, scratches and "
    "pits of surfaces. It exists to compare model sizes on objects of every size. It was never trained on photographs, "
    "and is not fit for decisions about real cells, roads or parts.",
    "object-detection": "An embedded detector of GranView that boxes objects, trained by this project on procedural "
    "scenes: cells and their nuclei under a microscope, vehicles and poles on roads, cracks, scratches and pits of "
    "surfaces. It exists to be compared on objects of every size. It was never trained on photographs, and is not fit "
    "for decisions about real cells, roads or parts.",
    "image-classification": "An embedded classifier of GranView, trained from scratch on procedural crops of worn "
    "metal that show one defect of twelve kinds, some of them hard to tell apart. It exists to compare model sizes on "
    "fine distinctions. It was never trained on photographs, and is not fit for inspecting real parts.",
    "image-to-image": "An embedded super-resolution model of GranView that doubles the width and height of a picture, "
    "trained from scratch on a few photographs and procedural scenes that were made small by bicubic interpolation. It "
    "exists to compare model sizes on fine detail. What it adds is likely, not seen: it is not fit for evidence.",
    "text-classification": "An embedded sentiment model of GranView, trained from scratch on procedural English: "
    "judgements under negation, contrast, degrees and their nesting. It exists to compare model sizes on sentences of "
    "every depth. It knows the few hundred words of its grammar, and is not fit for judging real reviews.",
    "token-classification": "An embedded entity model of GranView, trained from scratch on procedural English with "
    "persons, organisations, places, dates and products of one to eight words. It exists to compare model sizes on "
    "entities of every length. It was never trained on real texts, and is not fit for finding real people in them.",
    "text2text-generation": "An embedded model of GranView that turns a request in plain English into a Python "
    "expression, trained from scratch on procedural requests of one to five nested operations over the numbers x and "
    "y, the list xs and the string s. It exists to compare model sizes, and is not fit for writing real programs.",
}
