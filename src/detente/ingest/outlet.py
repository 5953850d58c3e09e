"""Which outlet published an article, by the strongest word that names one."""

import re
from collections.abc import Sequence

from detente.ingest.dateline import Dateline
from detente.ingest.outlet_names import OutletNames, host_of
from detente.model.document import Found

# "according to Trend News Agency", "TASS reports": weak, since an article may name another outlet
_NAMED_IN_TEXT = re.compile(
    r"(?:according\s+to|reports?|,)\s+(?:the\s+)?(?P<name>[A-Z][\w.'’/-]*(?:\s+[A-Z][\w.'’/-]*){0,2})(?:\s+(?:news|press))?\s+(?:agency|service)\b",
    re.IGNORECASE,
)
_TEXT_SEARCHED = 600
# an agency that is not known by name is believed in brackets only where it is short or in capitals
_ACRONYM = re.compile(r"[A-Z][A-Z/.&-]{1,9}")


def choose_outlet(
    found: Sequence[Found],
    *,
    url: str | None,
    dateline: Dateline | None,
    text: str,
    names: OutletNames,
) -> Found | None:
    """Return the outlet with how it was found: what came with it, header, agency, address, words of the text."""
    given = next((f for f in found if f.field == "outlet"), None)
    if given:
        return Found("outlet", names.name(given.value), given.how)
    return (
        _from_byline(found, names)
        or _from_dateline(dateline, names)
        or _from_site(found, names)
        or _from_address(url, names)
        or _from_unknown_agency(dateline)
        or _from_text(text, names)
    )


def _from_byline(found: Sequence[Found], names: OutletNames) -> Found | None:
    for item in found:
        if item.field == "byline":
            outlet = names.named(item.value)
            name = outlet.name if outlet else names.service(item.value)
            if name:
                return Found("outlet", name, f"byline '{item.value}'")
    return None


def _from_dateline(dateline: Dateline | None, names: OutletNames) -> Found | None:
    outlet = names.named(dateline.agency) if dateline and dateline.agency else None
    return Found("outlet", outlet.name, "dateline") if outlet else None


def _from_site(found: Sequence[Found], names: OutletNames) -> Found | None:
    site = next((f for f in found if f.field == "site"), None)
    return Found("outlet", names.name(site.value), site.how) if site else None


def _from_address(url: str | None, names: OutletNames) -> Found | None:
    if not url:
        return None
    if outlet := names.at(url):
        return Found("outlet", outlet.name, "address of the page")
    host = host_of(url)
    return Found("outlet", host, "address of the page; not in the profile") if host else None


def _from_unknown_agency(dateline: Dateline | None) -> Found | None:
    if dateline and dateline.agency and _ACRONYM.fullmatch(dateline.agency):
        return Found("outlet", dateline.agency, "dateline; not in the profile")
    return None


def _from_text(text: str, names: OutletNames) -> Found | None:
    for match in _NAMED_IN_TEXT.finditer(text[:_TEXT_SEARCHED]):
        if outlet := names.named(match.group("name")):
            return Found("outlet", outlet.name, f"named in the text: '{match.group().strip(' ,')}'")
    return None
