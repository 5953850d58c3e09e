"""Verbs of many meanings that strike, go off, hurt or fight, or mean no force at all."""

from collections.abc import Callable, Mapping

from detente.extract.captivity import is_person
from detente.extract.verb_use import Use, has_armed_subject, particles
from detente.lexicon import load_table
from detente.model.annotation import MentionKind

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
    dismissed = any(is_person(use.reading, t) for t in befallen)
    return False if dismissed and not aimed else None


def _clashes(use: Use) -> bool | None:
    """Read "the two armies clashed"; a minister who clashes with his critics argues."""
    subject = use.reading.subject(use.verb.i)
    mention = use.reading.mention(subject.i) if subject else None
    return False if mention and mention.kind in _ONE_MAN else None


def _collapses(use: Use) -> bool | None:
    """Read "the roof collapsed"; people collapse of grief, and what "it" is does not say."""
    subject = use.reading.subject(use.verb.i)
    if subject is None:
        return False
    return False if subject.pos == "PRON" or is_person(use.reading, subject) else None


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
    "demonstrate": _demonstrates,
    "strike": _strikes,
    "crash": _comes_down,
    "slam": _comes_down,
    "smash": _comes_down,
    "go": _goes_off,
    "try": _is_tried,
}
