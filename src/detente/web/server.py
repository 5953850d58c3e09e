"""The server: on loopback and nowhere else."""

import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn

from detente.ledger import Ledger
from detente.model.errors import DetenteError
from detente.web.app import make_app
from detente.web.charting import warm_up

HOST = "127.0.0.1"


def serve(ledger: Ledger, *, port: int, browser: bool, told: Callable[[str], None]) -> None:
    """Serve the pages of a record until interrupted; ``told`` is given the address once it answers.

    Port 0 takes any that is free. Raises ``DetenteError`` where the port cannot be had.
    """
    listening = _listen(port)
    address = f"http://{HOST}:{listening.getsockname()[1]}/"
    config = uvicorn.Config(
        make_app(ledger),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    threading.Thread(target=warm_up, daemon=True).start()
    told(address)
    if browser:
        webbrowser.open(address)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(port: int) -> socket.socket:
    # a page is sent in two parts; asyncio lets the second go at once only where the protocol is named
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listening.close()
        raise DetenteError(
            f"port {port} cannot be had: {error}. Name another with --port, or 0 for any that is free."
        ) from error
    return listening
