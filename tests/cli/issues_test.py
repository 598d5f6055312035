"""Issues of newspapers: METS, and files in ALTO beside it."""

import os
import shutil
import zipfile

from harness import CommandTest, main


def alto(**blocks):
    return "<alto><Layout><Page>" + "".join(
        f'<TextBlock ID="{name}"><TextLine>' +
        "".join(f'<String CONTENT="{word}"/>' for word in text.split()) + "</TextLine></TextBlock>"
        for name, text in blocks.items()) + "</Page></Layout></alto>"


def mets(day="1899-05-01", articles=(), pages=("1.xml", "2.xml")):
    """`articles`: names with the block of the first page that they are."""
    files = "".join(f'<file ID="F{i}"><FLocat href="alto/{page}"/></file>'
                    for i, page in enumerate(pages))
    maps = "".join(f'<div TYPE="page" ORDER="{i + 1}"><fptr FILEID="F{i}"/></div>'
                   for i in range(len(pages)))
    divisions = "".join(f'<div ID="{name}" TYPE="ARTICLE" LABEL="{name}"><fptr><area FILEID="F0" '
                        f'BEGIN="{block}"/></fptr></div>' for name, block in articles)
    return ('<mets><dmdSec ID="I"><mdWrap><xmlData><mods><titleInfo><title>Post</title></titleInfo>'
            f"<originInfo><dateIssued>{day}</dateIssued></originInfo></mods></xmlData></mdWrap>"
            f"</dmdSec><fileSec><fileGrp>{files}</fileGrp></fileSec>"
            f'<structMap TYPE="PHYSICAL"><div DMDID="I">{maps}</div></structMap>'
            f'<structMap TYPE="LOGICAL"><div>{divisions}</div></structMap></mets>')


PAGES = {"issue/alto/1.xml": alto(a="Storm in the harbour", b="Soap for sale"),
         "issue/alto/2.xml": alto(a="Calm at last")}
WHOLE = {**PAGES, "issue/mets.xml": mets(articles=[("storm", "a")])}


