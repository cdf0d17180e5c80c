"""Sentences around names; {WHEN} is a date with its preposition.

Every slot's type can be told from its context, near or far, whatever the name is.
"""

SUBJECTS: dict[str, tuple[str, ...]] = {
    "PERSON": (
        "smiled and sat down",
        "was born in {LOCATION}",
        "wrote a long letter to {PERSON}",
        "joined {ORG} {WHEN}",
        "married a dentist from {LOCATION}",
        "teaches history at {ORG}",
        "bought a {PRODUCT} for her son",
        "died at the age of {number}",
        "has two sisters",
        "said that {ORG} would appeal",
    ),
    "ORG": (
        "hired {number} workers in {LOCATION}",
        "reported a loss of {number} million dollars",
        "announced {WHEN} that it would sell the {PRODUCT}",
        "merged with {ORG}",
        "named {PERSON} as its chairman",
        "raised its dividend {WHEN}",
        "was founded by {PERSON}",
        "is suing {ORG}",
        "closed its office in {LOCATION}",
    ),
    "LOCATION": (
        "lies on the border with {LOCATION}",
        "has {number} thousand inhabitants",
        "was flooded {WHEN}",
        "is known for its old harbour",
        "became independent {WHEN}",
        "has a mild climate",
        "is two hours by train from {LOCATION}",
        "elected {PERSON} as its mayor",
    ),
    "PRODUCT": (
        "costs {number} dollars",
        "has two cameras and a better battery",
        "was recalled by {ORG} {WHEN}",
        "can be downloaded from the website of {ORG}",
        "sold {number} million copies",
        "comes in three colours",
        "needs a new battery after {number} months",
        "outsold the {PRODUCT}",
    ),
    "DATE": (
        "was the coldest day on record in {LOCATION}",
        "was when {PERSON} resigned",
        "brought heavy rain to {LOCATION}",
        "was a bad time for {ORG}",
    ),
}
"""What is said of a name that opens a sentence: the type follows from the predicate."""
ASIDES = (
    "according to a report that was leaked to the press",
    "as everybody in the room knew",
    "it was said at the meeting",
    "in spite of what the critics had written",
    "as the judge noted after a long pause",
    "we were told more than once",
)
"""What may come between a name and its predicate, and says nothing of its type."""
SENTENCES = (
    "{PERSON} met {PERSON} in {LOCATION} {WHEN}.",
    "Shares of {ORG} fell after {PERSON} left for {ORG}.",
    "In {DATE}, {PERSON} moved from {LOCATION} to {LOCATION}.",
    "The new {PRODUCT} by {ORG} will ship {WHEN}.",
    "Dr. {PERSON} of {ORG} disagreed.",
    "She flew to {LOCATION} with Mr. {PERSON} and Mrs. {PERSON}.",
    "Students at {ORG} protested {WHEN}.",
    "He returned his {PRODUCT} and bought a {PRODUCT}.",
    "The mayor of {LOCATION} thanked {ORG}.",
    "A storm hit {LOCATION} {WHEN}.",
    "President {PERSON} will visit {LOCATION} {WHEN}.",
    "{ORG} and {ORG} are rivals.",
    "{PERSON}'s lawyer works for {ORG}.",
    "The train from {LOCATION} to {LOCATION} was late.",
    "Last year {ORG} sold {number} units of the {PRODUCT}.",
    "We drove through {LOCATION} {WHEN}.",
    "The shareholders of {ORG} voted against {PERSON}.",
    "Have you tried the {PRODUCT} yet?",
    "The novel by {PERSON} is set in {LOCATION}.",
    "Since {DATE}, the {PRODUCT} has been sold in {LOCATION}.",
    "Engineers at {ORG} took the {PRODUCT} apart.",
    "The river flows from {LOCATION} into the sea.",
    "My neighbour {PERSON} was a nurse until {DATE}.",
    "It happened {WHEN}, and {PERSON} was there.",
)
"""Sentences with their slots."""
PLAIN = (
    "We may go home early.",
    "She ate an apple and an orange.",
    "They march every morning along the river.",
    "The shell was found on the beach.",
    "You may not target the gap between the windows.",
    "The bank of the river is steep.",
    "Apple pie is served with cream.",
    "May I ask who wrote the novel?",
    "Windows should be closed at night.",
    "The university is closed.",
    "He is a doctor and a father of two.",
    "Nothing was reported.",
    "March on, he shouted.",
    "The galaxy is very far away.",
    "The president resigned.",
)
"""Sentences without entities, with words that are names elsewhere."""
