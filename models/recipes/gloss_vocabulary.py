"""The words of gloss_corpus.py: the signs of the recogniser's vocabulary (the 250 of Kaggle GISLR and those of a café), by what they
can do in a sentence, and the forms of their English.

Needs Python's standard library only. The order of the entries matters: a seed picks them by place.
"""
from __future__ import annotations

COUNTABLE = """airplane alligator animal apple balloon bee bird boat book bug car carrot cat chair cloud clown cow doll dog donkey drawer
duck elephant flag flower frog gift giraffe glasswindow goose hat helicopter hen horse jacket kitty lamp lion mitten mouse napkin owl
pen pencil penny pig puppy puzzle radio refrigerator shirt shoe snack story table tiger toothbrush toy tree wolf zebra zipper TV
dryer vacuum""".split()
PLACES = {
    "home": "home", "store": "to the store", "bed": "to bed", "bedroom": "to the bedroom", "farm": "to the farm", "pool": "to the pool",
    "backyard": "to the backyard", "outside": "outside", "room": "to the room", "up": "up", "down": "down", "closet": "into the closet"}
MASS = {
    "cereal": "cereal", "chocolate": "chocolate", "food": "food", "gum": "gum", "icecream": "ice cream", "milk": "milk", "pizza": "pizza",
    "frenchfries": "french fries", "nuts": "nuts", "water": "water"}
DRINKS = {"milk": "milk", "water": "water", "coffee": "coffee", "tea": "tea"}
UNCOUNTED = {
    "jeans": "jeans", "pajamas": "pajamas", "scissors": "scissors", "stairs": "stairs", "underwear": "underwear", "garbage": "garbage",
    "grass": "grass", "hair": "hair", "snow": "snow", "rain": "rain", "sun": "sun", "moon": "moon"}
PLURAL = ("jeans", "pajamas", "scissors", "stairs")
BODY_PARTS = "arm cheek chin ear eye face finger head mouth nose tongue tooth".split()
PEOPLE = {
    "mom": "Mom", "dad": "Dad", "grandma": "Grandma", "grandpa": "Grandpa", "aunt": "my aunt", "uncle": "my uncle", "brother": "my brother",
    "boy": "the boy", "girl": "the girl", "man": "the man", "child": "the child", "person": "the person", "fireman": "the fireman",
    "cowboy": "the cowboy", "clown": "the clown", "police": "the police officer", "hesheit": "she", "weus": "we", "i": "I",
    "cat": "the cat", "dog": "the dog", "puppy": "the puppy", "kitty": "the kitty", "horse": "the horse", "bird": "the bird"}
PRONOUNS = {
    "I": "I", "we": "we", "he": "he", "she": "she", "Mom": "she", "Grandma": "she", "my aunt": "she", "the girl": "she", "Dad": "he",
    "Grandpa": "he", "my uncle": "he", "my brother": "he", "the boy": "he", "the man": "he"}
PETS = ("cat", "dog", "puppy", "kitty", "horse", "bird")
ADJECTIVES = ("bad clean cute dirty dry empty fast fine happy high hot hungry loud mad noisy old pretty quiet sad sick sleepy sticky stuck "
              "thirsty wet yucky awake better").split()
COLOURS = "black blue brown green orange red white yellow".split()
FEELINGS = "awake bad better fine happy hungry mad quiet sad sick sleepy thirsty wet dirty clean old pretty cute fast".split()
OF_ANIMALS = "bad cute dirty fast happy hungry loud mad noisy old pretty quiet sad sick sleepy thirsty wet clean".split()
OF_THINGS = "bad clean dirty old pretty wet dry sticky yucky".split()
OF_UNCOUNTED = "bad clean dirty dry old pretty wet white black".split()
TIMES = {
    "yesterday": ("yesterday", "past"), "tomorrow": ("tomorrow", "future"), "now": ("now", "now"), "later": ("later", "future"),
    "morning": ("in the morning", "future"), "night": ("at night", "present")}
WRITTEN = {"glasswindow": "window"}
SPOKEN_VERB = {"look": "look at"}

