"""Long work that a page watches: how far it is, told over server-sent events until it ends."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Protocol

from starlette.responses import Response, StreamingResponse

from detente.model.codec import Json

PAUSE = 0.3  # seconds between two looks


class Work(Protocol):
    """Something that takes long."""

    @property
    def ended(self) -> bool:
        """Say whether nothing more is to come."""

    def shape(self) -> Json:
        """Write how far it has come."""


def watched(work: Work | None) -> Response:
    """Answer who watches a piece of work; of one that is not known nothing is told."""
    if work is None:
        return Response(status_code=404)
    return StreamingResponse(_told(work), media_type="text/event-stream")


async def _told(work: Work) -> AsyncIterator[str]:
    """Tell how far it has come, each time that it has come further, until it ends."""
    last = ""
    while True:
        ended = work.ended
        told = json.dumps(work.shape())
        if told != last:
            yield f"data: {told}\n\n"
            last = told
        if ended:
            return
        await asyncio.sleep(PAUSE)
