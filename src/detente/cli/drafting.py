"""``detente draft``: a profile drafted from articles, for an analyst to edit."""

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.ending import Code, end, nothing, write_json
from detente.cli.options import AsJson
from detente.cli.recording import PathsArgument, progress_bar
from detente.cli.sheet import Sheet
from detente.cli.terminal import say, stdout
from detente.model.identity import slug
from detente.wording import counted

if TYPE_CHECKING:
    from detente.pipeline.drafting import Drafted

FolderOption = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FOLDER", help="Write the profile into this folder."),
]
IdOption = Annotated[
    str,
    typer.Option(
        "--id", metavar="ID", help="Id of the process; otherwise that of the folder's name."
    ),
]
NameOption = Annotated[
    str,
    typer.Option(
        "--name", metavar="NAME", help="Name of the process; otherwise the folder's name."
    ),
]
AtLeast = Annotated[
    int,
    typer.Option("--at-least", metavar="N", min=1, help="Leave out what is named fewer times."),
]


def draft(
    paths: PathsArgument,
    *,
    output: FolderOption,
    id_: IdOption = "",
    name: NameOption = "",
    at_least: AtLeast = 3,
    as_json: AsJson = False,
) -> None:
    """Draft a process profile from articles: who and what they name, with counts, to edit."""
    from anyascii import anyascii

    from detente.pipeline.drafting import Wish, draft_profile

    own = output.resolve().name
    wish = Wish(
        folder=output,
        id=id_ or slug(anyascii(own).replace("_", "-")),
        name=name or own,
        at_least=at_least,
    )
    with progress_bar("Reading") as progress:
        drafted = draft_profile(paths, wish, progress=progress)
    if drafted is None:
        nothing(f"Nothing to read in {', '.join(map(str, paths))}.")
    _put(drafted, output, as_json=as_json)
    if drafted.rejected:
        end(Code.PARTLY)


def _put(drafted: "Drafted", folder: Path, *, as_json: bool) -> None:
    from detente.export import rejection_shape

    tables = {
        "people": drafted.people,
        "sides": drafted.sides,
        "places": drafted.places,
        "outlets": drafted.outlets,
    }
    if as_json:
        rejected = [rejection_shape(r) for r in drafted.rejected]
        found = {"folder": str(folder), "articles": drafted.articles, **tables}
        write_json(found | {"rejected": rejected})
    else:
        sheet = Sheet(stdout())
        articles = counted(drafted.articles, "article")
        sheet.put(f"Drafted {drafted.process.name} from {articles} into {folder}")
        rows = f"{drafted.sides} sides and bodies, {drafted.people} people"
        sheet.put(f"{rows}, {drafted.places} places, {drafted.outlets} outlets", indent=2)
        for rejection in drafted.rejected:
            why = ": ".join(filter(None, (rejection.reason.value, rejection.detail)))
            sheet.put((rejection.source, "bold"), f" · not read: {why}", indent=2)
    say(
        "Every row is a guess with its count: edit the files, name the parties, then "
        f"detente init DIR --process {shlex.quote(str(folder))}"
    )
