"""Writes a corpus of glosses and English to fine-tune the translation model on (finetune_gloss2text.py).

Input:  files of English sentences, one a line (for the shipped model those of Common Voice's sentence collector, CC0).
Output: JSON lines {"gloss": "...", "text": "..."}: glosses in lower case; a doubtful one with its rivals (`cat|hat`), one that was
        not recognised as `?` and as `[?]` in the text.
Sources, both free of licence burdens:
  1. a small grammar over the recogniser's own vocabulary, in the orders that signers use: time first, topic first, question sign
     last, negation after the verb (gloss_vocabulary.py);
  2. the English sentences, turned into glosses by rule (glosses_by_rule.py).

Needs simplemma and wordfreq. The seed decides everything.
"""
from __future__ import annotations

import argparse
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

import gloss_vocabulary as vocabulary
import glosses_by_rule

Example = tuple[str, str]  # glosses in upper case, English


def gloss(*signs: str | None) -> str:
    return " ".join(sign.upper() for sign in signs if sign)


def written(noun: str) -> str:
    return vocabulary.WRITTEN.get(noun, noun)


def with_article(noun: str) -> str:
    noun = written(noun)
    return ("an " if noun[0].lower() in "aeiou" else "a ") + noun


def coloured(colour: str, noun: str) -> str:
    return ("an " if colour == "orange" else "a ") + f"{colour} {written(noun)}"


