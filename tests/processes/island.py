"""A small sound profile, for stories to change."""

from pathlib import Path

SOUND = {
    "process.toml": """
id = "island"
name = "The island talks"
parties = ["north", "south"]
main_track = "talks"

[[tracks]]
id = "talks"
name = "Talks"
definition = "The talks themselves"
cues = ["talks", "negotiat*"]

[[contested]]
thing = "the line between north and south"
terms = { "border" = "North", "line" = "South" }
""",
    "actors.csv": """id,name,kind,side,aliases,adjectives,members,gender
north,North,side,,The North,Northern;Northerners,,
south,South,side,,,Southern,,
palace,the Palace,body,north,,,,
both,the Two,group,,,,north;south,
ada-berg,Ada Berg,person,north,A. Berg,,,f
""",
    "offices.csv": """actor,title,side,start,end
ada-berg,President,north,2019-03,2022
""",
    "places.csv": """id,name,aliases,kind,country,lat,lon,seat_of
port,Port,Harbour,city,North,40.5,44.25,north
""",
    "outlets.csv": """name,aliases,domains,country,kind
Island Wire,IW,wire.example,North,agency
""",
}


def folder_of(tmp_path: Path, **changed: str) -> Path:
    """Write the sound profile, some of its files changed (``actors`` for ``actors.csv``)."""
    folder = tmp_path / "island"
    folder.mkdir()
    for name, text in SOUND.items():
        (folder / name).write_text(changed.get(name.split(".")[0], text), encoding="utf-8")
    return folder


def with_row(file: str, row: str) -> str:
    return SOUND[file] + row + "\n"
