"""morgue search --format=csv: what a spreadsheet and a program make of it."""

import base64
import csv
import io

from harness import CommandTest, main

COLUMNS = ["rank", "score", "id", "date", "source", "title", "byline", "section", "url", "file",
           "line", "snippet", "date_src", "place", "agency", "tag", "lang", "member", "index",
           "file_bytes", "qid", "error"]


def front_matter(body="A walrus.", **facts):
    lines = [f"{key}: {value}" for key, value in facts.items()]
    return "\n".join(["---", *lines, "---", "", body, ""])


class CsvTest(CommandTest):
    def csv(self, *arguments, code=0):
        return self.check(self.morgue("search", "--format=csv", *arguments), code)

    def rows(self, *arguments):
        text = io.StringIO(self.csv(*arguments).out, newline="")
        return list(csv.DictReader(text, strict=True))


class Form(CsvTest):
    def test_header_and_line_ends(self):
        self.indexed({"a.txt": front_matter(title="One"), "b.txt": front_matter(title="Two")})
        out = self.csv("walrus").out
        lines = out.split("\r\n")
        self.assertEqual(lines[0].split(","), COLUMNS)
        self.assertEqual([len(lines), lines[-1]], [4, ""])
        self.assertNotIn("\n", "".join(lines))

    def test_no_hits_leave_the_header(self):
        self.indexed()
        self.assertEqual(self.csv("zebra", code=1).out, ",".join(COLUMNS) + "\r\n")

    def test_a_bad_query_prints_no_header(self):
        self.indexed()
        self.check(self.morgue("search", "--format=csv", '"a'), 2, out="")

    def test_quotes_and_commas(self):
        title = 'He said "no, no", and left'
        self.indexed({"a.md": front_matter(title=f"'{title}'")})
        self.assertIn('"He said ""no, no"", and left"', self.csv("walrus").out)
        self.assertEqual(self.rows("walrus")[0]["title"], title)

    def test_the_same_values_as_json(self):
        self.indexed({"a.md": front_matter(title="Sea", date="2020-06-18", source="Hallin Post",
                                           section="World", byline="Jane Doe", tags="[ice, sea]",
                                           url="https://example.org/a")})
        (row,) = self.rows("walrus")
        (hit,) = self.morgue("search", "--json", "walrus").objects
        for key in ["id", "date", "source", "title", "section", "url", "file", "date_src"]:
            self.assertEqual(row[key], hit[key])
        self.assertEqual([row["byline"], row["tag"]], ["Jane Doe", "ice; sea"])
        self.assertEqual([row["rank"], row["line"]], ["1", str(hit["line"])])
        self.assertAlmostEqual(float(row["score"]), hit["score"], places=4)
        self.assertEqual(row["snippet"], "A walrus.")

    def test_passages_are_one_line(self):
        self.indexed({"a.txt": "Sea\n\nA walrus\n  came\tby.\n\nIt left.\n"})
        self.assertEqual(self.rows("walrus")[0]["snippet"], "A walrus came by. It left.")

    def test_several_passages(self):
        body = "".join(f"Walrus {number} came. {'Filler words go on. ' * 60}\n"
                       for number in range(3))
        self.indexed({"a.txt": "Sea\n\n" + body})
        (row,) = self.rows("walrus", "--snippets=3")
        self.assertEqual(row["snippet"].count(" … "), 2)
        self.assertEqual(self.rows("walrus", "--snippets=0")[0]["snippet"], "")

    def test_a_byte_order_mark_only_where_asked(self):
        self.indexed({"a.txt": "Sea\n\nA walrus.\n"})
        self.assertEqual(self.csv("walrus", "--bom").out, "\ufeff" + self.csv("walrus").out)


class Formulas(CsvTest):
    def test_what_would_be_calculated_is_defused(self):
        for title in ['=HYPERLINK("http://x")', "+1", "-1+1", "@SUM(A1)", "＝1"]:
            self.indexed({"a.md": front_matter(title=f"'{title}'")}, below=f"of {ord(title[0])}")
            self.assertEqual(self.rows("walrus")[0]["title"], "'" + title)
            self.assertEqual(self.rows("walrus", "--csv-raw")[0]["title"], title)

    def test_passages_too(self):
        self.indexed({"a.txt": "Sea\n\n=cmd|' /C calc'!A0 said the walrus.\n"})
        self.assertTrue(self.rows("walrus")[0]["snippet"].startswith("'=cmd|"))

    def test_only_the_beginning_of_a_cell_counts(self):
        self.indexed({"a.md": front_matter(title="'2+2=4 @ sea'")})
        self.assertEqual(self.rows("walrus")[0]["title"], "2+2=4 @ sea")


class Names(CsvTest):
    def test_odd_names(self):
        names = ["with space.txt", "line\nbreak.txt", 'a "quote", and comma.txt']
        self.indexed({name: "Sea\n\nA walrus.\n" for name in names})
        self.assertEqual({row["file"] for row in self.rows("walrus")}, set(names))

    def test_a_name_that_is_not_utf8(self):
        self.indexed({b"caf\xe9.txt": "Sea\n\nA walrus.\n", "caff\u00e8.txt": "Sea\n\nA walrus.\n"})
        rows = {row["file"]: row["file_bytes"] for row in self.rows("walrus")}
        self.assertEqual(rows, {"caf\ufffd.txt": base64.b64encode(b"caf\xe9.txt").decode(),
                                "caff\u00e8.txt": ""})

    def test_other_scripts(self):
        self.indexed({"a.txt": "海象のニュース\n\n海象が来た。\n", "b.txt": "خبر\n\nجاء الفيل.\n"})
        self.assertEqual(self.rows("海象")[0]["title"], "海象のニュース")
        self.assertEqual(self.rows("الفيل")[0]["snippet"], "جاء الفيل.")


if __name__ == "__main__":
    main()
