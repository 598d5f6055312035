"""What is known of an article: dates, language, charset, whether its file is there."""

from harness import CommandTest, main

GERMAN = ("Der Stadtrat hat am Dienstag beschlossen, die alte Br\u00fccke zu erneuern. Die "
          "Arbeiten sollen im Fr\u00fchjahr beginnen und etwa zwei Jahre dauern, sagte die "
          "B\u00fcrgermeisterin nach der Sitzung, und w\u00e4hrend dieser Zeit f\u00e4hrt eine "
          "F\u00e4hre.")


class Facts(CommandTest):
    def facts_of(self, files):
        self.indexed(files)
        return {hit["path"]: hit for hit in self.morgue("search", "--json", "*").objects}

    def meta_of(self, files, name):
        self.indexed(files)
        done = self.check(self.morgue("show", "--meta", name), 0, err="")
        return {line.split()[0]: line.split(maxsplit=1)[1] for line in done.lines}

    def test_a_date_says_how_precise_it_is_and_when_that_was(self):
        facts = self.facts_of({
            "a.md": "---\ndate: 4 Mar 2019 00:30:07 CET\n---\nBody.\n",
            "b.md": "---\ndate: March 1869\n---\nBody.\n",
            "2020/c.txt": "Head\n\nBody.\n",
            "d.txt": "Head\n\nBody.\n",
        })
        keys = ["date", "date_src", "date_precision", "date_utc", "date_inferred"]
        told = {path: [hit.get(key) for key in keys] for path, hit in facts.items()}
        self.assertEqual(told["a.md"], ["2019-03-04T00:30:07+01:00", "front-matter", "second",
                                        "2019-03-03T23:30:07Z", None])
        self.assertEqual(told["b.md"], ["1869-03", "front-matter", "month", None, None])
        self.assertEqual(told["2020/c.txt"], ["2020", "path", "year", None, None])
        self.assertEqual(told["d.txt"][1:3] + told["d.txt"][4:], ["mtime", "second", True])

    def test_a_day_is_that_of_the_articles_own_place(self):
        self.indexed({"a.md": "---\ndate: 2019-03-04T00:30:07+09:00\n---\nBody.\n"})
        self.assertEqual(self.morgue("count", "date:2019-03-04").out, "1\n")
        self.assertEqual(self.morgue("count", "date:2019-03-03").out, "0\n")

    def test_what_is_no_date_is_shown(self):
        meta = self.meta_of({"a.md": "---\ndate: 2019-02-31\n---\nBody.\n"}, "a.md")
        self.assertEqual(meta["unread-date"], "2019-02-31 (front-matter)")
        self.assertEqual(self.morgue("count", "date:none").out, "1\n")

    def test_a_language_is_stated_or_detected(self):
        files = {"a.md": f"# Br\u00fccke\n\n{GERMAN}\n", "b.md": "---\nlang: sv\n---\nEn bro.\n"}
        self.assertEqual(self.meta_of(files, "a.md")["lang"], "de (detected)")
        done = self.check(self.morgue("search", "--paths", "lang:german"), 0)
        self.assertEqual(len(done.lines), 1)
        self.assertIn("lang:german is read as lang:de", done.err)
        self.assertEqual(self.morgue("count", "arbeit").out, "1\n", "a German stem")
        self.assertEqual(self.morgue("count", "--by=lang", "*").lines, ["de\t1\t1", "sv\t1\t1"])

    def test_a_charset_is_shown_with_its_reason(self):
        twice = GERMAN.encode().decode("cp1252").encode()
        files = {"a.md": b"\xef\xbb\xbf# A\n\nBody.\n",
                 "b.md": b"# B\n\n" + GERMAN.encode("cp1252"),
                 "c.md": b"# C\n\n" + twice, "d.md": "# D\n\nCaf\u00e9.\n"}
        self.indexed(files)
        told = {}
        for name in files:
            (article,) = self.morgue("show", "--meta", "--json", name).objects
            told[name] = article["metadata"]["charset"]
        self.assertEqual(told["a.md"], {"value": "UTF-8", "from": "bom"})
        self.assertEqual(told["b.md"]["value"].lower(), "windows-1252")
        self.assertEqual(told["c.md"], {"value": "UTF-8", "from": "repaired"})
        self.assertEqual(told["d.md"], {"value": "UTF-8", "from": "detected"})
        self.assertEqual(self.morgue("count", "Br\u00fccke").out, "2\n")

    def test_a_gone_file_is_told_everywhere(self):
        folder = self.indexed({"a.txt": "A storm\n\nOne.\n", "b.txt": "A storm\n\nTwo.\n"})
        (folder / "b.txt").unlink()
        done = self.check(self.morgue("index", "--keep-removed"), 0)
        self.assertIn("1 kept of files that are gone", done.report)
        (hit,) = self.morgue("search", "--json", "is:gone").objects
        self.assertEqual([hit["path"], hit["gone"]], ["b.txt", True])
        self.assertIn(" \u00b7 gone\n", self.morgue("search", "is:gone").out)
        self.assertIn("gone  its file is no longer there\n", self.morgue("show", hit["id"]).out)
        self.assertEqual(self.morgue("search", "--paths", "storm -is:gone").out.count("\n"), 1)


if __name__ == "__main__":
    main()
