"""Whether a name is a person's, a body's or a place's, where the language model took it now for one, now for another."""

from detente.annotate.names import words_of
from detente.pipeline.drafting.sightings import Sighting, Sightings, Words
from detente.pipeline.drafting.spellings import same_person

# Share of its mentions after "in", "near" and the like from which a name is a place's; of bodies and persons
# whom the articles of eight processes name, one in twenty stands so.
_PLACED = 0.3


def settle_kinds(found: Sightings) -> None:
    """Give each name to the one kind that most speaks for."""
    _unite(found.people, found.bodies)
    for words, body in list(found.bodies.items()):
        if body.titles:  # "the envoy Ali Darin" is a person, whatever the model says
            _move(words, found.bodies, found.people)
    full = [words for words in found.people if len(words) > 1]
    for words in list(found.bodies):
        if any(words == person[-len(words) :] or same_person(person, words) for person in full):
            _move(words, found.bodies, found.people)
    known = {w for words, body in found.bodies.items() if len(words) > 1 for w in words}
    for words, person in list(found.people.items()):
        if len(words) == 1 and words[0] in known and not person.titles:
            _move(words, found.people, found.bodies)
    for kind in (found.people, found.bodies):
        for words, sighting in list(kind.items()):
            _place(found, kind, words, sighting)


def _unite(people: dict[Words, Sighting], bodies: dict[Words, Sighting]) -> None:
    singular = {_singular(words): words for words in people}
    for words in list(bodies):
        same = singular.get(_singular(words), ())
        if same not in people:
            continue
        if people[same].times >= bodies[words].times:
            people[same].absorb(bodies.pop(words))
        else:
            bodies[words].absorb(people.pop(same))


def _singular(words: Words) -> Words:
    return tuple(word.removesuffix("s") for word in words)


def _move(words: Words, source: dict[Words, Sighting], target: dict[Words, Sighting]) -> None:
    moved = source.pop(words)
    if words in target:
        target[words].absorb(moved)
    else:
        target[words] = moved


def _place(found: Sightings, kind: dict[Words, Sighting], words: Words, one: Sighting) -> None:
    """Let a name be a place that mostly stands where places do, or that is oftener taken for one."""
    as_place = [s for s in found.places.values() if words_of(s.name) == words]
    placed = one.within + sum(s.times for s in as_place)
    total = one.times + sum(s.times for s in as_place)
    if one.titles or placed < _PLACED * total:
        return
    kind.pop(words)
    target = as_place[0] if as_place else found.places.setdefault(f"~{'-'.join(words)}", Sighting())
    target.absorb(one)