# sign: third person, past, -ing
TRANSITIVE = {
    "like": ("likes", "liked", "liking"), "hate": ("hates", "hated", "hating"), "have": ("has", "had", "having"),
    "see": ("sees", "saw", "seeing"), "find": ("finds", "found", "finding"), "look": ("looks at", "looked at", "looking at"),
    "hear": ("hears", "heard", "hearing"), "touch": ("touches", "touched", "touching"), "drop": ("drops", "dropped", "dropping"),
    "hide": ("hides", "hid", "hiding"), "make": ("makes", "made", "making"), "clean": ("cleans", "cleaned", "cleaning"),
    "cut": ("cuts", "cut", "cutting"), "give": ("gives", "gave", "giving"), "kiss": ("kisses", "kissed", "kissing"),
    "open": ("opens", "opened", "opening"), "get": ("gets", "got", "getting")}
INTRANSITIVE = {
    "cry": ("cries", "cried", "crying"), "dance": ("dances", "danced", "dancing"), "fall": ("falls", "fell", "falling"),
    "jump": ("jumps", "jumped", "jumping"), "sleep": ("sleeps", "slept", "sleeping"), "smile": ("smiles", "smiled", "smiling"),
    "talk": ("talks", "talked", "talking"), "wait": ("waits", "waited", "waiting"), "listen": ("listens", "listened", "listening"),
    "think": ("thinks", "thought", "thinking"), "nap": ("naps", "napped", "napping"), "pretend": ("pretends", "pretended", "pretending"),
    "stay": ("stays", "stayed", "staying")}
GO = ("goes", "went", "going")
DRINK = ("drinks", "drank", "drinking")
STATES = ("like", "hate", "have", "see", "hear")  # no -ing form
ASKED_FOR = ["have", "get", "see", "find", "look", "touch", "open", "make", "clean", "cut", "hear"]

ANIMALS = ("alligator animal bee bird bug cat cow dog donkey duck elephant frog giraffe goose hen horse kitty lamb lion mouse owl pig "
           "puppy tiger wolf zebra").split()
FOOD = "apple carrot snack cereal chocolate food gum icecream milk pizza frenchfries nuts water".split()
THINGS = [noun for noun in COUNTABLE if noun not in ANIMALS and noun not in ("clown", "cloud", "tree", "store")]


def things_but(*excluded: str) -> list[str]:
    return [noun for noun in THINGS if noun not in excluded]


# What a verb can plausibly take; one that is not listed takes anything.
OBJECTS = {
    "cut": ["apple", "carrot", "pizza", "flag", "tree", "flower", "napkin", "hair", "grass"],
    "open": ["drawer", "refrigerator", "gift", "book", "glasswindow", "zipper", "closet", "snack"],
    "make": ["pizza", "snack", "cereal", "food", "puzzle", "gift", "boat", "table", "flower", "hat"],
    "drop": things_but("car", "airplane", "helicopter", "refrigerator", "table", "glasswindow") + ["icecream", "milk", "food"],
    "clean": ["car", "table", "refrigerator", "shirt", "shoe", "glasswindow", "drawer", "room", "backyard", "bedroom", "closet",
              "toothbrush", "jeans", "toy", "pool"],
    "hide": ["gift", "penny", "puzzle", "toy", "chocolate", "pencil", "book", "doll", "gum"],
    "kiss": ["doll", "dog", "cat", "puppy", "kitty", "horse", "lamb", "frog", "mom", "dad", "grandma", "grandpa", "child", "aunt"],
    "hear": ["dog", "cat", "bird", "owl", "lion", "wolf", "horse", "radio", "TV", "helicopter", "airplane", "car", "bee", "cow", "rain",
             "puppy"],
    "get": things_but("airplane", "helicopter") + FOOD,
    "give": things_but("airplane", "helicopter", "glasswindow") + FOOD,
    "look": ANIMALS + ["book", "TV", "flower", "tree", "boat", "airplane", "moon", "snow", "sun", "cloud", "flag", "clown"]}
