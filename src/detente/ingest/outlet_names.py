"""Names of outlets as they stand in articles -> the outlet's own name."""

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from detente.ingest.agencies import AGENCIES, AGGREGATORS
from detente.model.profile import Outlet

# "News Service Trend", "Trend News Agency": the words around the name
_SERVICE_WORDS = re.compile(
    r"^(?:(?:the\s+)?(?:news|press)\s+(?:service|agency)(?:\s+of)?\s+|the\s+)"
    r"|\s+(?:international\s+)?(?:news|press)?\s*(?:agency|service)$",
    re.IGNORECASE,
)
_TOP_LEVEL = re.compile(r"\.(?:com|org|net|az|am|ru|ge|tr|ir|info|tv|co\.uk)$", re.IGNORECASE)


class OutletNames:
    """Looks up outlets by name, alias and domain; those of the profile before those of the world."""

    def __init__(self, outlets: Sequence[Outlet]) -> None:
        self._by_name: dict[str, Outlet] = {}
        self._by_domain: dict[str, Outlet] = {}
        for outlet in (*outlets, *AGENCIES):
            for name in outlet.names:
                self._by_name.setdefault(_key(name), outlet)
            for domain in outlet.domains:
                self._by_domain.setdefault(domain.lower().removeprefix("www."), outlet)

    def named(self, words: str) -> Outlet | None:
        """Return the outlet that these words name as a whole."""
        found = self._by_name.get(_key(words))
        if found is None and (bare := _SERVICE_WORDS.sub("", words.strip())) and bare != words:
            found = self._by_name.get(_key(bare))
        return found

    def service(self, words: str) -> str | None:
        """Return the name of a news service from words that call it one: "News Service Trend"."""
        bare = _SERVICE_WORDS.sub("", words.strip())
        if not bare or bare == words.strip() or bare.lower() == words.lower().removeprefix("the "):
            return None
        return self.name(bare)

    def name(self, words: str) -> str:
        """Return the outlet's own name for the words, or the words themselves."""
        outlet = self.named(words)
        return outlet.name if outlet else words.strip()

    def at(self, address: str) -> Outlet | None:
        """Return the known outlet whose pages lie at the address."""
        host = host_of(address)
        parts = host.split(".") if host else []
        for start in range(len(parts) - 1):
            if outlet := self._by_domain.get(".".join(parts[start:])):
                return outlet
        return None


@lru_cache(maxsize=8)
def outlet_names(outlets: tuple[Outlet, ...]) -> OutletNames:
    """Build the look-up once for each list of outlets."""
    return OutletNames(outlets)


def host_of(address: str) -> str | None:
    """Return the host of an address without ``www.``, ``None`` where there is none or an aggregator's."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname
    except ValueError:
        return None
    host = (host or "").removeprefix("www.").removeprefix("m.")
    return host if "." in host and host not in AGGREGATORS else None


def _key(name: str) -> str:
    plain = _TOP_LEVEL.sub("", " ".join(name.casefold().split()))
    return re.sub(r"[.'’]", "", plain.removeprefix("the "))
