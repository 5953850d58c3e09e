"""Captions of pictures: found by their credit, by their words or by standing without a full stop among sentences."""

import re
from collections.abc import Sequence

from detente.ingest.blocks import Block, Mark

_CREDITED = (
    r"Reuters|REUTERS|AFP|AP|EPA|EPA-EFE|TASS|ITAR-TASS|Sputnik|RIA\s+Novosti|Xinhua|Anadolu(?:\s+Agency)?|AA|UPI|DPA|dpa|PA|ANSA|Kyodo|Yonhap|NurPhoto"
    r"|Getty(?:\s+Images)?|GETTY(?:\s+IMAGES)?|Shutterstock|iStock|Alamy|Picture[\s-]Alliance|picture[\s-]alliance|ZUMA(?:\s+Press)?|Imago|IMAGO"
    r"|POOL|Pool|Handout|HANDOUT|PAN\s+Photo|PHOTOLURE|Photolure|Flickr|Wikimedia(?:\s+Commons)?|Unsplash|File(?:\s+Photo)?|Press\s+Service|Press\s+Office"
)
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:\s+[A-ZÀ-Þ][\w'’.-]*){0,3}"
# the credit that ends a caption: what people and tests call a credit, each with an example
_CREDITS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            rf"(?:{_NAME}|[Hh]andout|HANDOUT)\s?/\s?(?:[\w'’.-]+\s)*(?:{_CREDITED})\b"
            r"(?:\s+via\s+[\w ]+)?(?:\s?/\s?[\w ]+)*[.)\]]*$"
        ),
        "Ministers meet. Ann Bell/POOL/TASS",
    ),
    (
        re.compile(
            rf"\b(?:{_CREDITED})\s?/\s?(?:{_NAME}|File(?:\s+Photo)?|Handout|Pool)(?:\s?/\s?[\w .]+)*[.)\]]*$"
        ),
        "Ministers meet. REUTERS/Ann Bell",
    ),
    (
        re.compile(rf"\b(?i:via|courtesy\s+of)\s+(?:{_CREDITED})(?:\s?/\s?[\w ]+)*[.)\]]*$"),
        "Ministers meet. Photo via REUTERS",
    ),
    (
        re.compile(
            r"(?:^|[.!?”\"]\s+|[(\[|])(?:Photos?|PHOTOS?|Images?|IMAGE|Pictures?|Credits?|CREDIT|Photo\s+[Cc]redits?)"
            r"\s?(?::|[Bb]y\b|/|[Cc]ourtesy)\s?[^.!?]{2,70}[.)\]]*$"
        ),
        "Ministers meet. Photo: Ann Bell",
    ),
    (
        re.compile(
            r"[(\[](?=[^()\[\]]*\b(?i:photo|images?)\b|[^()\[\]]*/)"
            rf"(?=[^()\[\]]*\b(?:(?i:photo)|{_CREDITED})\b)[^()\[\]]{{2,60}}[)\]]\.?$"
        ),
        "Ministers meet. (AP Photo/Ann Bell)",
    ),
    (re.compile(r"[.!?,\d]\s+(?i:file\s+photo)[.)\]]*$"), "Ministers meet in May. File photo"),
)
_OPENINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"^\W*(?:FILE\s*(?:PHOTO|PICTURE)?\s*[-–—:]|(?i:file\s+(?:photo|picture|image))\b)"
        ),
        "FILE PHOTO: Ministers meet.",
    ),
    (
        re.compile(
            r"^(?i:(?:in\s+)?(?:this|a|an)\s+(?:\w+\s+)?(?:hand-?out|still|frame|image|video|screen|photo\w*|picture|satellite|undated|file)\s?(?:image|photo\w*|grab|picture|frame|from|video|released|taken|provided|shows?|shot)?\b)(?=.*\b(?i:shows?|shown|seen|taken|released|provided|footage|purport\w*|allegedly|handout|grab)\b)"
        ),
        "A still image from a video released by the ministry shows a checkpoint",
    ),
    (
        re.compile(
            r"^\W*(?i:pictured|above|below|photo|(?:image\s+)?caption|image(?:\s+source)?|picture)\s*(?:\([^)]*\))?\s*[:–—|-]"
        ),
        "Pictured: the two ministers",
    ),
    (
        re.compile(
            r"^(?i:(?:image|media)\s+(?:copyright|caption|source)|(?:enlarge\s+this\s+image\s+)?toggle\s+caption)\b.*[^.!?”\"]$"
        ),
        "Image copyright Ann Bell Image caption The two ministers",
    ),
    (
        re.compile(
            rf"^(?:{_CREDITED})(?:\s?[:/–-]\s?[A-Z]\w+(?:\s[A-Z][a-z]+)?)?\s+[A-Z](?=.{{25}}).*[^.!?…:;”\"’)]$"
        ),
        "AP:Associated Press The two ministers met on the bridge on Friday",
    ),
    (
        re.compile(r"^(?i:(?:an?\s+)?(?:general|aerial)?\s*view\s+(?:of|shows))\b"),
        "A view of the bridge at the border",
    ),
)
_SCENE_END = re.compile(
    r"(?:,|\bon|\bin)\s+(?:[A-Z]\w+\s+)?(?:(?:on\s+)?(?:[A-Z][a-z]+day,?\s+)?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2},?\s+\d{4}"
    r"|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?,?\s+\d{4})[.)]*$"
)
# the verb of a scene, in the present: what a camera sees. Third person and plural
_SCENE_VERB = re.compile(
    r"\b(?:address(?:es)?|arrives?|attends?|boards?|carr(?:y|ies)|chairs?|checks?|delivers?|drives?|embraces?|fires?|gathers?|gestures?|gives?|greets?|guards?|holds?|hosts?"
    r"|inspects?|leaves?|lines?\s+up|listens?|looks?|marche?s?|meets?|mourns?|parades?|patrols?|poses?|prays?|protests?|rides?|shakes?|shows?|signs?|sits?|speaks?|stands?"
    r"|takes?|talks?|visits?|waits?|walks?|watche?s?|waves?|welcomes?)\b|\bduring\s+(?:a|an|the|their|his|her)\b|\b(?:are|is)\s+(?:seen|pictured|shown)\b|\((?:L|R|C|left|right|center|centre)\)"
)
_PAST_VERB = re.compile(r"\b(?:said|told|was|were|had|has|have|met|agreed|announced|will|would)\b")
_MAX_WORDS = 75
_SHORTEST_SCENE = 6


