"""A wire text as an archive stores it: no headline, one paragraph a line."""

from harness import CommandTest, main

WIRE = (
    "The port authority of Saltmere has reported that about 3,000 containers have been moved so "
    "far, expecting a total of 10,0000 to be moved by December. It also said that the port plans "
    "to move about 10,000 a month.\n"
    "The authority (PAS) gave the details on Wednesday. “The so-called elite 4th Crew, known as "
    "the Storm Crew, is doing most of the work,” it said.\n"
    "It added that interpreters are being hired and that training in drone operation has begun.\n")


class Wire(CommandTest):
    def setUp(self):
        super().setUp()
        self.indexed({"000_04b1ca095ff3b8c0.txt": WIRE})

    def test_the_title_is_the_first_sentence_cut_at_a_word(self):
        (hit,) = self.morgue("search", "--json", "port").objects
        self.assertTrue(hit["title"].startswith("The port authority of Saltmere has reported"))
        cut = hit["title"].rstrip("… ")
        self.assertTrue(WIRE.startswith(cut))
        self.assertLess(len(cut), len(WIRE.split(".")[0]))
        self.assertNotRegex(WIRE[len(cut)], r"\w")
        self.assertEqual(hit["title_src"], "first-sentence")

    def test_phrases_are_lit_as_one_run(self):
        for query, lit in [('"storm crew"', "[Storm Crew]"), ("'10,0000'", "[10,0000]"),
                           ("10,0000", "[10,0000]"), ("PAS", "[PAS]"),
                           ("“elite 4th Crew”", "[elite 4th Crew]"),
                           ('"drone operation" interpreters', "[drone operation]")]:
            if query.startswith("'"):
                query = query.strip("'")
            done = self.check(self.morgue("search", query), 0)
            self.assertTrue(done.err.startswith("1 of 1 article with "), done.err)
            self.assertIn(lit, done.out, query)

    def test_a_number_is_not_another(self):
        self.check(self.morgue("search", "100000"), 1, out="")


if __name__ == "__main__":
    main()
