"""English sentences as glosses, by rule: lemmas, no articles, no copula, time first, question word last (ASLG-PC12 was made so).

Used by gloss_corpus.py. Needs simplemma and wordfreq.
"""
from __future__ import annotations

import re

import simplemma
import wordfreq

# What simplemma does not do as glosses want it; "" leaves the word out.
LEMMAS = {
    "was": "", "were": "", "is": "", "are": "", "am": "", "be": "", "been": "", "being": "", "a": "", "an": "", "the": "", "to": "",
    "of": "", "do": "", "does": "", "did": "", "has": "have", "had": "have", "having": "have", "went": "go", "gone": "go", "goes": "go",
    "going": "go", "saw": "see", "seen": "see", "came": "come", "took": "take", "taken": "take", "made": "make", "said": "say",
    "told": "tell", "got": "get", "gave": "give", "given": "give", "knew": "know", "known": "know", "thought": "think", "found": "find",
    "left": "leave", "felt": "feel", "kept": "keep", "began": "begin", "ran": "run", "bought": "buy", "brought": "bring",
    "wrote": "write", "written": "write", "ate": "eat", "eaten": "eat", "drank": "drink", "slept": "sleep", "heard": "hear",
    "met": "meet", "children": "child", "men": "man", "women": "woman", "people": "people", "feet": "feet", "teeth": "tooth",
    "mice": "mouse", "me": "I", "him": "he", "them": "they", "us": "we", "her": "she", "n't": "not", "not": "not", "can't": "can not",
    "won't": "will not", "don't": "not", "doesn't": "not", "didn't": "not", "isn't": "not", "aren't": "not", "wasn't": "not",
    "weren't": "not", "i'm": "I", "it's": "it", "he's": "he", "she's": "she", "we're": "we", "they're": "they", "you're": "you",
    "that's": "that", "i'll": "I will", "i've": "I have", "let's": "we", "its": "its", "this": "this", "his": "his", "as": "as",
    "us.": "we", "less": "less", "yes": "yes", "bus": "bus"}
QUESTION_WORDS = {"who", "what", "where", "when", "why", "how", "which"}
TIME_WORDS = {"yesterday", "today", "tomorrow", "now", "tonight", "soon", "later", "always", "never"}
EVERYDAY_ZIPF = 4.3
WORDS = range(2, 11)


def glosses(text: str) -> list[str]:
    """The lower-case glosses of a sentence."""
    words = re.findall(r"[a-z]+(?:'[a-z]+)?", text.lower().replace("’", "'"))
    signs = [sign for word in words for sign in lemma(word).split()]
    first = [sign for sign in signs if sign in TIME_WORDS]
    last = [sign for sign in signs if sign in QUESTION_WORDS] if text.rstrip().endswith("?") else []
    middle = [sign for sign in signs if sign not in first and sign not in last]
    return [sign.lower() for sign in first + middle + last]


def lemma(word: str) -> str:
    return LEMMAS[word] if word in LEMMAS else simplemma.lemmatize(word, lang="en").lower()


def is_suitable(sentence: str) -> bool:
    """A short sentence of plain letters and of words that people use often.

    The small model is to learn the order of signs, not rare words."""
    return (
        len(sentence.split()) in WORDS
        and all(wordfreq.zipf_frequency(word, "en") >= EVERYDAY_ZIPF for word in re.findall(r"[a-z']+", sentence.lower()))
        and re.fullmatch(r"[A-Za-z ,.'’!?-]+", sentence) is not None
        and sentence[-1] in ".!?")
