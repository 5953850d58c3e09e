"""The killable child that parses web pages: length-prefixed pages in, length-prefixed JSON out.

Started as ``python -P -m detente.ingest.page_child``. It limits its own memory and processor time, and ends when its
parent closes the pipe.
"""

import json
import logging
import struct
import sys
import warnings
from typing import BinaryIO

from detente.ingest.limits import PAGE_CPU_SECONDS, PAGE_MEMORY_BYTES

HEADER = struct.Struct(">BI")  # how to read the page, and its length in bytes
LENGTH = struct.Struct(">I")
FULLY, PLAINLY = 0, 1


def answer(mode: int, page: bytes) -> bytes:
    """Read one page. What a parser raises over a hostile page ends the child, and the parent starts another."""
    from detente.ingest.page import read_page, read_plainly

    read = read_page if mode == FULLY else read_plainly
    return json.dumps(read(page.decode("utf-8", "replace"))).encode("ascii")


def serve(pages: BinaryIO, answers: BinaryIO) -> None:
    """Answer pages until the pipe closes."""
    while len(header := pages.read(HEADER.size)) == HEADER.size:
        mode, length = HEADER.unpack(header)
        _allow_more_time()
        reply = answer(mode, pages.read(length))
        answers.write(LENGTH.pack(len(reply)) + reply)
        answers.flush()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no such limits on this system: the parent's clock remains
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = PAGE_MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(PAGE_MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))


def _allow_more_time() -> None:
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(used.ru_utime + used.ru_stime) + PAGE_CPU_SECONDS
    if hard == resource.RLIM_INFINITY or wanted < hard:
        resource.setrlimit(resource.RLIMIT_CPU, (wanted, hard))


def main() -> None:
    """Serve the parent's pipe."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    _limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main()
