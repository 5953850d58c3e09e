"""Datelines: "MOSCOW (Azatutyun) —", "YEREVAN, May 21. /TASS/.", "BEIRUT Bomb blasts ..."."""

import re
from dataclasses import dataclass

# the towns that news is filed from; only these are believed where nothing but capitals mark a dateline
PLACES: frozenset[str] = frozenset(
    place.strip()
    for place in """
    ABU DHABI, ABUJA, ACCRA, ADDIS ABABA, ADEN, ALEPPO, ALGIERS, ALMATY, AMMAN, AMSTERDAM, ANKARA, ASHGABAT, ASMARA, ASTANA,
    ATHENS, BAGHDAD, BAKU, BAMAKO, BANGKOK, BANGUI, BASRA, BEIJING, BEIRUT, BELFAST, BELGRADE, BERLIN, BERNE, BISHKEK, BOGOTA,
    BRATISLAVA, BRUSSELS, BUCHAREST, BUDAPEST, BUENOS AIRES, CAIRO, CANBERRA, CARACAS, CHISINAU, COLOMBO, COPENHAGEN, DAKAR,
    DAMASCUS, DAVOS, DELHI, DHAKA, DJIBOUTI, DOHA, DONETSK, DUBAI, DUBLIN, DUSHANBE, ERBIL, FREETOWN, GAZA, GAZA CITY, GENEVA,
    GORIS, GYUMRI, HANOI, HARARE, HAVANA, HELSINKI, ISLAMABAD, ISTANBUL, JAKARTA, JERUSALEM, JUBA, KABUL, KAMPALA, KHARKIV,
    KHARTOUM, KIEV, KIGALI, KINSHASA, KYIV, LISBON, LONDON, LUXEMBOURG, LVIV, MADRID, MANAMA, MANILA, MEKELLE, MEXICO CITY,
    MINSK, MOGADISHU, MOSCOW, MUNICH, MUSCAT, NAIROBI, NEW DELHI, NEW YORK, NICOSIA, ODESA, OSLO, OTTAWA, PARIS, PORT SUDAN,
    PRAGUE, PRETORIA, PRISTINA, RABAT, RAMALLAH, RIGA, RIYADH, ROME, SANAA, SARAJEVO, SEOUL, SHUSHA, SINGAPORE, SKOPJE, SOCHI,
    SOFIA, STEPANAKERT, STOCKHOLM, STRASBOURG, TALLINN, TASHKENT, TBILISI, TEHRAN, TEL AVIV, THE HAGUE, TIRANA, TOKYO,
    TRIPOLI, TUNIS, ULAANBAATAR, UNITED NATIONS, VATICAN CITY, VIENNA, VILNIUS, WARSAW, WASHINGTON, YANGON, YEREVAN, ZAGREB,
    ZAPORIZHZHIA, ZURICH
    """.replace("\n", " ").split(",")
)

_MONTH = r"(?i:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[A-Za-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:\s+[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+){0,3}"
_TITLE = r"[A-ZÀ-Þ][\w.'’-]+(?:\s+[A-ZÀ-Þ][\w.'’-]+){0,3}"
_DASH = r"(?:—|–|--|-|:)"
_AGENCY = r"[A-Z][\w.'’/ &-]{1,40}"

# "YEREVAN, May 21. /TASS/. ", "BAKU, May 25, AZERTAC. ", "TEHRAN, May 26 (MNA) – ": a place, a day, an agency
_DATED = re.compile(
    rf"(?P<line>(?P<place>{_TITLE}(?:,\s+{_TITLE})?),\s+{_DAY}[,.]?\s*"
    rf"(?:\((?P<a1>{_AGENCY})\)|/(?P<a2>{_AGENCY})/|(?P<a3>[A-Z][A-Z.]{{2,20}})(?=[.:,]?\s*(?:{_DASH}|[.:,])\s)))"
    rf"[.,]?\s*(?:{_DASH})?\s*"
)
# a place and an agency: MOSCOW (Azatutyun) — ; DEIR AL-BALAH, Gaza Strip (AP) --
_SIGNED = re.compile(
    rf"(?P<line>(?P<place>{_UPPER}|{_TITLE})(?:(?:,\s+|/){_TITLE})?\s+\((?P<a1>{_AGENCY})\))\s*{_DASH}\s*"
)
# "BERDYCHIV, UKRAINE — ", "PARIS, Feb. 5 — "
_DASHED = re.compile(
    rf"(?P<line>(?P<place>{_UPPER}(?:(?:,\s+|/){_TITLE}){{0,2}})(?:,\s+{_DAY})?)\s*(?:—|–|--| - )\s*(?=\S)"
)
# "Tehran, IRNA – ", "Damascus, SANA-": a place and an agency in capitals
_FILED = re.compile(
    rf"(?P<line>(?P<place>{_TITLE}),\s+(?P<a1>[A-Z]{{3,12}}))\s*(?:—|–|--|-)\s*(?=[A-Z“\"‘'])"
)
_KNOWN_DASHED = re.compile(rf"(?P<line>(?P<place>{_TITLE}))\s+(?:—|–|--)\s+(?=[A-Z“\"‘'])")
# "BEIRUT/AMMAN The Syrian army ..."
_BARE = re.compile(
    rf"(?P<line>(?P<place>{_UPPER}(?:/{_UPPER})*))\s+(?=[A-ZÀ-Þ“\"‘'][\w’'.-]*[a-z ])"
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where an article was filed, and the agency that is named there."""

    text: str
    agency: str | None
    length: int  # letters of the paragraph that it takes


def dateline_of(paragraph: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with."""
    start = paragraph[:140]
    if not start[:1].isupper():
        return None
    if match := _DATED.match(start):
        return _dateline(match)
    match = _SIGNED.match(start)
    if match and (match.group("place").isupper() or _is_known(match.group("place").split(",")[0])):
        return _dateline(match)
    if match := _DASHED.match(start):
        return _dateline(match)
    match = _FILED.match(start) or _KNOWN_DASHED.match(start) or _BARE.match(start)
    return _dateline(match) if match and _is_known(match.group("place")) else None


def _dateline(match: re.Match[str]) -> Dateline:
    named = match.groupdict()
    agency = next((named[key] for key in ("a1", "a2", "a3") if named.get(key)), None)
    return Dateline(match.group("line").strip(), agency.strip() if agency else None, match.end())


def _is_known(place: str) -> bool:
    return all(part.strip().upper() in PLACES for part in place.split("/"))
