"""morgue index --json: the report for programs, as docs/OUTPUT-SCHEMA.md has it."""

import base64

from harness import ARTICLES, CommandTest, main


class IndexJson(CommandTest):
    def index(self, *arguments, code=0):
        return self.check(self.morgue("index", "--json", *arguments), code).objects

    def test_one_line_for_the_whole(self):
        folder = self.tree(ARTICLES)
        (whole,) = self.index(folder)
        self.assertGreater(whole.pop("bytes_read"), 0)
        self.assertGreater(whole.pop("seconds"), 0)
        self.assertEqual(
            {"v": 1, "type": "index", "index": "archive/.morgue", "added": 3, "changed": 0,
             "renamed": 0, "removed": 0, "kept": 0, "superseded": 0, "withdrawn": 0,
             "unchanged": 0, "skipped": 0,
             "newly_skipped": 0, "off_standard": 0,
             "passed_over": {"hidden": 0, "links": 0, "ignored": 0, "forgotten": 0},
            "passed_parts": {"without_text": 0, "failures": 0, "no_answers": 0, "repeats": 0,
                             "hidden": 0, "links": 0},
             "articles": 3, "undated": 0, "interrupted": False}, whole)

    def test_a_line_for_each_skip_rename_and_note(self):
        folder = self.indexed({**ARTICLES, "a.pdf": b"%PDF", b"b\xff.pdf": b"%PDF",
                               "c/.morgueignore": "[\n"})
        (folder / "2020/rates.txt").rename(folder / "bank.txt")
        lines = self.index()
        self.assertEqual(["rename", "skip", "skip", "note", "index"],
                         [line["type"] for line in lines])
        rename, skip, odd, note, whole = lines
        self.assertEqual(["2020/rates.txt", "bank.txt"], [rename["from"], rename["to"]])
        self.assertNotEqual(rename["old_id"], rename["new_id"])
        self.assertEqual({"v": 1, "type": "skip", "file": "a.pdf", "reason": "no reader",
                          "detail": ".pdf"}, skip)
        self.assertEqual(b"b\xff.pdf", base64.b64decode(odd["file_bytes"]))
        self.assertEqual("ignore-line", note["code"])
        self.assertEqual([1, 2, 0], [whole[key] for key in ["renamed", "skipped", "newly_skipped"]])

    def test_what_is_withheld(self):
        folder = self.indexed({f"{number}.txt": f"T {number}\n\nB {number}.\n"
                               for number in range(60)})
        for file in folder.glob("*.txt"):
            file.unlink()
        withheld, _ = self.index(code=4)
        self.assertEqual({"v": 1, "type": "withheld", "file": ".", "articles": 60,
                          "why": "it is empty", "remedy": "confirm"}, withheld)


if __name__ == "__main__":
    main()
