import asyncio
import socket

from detente.web import server


def test_the_second_part_of_a_page_waits_for_no_word_that_the_first_arrived():
    assert asyncio.run(_sends_at_once())


async def _sends_at_once() -> bool:
    told: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def answer(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        kept = writer.get_extra_info("socket")
        told.set_result(kept.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        writer.close()

    listening = server._listen(0)
    async with await asyncio.start_server(answer, sock=listening):
        with socket.create_connection(listening.getsockname()):
            return bool(await asyncio.wait_for(told, 10))
