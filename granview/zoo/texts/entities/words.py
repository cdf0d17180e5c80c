"""The words that names are made of. Names proper are kept apart by split; common words and ambiguous names are not."""


def _words(text: str) -> tuple[str, ...]:
    """The words of a text."""
    return tuple(text.split())


FIRST_NAMES = _words(
    """
    Anna Pedro Maria John Laura Thomas Julia Martin Elena David Sofia Daniel Nina Lukas Clara Simon Eva Paul Irene
    Oscar Alice Victor Helen Felix Rosa Hugo Vera Leo Ida Max Emma Ben Lucy Adam Grace Frank Ruth Carl Diana Aisha
    Omar Fatima Yusuf Leila Hassan Mei Jun Yuki Haruto Sakura Priya Arjun Anika Ravi Kwame Ama Chidi Ngozi Tunde
    Ingrid Lars Astrid Bjorn Freja Pavel Olga Ivan Katya Dmitri Jana Tomas Marta Piotr Zofia Luca Giulia Marco
    Chiara  Pierre Amélie René Chloé José Inés Zoë Jürgen Søren Håkon Mateo Camila Diego Valentina Rafael Beatriz
    Nuno Joana
    """
)
SURNAMES = _words(
    """
    Lopez Meyer Smith Johnson Brown Miller Davis Wilson Moore Taylor Clark Lewis Walker Young Allen Wright Scott
    Hill  Green Baker Adams Nelson Carter Mitchell Roberts Turner Phillips Evans Parker Edwards Collins Stewart
    Morris Rogers  Reed Cook Morgan Cooper Peterson Bailey Kelly Howard Ward Cox Richardson Watson Brooks Bennett
    Gray Hughes Price  Schmidt Fischer Weber Wagner Becker Hoffmann Koch Richter Klein Wolf Rossi Russo Ferrari
    Bianchi Romano Costa  Silva Santos Oliveira Pereira Almeida Dubois Laurent Moreau Girard Lefebvre Nguyen Tran
    Kim Park Choi Tanaka  Suzuki Sato Watanabe Ito Patel Sharma Gupta Khan Ahmed Hassan Ali Okafor Mensah Diallo
    Keita Hansen Olsen Berg  Lindqvist Novak Dvorak Kowalski Nowak Petrov Ivanov Popescu Müller Björk García
    Fernández
    """
)
PLACES = _words(
    """
    Lisbon Oslo Vienna Prague Warsaw Athens Dublin Madrid Rome Berlin Nairobi Lagos Accra Cairo Tunis Dakar Hanoi
    Seoul  Tokyo Osaka Kyoto Manila Jakarta Delhi Mumbai Lahore Kabul Tehran Baghdad Ankara Sofia Tirana Riga
    Vilnius Tallinn  Helsinki Stockholm Bergen Geneva Zürich Basel Lyon Marseille Toulouse Seville Porto Naples
    Turin Bologna Munich  Hamburg Cologne Bremen Rotterdam Antwerp Ghent Leeds Bristol Cardiff Glasgow Boston
    Chicago Denver Dallas Houston  Seattle Portland Phoenix Montreal Toronto Quebec Lima Quito Bogota Caracas
    Santiago Havana Kingston Kenya Ghana Peru  Chile Brazil Mexico Canada Spain Portugal Norway Sweden Finland
    Poland Austria Hungary Greece Turkey Egypt Morocco  Japan Vietnam Thailand Nepal Iceland Ireland Estonia Latvia
    Carolina Zealand Hampshire Orleans Guinea Dakota  Caledonia Chester Haven Córdoba Málaga Tromsø
    """
)
AMBIGUOUS: dict[str, tuple[str, ...]] = {
    "Washington": ("PERSON", "LOCATION"),
    "Lincoln": ("PERSON", "LOCATION", "ORG"),
    "Jackson": ("PERSON", "LOCATION"),
    "Jordan": ("PERSON", "LOCATION"),
    "Austin": ("PERSON", "LOCATION"),
    "Houston": ("PERSON", "LOCATION"),
    "Chelsea": ("PERSON", "LOCATION", "ORG"),
    "Florence": ("PERSON", "LOCATION"),
    "Paris": ("PERSON", "LOCATION"),
    "Sydney": ("PERSON", "LOCATION"),
    "Georgia": ("PERSON", "LOCATION"),
    "Victoria": ("PERSON", "LOCATION"),
    "Amazon": ("ORG", "LOCATION"),
    "Apple": ("ORG",),
    "Orange": ("ORG", "LOCATION"),
    "Shell": ("ORG",),
    "Gap": ("ORG", "LOCATION"),
    "Target": ("ORG",),
    "Ford": ("PERSON", "ORG", "PRODUCT"),
    "Mercedes": ("PERSON", "PRODUCT", "ORG"),
    "Siemens": ("PERSON", "ORG"),
    "Morgan": ("PERSON", "ORG"),
    "May": ("PERSON", "DATE"),
    "April": ("PERSON", "DATE"),
    "June": ("PERSON", "DATE"),
    "August": ("PERSON", "DATE"),
    "March": ("DATE", "LOCATION"),
    "Windows": ("PRODUCT",),
    "Mustang": ("PRODUCT", "LOCATION"),
    "Tahoe": ("PRODUCT", "LOCATION"),
    "Corona": ("PRODUCT", "LOCATION"),
    "Galaxy": ("PRODUCT", "ORG"),
    "Nova": ("PRODUCT", "PERSON"),
}
"""Names whose type the context alone decides; many are also common words or months. The same in all splits."""
MONTHS = _words(
    """
    January February March April May June July August September October November December
    """
)
DAYS = _words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    """
)
SEASONS = ("spring", "summer", "autumn", "winter")
ORDINALS = ("first", "second", "third", "fourth", "last")
FIELDS = (
    "Health", "Finance", "Justice", "Education", "Transport", "Agriculture", "Science", "Culture", "Medicine",
    "Technology", "Music", "Marine Research", "Public Works", "Applied Physics", "Fine Arts", "Foreign Affairs",
)  # fmt: skip
COMPANY_ENDS = (
    "Industries", "Group", "Holdings", "Systems", "Bank", "Airlines", "Motors", "Foods", "Media", "Inc.", "Ltd.",
    "Corporation", "Steel", "Energy", "Insurance", "Partners", "and Sons", "& Sons", "International",
)  # fmt: skip
PRODUCT_ENDS = ("Pro", "Max", "Mini", "Ultra", "Plus", "Lite", "Air", "Prime")
PRODUCT_KINDS = ("Phone", "Tablet", "Watch", "Camera", "Studio", "Player", "Drive", "Office")
EDITIONS = ("Professional Edition", "Home Edition", "Student Edition", "Second Edition", "Limited Edition")
AUDIENCES = ("for Small Business", "for Schools", "for Two Players", "for Mobile Devices")
PLACE_HEADS = (
    "Isle of", "Republic of", "Gulf of", "Bay of", "Kingdom of", "Lake", "Mount", "New", "North", "South", "Saint",
    "Port", "Fort", "San", "Santa", "West",
)  # fmt: skip
WITHOUT_ARTICLE = ("Bank", "Lake", "Mount", "Villa")
"""First words of names with "of" that take no article."""
PLACE_TAILS = ("Hill", "River", "Valley", "Springs", "Beach", "Falls", "Island", "Bay", "County", "Heights")
