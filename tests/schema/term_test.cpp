#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include <schema/field.hpp>
#include <schema/term.hpp>
#include <schema/term_reading.hpp>
#include <support/temporary_directory.hpp>
#include <text/fold.hpp>

namespace morgue::schema {
namespace {

using text::Form;
using text::FormKind;
using Terms = std::vector<std::string>;

const text::Language* language(const char* code) {
    return text::find_language(code);
}

std::string form(FormKind kind, std::string_view word, const char* code = "en") {
    return form_term({kind, true, word}, language(code));
}

std::string field_form(Field field, FormKind kind, std::string_view word, const char* code = "en") {
    return field_form_term(field, {kind, true, word}, language(code));
}

CalendarDate date_of(const char* iso) {
    return parse_date(iso).value();
}

TEST(Term, TakesItsFormOnDisk) {
    const struct {
        std::string term, expected;
    } rows[] = {
        {form(FormKind::surface, "rates"), "rates"},
        {form(FormKind::stem, "rate"), "Zrate"},
        {form(FormKind::stem, "rate", "none"), "Zrate"},
        {form(FormKind::stem, "haus", "de"), "ZXDEhaus"},
        {form(FormKind::stem, "rat", "fr"), "ZXFRrat"},
        {form(FormKind::acronym, "us"), "XACus"},
        {form(FormKind::exact, "US"), "XEUS"},
        {form(FormKind::exact, "café"), "XEcafé"},
        {field_word_term(Field::title, "louvre"), "Slouvre"},
        {field_word_term(Field::byline, "doe"), "Adoe"},
        {field_word_term(Field::place, "paris"), "XPLACEparis"},
        {field_form(Field::title, FormKind::surface, "louvre"), "Slouvre"},
        {field_form(Field::title, FormKind::stem, "louvr", "fr"), "ZXFRSlouvr"},
        {field_form(Field::title, FormKind::stem, "rate"), "ZSrate"},
        {field_form(Field::title, FormKind::acronym, "us"), "XACSus"},
        {value_term(Field::source, "AP"), "XSOURCEap"},
        {value_term(Field::section, "  World \t News\n"), "XSECTIONworld news"},
        {value_term(Field::tag, "Crude Oil"), "Kcrude oil"},
        {value_term(Field::lang, "fr"), "Lfr"},
        {value_term(Field::tag, "Élan"), "Kelan"},
        {value_term(Field::tag, ""), "K"},
        {value_beginning(Field::tag, "Cru"), "Kcru"},
        {path_term("2019/03/Rates.txt"), "P2019/03/Rates.txt"},
        {path_term("2019/03/"), "P2019/03"},
        {path_beginning("2019/0"), "P2019/0"},
        {date_term(date_of("2019")), "Y2019"},
        {date_term(date_of("2019-03")), "M201903"},
        {date_term(date_of("2019-03-04")), "D20190304"},
        {date_term(date_of("0007-01-02")), "D00070102"},
        {id_term({}), "Q00000000000000000000000000000000"},
        {id_beginning("AbCd"), "Qabcd"},
        {std::string(undated_term), "XDATENONE"},
        {std::string(cut_words_term), "XCUT"},
        {std::string(gone_term), "XGONE"},
        {inferred_date_term("Y2019"), "XDIY2019"},
    };
    for (const auto& row : rows) EXPECT_EQ(row.term, row.expected);
}

TEST(Term, PathsHaveEveryFolderAboveThem) {
    EXPECT_EQ(path_terms("2019/03/x.txt"), (Terms{"P2019", "P2019/03", "P2019/03/x.txt"}));
    EXPECT_EQ(path_terms("x.txt"), Terms{"Px.txt"});
    EXPECT_EQ(path_terms(""), Terms{});
    EXPECT_EQ(path_terms("\xff/\xe9"), (Terms{"P\xff", "P\xff/\xe9"}));
}

TEST(Term, DatesHaveEveryPrecisionTheyKnow) {
    EXPECT_EQ(date_terms(date_of("2019-03-04")), (Terms{"Y2019", "M201903", "D20190304"}));
    EXPECT_EQ(date_terms(date_of("2019-03")), (Terms{"Y2019", "M201903"}));
    EXPECT_EQ(date_terms(date_of("2019")), Terms{"Y2019"});
}

TEST(Term, ValuesBeginAsTheirBeginningDoes) {
    for (const std::string value : {"World News", "élan vital", "x"})
        for (const Field field : {Field::source, Field::section, Field::agency, Field::tag})
            EXPECT_TRUE(value_term(field, value).starts_with(value_beginning(field, value)));
}

/// The longest that each composer can be given, by length and by NULs, which count twice.
Terms longest_terms() {
    Terms terms;
    for (const std::size_t length : {199, 200, 201, 244, 245, 246, 1000, 100'000})
        for (const char byte : {'x', '\0', '\xff', '/'}) {
            std::string text(length, byte);
            for (const FieldSpec& row : field_table())
                if (row.kind == FieldKind::value)
                    terms.push_back(value_term(row.shown.field, text));
            terms.push_back(path_term(text));
            text.front() = 'A';
            text.back() = 'z';
            terms.push_back(path_term(text));
        }
    for (const std::string& term : path_terms(std::string(300, 'd') + "/" + std::string(300, 'f')))
        terms.push_back(term);
    // The tokenizer gives 120 bytes at most; NUL is no letter.
    const std::string word(text::max_word_bytes, 'w');
    for (const text::Language& row : text::languages())
        for (const FormKind kind :
             {FormKind::surface, FormKind::stem, FormKind::acronym, FormKind::exact})
            for (const Field field : {Field::title, Field::byline, Field::place})
                terms.push_back(field_form_term(field, {kind, true, word}, &row));
    return terms;
}

TEST(Term, IsNeverTooLongForXapian) {
    const test::TemporaryDirectory dir;
    Xapian::WritableDatabase database(
        dir / "db", Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
    Xapian::Document too_long;
    too_long.add_boolean_term(std::string(246, 'x'));
    ASSERT_THROW(database.add_document(too_long), Xapian::InvalidArgumentError);
    for (const std::string& term : longest_terms()) {
        Xapian::Document document;
        document.add_boolean_term(term);
        EXPECT_NO_THROW(database.add_document(document)) << term.size();
    }
    database.commit();
}

TEST(Term, LongValuesStayApart) {
    const std::string beginning(200, 'x');
    std::set<std::string> terms;
    for (const std::string& value :
         {beginning, beginning + "1", beginning + "2", beginning + std::string(1000, '1')})
        for (const std::string& term : {value_term(Field::tag, value), path_term(value)})
            EXPECT_TRUE(terms.insert(term).second) << term;
}

/// All terms that an index may have of these words and values, and what each is.
std::map<std::string, std::set<std::string>> everything_of(const Terms& words) {
    std::map<std::string, std::set<std::string>> terms;
    const auto add = [&](const std::string& term, const std::string& what) {
        terms[term].insert(what);
    };
    for (const std::string& word : words) {
        add(form(FormKind::surface, word), "surface " + word);
        add(form(FormKind::acronym, word), "acronym " + word);
        add(form(FormKind::exact, word), "exact " + word);
        std::string capitals = word;
        for (char& c : capitals) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        if (capitals != word) add(form(FormKind::exact, capitals), "exact " + capitals);
        for (const text::Language& row : text::languages()) {
            const Form stem{FormKind::stem, true, word};
            add(form_term(stem, &row), "stem " + std::string(row.code) + word);
            add(field_form_term(Field::title, stem, &row),
                "title stem " + std::string(row.code) + word);
        }
        for (const FieldSpec& row : field_table()) {
            const std::string name(row.shown.name);
            if (row.kind == FieldKind::text) {
                add(field_word_term(row.shown.field, word), name + word);
                add(field_form(row.shown.field, FormKind::acronym, word), name + " acronym" + word);
            }
            if (row.kind == FieldKind::value) add(value_term(row.shown.field, word), name + word);
        }
        add(path_term(word), "path " + word);
        if (capitals != word) add(path_term(capitals), "path " + capitals);
    }
    for (const char* iso : {"2019", "2019-03", "2019-03-04", "0001", "9999-12-31"})
        add(date_term(date_of(iso)), std::string("date ") + iso);
    add(id_term({}), "id");
    add(std::string(undated_term), "undated");
    add(std::string(cut_words_term), "cut");
    return terms;
}

TEST(Term, TwoMeaningsNeverShareATerm) {
    const auto terms = everything_of(
        {"s",      "z",        "zs",      "x",    "xe",     "xac",   "ac",   "e",       "us",
         "sus",    "de",       "deus",    "xde",  "zxde",   "place", "lace", "section", "ection",
         "source", "datenone", "atenone", "cut",  "ut",     "xcut",  "2019", "201903",  "20190304",
         "0",      ":a",       "й",       "東京", "agency", "gency", "doe",  "~"});
    EXPECT_GT(terms.size(), 1000U);
    for (const auto& [term, meanings] : terms)
        EXPECT_EQ(meanings.size(), 1U)
            << term << ": " << *meanings.begin() << ", " << *meanings.rbegin();
}

std::string utf8(char32_t code) {
    std::string text;
    const auto put = [&](char32_t bits) { text.push_back(static_cast<char>(bits)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0 | code >> 6), put(0x80 | (code & 0x3f));
    } else if (code < 0x10000) {
        put(0xe0 | code >> 12), put(0x80 | (code >> 6 & 0x3f)), put(0x80 | (code & 0x3f));
    } else {
        put(0xf0 | code >> 18), put(0x80 | (code >> 12 & 0x3f));
        put(0x80 | (code >> 6 & 0x3f)), put(0x80 | (code & 0x3f));
    }
    return text;
}

// Surface forms stand bare beside prefixes of capitals: that works while this holds.
TEST(Term, FoldedTextNeverBeginsWithACapital) {
    for (char32_t code = 1; code < 0x20000; ++code) {
        if (code >= 0xd800 && code < 0xe000) continue;
        const std::string folded = text::fold(utf8(code));
        const bool capital = !folded.empty() && folded[0] >= 'A' && folded[0] <= 'Z';
        EXPECT_FALSE(capital) << "U+" << std::hex << static_cast<std::uint32_t>(code);
    }
}

TEST(FoldedValue, CollapsesWhiteSpace) {
    const struct {
        std::string_view value, folded;
    } rows[] = {{"", ""},
                {" ", ""},
                {"a", "a"},
                {"  A  b ", "a b"},
                {"a\t\r\n\v\fb", "a b"},
                {"a\xc2\xa0 b", "a b"},
                {"Ｗｉｄｅ", "wide"}};
    for (const auto& row : rows) EXPECT_EQ(folded_value(row.value), row.folded) << row.value;
}

TEST(Term, IdsAndPathsCanBeReadAgain) {
    ArticleId id;
    for (std::size_t i = 0; i < id.bytes.size(); ++i)
        id.bytes[i] = static_cast<unsigned char>(37 * i);
    EXPECT_EQ(id_in(id_term(id)), id);
    EXPECT_EQ(path_in(path_term("2019/a b.txt")), "2019/a b.txt");
    for (const char* term :
         {"", "Q", "Q00", "Qg0000000000000000000000000000000", "storm", "D2019"}) {
        EXPECT_FALSE(id_in(term)) << term;
        EXPECT_FALSE(path_in(term)) << term;
    }
}

}  // namespace
}  // namespace morgue::schema
