"""docs/OUTPUT-SCHEMA.md as data: what it says of records, columns and lines."""

import dataclasses
import re

from harness import SOURCE

CODES = re.compile(r"`([^`]+)`")
INCLUDE = re.compile(r"With the keys of \[(\w+)\]")


@dataclasses.dataclass
class Key:
    """One key of a record; `metadata.FIELD` stands for each of its objects."""

    value: str
    always: bool


@dataclasses.dataclass
class Section:
    keys: dict = dataclasses.field(default_factory=dict)
    includes: list = dataclasses.field(default_factory=list)
    rows: list = dataclasses.field(default_factory=list)  # of tables of other shapes: their cells


def cells_of(line):
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def is_row(line):
    return line.startswith("|") and not line.startswith("|---")


class Document:
    def __init__(self, text=None):
        self.text = text or (SOURCE / "docs/OUTPUT-SCHEMA.md").read_text()
        self.sections = {}
        section, header = Section(), []
        for line in self.text.splitlines():
            if line.startswith("#"):
                section = self.sections.setdefault(line.lstrip("# "), Section())
            section.includes += INCLUDE.findall(line)
            if not is_row(line):
                header = header if line.startswith("|") else []
            elif not header:
                header = cells_of(line)
            else:
                self._add(section, header, cells_of(line))

    @staticmethod
    def _add(section, header, cells):
        if header[:3] != ["key", "value", "when"]:
            section.rows.append(cells)
            return
        for name in CODES.findall(cells[0]):
            assert name not in section.keys, name
            section.keys[name] = Key(cells[1], cells[2] == "always")

    @property
    def version(self):
        return int(re.search(r"\bversion (\d+)\b", self.text).group(1))

    def keys_of(self, name):
        """All keys of a record of this type, with those of the sections that it includes."""
        section = self.sections[name]
        keys = {}
        for included in section.includes:
            keys.update(self.keys_of(included))
        return {**keys, **section.keys}

    def columns_of(self, name):
        return [column for row in self.sections[name].rows for column in CODES.findall(row[0])]

    def codes(self):
        """Codes of errors: exit status by code."""
        return {code: int(row[1]) for row in self.sections["stderr error"].rows
                for code in CODES.findall(row[0])}
