#include <search/random_news.hpp>

namespace morgue::test {

namespace {

const std::vector<std::string> vocabulary = {
    "storm",  "Storms",     "the",    "a",     "to",    "be",     "US",
    "U.S.",   "us",         "e-mail", "email", "e",     "mail",   "O'Brien",
    "obrien", "company's",  "10,000", "10000", "10,00", "東京",   "東",
    "京都",   "東京2020年", "AT&T",   "state", "art",   "of",     "state-of-the-art",
    "Müller", "mueller",    "9/11",   "rates", "rat",   "l'État", "대통령은",
    "C++",    "c",          "état",   "RATES", "Rate",
};

}  // namespace

const std::string& RandomNews::word() {
    return vocabulary[roll(vocabulary.size())];
}

std::string RandomNews::words(std::size_t count) {
    static const std::vector<std::string> marks = {" ", " ", " ", " ", ", ", ". ", "\n", ".\n\n"};
    std::string text = word();
    for (std::size_t i = 1; i < count; ++i) text += one_of(marks) + word();
    return text;
}

Article RandomNews::article(const std::string& key) {
    Article made{.key = key, .body = {}, .metadata = {}};
    if (roll(2) == 0)
        made.add(Field::title, words(1 + roll(4)),
                 roll(4) == 0 ? Provenance::first_sentence : Provenance{});
    made.body = words(1 + roll(roll(5) == 0 ? 110 : 25));
    if (roll(2) == 0) made.add(Field::date, roll(2) == 0 ? "2019-03-04" : "2020");
    if (roll(3) == 0) made.add(Field::tag, "oil");
    if (roll(3) == 0) made.add(Field::byline, words(2));
    if (roll(3) == 0) made.add(Field::source, one_of({"AP", "Hallin Post"}));
    if (roll(3) == 0)
        made.add(Field::url, one_of({"https://www.example.org/2019/a.html", "http://example.org/b",
                                     "https://news.example.org/2019/", "https://other.test"}));
    if (roll(2) == 0) made.add(Field::lang, one_of({"en", "de", "fr", "ko"}));
    return made;
}

std::string RandomNews::phrase() {
    std::string text = word();
    for (std::size_t more = roll(3); more > 0; --more)
        text += one_of({" ", " ", " ", " * ", " * * "}) + word();
    return one_of({"", "", "~", "="}) + "\"" + text + "\"";
}

std::string RandomNews::quotation() {
    if (roll(2) == 0)
        return one_of({"", "title:", "~"}) + "\"" + words(1) + one_of({" … ", " "}) +
               one_of({"r", "ra", "ban", "m"}) + "* " + words(1) + "\"";
    if (roll(2) == 0)
        return one_of({"", "title:", "~"}) + "\"" + words(2) + " … " + words(1) + "\"";
    std::string text = word();
    for (std::size_t more = roll(3); more > 0; --more) text += " " + word();
    return one_of({"", "~", "=", "title:"}) + "\"" + text + "\"~" + std::to_string(6 + roll(4));
}

std::string RandomNews::fact() {
    return one_of({"words:>12",
                   "words:<=7",
                   "words:5..19",
                   "words:8",
                   "has:byline",
                   "has:date,tag",
                   "has:title",
                   "name:1*",
                   "name:12",
                   "url:example.org",
                   "url:example.org/2019",
                   "url:https://www.ex*",
                   "url:\"news.example.org\"",
                   "type:html",
                   "date:2019",
                   "date:none",
                   "after:2019-03-04",
                   "before:2020",
                   "tag:oil",
                   "date:<=2019-03",
                   "date:>2019",
                   "lang:de",
                   "source:ap",
                   "source:hal*",
                   "source:ap,reuters",
                   "date:2019,2020",
                   "path:1*",
                   "byline:e-mail",
                   "byline:*",
                   "path:**",
                   "*"});
}

std::string RandomNews::atom() {
    switch (roll(12)) {
        case 11:
            return quotation();
        case 0:
        case 1:
        case 2:
            return word();
        case 3:
        case 4:
        case 5:
            return phrase();
        case 6:
            return one_of({"st", "e-m", "1", "東", "o", "U.S", "rat", "c"}) + "*";
        case 7:
            return one_of({"title:", "byline:"}) + (roll(2) == 0 ? word() : phrase());
        case 8:
            return placed();
        case 9:
            return pattern();
        default:
            return fact();
    }
}

std::string RandomNews::pattern() {
    return one_of({"st?rm",    "*rm*",      "a?",        "r?t*",      "m*l",      "*ail",
                   "m?ller",   "1*0",       "rate~1",    "storn~",    "emails~2", "to~1",
                   "/rates?/", "/[a-e].*/", "/.*obr.*/", "title:*a*", "company!", "byline:r?t*",
                   "o?brien",  "=US",       "=Rate",     "=mueller",  "=État"});
}

std::string RandomNews::operand() {
    switch (roll(7)) {
        case 3:
            return one_of({"st?rm", "*ail", "rate~1", "/rates?/"});
        case 0:
            return phrase();
        case 1:
            return "(" + word() + " OR " + phrase() + ")";
        case 2:
            return one_of({"st*", "e-m*", "o*"});
        default:
            return word();
    }
}

std::string RandomNews::placed() {
    if (roll(5) == 0) return "ATLEAST" + std::to_string(1 + roll(4)) + " " + operand();
    const std::vector<std::string> signs = {"W/1",   "W/2", "W/7",   "PRE/1", "PRE/3",
                                            "PRE/9", "W/S", "PRE/S", "W/P",   "PRE/P"};
    std::string row = operand() + " " + one_of(signs) + " " + operand();
    if (roll(3) == 0) row += " " + one_of(signs) + " " + operand();
    if (roll(3) == 0) row += " NOT " + one_of({"W/1", "W/4", "W/S", "W/P"}) + " " + operand();
    if (roll(8) == 0) return one_of({"title:(", "byline:("}) + row + ")";
    return "(" + row + ")";
}

std::string RandomNews::lead() {
    if (roll(3) == 0) return operand() + one_of({" W/3 ", " PRE/S ", " NOT W/5 "}) + operand();
    if (roll(4) == 0) return "ATLEAST2 " + operand();
    return word() + one_of({" ", " OR ", " -"}) + phrase();
}

std::string RandomNews::query(std::size_t depth) {
    if (depth == 0 || roll(3) == 0) return atom();
    if (roll(12) == 0) return "(" + query(depth - 1) + ")^2";
    if (roll(9) == 0) return "lead:(" + lead() + ")";
    const std::string left = query(depth - 1);
    const std::string right = query(depth - 1);
    if (roll(3) == 0) return "(" + left + " OR " + right + ")";
    return "(" + left + (roll(3) == 0 ? " -" : " ") + right + ")";
}

}  // namespace morgue::test
