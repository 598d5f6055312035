"""An archive of files of every format, most of them damaged in some way, is indexed: every bad file
is named with a reason or still gives an article, every good one is found by a word of its own, and
the run neither fails, hangs nor takes more memory than it was given.

usage: hostile_archive.py MORGUE FUZZ_SEEDS CORPUS [--files N] [--seed N]
"""

import argparse
import bz2
import collections
import gzip
import io
import json
import lzma
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

MEGABYTE = 1 << 20
GIVEN = 64 * MEGABYTE  # and a quarter more, for what copies are told by
PROGRAM_ITSELF = 64 * MEGABYTE  # as IngestOptions::memory_bytes has it
BOUND = GIVEN * 5 // 4 + PROGRAM_ITSELF
SECONDS_A_FILE = 0.1
ONE_IN = 10  # files is good
FILES_A_FOLDER = 100
UNREAD = (".pdf", ".png", ".gitattributes")

IDS = re.compile(rb'(?<=id-string=")a|(?<=guid="urn:)a|(?<=<NewsItemId>)a|(?<="uri":"urn:)a|'
                 rb'(?<=<guid>)a|(?<=<id>)a|(?<="id":")a|(?<=Message-ID: <)1(?=@)')


def zipped(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def good_files():
    """For each extension, a function from a word to a file that holds it."""
    def html(word):
        return f"<html><title>Storm</title><body><p>Nobody sailed to {word}.</p></body></html>"

    def mail(word):
        return (f"From: Jane <jane@coast.example>\nSubject: Storm\nMessage-ID: <{word}@coast>\n"
                f"Date: Mon, 4 Mar 2019 05:06:07 +0100\n\nNobody sailed to {word}.\n")

    def nitf(word):
        return (f'<nitf><head><docdata><doc-id id-string="{word}"/></docdata></head><body>'
                f"<body.content><p>Nobody sailed to {word}.</p></body.content></body></nitf>")

    texts = {
        ".txt": lambda word: f"Storm\n\nNobody sailed to {word}.\n",
        ".md": lambda word: f"---\ntitle: Storm\n---\n\nNobody sailed to {word}.\n",
        ".html": html,
        ".jsonl": lambda word: json.dumps({"id": word, "text": f"Nobody sailed to {word}."}),
        ".json": lambda word: json.dumps({"id": word, "text": f"Nobody sailed to {word}."}),
        ".csv": lambda word: f"title,text\nStorm,Nobody sailed to {word}.\n",
        ".eml": mail,
        ".mbox": lambda word: "From jane Mon Mar  4 05:06:07 2019\n" + mail(word),
        ".nitf": nitf,
        ".xml": lambda word: f"<rss><channel><item><guid>{word}</guid><title>Storm</title>"
                             f"<description>Nobody sailed to {word}.</description></item>"
                             "</channel></rss>",
        ".sgm": lambda word: f"<DOC><DOCNO>{word}</DOCNO>"
                             f"<TEXT>Nobody sailed to {word}.</TEXT></DOC>",
    }
    made = {end: lambda word, text=text: text(word).encode() for end, text in texts.items()}
    made[".html.gz"] = lambda word: gzip.compress(html(word).encode())
    made[".html.xz"] = lambda word: lzma.compress(html(word).encode())
    made[".html.bz2"] = lambda word: bz2.compress(html(word).encode())
    made[".zip"] = lambda word: zipped("a.html", html(word))
    return made


def seeds_of(program, corpus, folder):
    """Pairs of a file's ending and its bytes: what fuzzing begins with, and the small archive."""
    subprocess.run([program, folder], check=True, stdout=subprocess.DEVNULL)
    files = [*folder.rglob("*"), *pathlib.Path(corpus).rglob("*")]
    found = []
    for path in sorted(path for path in files if path.is_file()):
        ending = "".join(re.findall(r"\.[a-z][a-z0-9]*", path.name, re.IGNORECASE))
        if ending and ending not in UNREAD and path.suffix not in UNREAD:
            found.append((ending, path.read_bytes()))
    return found


def damaged(content, others, chance):
    """The bytes with a few changes of the kinds that disks, networks and enemies make."""
    out = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(out) + 1)
        end = min(len(out), at + chance.randint(1, 64))
        kind = chance.randrange(9)
        if kind == 0 and at < len(out):
            out[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            del out[at:]
        elif kind == 2:
            del out[at:end]
        elif kind == 3:
            out[at:at] = chance.randbytes(chance.randint(1, 64))
        elif kind == 4:
            out[at:end] = bytes(end - at)
        elif kind == 5:
            out[at:at] = out[at:end] * chance.randint(1, 200)
        elif kind == 6:
            other = chance.choice(others)[1]
            begin = chance.randrange(len(other) + 1)
            out[at:end] = other[begin:begin + chance.randint(1, 400)]
        elif kind == 7:
            number = str(chance.choice([-1, 0, 2**31, 2**32, 2**63, 2**64, 10**30])).encode()
            out = bytearray(re.sub(rb"\d+", lambda found: chance.choice([number, found[0]]), out))
        else:
            out[at:at] = chance.choice([b"<div>", b"[", b'{"a":', b"<p", b"&#", b"--a\n"]) * 3000
    return bytes(out)


def bad_file(seeds, number, chance):
    ending, content = chance.choice(seeds)
    content = IDS.sub(str(number).encode(), content)
    if ending.endswith(".gz") and chance.random() < 0.5:
        return ending, gzip.compress(damaged(gzip.decompress(content), seeds, chance))
    return ending, damaged(content, seeds, chance)


def word_of(number):
    """Of letters alone, so that it is one word, and like no other."""
    letters = []
    while number or not letters:
        number, digit = divmod(number, 20)
        letters.append("bcdfghjklmnpqrstvwxz"[digit])
    return "qu" + "u".join(reversed(letters)) + "ax"


class Archive:
    """Files on the disk: `bad` and `good`, the latter by the word that finds them."""

    def __init__(self, folder, seeds, files, chance):
        self.folder = folder
        self.bad = set()
        self.good = {}
        goods = list(good_files().items())
        for number in range(files + files // ONE_IN):
            if number % (ONE_IN + 1) == ONE_IN:
                ending, make = goods[len(self.good) % len(goods)]
                word = word_of(number)
                self.good[word] = self._write(number, ending, make(word))
            else:
                self.bad.add(self._write(number, *bad_file(seeds, number, chance)))

    def _write(self, number, ending, content):
        name = f"{number // FILES_A_FOLDER:03}/{number:06}{ending}"
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return name


class Run:
    """The program, over the archive."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder

    def index(self, seconds):
        """Exit status, the report's objects, and the most memory that a process of it had."""
        report = self.folder.parent / "report"
        with report.open("wb") as out:
            run = subprocess.Popen(
                [self.program, "index", "--json", f"--memory={GIVEN // MEGABYTE}MB", "."],
                cwd=self.folder, stdout=out, stderr=out)
            deadline = time.monotonic() + seconds
            while True:
                process, status, usage = os.wait4(run.pid, os.WNOHANG)
                if process:
                    break
                if time.monotonic() > deadline:
                    run.kill()
                time.sleep(0.05)
        run.returncode = os.waitstatus_to_exitcode(status)
        objects = [json.loads(line) for line in report.read_bytes().splitlines()]
        objects = [one for one in objects if "type" in one]
        return run.returncode, objects, usage.ru_maxrss * 1024

    def objects(self, *arguments, **options):
        done = subprocess.run([self.program, *arguments], cwd=self.folder, check=False,
                              capture_output=True, **options)
        return [json.loads(line) for line in done.stdout.splitlines()]

    def check(self):
        return subprocess.run([self.program, "check"], cwd=self.folder, check=False,
                              stdout=subprocess.DEVNULL).returncode


def faults_of(archive, run, seconds):
    """Sentences on what should not be, and a tally of the skips by reason."""
    code, report, memory = run.index(seconds)
    yield f"exit status {code}" if code else None
    yield f"{memory // MEGABYTE} MB of memory" if memory > BOUND else None
    skips = [one for one in report if one["type"] == "skip"]
    for skip in skips:
        if skip["reason"] in ("reader failed", "unknown"):
            yield f"{skip['file']}: {skip['reason']}, {skip.get('detail')}"
    named = {skip["file"] for skip in skips}
    hits = {hit["path"] for hit in run.objects("search", "--json", "*") if hit["type"] == "hit"}
    old = sum(one.get("superseded", 0) + one.get("withdrawn", 0) for one in report)
    lost = archive.bad - named - hits
    yield f"neither read nor named: {sorted(lost)[:20]}" if len(lost) > old else None
    queries = "".join(f"{word}\t{word}\n" for word in archive.good).encode()
    found = collections.defaultdict(set)
    for hit in run.objects("search", "--json", "--queries", "-", input=queries):
        if hit["type"] == "hit":
            found[hit["qid"]].add(hit["path"])
    for word, name in archive.good.items():
        if name not in found[word]:
            yield f"{name}: not found by {word}"
    yield "morgue check found damage" if run.check() else None
    print(f"{len(archive.bad)} bad files, {len(archive.good)} good ones; {len(hits)} give articles,"
          f" {len(skips)} skips; {memory // MEGABYTE} MB at most")
    for reason, count in collections.Counter(skip["reason"] for skip in skips).most_common():
        print(f"  {reason}: {count}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("morgue", type=pathlib.Path)
    parser.add_argument("fuzz_seeds", type=pathlib.Path)
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=20190304)
    parser.add_argument("--keep", type=pathlib.Path, help="a folder in which the archive stays")
    told = parser.parse_args()
    folder = told.keep or pathlib.Path(tempfile.mkdtemp(prefix="morgue-hostile-"))
    try:
        seeds = seeds_of(told.fuzz_seeds, told.corpus, folder / "seeds")
        archive = Archive(folder / "archive", seeds, told.files, random.Random(told.seed))
        run = Run(told.morgue.resolve(), folder.resolve() / "archive")
        faults = [fault for fault in faults_of(archive, run, 60 + told.files * SECONDS_A_FILE)
                  if fault]
    finally:
        if not told.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
