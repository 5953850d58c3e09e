"""``detente serve``: the record in the browser."""

from typing import Annotated

import typer

from detente.cli.opening import open_record
from detente.cli.options import RecordFolder
from detente.cli.terminal import say

PortOption = Annotated[
    int,
    typer.Option(
        "--port", metavar="N", min=0, max=65535, help="Port to listen on; 0 takes any that is free."
    ),
]
OpenOption = Annotated[bool, typer.Option("--open", help="Open the browser at once.")]


def serve(
    *, port: PortOption = 8765, open_: OpenOption = False, record: RecordFolder = None
) -> None:
    """Show the record in the browser, on this computer only."""
    from detente.web.server import serve as run

    def told(address: str) -> None:
        say(f"The record is at {address} (this computer only). Ctrl-C ends it.")

    with open_record(record) as ledger:
        run(ledger, port=port, browser=open_, told=told)
