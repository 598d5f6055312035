"""The files of the project, as the rules see them. Paths are relative to the root, with slashes."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("base", "include", "text", "glass", "schema", "indexer", "search", "tools")
CPP = (".cpp", ".hpp")


def _files(folder, suffixes):
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.suffix in suffixes
    )


def room_of(path):
    return path.split("/")[0]


def rooms_files():
    """C++ of the rooms, without tests."""
    return [path for room in ROOMS for path in _files(room, CPP)]


def cpp_files():
    return rooms_files() + _files("tests", CPP)


def written_files():
    """All that people write here, without the articles and what tests expect to be printed."""
    top = [p.name for p in ROOT.iterdir() if p.is_file() and p.suffix in (".md", ".txt", ".json")]
    suffixes = CPP + (".py", ".java", ".txt", ".cmake", ".md", ".in", ".map")
    folders = (*ROOMS, "tests", "cmake", "docs")
    scripts = [p.relative_to(ROOT).as_posix() for folder in ("tools", "tools/bench")
               for p in (ROOT / folder).iterdir() if p.is_file()]
    found = set(top + scripts).union(*(_files(folder, suffixes) for folder in folders))
    return sorted(path for path in found if not _is_expected_output(path))


def _is_expected_output(path):
    return path.startswith("tests/") and path.endswith((".txt", ".md")) and (
        not path.endswith("CMakeLists.txt")
    )
