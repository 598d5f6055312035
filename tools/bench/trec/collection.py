"""A test collection: documents, questions, and which documents answer which question."""

import dataclasses
import json
import pathlib


@dataclasses.dataclass
class Collection:
    name: str
    documents: dict  # by id: title and body
    questions: dict  # by id, the text
    relevant: dict  # by the question's id, the ids of documents; only questions that have some


def read_lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def read_documents(path):
    records = (json.loads(line) for line in read_lines(path) if line)
    return {record["id"]: (record.get("title", ""), record.get("body", "")) for record in records}


def read_questions(path):
    return dict(line.split("\t", 1) for line in read_lines(path) if line)


def read_judgements(path):
    relevant = {}
    for line in read_lines(path):
        question, _, document, grade = line.split()
        if int(grade) > 0:
            relevant.setdefault(question, set()).add(document)
    return relevant


def read(folder):
    """docs.jsonl (id, title, body), queries.tsv (id, tab, text) and qrels.txt as TREC has it; what
    is judged above 0 is relevant."""
    folder = pathlib.Path(folder)
    questions = read_questions(folder / "queries.tsv")
    judged = read_judgements(folder / "qrels.txt")
    return Collection(folder.name, read_documents(folder / "docs.jsonl"), questions,
                      {question: judged[question] for question in questions if question in judged})


def write(collection, folder):
    """The documents as files: title, blank line, body. Also the questions, as a list."""
    texts = folder / "texts"
    texts.mkdir(parents=True)
    for identity, (title, body) in collection.documents.items():
        (texts / f"{identity}.txt").write_text(f"{' '.join(title.split())}\n\n{body}\n",
                                               encoding="utf-8")
    listed = folder / "queries.tsv"
    listed.write_text("".join(f"{key}\t{text}\n" for key, text in collection.questions.items()),
                      encoding="utf-8")
    return texts, listed


def read_run(lines):
    """A TREC run: by question the documents, best first."""
    scored = {}
    for line in lines:
        question, _, document, _, score, _ = line.split()
        scored.setdefault(question, []).append((float(score), document))
    return {question: [document for _, document in sorted(found, key=lambda pair: -pair[0])]
            for question, found in scored.items()}