def sentence(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text[0].upper() + text[1:] if text else text


def be(subject: str) -> str:
    if subject == "I":
        return "am"
    return "are" if subject in ("we", "you", "they") else "is"


def base_form(verb: str) -> str:
    return vocabulary.SPOKEN_VERB.get(verb, verb)


def conjugate(subject: str, verb: str, forms: tuple[str, str, str], tense: str) -> str:
    third_person, past, progressive = forms
    if tense == "past":
        return past
    if tense == "future":
        return "will " + base_form(verb)
    if tense == "now":
        return f"{be(subject)} {progressive}"
    return base_form(verb) if subject in ("I", "we", "you", "they") else third_person


def negation(subject: str, tense: str) -> str:
    if tense == "past":
        return "did not"
    if tense == "future":
        return "will not"
    return "do not" if subject in ("I", "we") else "does not"


def pronoun(subject: str) -> str:
    is_pet = subject[len("the "):] in vocabulary.PETS
    return vocabulary.PRONOUNS.get(subject, "it" if is_pet else "he")


@dataclass
class Scene:
    """What a sentence may speak of; not every sentence uses all of it."""
    random: random.Random
    who: str
    subject: str
    verb: str
    noun: str
    """Signs, separated by blanks."""
    phrase: str
    """The noun in English."""
    when: str | None
    spoken_when: str
    tense: str

    @property
    def progressive_tense(self) -> str:
        return "now" if self.tense == "present" else self.tense

    def says(self, verb: str, forms: tuple[str, str, str], rest: str, tense: str) -> str:
        return sentence(f"{self.subject} {conjugate(self.subject, verb, forms, tense)} {rest} {self.spoken_when}".strip() + ".")


def draw_scene(r: random.Random) -> Scene:
    who = r.choice(list(vocabulary.PEOPLE))
    subject = vocabulary.PEOPLE[who] if who != "hesheit" else r.choice(["he", "she"])
    verb = r.choice(list(vocabulary.TRANSITIVE))
    noun, phrase = draw_object(r, verb)
    when = r.choice([None, None, *vocabulary.TIMES])
    timeless = r.choice(["present", "present", "now"])
    spoken_when, tense = vocabulary.TIMES.get(when, ("", timeless))
    if verb in vocabulary.STATES and tense == "now":
        tense = "present"
    return Scene(r, who, subject, verb, noun, phrase, when, spoken_when, tense)


def draw_object(r: random.Random, verb: str) -> tuple[str, str]:
    """A noun phrase that the verb can take: signs, English."""
    if verb not in vocabulary.OBJECTS:
        return draw_anything(r)
    noun = r.choice(vocabulary.OBJECTS[verb])
    if noun in vocabulary.PEOPLE and noun not in vocabulary.COUNTABLE:
        return noun, vocabulary.PEOPLE[noun]
    if noun in vocabulary.MASS or noun in ("hair", "grass", "rain", "snow"):
        return noun, r.choice(["the ", "some "]) + vocabulary.MASS.get(noun, noun)
    if noun in ("moon", "sun", "jeans"):
        return noun, "the " + noun
    kind = r.random()
    if kind < 0.15:
        return f"minemy {noun}", "my " + written(noun)
    if kind < 0.25 and noun in vocabulary.THINGS:
        colour = r.choice(vocabulary.COLOURS)
        return f"{colour} {noun}", coloured(colour, noun)
    return noun, r.choice([with_article(noun), "the " + written(noun)])


def draw_anything(r: random.Random) -> tuple[str, str]:
    kind = r.random()
    if kind < 0.6:
        noun = r.choice(vocabulary.COUNTABLE)
        return noun, r.choice([with_article(noun), "the " + written(noun)])
    if kind < 0.8:
        noun = r.choice(list(vocabulary.MASS))
        return noun, r.choice(["the ", "some ", ""]) + vocabulary.MASS[noun]
    if kind < 0.9:
        noun = r.choice(vocabulary.COUNTABLE)
        return f"minemy {noun}", "my " + written(noun)
    noun, colour = r.choice(vocabulary.COUNTABLE), r.choice(vocabulary.COLOURS)
    return f"{colour} {noun}", coloured(colour, noun)


# --- one function for each kind of sentence ---------------------------------------------------------------------------


def does_something(s: Scene) -> Example:
    signs = [s.when, s.who, s.verb, *s.noun.split()]
    if s.random.random() < 0.25:
        signs = [s.when, *s.noun.split(), s.who, s.verb]  # topic first
    return gloss(*signs), s.says(s.verb, vocabulary.TRANSITIVE[s.verb], s.phrase, s.tense)


def does(s: Scene) -> Example:
    verb = s.random.choice(list(vocabulary.INTRANSITIVE))
    return gloss(s.when, s.who, verb), s.says(verb, vocabulary.INTRANSITIVE[verb], "", s.progressive_tense)


def feels(s: Scene) -> Example:
    feeling = s.random.choice(vocabulary.FEELINGS)
    negative = s.random.random() < 0.25
    text = f"{s.subject} {be(s.subject)} {'not ' if negative else ''}{feeling}."
    return gloss(s.who, "not" if negative else None, feeling), sentence(text)


def thing_is(s: Scene) -> Example:
    noun = s.random.choice(vocabulary.COUNTABLE)
    fitting = vocabulary.OF_ANIMALS if noun in vocabulary.ANIMALS else vocabulary.OF_THINGS
    adjective = s.random.choice(fitting + vocabulary.COLOURS)
    return s.random.choice([gloss(noun, adjective), gloss(adjective, noun)]), f"The {written(noun)} is {adjective}."


def where_is(s: Scene) -> Example:
    noun = s.random.choice(vocabulary.COUNTABLE + list(vocabulary.PEOPLE))
    spoken = "he" if noun == "hesheit" else vocabulary.PEOPLE.get(noun) or "the " + written(noun)
    return s.random.choice([gloss(noun, "where"), gloss("where", noun)]), f"Where {be(spoken)} {spoken}?"


def who_does(s: Scene) -> Example:
    verb = s.random.choice(list(vocabulary.INTRANSITIVE))
    return s.random.choice([gloss("who", verb), gloss(verb, "who")]), f"Who is {vocabulary.INTRANSITIVE[verb][2]}?"


def why_feels(s: Scene) -> Example:
    feeling = s.random.choice(vocabulary.FEELINGS)
    signs = s.random.choice([gloss(s.who, feeling, "why"), gloss("why", s.who, feeling)])
    return signs, sentence(f"why {be(s.subject)} {s.subject} {feeling}?")


def goes(s: Scene) -> Example:
    place = s.random.choice(list(vocabulary.PLACES))
    return gloss(s.when, s.who, "go", place), s.says("go", vocabulary.GO, vocabulary.PLACES[place], s.progressive_tense)


def does_not(s: Scene) -> Example:
    text = f"{s.subject} {negation(s.subject, s.tense)} {base_form(s.verb)} {s.phrase} {s.spoken_when}"
    return gloss(s.when, s.who, "not", s.verb, *s.noun.split()), sentence(text.strip() + ".")


def may_i(s: Scene) -> Example:
    verb = s.random.choice(vocabulary.ASKED_FOR)
    noun, phrase = draw_object(s.random, verb)
    please = s.random.choice(["please", None])
    return gloss("can", "i", verb, *noun.split(), please), f"Can I {base_form(verb)} {phrase}" + (", please?" if please else "?")


def orders_drink(s: Scene) -> Example:
    r = s.random
    drink = r.choice(list(vocabulary.DRINKS))
    size = r.choice(["small", "medium", "large", None])
    please = r.choice(["please", None])
    hello = r.choice(["hello", None])
    spoken = vocabulary.DRINKS[drink]
    cup = f"a {size} {spoken}" if size else (f"some {spoken}" if drink in ("milk", "water") else f"a {spoken}")
    text = f"{'hello, ' if hello else ''}can I get {cup}{', please' if please else ''}?"
    return gloss(hello, "can", "i", "get", r.choice(["a", None]), size, drink, please), sentence(text)


def set_phrase(s: Scene) -> Example:
    greeted = s.subject if s.subject[0].isupper() and s.subject != "I" else "there"
    return s.random.choice([
        (gloss("hello"), "Hello."), (gloss("thankyou"), "Thank you."), (gloss("thank-you"), "Thank you."), (gloss("bye"), "Bye."),
        (gloss("please"), "Please."), (gloss("yes"), "Yes."), (gloss("no"), "No."), (gloss("no", "thankyou"), "No, thank you."),
        (gloss("yes", "please"), "Yes, please."), (gloss("hello", s.who), f"Hello, {greeted}."),
        (gloss("thankyou", "mom"), "Thank you, Mom."), (gloss("wait", "please"), "Please wait."), (gloss("please", "wait"), "Please wait."),
        (gloss("look"), "Look!"), (gloss("listen", "please"), "Please listen."), (gloss("owie"), "Ouch!"),
        (gloss("potty", "now"), "I need to go potty now."), (gloss("shhh", "child", "sleep"), "Shhh, the child is sleeping."),
        (gloss("see", "tomorrow"), "See you tomorrow."), (gloss("bye", "later"), "Bye, see you later.")])


def feels_because(s: Scene) -> Example:
    feeling, reason = s.random.choice(vocabulary.FEELINGS), s.random.choice(vocabulary.FEELINGS)
    again = pronoun(s.subject)
    text = f"{s.subject} {be(s.subject)} {feeling} because {again} {be(again)} {reason}."
    return gloss(s.who, feeling, "because", reason), sentence(text)


def of_the_body(s: Scene) -> Example:
    part = s.random.choice(vocabulary.BODY_PARTS)
    return s.random.choice([
        (gloss("minemy", part, "owie"), f"My {part} hurts."), (gloss("touch", "nose"), "Touch your nose."),
        (gloss("minemy", part, "dirty"), f"My {part} is dirty.")])


def has_to(s: Scene) -> Example:
    verb = s.random.choice(list(vocabulary.OBJECTS))
    noun, phrase = draw_object(s.random, verb)
    return gloss("haveto", verb, *noun.split()), f"I have to {base_form(verb)} {phrase}."


def uncounted_is(s: Scene) -> Example:
    noun = s.random.choice(list(vocabulary.UNCOUNTED))
    adjective = s.random.choice(vocabulary.OF_UNCOUNTED)
    return gloss(noun, adjective), f"The {vocabulary.UNCOUNTED[noun]} {'are' if noun in vocabulary.PLURAL else 'is'} {adjective}."


def lies_at(s: Scene) -> Example:
    noun, other = s.random.sample(vocabulary.COUNTABLE, 2)
    place = s.random.choice(["beside", "on"])
    return gloss(noun, place, other), f"The {written(noun)} is {place} the {written(other)}."


def drinks(s: Scene) -> Example:
    drink = s.random.choice(list(vocabulary.DRINKS))
    return gloss(s.when, s.who, "drink", drink), s.says("drink", vocabulary.DRINK, vocabulary.DRINKS[drink], s.tense)


# Listed as often as they are to be drawn.
KINDS = [
    *[does_something] * 4, *[does] * 2, *[feels] * 2, thing_is, where_is, who_does, why_feels, goes, does_not, may_i, orders_drink,
    set_phrase, feels_because, of_the_body, has_to, uncounted_is, lies_at, drinks]


def draw_example(r: random.Random) -> Example:
    scene = draw_scene(r)
    return KINDS[r.randrange(len(KINDS))](scene)


# --- the corpus -------------------------------------------------------------------------------------------------------


def from_grammar(r: random.Random, count: int) -> dict[str, str]:
    """So many different gloss lines, or fewer when the grammar repeats itself."""
    pairs: dict[str, str] = {}
    for _ in range(count * 20):
        if len(pairs) >= count:
            break
        signs, text = draw_example(r)
        pairs.setdefault(signs, text)
    return pairs


def read_lines(path: Path) -> list[str]:
    with path.open(encoding="utf8") as file:
        return [line.strip().strip('"') for line in file]


def from_sentences(r: random.Random, paths: list[Path], limit: int) -> dict[str, str]:
    lines = [line for path in paths for line in read_lines(path) if glosses_by_rule.is_suitable(line)]
    r.shuffle(lines)
    pairs: dict[str, str] = {}
    for line in lines[:limit]:
        signs = glosses_by_rule.glosses(line)
        if len(signs) >= 2:
            pairs.setdefault(gloss(*signs), line)
    return pairs


def with_rivals(signs: list[str], r: random.Random, rivals: list[str]) -> list[str]:
    """What a recogniser reports when it hesitates: best guesses joined by '|'; the true sign is first in 6 of 10, else second or third."""
    out = list(signs)
    for i in r.sample(range(len(signs)), min(len(signs), r.choice([1, 1, 2, 3]))):
        count = r.choice([2, 3, 3])
        guesses = r.sample([rival for rival in rivals if rival != signs[i]], count - 1)
        rank = min(r.choices([0, 1, 2], [0.6, 0.25, 0.15])[0], count - 1)
        guesses.insert(rank, signs[i])
        out[i] = "|".join(guesses)
    return out


def with_unknown(signs: list[str], text: str, r: random.Random) -> tuple[list[str], str] | None:
    """A sign that was not recognised: '?' and '[?]' in place of a word that both sides share; None when they share none."""
    words = text.split()
    shared = [
        (i, j) for i, sign in enumerate(signs) for j, word in enumerate(words)
        if len(sign) > 2 and re.fullmatch(re.escape(sign) + r"[.,?!]?", word.lower())]
    if not shared:
        return None
    i, j = r.choice(shared)
    words[j] = "[?]" + (words[j][-1] if words[j][-1] in ".,?!" else "")
    if j and words[j - 1].lower() in ("a", "an"):
        words[j - 1] = words[j - 1][0]  # the article would give the word away
    return signs[:i] + ["?"] + signs[i + 1:], " ".join(words)


def rival_signs() -> list[str]:
    v = vocabulary
    groups = [v.COUNTABLE, v.PLACES, v.MASS, v.PEOPLE, v.TRANSITIVE, v.INTRANSITIVE, v.ADJECTIVES, v.COLOURS, v.TIMES]
    return sorted(sign.lower() for sign in {sign for group in groups for sign in group})


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--grammar", type=int, default=20000, help="pairs of the grammar")
    arguments.add_argument("--sentences", type=Path, nargs="*", default=[], help="files of English sentences")
    arguments.add_argument("--limit", type=int, default=20000, help="pairs of the sentences")
    arguments.add_argument("--alternatives", type=float, default=0.25, help="share of pairs with rival signs")
    arguments.add_argument("--unknown", type=float, default=0.1, help="share of pairs with a sign that was not recognised")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()
    r = random.Random(options.seed)
    grammar = from_grammar(r, options.grammar)
    sentences = from_sentences(r, options.sentences, options.limit)
    pairs = list({**grammar, **sentences, **grammar}.items())  # the grammar comes first and wins
    r.shuffle(pairs)
    rivals = rival_signs()
    with options.out.open("w", encoding="utf8") as out:
        for line, text in pairs:
            signs = line.lower().split()
            kind = r.random()
            if kind < options.unknown and (pair := with_unknown(signs, text, r)):
                signs, text = pair
            if kind > 1 - options.alternatives:
                signs = with_rivals(signs, r, rivals)
            out.write(json.dumps({"gloss": " ".join(signs), "text": text}, ensure_ascii=False) + "\n")
    print(options.out, len(pairs), "pairs")


if __name__ == "__main__":
    main()