class Issues(CommandTest):
    def found(self, question="storm OR soap OR calm OR gale"):
        """Which places answer."""
        hits = self.morgue("search", "--json", question).objects
        return sorted(hit["file"] + ("!" + hit["member"] if hit.get("member") else "")
                      for hit in hits if "file" in hit)

    def updated(self):
        done = self.morgue("index")
        self.assertEqual(done.code, 0, done)
        return done.report

    def write(self, name, content):
        path = self.here / name
        path.write_text(content)
        os.utime(path, ns=(0, path.stat().st_mtime_ns + 10**9))

    def assert_as_fresh(self):
        """An index of the same files from nothing finds the same."""
        updated = self.found()
        copy = self.home / "copy"
        shutil.copytree(self.here, copy, ignore=shutil.ignore_patterns(".morgue"))
        self.morgue("index", copy)
        here, self.here = self.here, copy
        self.assertEqual(updated, self.found())
        self.here = here
        shutil.rmtree(copy)

    def test_articles_and_what_is_left_of_pages_are_found_once(self):
        self.indexed(WHOLE)
        self.assertEqual(["issue/alto/1.xml", "issue/alto/2.xml", "issue/mets.xml!storm"],
                         self.found())
        self.assertEqual(3, len(self.found("date:1899-05-01 source:Post")))
        self.assertEqual(["issue/alto/1.xml"], self.found("soap page:1"))

    def test_nothing_is_read_again_where_nothing_changed(self):
        folder = self.indexed(WHOLE)
        for path in folder.rglob("*.xml"):
            os.utime(path, (1, 1))
        self.updated()
        self.assertEqual("nothing new: 3 unchanged", self.updated())
        self.assertNotIn("read", self.morgue("index").lines[-1])

    def test_a_page_that_changed_has_its_issue_read_again(self):
        self.indexed(WHOLE)
        self.write("issue/alto/1.xml", alto(a="Gale in the harbour", b="Soap"))
        self.updated()
        self.assertEqual(["issue/mets.xml!storm"], self.found("gale"))
        self.assertEqual([], self.found("storm -title:storm"))
        self.assert_as_fresh()

    def test_an_issue_that_changed_has_its_pages_read_again(self):
        self.indexed(WHOLE)
        self.write("issue/mets.xml", mets("1900-01-02", [("calm", "b")]))
        self.updated()
        self.assertEqual(3, len(self.found("date:1900-01-02")))
        self.assertEqual(["issue/mets.xml!calm"], self.found("soap"))
        self.assertEqual(["issue/alto/1.xml"], self.found("storm"))
        self.assert_as_fresh()

    def test_an_issue_that_goes_leaves_pages(self):
        for articles in ([("storm", "a")], []):
            with self.subTest(articles):
                self.indexed({**WHOLE, "issue/mets.xml": mets(articles=articles)}, str(articles))
                (self.here / "issue/mets.xml").unlink()
                self.updated()
                self.assertEqual(["issue/alto/1.xml", "issue/alto/2.xml"], self.found())
                self.assertEqual([], self.found("date:1899"))
                self.assert_as_fresh()

    def test_an_issue_that_comes_later_takes_the_pages(self):
        self.indexed(PAGES)
        self.assertEqual(["issue/alto/1.xml"], self.found("storm soap"))
        self.write("issue/mets.xml", WHOLE["issue/mets.xml"])
        self.updated()
        self.assertEqual(["issue/mets.xml!storm"], self.found("storm"))
        self.assertEqual(2, len(self.found("date:1899 -storm")))
        self.assert_as_fresh()

    def test_pages_that_are_not_there_are_named(self):
        self.indexed(WHOLE)
        (self.here / "issue/alto/2.xml").unlink()
        self.updated()
        skipped = self.morgue("status", "--skipped").out
        self.assertIn("issue/mets.xml", skipped)
        self.assertIn("alto/2.xml", skipped)
        self.assertIn("incomplete", skipped)
        self.assertEqual(["issue/alto/1.xml", "issue/mets.xml!storm"], self.found())
        self.assert_as_fresh()
        self.write("issue/alto/2.xml", PAGES["issue/alto/2.xml"])
        self.updated()
        self.assertEqual(3, len(self.found("date:1899")))
        self.assertNotIn("incomplete", self.morgue("status", "--skipped").out)

    def test_a_page_that_is_named_no_more_is_read_by_itself(self):
        self.indexed(WHOLE)
        self.write("issue/mets.xml", mets(articles=[("storm", "a")], pages=["1.xml"]))
        self.updated()
        self.assertEqual(["issue/alto/2.xml"], self.found("calm -date:1899"))
        self.assert_as_fresh()

    def test_of_two_that_name_the_same_pages_the_first_has_them(self):
        self.indexed({**WHOLE, "issue/mets_1.xml": WHOLE["issue/mets.xml"]})
        self.assertEqual(3, len(self.found()))
        self.assertIn("its pages are read with issue/mets.xml",
                      self.morgue("status", "--skipped").out)
        (self.here / "issue/mets.xml").unlink()
        self.updated()
        self.assertEqual(["issue/mets_1.xml!storm"], self.found("storm"))
        self.assert_as_fresh()
        self.write("issue/mets.xml", WHOLE["issue/mets.xml"])
        self.updated()
        self.assertEqual(["issue/mets.xml!storm"], self.found("storm"))
        self.assert_as_fresh()

    def test_an_issue_that_becomes_a_page_leaves_its_pages_to_the_next(self):
        self.indexed({**WHOLE, "issue/z.xml": WHOLE["issue/mets.xml"]})
        self.write("issue/mets.xml", alto(a="Gale"))
        self.updated()
        self.assertEqual(["issue/z.xml!storm"], self.found("storm"))
        self.assertEqual(["issue/mets.xml"], self.found("gale"))
        self.assert_as_fresh()

    def test_the_list_of_files_may_be_lost(self):
        self.indexed(WHOLE)
        for path in (self.here / ".morgue").glob("FILES*"):
            path.unlink()
        self.updated()
        self.assertEqual(3, len(self.found()))
        self.assertEqual(3, len(self.found("date:1899")))

    def test_inside_of_an_archive_pages_are_read_without_it(self):
        with zipfile.ZipFile(self.tree({}) / "issue.zip", "w") as archive:
            for name, content in WHOLE.items():
                archive.writestr(name, content)
        self.indexed({"other.txt": "Nothing of that.\n"})
        self.assertEqual(["issue.zip!issue/alto/1.xml", "issue.zip!issue/alto/2.xml"], self.found())
        self.assertIn("issue.zip!issue/mets.xml: incomplete",
                      self.morgue("status", "--skipped").out)

    def test_no_file_outside_of_the_folder_is_opened(self):
        self.tree({"secret.xml": alto(a="Storm")}, "outside")
        reference = mets(pages=["../../../outside/secret.xml", "1.xml"])
        self.indexed({**PAGES, "issue/mets.xml": reference})
        self.assertEqual([], [place for place in self.found() if "secret" in place])
        self.assertIn("../../../outside/secret.xml", self.morgue("status", "--skipped").out)


if __name__ == "__main__":
    main()
