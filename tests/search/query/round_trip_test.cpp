#include <array>
#include <random>

#include <gtest/gtest.h>

#include <search/query/build.hpp>
#include <search/query/json_tree.hpp>
#include <search/query/limits.hpp>
#include <search/query/parser.hpp>
#include <search/query/reading.hpp>

namespace morgue::query {

namespace {

/// A tree, printed, is read as itself.
void expect_round_trip(const Node& root) {
    for (const Conjunctions conjunctions : {Conjunctions::implied, Conjunctions::written}) {
        const std::string text = to_query_text(root, conjunctions);
        EXPECT_EQ(testing::tree_of(text), to_sexpr(root)) << text;
    }
    const std::string json = to_json(root);
    const auto read = parse_json_tree(json);
    const auto* tree = std::get_if<NodePtr>(&read);
    ASSERT_NE(tree, nullptr) << json;
    EXPECT_EQ(to_sexpr(**tree), to_sexpr(root)) << json;
}

/// Random trees out of texts that look like syntax.
class TreeMaker {
  public:
    explicit TreeMaker(unsigned seed) : random_(seed) {}

    NodePtr tree(int depth) {
        const int choice = depth == 0 ? 0 : below(5);
        if (depth > 0 && below(10) == 0) return weighted(tree(depth - 1));
        if (below(20) == 0)
            return make_lead(below(2) ? operand({}) : make_and({phrase(), operand({})}));
        if (choice <= 1) return below(4) ? leaf() : below(2) ? near() : at_least();
        if (choice == 2) return make_not(tree(depth - 1));
        std::vector<NodePtr> children;
        for (int i = below(4); i >= 0; --i) children.push_back(tree(depth - 1));
        return choice == 3 ? make_and(std::move(children)) : make_or(std::move(children));
    }

  private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random_); }

    NodePtr weighted(NodePtr child) {
        if (only_leaves_out(*child)) return child;
        return make_weighted(std::move(child), (1 + below(999)) / (below(2) ? 10.0 : 100.0));
    }

    std::string nasty() {
        static constexpr std::array<const char*, 40> pieces{
            "a", "OR",       "AND",    "NOT",  "-",     "+",    "\"", "“", "”",   "(",
            ")", "|",        "*",      "?",    "!",     "~",    "^2", "=", "\\",  "/",
            ":", ",",        "title:", "foo:", "date:", "W/5",  "近", "é", "10",  "..",
            "'", "https://", "\u00A0", "«",    "＂",    "NEAR", "#",  "&", "...", "[…]"};
        std::string text;
        for (int i = below(4); i >= 0; --i)
            text += pieces[static_cast<std::size_t>(below(pieces.size()))];
        return text;
    }

    /// A word has a letter somewhere and no white space.
    std::string word() {
        std::string text = nasty() + "w";
        if (below(2)) text += nasty();
        for (std::size_t at; (at = text.find("\u00A0")) != std::string::npos;) text.erase(at, 2);
        return text;
    }

    std::string words() { return nasty() + " " + word() + " " + nasty(); }

    NodePtr leaf() {
        switch (below(10)) {
            case 9:
                return pattern(field());
            case 0:
                return make_leaf(Word{word()});
            case 1:
                return make_leaf(Word{word()}, Field::title);
            case 2:
                return make_leaf(Prefix{"storm"},
                                 below(2) ? std::optional(Field::byline) : std::nullopt);
            case 3:
                return phrase();
            case 4:
                return make_leaf(Phrase{words()}, Field::title);
            case 5:
                return make_leaf(Value{below(2) ? words() : word()}, Field::path);
            case 6:
                return make_leaf(Value{"a/b", true}, Field::path);
            case 7:
                return dates();
            default:
                if (below(3) == 0) return make_leaf(Gone{});
                if (below(3) == 0) return make_leaf(First{});
                if (below(3) == 0) return make_leaf(Alike{"8c2f"});
                if (below(2)) return fact();
                return below(2) ? make_leaf(Everything{}) : make_leaf(Undated{}, Field::date);
        }
    }

    NodePtr fact() {
        const auto number = static_cast<std::uint32_t>(below(2000));
        switch (below(5)) {
            case 0:
                return make_leaf(Id{"8c2f"});
            case 1:
                return make_leaf(Has{below(2) ? Field::byline : Field::url});
            case 2:
                return make_leaf(Length{number, number + static_cast<std::uint32_t>(below(900))});
            case 3:
                return make_leaf(Length{number + 1, schema::most_length});
            default:
                if (below(4) == 0) return make_leaf(Known{schema::Fact::url, "a.org/b", true});
                return make_leaf(
                    Known{static_cast<schema::Fact>(below(3)), below(2) ? words() : word()});
        }
    }

