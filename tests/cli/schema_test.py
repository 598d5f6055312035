"""docs/OUTPUT-SCHEMA.md against what the program prints, both ways."""

import base64
import csv
import io
import re
import shlex

from every_output import EveryOutput
from harness import SOURCE, main
from schema_document import CODES, Document

DOCUMENT = Document()
DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\dZ)?)?)?")


def is_pair(value):
    return (isinstance(value, list) and len(value) == 2 and
            all(isinstance(end, int) for end in value) and value[0] <= value[1])


def is_text(value):
    return isinstance(value, str) and value != ""


KINDS = {
    "string": lambda value: isinstance(value, str),
    "path": is_text,
    "date": lambda value: is_text(value) and DATE.fullmatch(value),
    "id": lambda value: is_text(value) and re.fullmatch(r"[0-9a-f]{12}", value),
    "number": lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "pair": is_pair,
    "object": lambda value: isinstance(value, dict) or KINDS["list of object"](value),
}
KINDS.update({f"list of {kind}": lambda value, one=one: isinstance(value, list) and
              all(one(each) for each in value) for kind, one in list(KINDS.items())})


def objects_in(record):
    """Each object with its place: "" for the record, then such as "snippets.runs."."""
    todo = [("", record)]
    while todo:
        place, one = todo.pop()
        yield place, one
        for key, value in one.items():
            below = place + ("FIELD" if place == "metadata." else key) + "."
            for inner in value if isinstance(value, list) else [value]:
                if isinstance(inner, dict):
                    todo.append((below, inner))


class Records(EveryOutput):
    @classmethod
    def setUpClass(cls):
        run = cls("print_everything")
        run.setUp()
        run.print_everything()
        run.doCleanups()
        cls.by_section = {}
        for record in run.printed:
            cls.by_section.setdefault(record["type"], []).append(record)
        for line in run.said:
            (what, inner), = line.items()
            cls.by_section.setdefault("stderr " + what, []).append(inner)

    def each_object(self):
        """(section, its keys in the document, place, object) of all that was printed."""
        for section, records in self.by_section.items():
            keys = dict(DOCUMENT.keys_of(section))
            if not section.startswith("stderr "):
                keys.update(DOCUMENT.keys_of("record"))
            for record in records:
                for place, one in objects_in(record):
                    yield section, keys, place, one

    def test_every_type_has_its_section(self):
        sections = {name for name, section in DOCUMENT.sections.items() if section.keys}
        self.assertEqual(set(self.by_section), sections - {"record", "facts"})

    def test_nothing_is_printed_that_is_not_written_down(self):
        for section, keys, place, one in self.each_object():
            for key in one:
                name = place + ("FIELD" if place == "metadata." else key)
                exact = name.removesuffix("_bytes")
                is_exact = exact != name and exact in keys and keys[exact].value == "path"
                self.assertTrue(name in keys or is_exact, f"{section}: {name}")

    def test_everything_written_down_is_printed(self):
        printed = {}
        for section, _, place, one in self.each_object():
            printed.setdefault(section, set()).update(
                place + ("FIELD" if place == "metadata." else key) for key in one)
        for section, names in printed.items():
            self.assertEqual(set(DOCUMENT.keys_of(section)) - names, set(), section)

    def test_what_is_always_there_is(self):
        for section, keys, place, one in self.each_object():
            for name, key in keys.items():
                if key.always and name.startswith(place) and "." not in name[len(place):] and \
                        (place or not name.count(".")):
                    self.assertIn(name[len(place):], one, f"{section}: {place}")

    def test_values_are_of_their_kinds(self):
        for section, keys, place, one in self.each_object():
            for key, value in one.items():
                name = place + ("FIELD" if place == "metadata." else key)
                if name in keys:
                    kind = keys[name].value
                    self.assertTrue(KINDS[kind](value), f"{section}: {name} is {value!r}")

    def test_what_is_not_known_is_absent(self):
        for section, _, place, one in self.each_object():
            for key, value in one.items():
                self.assertNotIn(value, [None, {}], f"{section}: {place}{key}")

    def test_names_that_are_no_utf8_stand_exactly_too(self):
        exact = {section + "." + key: value for section, _, _, one in self.each_object()
                 for key, value in one.items() if key.endswith("_bytes")}
        for name in ["hit.path_bytes", "hit.file_bytes", "rename.from_bytes", "plan.file_bytes"]:
            self.assertIn(b"caf\xe9", base64.b64decode(exact[name]))

    def test_all_have_the_version_of_the_document(self):
        versions = {record["v"] for section, records in self.by_section.items()
                    for record in records if not section.startswith("stderr ")}
        self.assertEqual(versions, {DOCUMENT.version})

    def test_codes_of_errors_are_written_down(self):
        queries = (SOURCE / "docs/QUERY-SYNTAX.md").read_text()
        for error in self.by_section["stderr error"]:
            self.assertTrue(error["code"] in DOCUMENT.codes() or f"`{error['code']}`" in queries)


