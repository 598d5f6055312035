"""The articles that a scenario runs over: made up, or any folder of .txt files."""

import dataclasses
import os
import pathlib
import shutil
import subprocess


@dataclasses.dataclass
class Corpus:
    folder: pathlib.Path
    name: str
    articles: int
    bytes: int

    def paths(self):
        return sorted(self.folder.rglob("*.txt"))


def of_folder(folder):
    articles = size = 0
    for parent, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".txt"):
                articles += 1
                size += os.stat(os.path.join(parent, name)).st_size
    if articles == 0:
        raise SystemExit(f"run: no .txt file below {folder}")
    return Corpus(pathlib.Path(folder).resolve(), pathlib.Path(folder).name, articles, size)


def generated(generator, work, articles, mean_bytes):
    """Written once; the name says of which options."""
    folder = work / f"corpus-{articles}-{mean_bytes}"
    if not folder.is_dir():
        unfinished = folder.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        subprocess.run([generator, unfinished, "--articles", str(articles), "--mean-bytes",
                        str(mean_bytes)], check=True, stdout=subprocess.DEVNULL)
        unfinished.rename(folder)
    return of_folder(folder)