    NodePtr phrase() {
        Phrase phrase{words(), static_cast<Phrase::Likeness>(below(3))};
        const int kind = below(4);
        if (kind == 0) phrase.window = static_cast<unsigned>(1 + below(255));
        if (kind == 1) {
            phrase.text = word() + " ";
            phrase.gaps = {phrase.text.size()};
            phrase.text += " " + word();
        }
        return make_leaf(std::move(phrase));
    }

    NodePtr pattern(std::optional<Field> field) {
        if (below(3) == 0) return make_leaf(Pattern{"a(b|c)?", Pattern::Kind::regex}, field);
        if (below(2)) return make_leaf(Pattern{"b?r*n", Pattern::Kind::wildcard}, field);
        const unsigned edits = below(2) ? 1 : 2;
        return make_leaf(Pattern{"storm", Pattern::Kind::fuzzy, edits}, field);
    }

    NodePtr operand(std::optional<Field> field) {
        switch (below(5)) {
            case 4:
                return pattern(field);
            case 0:
                return make_leaf(Phrase{words()}, field);
            case 1:
                return make_leaf(Prefix{"storm"}, field);
            case 2:
                return make_or({make_leaf(Word{word()}, field), make_leaf(Word{word()}, field)});
            default:
                return make_leaf(Word{word()}, field);
        }
    }

    std::optional<Field> field() {
        return below(3) == 0 ? std::optional(Field::title) : std::nullopt;
    }

    NodePtr at_least() {
        return make_at_least(static_cast<std::size_t>(1 + below(255)), operand(field()));
    }

    NodePtr near() {
        const auto within = field();
        std::vector<NodePtr> children{operand(within)};
        std::vector<Link> links;
        for (int i = below(3); i >= 0; --i) {
            Link link{.words = static_cast<unsigned>(1 + below(255))};
            const int kind = below(4);
            if (kind == 0) link = {.within = Link::Within::sentence};
            if (kind == 1) link = {.within = Link::Within::paragraph};
            link.apart = below(4) == 0 || (!links.empty() && links.back().apart);
            link.in_order = !link.apart && below(2) == 0;
            links.push_back(link);
            children.push_back(operand(within));
        }
        return make_near(std::move(children), std::move(links));
    }

    NodePtr dates() {
        const schema::CalendarDate first{1990 + below(20), 1 + below(12), 1 + below(28)};
        const schema::CalendarDate last{2015 + below(2), 12, 31};
        const int open = below(4);
        const bool inferred = below(3) == 0;
        if (open == 0) return make_leaf(DateRange{first, std::nullopt, inferred}, Field::date);
        if (open == 1) return make_leaf(DateRange{std::nullopt, last, inferred}, Field::date);
        if (open == 2) return make_leaf(DateRange{first, last_day(first), inferred}, Field::date);
        return make_leaf(DateRange{first, last, inferred}, Field::date);
    }

    std::mt19937 random_;
};

TEST(RoundTrip, RandomTreesPrintAndReadAsThemselves) {
    TreeMaker maker(20190304);
    for (int i = 0; i < 4000; ++i) {
        const NodePtr root = maker.tree(4);
        if (!check_tree(*root)) expect_round_trip(*root);
        if (HasFailure()) return;
    }
}

TEST(RoundTrip, RandomTextsThatAreQueriesPrintAndReadAsThemselves) {
    static constexpr std::array<const char*, 45> pieces{
        "lead:",  "^2",        "~3",   " * ",       " … ", "has:tag", "a",     "storm", " W/5 ",
        " NEAR ", "ATLEAST2 ", " ",    " ",         " ",   " OR ",    " AND ", " NOT ", "-",
        "+",      "\"",        "“",    "”",         "(",   ")",       "(",     ")",     "|",
        "*",      "?",         "!",    "~",         "^",   "=",       "\\",    "/",     ":",
        ",",      "title:",    "foo:", "date:2019", "..",  "source:", "近",    "10",    "W/5"};
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    int read = 0;
    for (int i = 0; i < 15000; ++i) {
        std::string text;
        for (std::size_t k = piece(random) / 3 + 1; k > 0; --k) text += pieces[piece(random)];
        const auto parsed = parse(text);
        if (!std::holds_alternative<Parsed>(parsed)) continue;
        ++read;
        expect_round_trip(*std::get<Parsed>(parsed).root);
        if (HasFailure()) FAIL() << text;
    }
    EXPECT_GT(read, 1500);
}

/// Two levels of tree for one parenthesis typed.
std::string nested(std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i) text += "x y OR z AND (";
    return text + "a" + std::string(times, ')');
}

TEST(RoundTrip, HoldsForTheDeepestTreeThatIsAllowed) {
    const auto deepest = parse(nested(max_depth / 2 - 1));
    ASSERT_TRUE(std::holds_alternative<Parsed>(deepest));
    expect_round_trip(*std::get<Parsed>(deepest).root);
    EXPECT_EQ(testing::tree_of(nested(max_depth / 2)), "! too-deep");
}

}  // namespace

}  // namespace morgue::query
