"""Verbs of many meanings that strike, go off, hurt or fight, or mean no force at all."""

from collections.abc import Callable, Mapping

from detente.extract.captivity import is_person
from detente.extract.verb_use import Use, has_armed_subject, particles
from detente.lexicon import load_table
from detente.model.annotation import MentionKind, Token

_FIRMS = frozenset({"company", "firm", "investor", "business", "capital", "bank", "brand"})
_ONE_MAN = frozenset({MentionKind.NAME, MentionKind.ROLE})


def _sounds_alarm(use: Use) -> bool:
    return use.reading.has(use.verb.i, {"siren", "alarm"}, "nsubj")


def _fights(use: Use) -> bool | None:
    """Read "doctors fight for her life", "fighting for independence": no fighting there."""
    causes = [p for p in use.reading.children(use.verb.i, "prep") if p.lemma == "for"]
    words = {o.lemma for p in causes for o in use.reading.children(p.i, "pobj")}
    return False if words & {"life", "right", "survival", "justice", "breath"} else None


def _opens(use: Use) -> bool | None:
    """Read "opened up on the crowd"; one opens up about one's past or a road, too."""
    up = "up" in particles(use.reading, use.verb)
    about = use.reading.has(use.verb.i, {"about"}, "prep")
    return False if about or (up and use.objects) else None


def _fires(use: Use) -> bool | None:
    """Read "fired at the post"; a minister who is fired, or whom they fire, loses an office."""
    befallen = use.reading.children(use.verb.i, "dobj", "nsubjpass")
    aimed = use.reading.has(use.verb.i, {"at", "on", "upon", "into", "from"}, "prep")
    heads = load_table("people")["leader"].words
    dismissed = any(is_person(use.reading, t) or t.lemma in heads for t in befallen)
    return False if dismissed and not aimed else None


def _clashes(use: Use) -> bool | None:
    """Read "the two armies clashed"; a minister who clashes with his critics argues."""
    subject = use.reading.subject(use.verb.i)
    mention = use.reading.mention(subject.i) if subject else None
    return False if mention and mention.kind in _ONE_MAN else None


def _collapses(use: Use) -> bool | None:
    """Read "the roof collapsed"; people collapse of grief, states of age, and what "it" is does not say."""
    subject = use.reading.subject(use.verb.i)
    if subject is None or subject.pos in {"PRON", "PROPN"}:
        return False
    return False if is_person(use.reading, subject) else None


def _beats(use: Use) -> bool:
    """Read "guards beat the prisoners", "was beaten to death"; a novel beats its rivals to a prize."""
    table = load_table("incidents")
    to = [p for p in use.reading.children(use.verb.i, "prep") if p.lemma == "to"]
    to_death = any(use.reading.has(p.i, {"death"}, "pobj") for p in to)
    if to_death or "up" in particles(use.reading, use.verb):
        return True
    doing = _doers(use)
    if any(t.lemma in table["doer"].words | table["armed"].words | {"police"} for t in doing):
        return True
    beaten = use.reading.children(use.verb.i, "nsubjpass")
    return not doing and any(is_person(use.reading, t) for t in beaten)


def _hits(use: Use) -> bool | None:
    """Read "was hit by a shell"; whom prices or a crisis hit hard is struck by no weapon."""
    table = load_table("incidents")
    hard = use.reading.has(use.verb.i, {"hard", "harder", "hardest", "badly", "worst"}, "advmod")
    by = _doers(use)
    forceful = table["weapon"].words | table["noun"].words | table["armed"].words
    by_force = any(t.lemma in forceful or use.reading.actors(t.i) for t in by)
    return False if hard and not by_force else None


def _doers(use: Use) -> list[Token]:
    """Return the words of who does what a verb tells: its subject, and what stands behind "by"."""
    below = use.reading.children
    by = [o for a in below(use.verb.i, "agent") for o in below(a.i, "pobj")]
    return [*below(use.verb.i, "nsubj"), *by]


