"""What fields of JSON and columns of tables mean: --map, and what --dry-run says of it."""

from harness import CommandTest, main

DUTCH = ('{"kop": "Storm op zee", "tekst": "De haven is dicht.", "title": "x", "nr": 7}\n'
         '{"kop": "Rust", "tekst": "Niets te melden.", "title": "y", "nr": 8}\n')


class Map(CommandTest):
    def titles(self):
        hits = self.morgue("search", "--json", "--sort=title", "*").objects
        return [hit.get("title") for hit in hits]

    def test_it_says_what_names_mean_and_is_remembered(self):
        folder = self.tree({"a.jsonl": DUTCH, "b.csv": "kop;tekst\nMist;Niets te zien.\n"}, "nl")
        self.here = folder
        self.check(self.morgue("index", "--map", "title=kop", "--map=body=tekst", "."), 0)
        self.assertEqual(self.titles(), ["Mist", "Rust", "Storm op zee"])
        self.assertEqual(self.morgue("count", "haven").out, "1\n")
        (folder / "c.jsonl").write_text('{"kop": "Zon", "tekst": "Warm."}\n')
        self.check(self.morgue("index"), 0)
        self.assertEqual(self.titles(), ["Mist", "Rust", "Storm op zee", "Zon"])

    def test_another_meaning_reads_the_same_files_again(self):
        self.here = self.tree({"a.jsonl": DUTCH}, "nl")
        self.morgue("index", "--map", "body=tekst", ".")
        self.assertEqual(self.titles(), ["x", "y"])
        self.assertIn("2 changed", self.morgue("index", "--map", "body=tekst", "--map",
                                               "title=kop", ".").report)
        self.assertEqual(self.titles(), ["Rust", "Storm op zee"])

    def test_a_dry_run_tells_how_fields_are_read(self):
        self.here = self.tree({"a.jsonl": DUTCH, "b.csv": "Headline,Body,Ref\nMist,Dim.,1\n",
                               "c.txt": "Head\n\nBody.\n"}, "nl")
        done = self.check(self.morgue("index", "--dry-run", "."), 0)
        self.assertIn("of 1 file the fields are read as title=title; passed over: kop, tekst, nr",
                      done.err)
        self.assertIn("title=Headline, body=Body; passed over: Ref", done.err)
        done = self.check(self.morgue("index", "--dry-run", "--json", "--map=title=kop", "."), 0)
        self.assertIn({"fields"}, [{record.get("code")} for record in done.objects])
        self.assertIn("title=kop, title=title; passed over: tekst, nr", done.out)

    def test_a_dry_run_has_them_read_by_a_process_of_its_own(self):
        self.here = self.tree({"a.jsonl": DUTCH}, "nl")
        done = self.morgue("index", "--dry-run", ".", environment={"MORGUE_READER": "/bin/false"})
        self.assertIn("the program that reads the files cannot be started", self.check(done, 3).err)

    def test_a_field_that_there_is_not(self):
        self.here = self.tree({"a.jsonl": DUTCH}, "nl")
        done = self.check(self.morgue("index", "--map", "titel=kop", "."), 2)
        self.assertIn("'titel' is no field of an article", done.err)
        self.assertIn("write one of id, status, version, title, byline, date", done.err)
        self.check(self.morgue("index", "--map", "kop", "."), 2)


if __name__ == "__main__":
    main()
