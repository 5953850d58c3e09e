"""Named states of the record, each with its exports sealed: the same bytes for ever, by whatever program."""

import hashlib
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from detente.ledger import schema as s
from detente.ledger.record import Ledger
from detente.ledger.recording import add_row, canonical, new_change
from detente.model.errors import RecordError

NAME = re.compile(
    r"[A-Za-z][A-Za-z0-9._-]{0,63}"
)  # never a number or a day: those name states, too
_PART = 1 << 20  # bytes of a sealed export in one row


@dataclass(frozen=True, slots=True)
class Seal:
    """One sealed export: what, how many lines, and the hash of its bytes."""

    item: str
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SealedFile:
    """A sealed export on its way into the record, compressed."""

    seal: Seal
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A named state: the last change that counts, and what was exported of it then.

    ``digest`` is a hash over the hashes of its exports; ``made_with`` names the program and the profile.
    """

    name: str
    known_at: int
    recorded_at: datetime
    note: str
    made_with: str
    digest: str
    seals: tuple[Seal, ...]


def check_name(ledger: Ledger, name: str) -> None:
    """Raise ``RecordError`` where a snapshot cannot be called so."""
    if not NAME.fullmatch(name):
        raise RecordError(
            f"{name!r} is no name for a snapshot. Begin with a letter, then letters, digits, '.', '_' and '-', "
            "64 at most."
        )
    if any(known.name == name for known in snapshots(ledger)):
        raise RecordError(
            f"a snapshot {name!r} is there already, and stays as it is; choose another name"
        )


def seal(item: str, lines: Iterable[str], folder: Path) -> SealedFile:
    """Compress an export into a file of the folder, a line at a time."""
    path = folder / f"{item}.z"
    digest, packing, rows = hashlib.sha256(), zlib.compressobj(), 0
    with path.open("wb") as file:
        for rows, line in enumerate(lines, start=1):  # noqa: B007 - the last number is the count
            data = line.encode()
            digest.update(data)
            file.write(packing.compress(data))
        file.write(packing.flush())
    return SealedFile(Seal(item, rows, digest.hexdigest()), path)


def digest_of(seals: Iterable[Seal]) -> str:
    """Return the hash over the hashes of some exports."""
    plain = sorted([seal.item, seal.rows, seal.sha256] for seal in seals)
    return hashlib.sha256(canonical(plain).encode()).hexdigest()


def record_snapshot(
    ledger: Ledger,
    name: str,
    files: Iterable[SealedFile],
    *,
    known_at: int,
    note: str,
    made_with: str,
) -> Snapshot:
    """Record a named state with its sealed exports, in a change of its own."""
    sealed = list(files)
    check_name(ledger, name)
    with ledger.writing() as connection:
        number = add_row(
            connection,
            s.snapshots,
            name=name,
            known_at=known_at,
            note=note,
            made_with=made_with,
            digest=digest_of(f.seal for f in sealed),
            change=new_change(connection, ledger),
        )
        for file in sealed:
            own = {"snapshot": number, "item": file.seal.item}
            values = own | {"rows": file.seal.rows, "sha256": file.seal.sha256}
            connection.execute(insert(s.seals).values(values))
            for position, data in enumerate(_parts(file.path)):
                part = own | {"position": position, "data": data}
                connection.execute(insert(s.seal_parts).values(part))
    return find_snapshot(ledger, name)


def _parts(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while data := file.read(_PART):
            yield data


def snapshots(ledger: Ledger) -> tuple[Snapshot, ...]:
    """Return every snapshot, the oldest first."""
    with ledger.looking() as connection:
        return load_snapshots(connection)


def load_snapshots(connection: Connection) -> tuple[Snapshot, ...]:
    """Read every snapshot, the oldest first."""
    c = s.seals.c
    seals: dict[int, list[Seal]] = {}
    for row in connection.execute(select(c.snapshot, c.item, c.rows, c.sha256).order_by(c.item)):
        seals.setdefault(row.snapshot, []).append(Seal(row.item, row.rows, row.sha256))
    query = (
        select(s.snapshots, s.changes.c.recorded_at)
        .join(s.changes, s.changes.c.number == s.snapshots.c.change)
        .order_by(s.snapshots.c.number)
    )
    return tuple(
        Snapshot(
            name=row.name,
            known_at=row.known_at,
            recorded_at=datetime.fromisoformat(row.recorded_at),
            note=row.note,
            made_with=row.made_with,
            digest=row.digest,
            seals=tuple(seals.get(row.number, ())),
        )
        for row in connection.execute(query)
    )


def find_snapshot(ledger: Ledger, name: str) -> Snapshot:
    """Return the snapshot of this name; raise ``RecordError`` where there is none."""
    known = snapshots(ledger)
    for snapshot in known:
        if snapshot.name == name:
            return snapshot
    names = ", ".join(snapshot.name for snapshot in known) or "none"
    raise RecordError(f"the record has no snapshot {name!r}. Its snapshots: {names}.")


def sealed_lines(ledger: Ledger, name: str, item: str) -> Iterator[str]:
    """Yield the lines of a sealed export; raise ``RecordError`` at the end where they are not what was sealed."""
    snapshot = find_snapshot(ledger, name)
    (wanted,) = (each for each in snapshot.seals if each.item == item)
    digest, rest = hashlib.sha256(), b""
    with ledger.looking() as connection:
        for data in _unpacked(connection, name, item):
            digest.update(data)
            *lines, rest = (rest + data).split(b"\n")
            yield from (line.decode() + "\n" for line in lines)
    if digest.hexdigest() != wanted.sha256:
        raise RecordError(
            f"the {item} of the snapshot {name!r} are not those that were sealed; take the record from a backup"
        )


def _unpacked(connection: Connection, name: str, item: str) -> Iterator[bytes]:
    c = s.seal_parts.c
    own = (
        select(c.data)
        .join(s.snapshots, s.snapshots.c.number == c.snapshot)
        .where(s.snapshots.c.name == name, c.item == item)
        .order_by(c.position)
    )
    unpacking = zlib.decompressobj()
    for packed in connection.scalars(own):
        rest = packed
        while rest:
            yield unpacking.decompress(rest, _PART)
            rest = unpacking.unconsumed_tail
    yield unpacking.flush()


def seal_problems(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield each snapshot that does not hold, and what is wrong with it."""
    for snapshot in load_snapshots(connection):
        called = f"snapshot {snapshot.name}"
        if digest_of(snapshot.seals) != snapshot.digest:
            yield called, "its exports are not those that it was made with"
        for each in snapshot.seals:
            try:
                found = _measured(_unpacked(connection, snapshot.name, each.item))
            except zlib.error as error:
                yield called, f"its {each.item} cannot be read: {error}"
                continue
            if found != (each.sha256, each.rows):
                yield called, f"its {each.item} are not those that were sealed"


def _measured(pieces: Iterable[bytes]) -> tuple[str, int]:
    digest, rows = hashlib.sha256(), 0
    for data in pieces:
        digest.update(data)
        rows += data.count(b"\n")
    return digest.hexdigest(), rows