def _of_illness(use: Use) -> bool | None:
    """Read "died of cancer", "was killed by the virus", "perished in the earthquake": nobody did that."""
    preps = [p for p in use.reading.children(use.verb.i, "prep") if p.lemma in {"of", "from", "in"}]
    causes = [o for p in preps for o in use.reading.children(p.i, "pobj")]
    words = {w for t in (*_doers(use), *causes) for w in (t.lemma, t.text.lower())}
    return False if words & load_table("incidents")["mishap"].words else None


def _flees(use: Use) -> bool | None:
    """Read "families fled the town"; firms and their money flee a market."""
    fled = use.reading.has(use.verb.i, _FIRMS, "nsubj")
    return False if fled else None


def _devastates(use: Use) -> bool | None:
    """Read "devastated the town"; who is devastated grieves."""
    if use.reading.children(use.verb.i, "agent"):
        return None
    struck = use.reading.children(use.verb.i, "nsubjpass", "dobj")
    grieving = any(t.pos == "PRON" or is_person(use.reading, t) for t in struck)
    return False if grieving else None


def _rallies(use: Use) -> bool | None:
    """Read "thousands rallied in the capital"; leaders rally to help, and behind a friend."""
    behind = use.reading.has(use.verb.i, {"behind", "around", "round", "to"}, "prep", "agent")
    for_it = [t for t in use.reading.children(use.verb.i, "xcomp", "advcl") if t.tag == "VB"]
    return False if behind or (for_it and use.reading.place_of(use.verb.i) is None) else None


def _demonstrates(use: Use) -> bool | None:
    """Read "hundreds demonstrated"; comments demonstrate something."""
    subject = use.reading.subject(use.verb.i)
    speech = load_table("speech")
    shown = use.reading.children(use.verb.i, "ccomp", "dobj", "xcomp")
    words = subject is not None and subject.lemma in speech["text"].words | speech["paper"].words
    return False if shown or words else None


def _strikes(use: Use) -> bool | None:
    """Read "the number is striking"."""
    bare = (
        use.verb.tag == "VBG" and not use.objects and not use.reading.children(use.verb.i, "prep")
    )
    return False if bare and not has_armed_subject(use.reading, use.verb) else None


def _comes_down(use: Use) -> bool:
    """Read "a drone crashed into a block of flats": what is fired comes down on something."""
    fired = load_table("incidents")["weapon"].words | {"debris", "fragment"}
    on = use.reading.has(use.verb.i, {"into", "on", "onto", "near", "in"}, "prep")
    return on and use.reading.has(use.verb.i, fired, "nsubj", "nsubjpass")


def _goes_off(use: Use) -> bool | None:
    """Read "a mine went off"; an event goes off well."""
    fired = load_table("incidents")["weapon"].words | {
        "mine",
        "landmine",
        "device",
        "explosive",
        "charge",
        "alarm",
    }
    off = "off" in particles(use.reading, use.verb)
    return use.reading.has(use.verb.i, fired, "nsubj") if off else None


def _is_hurt(use: Use) -> bool:
    hurt = use.reading.children(use.verb.i, "nsubjpass")
    return any(is_person(use.reading, t) or t.tag in {"CD", "NN", "NNS"} for t in hurt)


def _is_tried(use: Use) -> bool:
    """Read "eight former leaders are being tried in Baku"."""
    tried = use.reading.children(use.verb.i, "nsubjpass")
    return any(is_person(use.reading, t) or t.tag == "NNS" for t in tried)


STRIKING: Mapping[str, Callable[[Use], bool | None]] = {
    "hurt": _is_hurt,
    "sound": _sounds_alarm,
    "fight": _fights,
    "open": _opens,
    "fire": _fires,
    "clash": _clashes,
    "collapse": _collapses,
    "beat": _beats,
    "hit": _hits,
    "devastate": _devastates,
    "die": _of_illness,
    "kill": _of_illness,
    "perish": _of_illness,
    "flee": _flees,
    "rally": _rallies,
    "demonstrate": _demonstrates,
    "strike": _strikes,
    "crash": _comes_down,
    "slam": _comes_down,
    "smash": _comes_down,
    "go": _goes_off,
    "try": _is_tried,
}
