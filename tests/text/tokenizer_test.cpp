#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <text/token_printer.hpp>

namespace morgue::text {
namespace {

struct Row {
    std::string_view text, language, tokens;
};

void expect_tokens(std::initializer_list<Row> rows) {
    for (const auto& [text, language, tokens] : rows) {
        EXPECT_EQ(print_tokens(text, language), tokens) << text;
    }
}

TEST(Forms, Words) {
    expect_tokens({{"Zebra, zebra; (ZEBRA)", "", "zebra | zebra | zebra E:ZEBRA~ A:zebra"},
                   {"to be or not to be", "en",
                    "to Z:to | be Z:be | or Z:or | not Z:not | to Z:to | be Z:be"},  // pitfall 2
                   {"snake_case a.b@c", "", "snake | case | a.b~ A:ab | c"},
                   {"", "en", ""},
                   {" – … «»", "en", ""}});
}

// Pitfalls 1 and 3: surface forms beside stems; short words are their own stems.
TEST(Forms, Stems) {
    expect_tokens({{"interest rates", "en", "interest Z:interest | rates Z:rate"},
                   {"interesting rating", "en", "interesting Z:interest | rating Z:rate"},
                   {"news used us new", "en", "news Z:news | used Z:use | us Z:us | new Z:new"},
                   {"rates", "", "rates"},
                   {"NATO nations met F16s", "en",
                    "nato E:NATO~ A:nato | nations Z:nation | met Z:met | f16s"},
                   {"rates выборы", "en", "rates Z:rate | выборы"},
                   {"rates выборы", "ru", "rates | выборы Z:выбор"},
                   {"aвыборы", "ru", "aвыборы"},
                   {"किताबहरू rates", "ne", "किताबहरू Z:किताब | rates"}});
}

TEST(Forms, Apostrophes) {
    expect_tokens(
        {// pitfalls 7, 8, 20
         {"O'Brien", "en", "o'brien~ obrien E:O'Brien~ Z:obrien"},
         {"O’Brien", "en", "o'brien~ obrien E:O'Brien~ Z:obrien"},
         {"Oʼbrien O＇brien O‛brien", "", "o'brien~ obrien | o'brien~ obrien | o'brien~ obrien"},
         {"company's", "en", "company's~ companys company~ Z:compani"},
         {"O’Brien’s", "", "o'brien's~ obriens E:O'Brien's~ o'brien~ obrien~ E:O'Brien~"},
         {"don't dogs' 'twas", "en", "don't~ dont Z:dont | dogs Z:dog | twas Z:twas"},
         {"NATO's", "en", "nato's~ natos E:NATO's~ nato~ E:NATO~ A:nato"},
         {"G7's 1990's", "en", "g7's~ g7s g7~ | 1990's~ 1990s 1990~"},
         {"rock'n'roll", "en", "rock'n'roll~ rocknroll Z:rocknrol"},
         {"“elite 11th Corps”", "en", "elite Z:elit | 11th | corps Z:corp"},
         {"п'ять", "", "п'ять~ пять"}});
}

TEST(Forms, Elisions) {
    expect_tokens(
        {{"l’État", "fr", "l'etat~ letat E:l'État~ l~ etat~ E:État~ Z:etat"},
         {"d'aujourd'hui", "", "d'aujourd'hui~ daujourdhui d~ aujourd'hui~ aujourdhui~"},
         {"L'ONU", "fr", "l'onu~ lonu E:L'ONU~ l~ onu~ E:ONU~ A:onu"},
         {"qu'il lorsqu'on", "", "qu'il~ quil qu~ il~ | lorsqu'on~ lorsquon lorsqu~ on~"},
         {"dell'arte un'altra", "",
          "dell'arte~ dellarte dell~ arte~ | un'altra~ unaltra un~ altra~"},
         {"d'Hiver", "", "d'hiver~ dhiver d~ hiver~"},
         {"l'x l'a d'Xavier y'all", "", "l'x~ lx | l'a~ la | d'xavier~ dxavier | y'all~ yall"}});
}

TEST(Forms, Compounds) {
    expect_tokens(
        {// pitfall 6
         {"e-mail", "en", "e Z:e + email Z:email | mail Z:mail + email Z:email"},
         {"email", "en", "email Z:email"},
         {"e‐mail e‑mail", "", "e + email | mail + email | e + email | mail + email"},
         {"state-of-the-art", "", "state + stateoftheart | of | the | art + stateoftheart"},
         {"COVID-19", "en", "covid E:COVID~ A:covid + covid19 | 19 + covid19"},
         {"COVID-19’s", "en",
          "covid E:COVID~ A:covid + covid19s covid19~ | 19's~ 19s 19~ + covid19s covid19~"},
         {"9/11", "en", "9 + 9/11 | 11 + 9/11"},  // pitfall 12
         {"2019-20 2019‑03-04", "",
          "2019 + 2019-20 | 20 + 2019-20 | 2019 + 2019-03-04 | 03 | 04 + 2019-03-04"},
         {"and/or", "", "and + andor | or + andor"},
         // pitfall 34
         {"con-\nserve light‐\r\n  ships", "",
          "con + conserve | serve + conserve | light + lightships | ships + lightships"},
         {"con-\n\nserve and/\nor Nord-\nOst 19-\n20th con -\nserve", "",
          "con | serve | and | or | nord | ost | 19 | 20th | con | serve"},
         {"2,000-strong", "", "2,000~ 2000 + 2000strong | strong + 2000strong"},
         {"O'Neill-Smith", "", "o'neill~ oneill E:O'Neill~ + oneillsmith | smith + oneillsmith"},
         {"U.S.-China", "", "u.s~ A:us E:U.S~ + uschina | china + uschina"},
         {"X-RAY-RAYS met", "en",
          "x + xrayrays | ray E:RAY~ A:ray | rays E:RAYS~ A:rays + xrayrays | met Z:met"},
         {"a--b -c- d- /e", "", "a | b | c | d | e"},
         {"东-东 a-东", "", "东 | 东 | a | 东"}});
}

TEST(Forms, Signs) {
    expect_tokens({// pitfall 11
                   {"AT&T", "en", "at&t E:AT&T~"},
                   {"Marks&Spencer Q & A a& &b", "en",
                    "marks&spencer E:Marks&Spencer~ | q | a | a Z:a | b Z:b"},
                   {"C++ C# C+ C", "en", "c++ c~ Z:c~ | c# c~ Z:c~ | c+ c~ Z:c~ | c Z:c"},
                   {"Disney+, C++-based", "en",
                    "disney+ disney~ Z:disney~ | c++ c~ + c++based | based Z:base + c++based"},
                   {"C+++ A+B #tag 5#6", "", "c | a | b | tag | 5 | 6"},
                   {"$1.5bn", "en", "$1.5bn 1.5bn~"},
                   {"€10,000 US$5 $x 5€ ￥7", "",
                    "€10,000~ 10,000~ €10000 10000~ | us E:US~ A:us | $5 5~ | x | 5 | ¥7 7~"}});
}

TEST(Forms, Numbers) {
    expect_tokens({// pitfall 5
                   {"10,000 10000", "en", "10,000~ 10000 | 10000"},
                   {"10,0000 1.5 1,2,3", "en", "10,0000 | 1.5 | 1,2,3"},
                   {"1,000,000.50", "en", "1,000,000.50~ 1000000.50"},
                   {"10.000 1.000,5 1,000", "de", "10.000~ 10000 | 1.000,5~ 1000,5 | 1,000"},
                   {"10.000", "en", "10.000"},
                   {"1’000’000 5'10", "", "1'000'000~ 1000000 | 5'10"},
                   {"10\u00A0000 1\u202F234\u202F567,89 1\u2009000", "fr",
                    "10 000~ 10000 | 1 234 567,89~ 1234567,89 | 1 000~ 1000"},
                   {"10\u00A00000 1234\u00A0567 in\u00A0100 1\u00A0000\u202F000", "fr",
                    "10 | 0000 | 1234 | 567 | in Z:in | 100 | 1 000~ 1000 | 000"},
                   {"10 000", "fr", "10 | 000"},
                   {"5, 6. 7.", "", "5 | 6 | 7"},
                   {"10:30 ３,０００", "", "10 | 30 | 3,000~ 3000"}});
}

TEST(Forms, Acronyms) {
    expect_tokens(
        {// pitfall 4
         {"U.S. U.S us", "en", "u.s~ A:us E:U.S~ | u.s~ A:us E:U.S~ | us Z:us"},
         {"the US said", "en", "the Z:the | us E:US~ A:us | said Z:said"},
         {"e.g. J.R.R. Tolkien", "", "e.g~ A:eg | j.r.r~ A:jrr E:J.R.R~ | tolkien"},
         {"J.R.R.Tolkien U.S.'s", "", "j.r.r~ A:jrr E:J.R.R~ | tolkien | u.s~ A:us E:U.S~"},
         {"A.B.C.D.E.F.", "", "a.b.c.d.e.f~ abcdef E:A.B.C.D.E.F~"},
         {"ABCDEF abc I x", "", "abcdef E:ABCDEF~ | abc | i | x"},
         {"J. Smith x.com", "", "j | smith | x | com"},
         {"С.Ш.А. и США", "", "с.ш.а~ A:сша E:С.Ш.А~ | и | сша E:США~ A:сша"}});
}

TEST(Forms, Shouting) {
    expect_tokens(
        {{"US NAVY SAILS", "en", "us E:US~ Z:us | navy E:NAVY~ Z:navi | sails E:SAILS~ Z:sail"},
         {"US NAVY SAILS. The US did", "en",
          "us E:US~ Z:us | navy E:NAVY~ Z:navi | sails E:SAILS~ Z:sail | the Z:the | us E:US~ A:us "
          "| did Z:did"},
         {"NATO.", "en", "nato E:NATO~ A:nato"},
         {"EU NATO 合意", "", "eu E:EU~ A:eu | nato E:NATO~ A:nato | 合意 | 意"}});
}

TEST(Forms, Accents) {
    expect_tokens(
        {// pitfalls 9, 10
         {"café cafe CAFÉ", "", "cafe E:café~ | cafe | cafe E:CAFÉ~ A:cafe"},
         {"montre\u0301al", "fr", "montreal E:montréal~ Z:montreal"},
         {"Straße", "de", "strasse E:Straße~ Z:strass"},
         {"Müller", "de", "muller mueller E:Müller~ Z:mull Z:muell"},
         {"Mu\u0308ller’s", "de",
          "muller's~ mullers muellers E:Müller's~ muller~ mueller~ E:Müller~ Z:mull Z:muell"},
         {"Mueller Bär", "de", "mueller Z:muell | bar baer E:Bär~ Z:bar Z:baer"},
         {"Müller", "sv", "muller E:Müller~ Z:mull"},
         {"Чайковский ёлка", "", "чайковский | елка E:ёлка~"},
         {"co\u00ADoperate a\u200D \uFEFFb", "", "cooperate | a | b"},
         {"أَحْمَد", "ar", "احمد E:أَحْمَد~ Z:احمد"},
         {"iPhone McDonald", "", "iphone | mcdonald E:McDonald~"}});
}

TEST(Forms, UnspacedScripts) {
    expect_tokens(
        {// pitfall 13
         {"東京都知事", "ja", "東京 | 京都 | 都知 | 知事 | 事"},
         {"대통령은", "ko", "대통 | 통령 | 령은 | 은"},
         {"대통령", "ko", "대통 | 통령 | 령"},
         {"\u1103\u1162\u1110\u1169\u11BC대\u11BC", "ko", "대통 | 통댕 | 댕"},
         {"ﾀﾜｰ タワー", "ja", "タワ | ワー | ー | タワ | ワー | ー"},
         {"ｶﾞか\u3099", "", "ガが | が"},
         {"ที่นี่", "", "ที่นี่ | นี่"},
         {"東\u200B京。都", "", "東京 | 京 | 都"},
         {"葛\U000E0100城", "", "葛城 | 城"},
         {"NHKは2020年ＮＨＫ", "", "nhk E:NHK~ A:nhk | は | 2020 | 年 | nhk E:ＮＨＫ~ A:nhk"},
         {"大・小 人々 ㄅㄆ", "", "大 | 小 | 人々 | 々 | ㄅㄆ | ㄆ"}});
}

TEST(Question, TakesCapitalsAsTheyStand) {
    const TokenizerOptions english{.language = find_language("en"), .question = true};
    EXPECT_EQ(print_tokens("US", english), "us E:US~ A:us Z:us");
    EXPECT_EQ(print_tokens("NATO RATES", english),
              "nato E:NATO~ A:nato Z:nato | rates E:RATES~ A:rates Z:rate");
    EXPECT_EQ(print_tokens("X-RAYS", english),
              "x Z:x + xrays Z:xray | rays E:RAYS~ A:rays Z:ray + xrays Z:xray");
}

struct Place {
    std::string text;
    std::uint32_t group;
    bool unspaced, joined;
    bool operator==(const Place&) const = default;
};

std::vector<Place> places(std::string_view text) {
    std::vector<Place> result;
    tokenize(text, {}, [&](const Token& token) {
        EXPECT_EQ(token.position, result.size());
        result.push_back({std::string(text.substr(token.begin, token.end - token.begin)),
                          token.group, token.unspaced, !token.joined.empty()});
    });
    return result;
}

TEST(Tokens, CoverTheirBytesOfTheText) {
    std::vector<std::string> words;
    for (auto& place :
         places(" “O’Brien’s” US$1.5bn, (U.S.) C++! co\u00ADop\u00AD ｶﾞー 10\u00A0000.")) {
        words.push_back(place.text);
    }
    EXPECT_EQ(words, (std::vector<std::string>{"O’Brien’s", "US", "$1.5bn", "U.S.", "C++",
                                               "co\u00ADop", "ｶﾞ", "ー", "10\u00A0000"}));
}

TEST(Tokens, OfOneCompoundOrRunShareAGroup) {
    EXPECT_EQ(places("a b-c-d 東京 e/f 都"), (std::vector<Place>{{"a", 0, false, false},
                                                                 {"b", 1, false, true},
                                                                 {"c", 1, false, false},
                                                                 {"d", 1, false, true},
                                                                 {"東", 2, true, false},
                                                                 {"京", 2, true, false},
                                                                 {"e", 3, false, true},
                                                                 {"f", 3, false, true},
                                                                 {"都", 4, true, false}}));
}

TEST(Tokens, OfALongCompoundHaveNoJoinedForm) {
    std::string text = "a";
    for (std::size_t i = 1; i < max_word_bytes; ++i) text += "-a";
    EXPECT_TRUE(places(text).front().joined);
    EXPECT_TRUE(places(text).back().joined);
    for (int more = 0; more < 5; ++more) {
        text += "-a";
        const auto parts = places(text + " b-c");
        EXPECT_EQ(parts.front(), (Place{"a", 1, false, false})) << more;
        EXPECT_EQ(parts[parts.size() - 3], (Place{"a", 1, false, false})) << more;
        EXPECT_EQ(parts.back(), (Place{"c", 2, false, true})) << more;
    }
}

TEST(Tokens, AreCutAt120Bytes) {
    const std::string whole(max_word_bytes, 'a');
    for (const auto& [text, cut, form] :
         {std::tuple{whole, false, whole},
          {whole + "b", true, whole},
          {std::string(119, 'a') + "é", true, std::string(119, 'a')}}) {
        tokenize(text, {}, [&](const Token& token) {
            EXPECT_EQ(token.end, text.size());
            EXPECT_EQ(token.cut, cut);
            EXPECT_EQ(token.forms.front().text, form);
        });
    }
}

TEST(Tokens, AreCutWhereFoldingLengthensThem) {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "\uFDFA";  // folds to 33 bytes
    tokenize(text, {}, [&](const Token& token) {
        EXPECT_TRUE(token.cut);
        EXPECT_LE(token.forms.front().text.size(), max_word_bytes);
    });
}

TEST(Tokens, OfACutNumberAreNotRepaired) {
    std::string number = "1";
    for (int i = 0; i < 40; ++i) number += ",000";
    EXPECT_EQ(print_tokens(number, "en"), number.substr(0, max_word_bytes));
}

/// An all-capital sentence of any length is one; words wait for the verdict only so long.
TEST(Shouting, IsKnownInLongSentences) {
    std::string text;
    for (int i = 0; i < 5'000; ++i) text += "US ";
    std::size_t acronyms = 0;
    const auto count = [&](const Token& token) {
        for (const auto& form : token.forms) acronyms += form.kind == FormKind::acronym ? 1 : 0;
    };
    tokenize(text, {}, count);
    EXPECT_EQ(acronyms, 0U);
    tokenize("So " + text, {}, count);
    EXPECT_EQ(acronyms, 5'000U);
}

TEST(Tokens, OfAQuestionAndATextMeet) {
    const struct {
        std::string_view text, question;
    } rows[] = {
        {"Müller", "mueller"}, {"Mueller", "Müller"},    {"10,000", "10000"},
        {"10000", "10,000"},   {"O’Brien", "obrien"},    {"OBrien", "O'Brien"},
        {"U.S.", "US"},        {"US", "U.S."},           {"company's", "company"},
        {"l’État", "état"},    {"l'etat", "l’État"},     {"C++", "c"},
        {"$1.5bn", "1.5bn"},   {"companies", "company"}, {"cafe\u0301", "CAFE"},
        {"NATO's", "NATO"},
    };
    const TokenizerOptions german{.language = find_language("de")};
    const TokenizerOptions english{.language = find_language("en")};
    for (const auto& [text, question] : rows) {
        const auto& options = text.starts_with("M") ? german : english;
        std::vector<std::pair<FormKind, std::string>> offered;
        tokenize("x " + std::string(text), options, [&](const Token& token) {
            for (const auto& f : token.forms) offered.emplace_back(f.kind, f.text);
        });
        bool met = false;
        tokenize(question, {options.language, true}, [&](const Token& token) {
            for (const auto& f : token.forms) {
                const std::pair wanted(f.kind, std::string(f.text));
                met = met || (f.asked && std::count(offered.begin(), offered.end(), wanted) > 0);
            }
        });
        EXPECT_TRUE(met) << text << " / " << question;
    }
}

}  // namespace
}  // namespace morgue::text
