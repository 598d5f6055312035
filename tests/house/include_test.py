"""Which room may include which, and who may see which library."""

import unittest

from source_text import includes_of
from tree import ROOT, room_of, rooms_files

EVERYWHERE = {"base"}
ALLOWED = {
    "base": set(),
    "include": set(),
    "text": EVERYWHERE,
    "glass": EVERYWHERE,
    "schema": EVERYWHERE | {"include", "text", "glass"},
    "indexer": EVERYWHERE | {"include", "text", "schema", "glass"},
    "search": EVERYWHERE | {"include", "text", "schema", "glass"},
    "tools": {"include"},
}
# What measures a room alone sees it.
MEASURED = {"tools/bench/reading/": {"base", "indexer"}}
# Rooms of morgue-reader, of which the library has nothing.
READERS_OWN = ("indexer/readers/", "indexer/containers/", "indexer/morgue_reader/")
# The beginning of a header's path, and where it may be included. What is not named is free.
LIBRARIES = {
    "boost/filesystem": ("base/", "indexer/source/"),
    "spdlog/": ("tools/",),
    "CLI/": ("tools/line/", "tools/bench/"),
    "xapian": ("text/", "schema/", "indexer/", "search/", "tools/bench/peers/"),
    # What morgue-reader alone is linked with.
    **dict.fromkeys(("libxml/", "gmime/", "uchardet", "yaml", "csv"), ("indexer/readers/",)),
    **dict.fromkeys(("archive", "lzma", "bzlib", "zstd", "brotli/"), ("indexer/containers/",)),
}
KEPT_FROM_EMBEDDERS = ("boost/", "libxml/", "spdlog/", "unicode/", "xapian", "yaml", "nlohmann/")


def room_of_header(header):
    first = header.split("/")[0]
    return "include" if first == "morgue" else first if first in ALLOWED else None


def broken_includes(path, text):
    """Sentences on the includes of the file `path` (below the root) that break a rule."""
    room = room_of(path)
    for line, header, angled in includes_of(text):
        where = f"{path}:{line}: "
        if not angled:
            yield where + f'"{header}" should be <{header}>, by its room\'s path'
        if room == "include" and header.startswith(KEPT_FROM_EMBEDDERS):
            yield where + f"<{header}> must not reach an embedder"
            continue
        for library, homes in LIBRARIES.items():
            if header.startswith(library) and not path.startswith(homes):
                yield where + f"<{header}> belongs into {' and '.join(homes)} alone"
        if header.startswith(READERS_OWN) and not path.startswith((*READERS_OWN, *MEASURED)):
            yield where + f"<{header}> is for morgue-reader alone"
        other = room_of_header(header)
        measured = {seen for folder, rooms in MEASURED.items() if path.startswith(folder)
                    for seen in rooms}
        if other and other != room and other not in ALLOWED[room] | measured:
            yield where + f"{room} may not include <{header}>"


class IncludeRules(unittest.TestCase):
    def test_the_rooms_keep_them(self):
        broken = []
        for path in rooms_files():
            broken += broken_includes(path, (ROOT / path).read_text())
        self.assertEqual([], broken, "\n".join(["", *broken]))

    def test_all_rooms_are_seen(self):
        seen = {room_of(path) for path in rooms_files()}
        there = {room for room in ALLOWED if list((ROOT / room).rglob("*.[ch]pp"))}
        self.assertEqual(there, seen)
        self.assertLessEqual({"base", "include", "text", "schema", "indexer", "search"}, seen)

    def test_bad_examples_are_caught(self):
        for path, include in [
            ("base/file.cpp", "<schema/term.hpp>"),
            ("base/file.cpp", "<morgue/error.hpp>"),
            ("include/morgue/article.hpp", "<base/hash.hpp>"),
            ("include/morgue/article.hpp", "<xapian.h>"),
            ("include/morgue/article.hpp", "<boost/optional.hpp>"),
            ("include/morgue/article.hpp", "<unicode/unistr.h>"),
            ("include/morgue/article.hpp", "<libxml/tree.h>"),
            ("text/fold.cpp", "<schema/term.hpp>"),
            ("text/fold.cpp", "<morgue/error.hpp>"),
            ("glass/table.cpp", "<text/fold.hpp>"),
            ("schema/term.cpp", "<indexer/store.hpp>"),
            ("schema/term.cpp", "<search/matcher.hpp>"),
            ("schema/term.cpp", "<boost/filesystem.hpp>"),
            ("indexer/store.cpp", "<search/query/tree.hpp>"),
            ("indexer/readers/html.cpp", "<search/snippet.hpp>"),
            ("indexer/store.cpp", "<boost/filesystem/path.hpp>"),
            ("search/query/parser.cpp", "<indexer/ids.hpp>"),
            ("text/fold.cpp", "<glass/table.hpp>"),
            ("search/matcher.cpp", "<libxml/tree.h>"),
            ("indexer/original.cpp", "<archive.h>"),
            ("indexer/original.cpp", "<indexer/containers/members.hpp>"),
            ("indexer/formats/format.cpp", "<indexer/readers/html.hpp>"),
            ("search/matcher.cpp", "<spdlog/spdlog.h>"),
            ("tools/main.cpp", "<schema/term.hpp>"),
            ("tools/main.cpp", "<base/file.hpp>"),
            ("tools/bench/corpus/tree.cpp", "<indexer/ids.hpp>"),
            ("tools/bench/reading/main.cpp", "<search/snippet.hpp>"),
            ("tools/commands/search_command.cpp", "<CLI/CLI.hpp>"),
            ("tools/main.cpp", "<xapian.h>"),
            ("schema/term.cpp", '"term.hpp"'),
        ]:
            text = f"#pragma once\n  #  include {include} // why\n"
            self.assertEqual(1, len(list(broken_includes(path, text))), f"{path}: {include}")

    def test_good_examples_pass(self):
        for path, include in [
            ("base/file.cpp", "<boost/filesystem.hpp>"),
            ("indexer/source/walk.cpp", "<boost/filesystem.hpp>"),
            ("indexer/readers/html.cpp", "<libxml/tree.h>"),
            ("indexer/store.cpp", "<schema/snapshot.hpp>"),
            ("indexer/readers/json.cpp", "<indexer/formats/json_lines.hpp>"),
            ("indexer/morgue_reader/service.cpp", "<indexer/containers/members.hpp>"),
            ("search/query/parser.cpp", "<search/query/tree.hpp>"),
            ("schema/term.cpp", "<morgue/article.hpp>"),
            ("tools/main.cpp", "<tools/line/command.hpp>"),
            ("tools/main.cpp", "<spdlog/spdlog.h>"),
        ]:
            self.assertEqual([], list(broken_includes(path, f"#include {include}\n")))
        self.assertEqual([], list(broken_includes("base/x.cpp", "// #include <xapian.h>\n")))


if __name__ == "__main__":
    unittest.main()
