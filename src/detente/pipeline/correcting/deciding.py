"""Decisions on entries: accept, reject, edit a field, add what was missed."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import Connection, select

from detente.ledger import Ledger
from detente.ledger import schema as s
from detente.ledger.corrected import shares_letters
from detente.ledger.correcting import Said, record_corrections
from detente.ledger.corrections import load_bodies, load_corrections, resolve
from detente.ledger.facts import load_texts
from detente.ledger.parts import in_parts
from detente.ledger.standing import not_undone
from detente.model.codec import ACTOR_FIELDS, entry_id, entry_to_json
from detente.model.correction import DECISIONS, Act
from detente.model.entry import ActorRef, Actors, Entry
from detente.model.errors import CorrectionError
from detente.model.event import HAPPENINGS
from detente.model.identity import slug
from detente.pipeline.correcting.fields import passages, with_fields
from detente.pipeline.correcting.saying import (
    find_document,
    find_entries,
    find_entry,
    reason_text,
    reviewer_name,
)

VOICES = ("speaker", "said_by", "by")  # fields of those who say it, by kind
Edited = tuple[str, Entry, Entry]  # the id, the entry before, and after


def accept(ledger: Ledger, entry: str, *, by: str, reason: str = "") -> int:
    """Say that an entry tells what its passage says; return the number of the correction."""
    return decide_all(ledger, [entry], Act.ACCEPT, by=by, reason=reason)[0]


def reject(ledger: Ledger, entry: str, *, by: str, reason: str = "") -> int:
    """Say that an entry does not tell what its passage says: it leaves the views and stays in the facts."""
    return decide_all(ledger, [entry], Act.REJECT, by=by, reason=reason)[0]


def decide_all(
    ledger: Ledger, entries: Sequence[str], act: Act, *, by: str, reason: str = ""
) -> tuple[int, ...]:
    """Accept or reject entries, one or many, as one change that one undo takes back."""
    if act not in (Act.ACCEPT, Act.REJECT):
        raise CorrectionError(f"entries are accepted or rejected, not {act.value!r}")
    reviewer, why = reviewer_name(by), reason_text(reason)
    if not entries:
        raise CorrectionError("there is nothing to decide; nothing was recorded")
    with ledger.writing() as connection:
        names = find_entries(connection, entries)
        _check_standing(connection, names)
        said = [Said(reviewer=reviewer, reason=why, act=act, subjects=(n,)) for n in names]
        return record_corrections(connection, ledger, said)


def edit(
    ledger: Ledger, entry: str, changes: Mapping[str, Any], *, by: str, reason: str = ""
) -> int:
    """Put another value into fields of an entry; the edited entry stands in its place.

    A value is typed ("Armenia, Azerbaijan"; "2023-05-25"), or has the shape of the export; nothing clears
    the field.
    """
    with ledger.writing() as connection:
        edited = _edited(connection, ledger, entry, changes)
        return _record_edits(connection, ledger, [edited], by=by, reason=reason)[0]


def edit_all(
    ledger: Ledger, entry: str, changes: Mapping[str, Any], *, by: str, reason: str = ""
) -> tuple[int, ...]:
    """Edit an entry, and alike those on the same passage: who says it and when, where they had it as it was.

    It is one change, and so one undo takes it back.
    """
    with ledger.writing() as connection:
        name, before, after = _edited(connection, ledger, entry, changes)
        here = resolve(connection, [before.document])[before.document].entries
        others = [
            (other, found, alike)
            for other, found in here
            if other != name
            and shares_letters(found, before)
            and (alike := _edited_alike(found, before, after)) != found
        ]
        edited = [(name, before, after), *others]
        return _record_edits(connection, ledger, edited, by=by, reason=reason)


def _edited(
    connection: Connection, ledger: Ledger, entry: str, changes: Mapping[str, Any]
) -> Edited:
    name = find_entry(connection, entry)
    _check_standing(connection, [name])
    before = load_bodies(connection, [name])[name][1]
    text = load_texts(connection, [before.document])[before.document]
    after = with_fields(entry_to_json(before), changes, process=ledger.process, text=text)
    if entry_id(after) == name:
        raise CorrectionError("this changes nothing in the entry; nothing was recorded")
    return name, before, after


def _edited_alike(entry: Entry, before: Entry, after: Entry) -> Entry:
    """Change in an entry what another had in common with it: the voice, and the day on which it spoke."""
    voices = {
        getattr(before, name): getattr(after, name)
        for name in VOICES
        if getattr(before, name, ()) and getattr(after, name, ()) != getattr(before, name)
    }
    said_on = after.said_on if entry.said_on == before.said_on else entry.said_on
    # who did what happened is another matter than who tells it
    names = VOICES[:-1] if entry.kind in HAPPENINGS else VOICES
    changed: dict[str, Any] = {
        name: voices[there] for name in names if (there := getattr(entry, name, ())) in voices
    }
    return replace(entry, said_on=said_on, **changed)


def _record_edits(
    connection: Connection, ledger: Ledger, edited: Sequence[Edited], *, by: str, reason: str
) -> tuple[int, ...]:
    reviewer, why = reviewer_name(by), reason_text(reason)
    said = [
        Said(reviewer=reviewer, reason=why, act=Act.EDIT, subjects=(name,), result=after)
        for name, _, after in edited
    ]
    return record_corrections(connection, ledger, said)


def add_missed(
    ledger: Ledger,
    document: str,
    passage: str,
    values: Mapping[str, Any],
    *,
    by: str,
    reason: str = "",
) -> int:
    """Add an entry that was missed; ``values`` are its fields, ``kind`` among them.

    ``passage`` is ``START:END``, offsets in the stored text, or the very words where they stand there once.
    """
    reviewer, why = reviewer_name(by), reason_text(reason)
    with ledger.writing() as connection:
        name = find_document(connection, document)
        text = load_texts(connection, [name])[name]
        plain = {"kind": values.get("kind", ""), "document": name}
        plain |= {"evidence": passages(text, passage)}
        made = with_fields(plain, values, process=ledger.process, text=text)
        if entry_id(made) in dict(resolve(connection, [name])[name].entries):
            raise CorrectionError(f"this very entry stands there already: {entry_id(made)}")
        said = Said(reviewer=reviewer, reason=why, act=Act.ADD, result=made)
        return record_corrections(connection, ledger, [said])[0]


def split_actor(
    ledger: Ledger, actor: str, entries: Sequence[str], name: str, *, by: str, reason: str = ""
) -> tuple[int, ...]:
    """Say that in these entries the unlisted ``actor`` is another one, called ``name``."""
    reviewer, why = reviewer_name(by), reason_text(reason)
    called = " ".join(reason_text(name).split())
    other = ActorRef(f"~{slug(called)}", called)
    if not called or not entries:
        raise CorrectionError("name the entries, and how the other actor is called")
    with ledger.writing() as connection:
        names = find_entries(connection, entries)
        _check_standing(connection, names)
        bodies = load_bodies(connection, names)
        said = []
        for one in names:
            after = _renamed(bodies[one][1], actor, other)
            if after == bodies[one][1]:
                raise CorrectionError(f"the entry {one} does not name {actor}, or names {other.id}")
            said.append(
                Said(reviewer=reviewer, reason=why, act=Act.EDIT, subjects=(one,), result=after)
            )
        return record_corrections(connection, ledger, said)


def _renamed(entry: Entry, actor: str, other: ActorRef) -> Entry:
    named = {f.name for f in fields(entry)} & set(ACTOR_FIELDS)
    before: dict[str, Actors] = {n: getattr(entry, n) for n in named}
    after: dict[str, Any] = {
        n: tuple(replace(other, side=a.side) if a.id == actor else a for a in them)
        for n, them in before.items()
    }
    return replace(entry, **after)


def _check_standing(connection: Connection, names: Sequence[str]) -> None:
    """Raise unless each entry is what the latest reading found, or what a person made of it."""
    c = s.entries.c
    documents: dict[str, str] = {}
    for part in in_parts(names):
        documents |= dict(connection.execute(select(c.id, c.document).where(c.id.in_(part))).all())
    found = resolve(connection, sorted(set(documents.values())))
    known = {n for one in found.values() for n in (*dict(one.entries), *one.set_aside)}
    for name in names:
        if name not in known and not _made_by_a_person(connection, name):
            raise CorrectionError(
                f"the entry {name} was read by an earlier version of the program, and is no longer; "
                f"'detente show {documents[name][:8]}' lists what stands in its article"
            )


def _made_by_a_person(connection: Connection, name: str) -> bool:
    link, c = s.correction_entries.c, s.corrections.c
    here = select(link.correction).where(link.entry == name)
    wanted = (c.number.in_(here), c.act.in_(sorted(DECISIONS)), not_undone())
    return any(name == n for one in load_corrections(connection, *wanted) for n in one.entries)
