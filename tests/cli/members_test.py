"""Files that hold others: what the program shows of their members."""

import gzip
import io
import json
import tarfile
import zipfile

from harness import CommandTest, main

STORM = "Storm closes the harbour\n\nNobody sailed, and the walrus slept.\n"
LINES = '{"title":"Calm","body":"The walrus woke."}\n{"title":\n'


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(files):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:xz") as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


class Members(CommandTest):
    def setUp(self):
        super().setUp()
        inner = zipped({"2019/storm.txt": STORM, "lines.jsonl": LINES, "scan.pdf": "%PDF"})
        self.indexed({"wire.zip": inner, "old.tar.xz": tarred({"in.zip": inner})})

    def test_a_hit_names_its_member(self):
        shown = self.check(self.morgue("search", "--plain", "harbour"), 0).out
        self.assertIn("wire.zip!2019/storm.txt", shown)
        self.assertIn("old.tar.xz!in.zip!2019/storm.txt", shown)
        members = {hit["member"] for hit in self.morgue("search", "--json", "walrus").objects}
        self.assertEqual(members, {"2019/storm.txt", "lines.jsonl!1", "in.zip!2019/storm.txt",
                                   "in.zip!lines.jsonl!1"})

    def test_what_a_hit_names_is_shown(self):
        for name in ["wire.zip!2019/storm.txt", "old.tar.xz!in.zip!2019/storm.txt"]:
            self.assertIn("walrus slept", self.check(self.morgue("show", name), 0).out)
            self.assertEqual(self.check(self.morgue("show", "--raw", name), 0).out, STORM)
        line = self.check(self.morgue("show", "--raw", "wire.zip!lines.jsonl!1"), 0).out
        self.assertEqual(json.loads(line)["title"], "Calm")
        self.check(self.morgue("show", "wire.zip!2019"), 1)

    def test_raw_bytes_of_a_changed_file_are_refused(self):
        (self.here / "wire.zip").write_bytes(zipped({"2019/storm.txt": "Other"}))
        refused = self.check(self.morgue("show", "--raw", "wire.zip!2019/storm.txt"), 3)
        self.assertIn("has changed since", refused.err)
        self.check(self.morgue("show", "--raw", "--json", "wire.zip!2019/storm.txt"), 2)

    def test_raw_bytes_of_what_is_only_compressed(self):
        self.tree({"storm.txt.gz": gzip.compress(STORM.encode()),
                   "lines.jsonl.gz": gzip.compress(LINES.encode())})
        self.morgue("index")
        self.assertEqual(self.check(self.morgue("show", "--raw", "storm.txt.gz"), 0).out, STORM)
        line = self.check(self.morgue("show", "--raw", "lines.jsonl.gz"), 0).out
        self.assertEqual(json.loads(line)["title"], "Calm")

    def test_raw_bytes_are_unpacked_by_a_process_of_its_own(self):
        for program, why in [("/bin/false", ""), ("/nowhere/reader", "hint: install Morgue anew")]:
            refused = self.check(self.morgue("show", "--raw", "wire.zip!2019/storm.txt",
                                             environment={"MORGUE_READER": program}), 3)
            self.assertIn(why, refused.err)
            self.assertIn(program, refused.err)

    def test_what_was_passed_over_is_counted_as_long_as_it_is_there(self):
        hidden = zipped({"storm.txt": STORM, ".a.txt": STORM, "__MACOSX/b.txt": STORM})
        self.tree({"hidden.zip": hidden})
        said = "passed over in files: 2 hidden"
        self.assertIn(said, self.morgue("index").lines)
        unchanged = self.morgue("index", "--json").objects[-1]
        self.assertEqual(2, unchanged["passed_parts"]["hidden"])
        self.assertRegex(self.morgue("status").out, r"(?m)^passed over +in files: 2 hidden$")
        (status,) = self.morgue("status", "--json").objects
        self.assertEqual(2, status["passed_parts"]["hidden"])
        (self.here / "hidden.zip").unlink()
        self.assertNotIn("passed over", self.morgue("index").out)
        self.assertNotIn("passed over", self.morgue("status").out)

    def test_a_bad_part_is_named_everywhere(self):
        listed = self.check(self.morgue("status", "--skipped"), 0).out
        self.assertRegex(listed, r"(?m)^wire\.zip!lines\.jsonl!2: malformed")
        self.assertRegex(listed, r"(?m)^old\.tar\.xz!in\.zip!scan\.pdf: no reader")
        told = self.morgue("status", "--skipped", "--json").objects
        self.assertIn({"file": "wire.zip", "member": "lines.jsonl!2", "reason": "malformed"},
                      [{key: skip[key] for key in ["file", "member", "reason"]} for skip in told])
        self.assertIn("4 parts", self.morgue("status").out)
        again = self.morgue("index", "--fail-on-skip", ".")
        self.assertNotEqual(again.code, 0)
        self.assertIn("4 unchanged, 4 skipped", again.err + again.out)


if __name__ == "__main__":
    main()