def has_credit(text: str) -> bool:
    """Say whether a paragraph ends with the credit of a photographer or picture agency."""
    tail = text[-160:]
    return len(text.split()) <= _MAX_WORDS and any(pattern.search(tail) for pattern, _ in _CREDITS)


def opens_as_caption(text: str) -> bool:
    """Say whether a paragraph begins as captions do: "FILE PHOTO:", "In this handout photo ..."."""
    return len(text.split()) <= _MAX_WORDS and any(p.search(text) for p, _ in _OPENINGS)


def is_scene(text: str) -> bool:
    """Say whether a paragraph describes one moment in the present and ends with its place and day."""
    return (
        _SHORTEST_SCENE <= len(text.split()) <= _MAX_WORDS
        and bool(_SCENE_END.search(text))
        and bool(_SCENE_VERB.search(text))
        and not _PAST_VERB.search(text)
    )


def why_caption(text: str) -> str | None:
    """Return why a paragraph is a caption wherever it stands, else ``None``."""
    if has_credit(text):
        return "caption: ends with a picture credit"
    if opens_as_caption(text):
        return "caption: begins as one"
    return "caption: a scene with its place and day" if is_scene(text) else None


def why_caption_before_title(text: str) -> str | None:
    """Return why a paragraph above a headline is a picture's caption: it describes a moment in the present."""
    if len(text.split()) <= _MAX_WORDS and _SCENE_VERB.search(text) and not _PAST_VERB.search(text):
        return "caption in the place of the headline"
    return None


def repeats(caption: str, alt: str) -> bool:
    """Say whether a paragraph says again what an image's alternative text says."""
    first, second = _long_words(caption), _long_words(alt)
    return len(second) >= 3 and len(first & second) >= 0.75 * len(second)


def _long_words(text: str) -> set[str]:
    return set(re.findall(r"\w{4,}", text.lower()))


# a dash ends speech that was cut short
_ENDED = re.compile(r"[.!?…:;,—–-][\"'”’)\]]*$|[\"”’]$")
# lines of a list or of a transcript: "12,950 tanks", "QUESTION: Thanks"
_LISTED = re.compile(r"^(?:[\d•–—-]|[A-Z][A-Z .'’-]+:)")
# subheads are shorter, paragraphs that lost their full stop are longer
_UNENDED_WORDS = range(9, 41)
_ENDED_NEEDED = 8
_SHARE_NEEDED = 0.75


def unended(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the places of paragraphs without a full stop in a text whose sentences have theirs.

    Sites that set captions between the paragraphs write them without, one for each picture. A single
    one is more likely a subhead, or a sentence that was cut off.
    """
    plain = [i for i, b in enumerate(blocks) if b.mark is Mark.PLAIN]
    ended = [i for i in plain if _ENDED.search(blocks[i].text)]
    without = set(plain) - set(ended)
    open_ended = [
        i
        for i in sorted(without)
        if blocks[i].words in _UNENDED_WORDS and not _LISTED.match(blocks[i].text)
    ]
    if len(ended) < _ENDED_NEEDED or len(ended) < _SHARE_NEEDED * (len(plain) - len(open_ended)):
        return frozenset()
    return frozenset(open_ended) if len(open_ended) > 1 else frozenset()
