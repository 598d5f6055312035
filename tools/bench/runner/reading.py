"""The same articles in several formats: how fast they are read, and what that adds to indexing."""

import html
import json
import pathlib
import shutil
import subprocess

from bench import Bench, Row
from corpus import Corpus
from figures import markdown, median_of, megabytes, ratio, seconds, times
from measure import Failed
from peers import Morgue

PER_FILE = 1000  # articles, where a file holds many
SECTIONS = [f"Section {number}" for number in range(1, 21)]


class Article:
    """What a made-up article states in its first lines, and its paragraphs."""

    def __init__(self, path):
        title, _, rest = path.read_text(encoding="utf-8").partition("\n")
        paragraphs = [part.strip() for part in rest.split("\n\n") if part.strip()]
        head = paragraphs.pop(0) if paragraphs and "\nDate: " in paragraphs[0] else ""
        self.title = title
        self.paragraphs = paragraphs
        facts = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        self.date = facts.get("Date", "2000-01-01")
        self.writer = next((line[3:] for line in head.splitlines() if line.startswith("By ")), "")


def as_html(article):
    """With about as much around the text as a lean site has."""
    escaped = [html.escape(part) for part in article.paragraphs]
    stated = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title,
              "datePublished": article.date, "author": {"@type": "Person", "name": article.writer}}
    menu = "".join(f'<li><a href="/{number}/">{name}</a></li>'
                   for number, name in enumerate(SECTIONS))
    title = html.escape(article.title)
    return (f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
            f'<script type="application/ld+json">{json.dumps(stated)}</script>'
            "<style>body { margin: 0 }</style></head>\n"
            f'<body><header><nav class="menu"><ul>{menu}</ul></nav></header>\n'
            f'<main><article><h1>{title}</h1><p class="byline">By {article.writer}</p>\n'
            + "\n".join(f"<p>{part}</p>" for part in escaped)
            + f'\n</article><aside class="related"><ul>{menu}</ul></aside></main>\n'
            "<footer><p>All rights reserved.</p></footer></body></html>\n")


def as_nitf(article):
    escaped = [html.escape(part, quote=False) for part in article.paragraphs]
    title = html.escape(article.title, quote=False)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<nitf><head><docdata><date.issue norm="{article.date.replace("-", "")}"/></docdata>'
            f"</head><body><body.head><hedline><hl1>{title}</hl1></hedline>"
            f"<byline>By {article.writer}</byline></body.head>\n<body.content>\n"
            + "\n".join(f"<p>{part}</p>" for part in escaped)
            + "\n</body.content></body></nitf>\n")


def as_json(article):
    return json.dumps({"title": article.title, "date": article.date, "author": article.writer,
                       "text": "\n\n".join(article.paragraphs)}, ensure_ascii=False) + "\n"


# Name, extension, articles a file, and how one is written.
FORMATS = (("HTML", ".html", 1, as_html), ("NITF", ".xml", 1, as_nitf),
           ("JSON lines", ".jsonl", PER_FILE, as_json))


def written(corpus, work, extension, per_file, write):
    """The corpus in another format; written once."""
    folder = pathlib.Path(work) / f"{corpus.folder.name}{extension}"
    paths = corpus.paths()
    if not folder.is_dir():
        unfinished = folder.with_name(folder.name + ".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        for number in range(0, len(paths), PER_FILE):
            below = unfinished / f"{number:08}"
            below.mkdir(parents=True)
            for first in range(number, min(number + PER_FILE, len(paths)), per_file):
                text = "".join(write(Article(path)) for path in paths[first:first + per_file])
                (below / f"{first:08}{extension}").write_text(text, encoding="utf-8")
        unfinished.rename(folder)
    size = sum(path.stat().st_size for path in folder.rglob("*" + extension))
    return Corpus(folder, folder.name, corpus.articles, size)


def reading_speed(bench, corpus):
    """Megabytes a second of CPU, by the readers alone."""
    told = subprocess.run([bench.build / "bin" / "bench_reading", corpus.folder], text=True,
                          capture_output=True, check=True).stdout.split()
    if int(told[0]) != corpus.articles:
        raise Failed(f"{corpus.name} gave {told[0]} articles, not {corpus.articles}")
    return float(told[2]) / float(told[3]) / 1e6


def formats(bench: Bench):
    """The same articles as text and in other formats: reading them, and indexing them."""
    text = bench.corpus()
    corpora = {"text": text} | {name: written(text, bench.work, *how)
                                for name, *how in FORMATS}
    (morgue,), _ = bench.peers([Morgue])
    rows = {name: Row(name) for name in corpora}
    for run in range(bench.options.runs):
        for name in corpora if run % 2 == 0 else reversed(corpora):
            rows[name].runs.append(bench.build_anew(morgue, corpora[name]))
    lines = [[name, megabytes(corpora[name].bytes),
              f"{reading_speed(bench, corpora[name]):.0f} MB/s",
              *(seconds(median_of(row.runs, figure)) for figure in ("wall", "cpu")),
              *(times(ratio(row.runs, rows["text"].runs, figure)) for figure in ("wall", "cpu"))]
             for name, row in rows.items()]
    return (f"Formats: {text.articles:,} articles",
            markdown(["", "bytes", "readers alone, one core", "index, wall", "CPU",
                      "wall ÷ text", "CPU ÷ text"], lines), rows)
