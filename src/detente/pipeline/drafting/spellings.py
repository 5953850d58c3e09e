"""Which names are spellings of one name: by rapidfuzz, by surname, by initials."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from detente.annotate.names import words_of
from detente.lexicon import load_table
from detente.pipeline.drafting.sightings import Sighting

# rapidfuzz ratio from which two spellings of a transcribed name are taken for one: "Jolani" / "Julani" 83,
# "Mohammed" / "Mohammad" 88, but "Hussein" / "Hassan" 62
_ALIKE = 84
_ALIKE_WHOLE = 90
_SHORTEST = 5  # letters: of shorter words too few are left to compare
_CLEARLY = 3  # of two persons of one surname, the one named so many times as often is meant by it
_NOT_RARE = 0.2  # of the times of the most frequent full name
_SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "to"})


def join_people(found: Iterable[Sighting]) -> list[Sighting]:
    """Join the spellings of each person; a surname alone goes to the one person who has it."""
    joined: list[Sighting] = []
    lone: list[Sighting] = []
    for one in _by_times(found):
        words = words_of(one.name)
        same = next((j for j in joined if same_person(words_of(j.name), words)), None)
        if len(words) < 2:
            lone.append(one)
        elif same:
            same.absorb(one)
        else:
            joined.append(one)
    return _by_times(_with_surnames(joined, lone))


def join_bodies(found: Iterable[Sighting]) -> list[Sighting]:
    """Join bodies with their initials and with spellings that hardly differ."""
    joined: list[Sighting] = []
    for one in sorted(found, key=lambda s: (-len(words_of(s.name)), s.name)):
        same = next((j for j in joined if _same_body(j.name, one.name)), None)
        if same:
            same.absorb(one)
        else:
            joined.append(one)
    return _by_times(joined)


def spelled(sighting: Sighting, *, whole: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the name to show and the other spellings, the most frequent first, each once.

    The name is the most frequent one of several words; ``whole``: of these the one of most words, if it is not rare.
    """
    forms = sorted(sighting.forms, key=lambda f: (-sighting.forms[f], f))
    full = [f for f in forms if " " in f] or forms
    often = [f for f in full if sighting.forms[f] >= _NOT_RARE * sighting.forms[full[0]]]
    shown = max(often, key=lambda f: len(words_of(f))) if whole else full[0]
    others = {words_of(shown): shown}
    for form in forms:
        others.setdefault(words_of(form), form)
    last = words_of(shown)[-1:]
    return shown, tuple(f for w, f in others.items() if f != shown and w and w != last)


def _by_times(found: Iterable[Sighting]) -> list[Sighting]:
    return sorted(found, key=lambda s: (-s.times, -len(s.articles), s.name))


def same_person(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether two full names are one person's: "Bashar al-Assad", "Bashar Assad"."""
    if len(other) < 2 or not _alike(one[-1], other[-1]):
        return False
    return _alike(one[0], other[0]) or set(other) <= set(one) or set(one) <= set(other)


def _alike(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    return one == other or (longest >= _SHORTEST and fuzz.ratio(one, other) >= _ALIKE)


def _with_surnames(people: list[Sighting], lone: Iterable[Sighting]) -> list[Sighting]:
    """Give each lone name to the one person whose surname, or else first name, it is."""
    rest: list[Sighting] = []
    for one in lone:
        (word,) = words_of(one.name) or ("",)
        for end in (-1, 0):
            having = [p for p in people if _alike(words_of(p.name)[end], word)]
            if having and (len(having) == 1 or having[0].times >= _CLEARLY * having[1].times):
                having[0].absorb(one)
                break
        else:
            rest.append(one)
    return [*people, *rest]


def _same_body(longer: str, shorter: str) -> bool:
    """Say whether two names are one body's: "High Negotiations Committee", "HNC"; "Nusra Front", "Nusra"."""
    if shorter.isupper() and len(shorter) > 1:
        return shorter.replace(".", "") == _initials(longer)
    one, other = _bare(longer), _bare(shorter)
    if not one or not other:
        return False
    generic = other[-1] in load_table("drafting")["organ name"].words and len(other) == 1
    if not generic and (other == one[: len(other)] or other == one[-len(other) :]):
        return True
    whole, short = " ".join(one), " ".join(other)
    return min(len(whole), len(short)) >= _SHORTEST and fuzz.ratio(whole, short) >= _ALIKE_WHOLE


def _bare(name: str) -> tuple[str, ...]:
    """Return the words of a name without articles, English or Arabic."""
    return tuple(w for w in words_of(name) if w not in load_table("drafting")["article"].words)


def _initials(name: str) -> str:
    return "".join(w[0].upper() for w in words_of(name) if w not in _SMALL_WORDS)
