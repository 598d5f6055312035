"""A report that several outlets print: grouped for people, each by itself for programs."""

from harness import CommandTest, main

REPORT = (
    "The storm reached the coast before dawn and closed the harbour for the third time this "
    "winter, the port authority said. Boats that had left for the banks on Monday were called "
    "back, and the ferry to the islands stayed at its berth until the wind went down.\n")


def article(title, source, date, body):
    return f"---\ntitle: {title}\nsource: {source}\ndate: {date}\n---\n\n{body}"


ARCHIVE = {
    "hallin.txt": article("Storm closes harbour", "Hallin Post", "2019-03-04", REPORT),
    "mercury.txt":
        article("Harbour is closed", "The Mercury", "2019-03-05", REPORT + "\nMore soon.\n"),
    "star.txt": article("Winter storm", "Evening Star", "2019-03-06", "SALTMERE - " + REPORT),
    "other.txt":
        article("A storm inland", "Hallin Post", "2019-03-07", "A storm broke some trees.\n"),
}


class Copies(CommandTest):
    def setUp(self):
        super().setUp()
        self.indexed(ARCHIVE)

    def titles(self, *flags):
        done = self.check(self.morgue("search", "--json", "--sort=oldest", *flags, "storm"), 0)
        return [row["title"] for row in done.objects]

    def test_people_see_one_of_them_and_how_many_there_are(self):
        done = self.check(self.morgue("search", "--sort=oldest", "storm"), 0)
        self.assertIn("+2 near-identical: The Mercury, Evening Star\n", done.out)
        self.assertNotIn("Harbour is closed", done.out)
        self.assertIn("2 of 2 articles (4 with those near-identical) with storm", done.err)

    def test_the_ear_hears_it_too(self):
        done = self.check(self.morgue("search", "--plain", "--sort=oldest", "storm"), 0)
        self.assertIn("Near-identical: 2 more: The Mercury, Evening Star\n", done.out)

    def test_programs_get_each_with_its_group(self):
        rows = self.check(self.morgue("search", "--json", "--sort=oldest", "storm"), 0).objects
        self.assertEqual([row["title"] for row in rows],
                         ["Storm closes harbour", "Harbour is closed", "Winter storm",
                          "A storm inland"])
        first = rows[0]["id"]
        self.assertEqual([row["group"] for row in rows], [first, first, first, rows[3]["id"]])
        self.assertNotIn("alike", rows[0])

    def test_each_may_have_it_the_other_way(self):
        done = self.check(self.morgue("search", "--group=off", "storm"), 0)
        self.assertNotIn("near-identical", done.out + done.err)
        self.assertIn("4 of 4 articles", done.err)
        self.assertEqual(self.titles("--group=near"), ["Storm closes harbour", "A storm inland"])
        self.assertEqual(len(self.titles("--group=exact")), 4)

    def test_a_summary_says_both_totals(self):
        last = self.check(self.morgue("search", "--json", "--meta", "--group=near",
                                      "storm"), 0).objects[-1]
        self.assertEqual((last["total"], last["groups"], last["groups_are"]), (4, 2, "exact"))

    def test_a_group_is_listed_by_any_of_its_ids(self):
        found = self.check(self.morgue("search", "--json", "harbour"), 0)
        for row in found.objects:
            done = self.check(self.morgue("count", "dup:" + row["id"]), 0)
            self.assertEqual(done.out, "3\n")
        self.assertEqual(self.check(self.morgue("count", "is:first"), 0).out, "2\n")

    def test_counting_takes_no_notice(self):
        self.assertEqual(self.check(self.morgue("count", "storm"), 0).out, "4\n")
        done = self.check(self.morgue("search", "-c", "--group=near", "storm"), 2)
        self.assertIn("-c counts all articles that answer, whatever --group says", done.err)


if __name__ == "__main__":
    main()