class Tables(EveryOutput):
    def header(self, *arguments):
        done = self.check(self.morgue(*arguments, here=self.one), 0)
        return next(csv.reader(io.StringIO(done.out)))

    def test_columns_in_their_order(self):
        self.write()
        for command in ["search", "kwic"]:
            self.assertEqual(self.header(command, "--format=csv", "storm"),
                             DOCUMENT.columns_of("csv of " + command))

    def test_columns_are_named_like_keys(self):
        of_tables_alone = {"snippet", "file_bytes", "error"}
        for command, record in [("search", "hit"), ("kwic", "occurrence")]:
            known = set(DOCUMENT.keys_of(record)) | of_tables_alone
            self.assertEqual(set(DOCUMENT.columns_of("csv of " + command)) - known, set())


class Lines(EveryOutput):
    MARKS = {"": None, "space": " ", "tab": "\t", "colon": ":"}

    def fields(self, line, mark, count):
        return line.split(mark, count - 1 if mark == ":" else -1) if mark else [line]

    def test_each_has_its_fields(self):
        self.write()
        rows = DOCUMENT.sections["Lines"].rows
        self.assertEqual(len(rows), 10)
        for command, fields, between in rows:
            names = CODES.findall(fields)
            words = shlex.split(CODES.findall(command)[0])
            more = [] if words[-1] == "-" else ["storm"]
            done = self.check(self.morgue(*words, *more, here=self.one, input=b"q\tstorm\n"), 0)
            end = "\0" if "NUL" in fields else "\n"
            lines = done.out.split(end)
            self.assertEqual(lines.pop(), "")
            self.assertTrue(lines, command)
            for line in lines:
                found = self.fields(line, self.MARKS[between], len(names))
                self.assertEqual(len(found), len(names), line)
                for name, value in zip(names, found):
                    if name == "id" and words[0] == "search":
                        self.assertRegex(value, "^[0-9a-f]{12}$")
                    if name in ("hits", "held", "articles", "rank", "line", "column"):
                        self.assertRegex(value, r"^\d+$")
                    if name == "Q0":
                        self.assertEqual(value, "Q0")

    def test_completion(self):
        self.write()
        names = [CODES.findall(row[1]) for row in DOCUMENT.sections["complete"].rows]
        self.assertEqual(names, [["kind", "before"], ["text", "meaning"]])
        for shell in ["zsh", "fish"]:
            done = self.morgue("__complete", shell, "--", "search", "source:", here=self.one)
            rows = [line.split("\t") for line in done.lines]
            self.assertEqual(rows, [["done", ""], ['source:"hallin post"', "1 article"]])
        bash = self.morgue("__complete", "bash", "--", "morgue search source:", here=self.one)
        self.assertEqual(bash.lines[0], "done")


class OfTheTestItself(EveryOutput):
    """The document is read as it is meant."""

    TEXT = ("Everything, version 3.\n### hit\nWith the keys of [facts].\n"
            "| key | value | when | |\n|---|---|---|---|\n| `a` `b.c` | string | always | x |\n"
            "### facts\n| key | value | when | |\n|---|---|---|---|\n| `d` | pair | known | |\n"
            "### csv\n| column | |\n|---|---|\n| `x` `y` | as `z` |\n")

    def test_sections_keys_and_columns(self):
        document = Document(self.TEXT)
        self.assertEqual(document.version, 3)
        self.assertEqual(sorted(document.keys_of("hit")), ["a", "b.c", "d"])
        self.assertTrue(document.keys_of("hit")["a"].always)
        self.assertFalse(document.keys_of("hit")["d"].always)
        self.assertEqual(document.columns_of("csv"), ["x", "y"])

    def test_places_of_objects(self):
        record = {"a": {"b": [{"c": 1}]}, "metadata": {"title": {"value": "x"}}}
        self.assertEqual(sorted(place for place, _ in objects_in(record)),
                         ["", "a.", "a.b.", "metadata.", "metadata.FIELD."])


if __name__ == "__main__":
    main()
