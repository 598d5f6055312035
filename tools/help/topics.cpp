#include <algorithm>
#include <array>

#include <morgue/fields.hpp>
#include <morgue/formats.hpp>

#include <tools/exit_code.hpp>
#include <tools/help/looks_sections.hpp>
#include <tools/help/topics.hpp>
#include <tools/hits/hit_printer.hpp>

namespace morgue::tools {

namespace {

Section query_words() {
    return {
        "Words and phrases",
        {Rows{{{"storm corps", "articles with both words, in any form: storms, Storm"},
               {"\"storm corps\"", "these words exactly, side by side and in this order"},
               {"~\"storm corps\"", "side by side and in this order, in any form"},
               {"\"storm * corps\"", "with any one word between; \"storm … corps\": with any gap"},
               {"\"storm corps\"~5", "in any order, at most 5 words from first to last"},
               {"=Apple", "as written, with capitals and accents; =\"Apple pie\""},
               {"storm*", "words that begin so; *berg and wom?n do as they look"},
               {"gaddafi~2", "words that differ in two letters at most; /gr[ae]y/: a regex"},
               {"*", "every article"}}},
         Prose{"Upper and lower case, accents and kinds of quotation marks make no "
               "difference. A word may hold signs, as in AT&T, 9/11 or 10,000."}}};
}

Section query_operators() {
    return {"Alternatives, and words to leave out",
            {Rows{{{"storm OR gale", "either word, or both"},
                   {"storm NOT gale", "the first without the second; storm -gale says the same"},
                   {"(storm OR gale) sea", "parentheses group"}}},
             Prose{"OR, AND and NOT are written in capitals. AND and NOT bind tighter than OR, and "
                   "OR binds tighter than words that stand side by side; whenever that decides "
                   "between two meanings, a note says how the query was read."}}};
}

Section query_distances() {
    return {"Words near each other",
            {Rows{{{"minister W/5 \"wind farm\"", "at most 5 words from each other"},
                   {"chief PRE/3 executive", "the same, the first one first"},
                   {"storm W/S gale", "in one sentence; W/P: in one paragraph"},
                   {"mercury NOT W/3 freddie", "a mercury with no freddie so near"},
                   {"ATLEAST5(strike OR walkout)", "five or more of these words"}}}}};
}

Section query_fields() {
    return {"Fields and dates",
            {Rows{{{"title:storm", "the word in the headline"},
                   {"source:\"hallin post\"", "a value with a space goes between quotes"},
                   {"source:ap,reuters", "either value"},
                   {"date:2019-03", "that month"},
                   {"lead:strike", "the word in the first 60 words of the text"},
                   {"has:byline -has:date", "what articles state, or do not"},
                   {"words:>800", "how long they are"},
                   {"storm^2 harbour", "storm counts twice for the order"}}},
             Prose{"More: morgue help fields, morgue help dates."}}};
}

Section query_in_a_shell() {
    return {"In a shell",
            {Prose{"Put the whole query in single quotes, so that the shell leaves quotes, stars "
                   "and parentheses to Morgue:"},
             Typed{{"morgue search '\"storm corps\" -gale'",
                    "morgue search 'title:storm (source:ap OR source:reuters)'"}}}};
}

std::vector<Section> query_topic() {
    return {query_words(), query_operators(), query_distances(), query_fields(),
            query_in_a_shell()};
}

std::vector<Section> fields_topic() {
    Rows rows;
    for (const FieldInfo& field : fields())
        if (field.searchable)
            rows.rows.push_back(
                {std::string{field.name} + ":",
                 std::string{field.description} + "; as in " + std::string{field.example}});
    rows.rows.push_back({"is:", "first: it repeats no other; gone: its file is no longer there"});
    rows.rows.push_back({"dup:", "an article's id: all that are nearly the same"});
    rows.rows.push_back(
        {"lead:", "words among the first 60 of the text; as in lead:(strike W/5 rail)"});
    rows.rows.push_back({"has:", "an article states the field; as in has:byline, has:date,url"});
    rows.rows.push_back({"words:", "how many words it has; as in words:>800, words:200..800"});
    rows.rows.push_back({"type:", "the format of its file; as in type:html, type:\"JSON lines\""});
    rows.rows.push_back({"name:", "the name of its file; as in name:storm.txt, name:storm*"});
    rows.rows.push_back({"url:", "its address, a page above it, or its domain; url:example.org"});
    rows.rows.push_back({"id:", "its id, or four and more of the first digits"});
    return {{"Fields",
             {rows, Prose{"A field's name, a colon, and without a space what to find there: a "
                          "word, a word with a star, a phrase, or a group in parentheses. Which "
                          "values an index holds: morgue count --by=source '*', or the Tab "
                          "key."}}}};
}

std::vector<Section> dates_topic() {
    return {
        {"Dates",
         {Rows{{{"date:2019", "that year"},
                {"date:2019-03", "that month"},
                {"date:2019-03-04", "that day"},
                {"date:2019-03..2019-06-15", "a span; both ends belong to it"},
                {"date:2019-03..", "from March 2019 on; date:..2019 is up to the end of 2019"},
                {"after:2019-03", "from 1 April 2019 on"},
                {"before:2020", "up to 31 December 2019"},
                {"date:>2019", "from 2020 on; >=, < and <= compare likewise"},
                {"date:\"last 30 days\"", "as seen from today; so are date:yesterday, date:2w"},
                {"date:none", "articles that state no date, which no other date finds"},
                {"date:~2019-03", "also articles dated by nothing but their file's time"}}},
          Prose{"Dates are written as year, year and month, or day, and mean all of it. They are "
                "days in the article's own place, which no time zone moves. An article of which "
                "only the year or the month is known answers where all of it is asked for."},
          Prose{"Only what an article, its file's front matter, its address or its path states is "
                "its date: the time of a file, or of its capture, says little of when the article "
                "appeared, and is asked for by a ~."}}}};
}

std::string joined(std::span<const std::string_view> words) {
    std::string list;
    for (const std::string_view word : words)
        list += (list.empty() ? "" : ", ") + std::string{word};
    return list;
}

Prose scanned_papers() {
    return {
        "Scanned newspapers are files in ALTO, a page each, and mostly one in METS beside them or "
        "above, which says what issue they are. They are read together: pages have the date, "
        "paper, place and language of their issue, and where METS divides it into articles and "
        "advertisements, each is an article with its headline, put together from all columns and "
        "pages that it stands on; what stands in none is found by its page. A change of either is "
        "a change of the issue. A page that METS names and that is not there is named by morgue "
        "status --skipped, as is what would lie outside of its folder, which is never opened."};
}

Prose packed_files() {
    return {
        "What holds other files, compressed or not, is read member by member; so are such files "
        "in it, three deep. A hit names the member (archive.zip!2019/a.html) or where its "
        "record begins (crawl.warc.gz!1042), and morgue show --raw prints its bytes. Of a "
        "crawl, pages are articles that a server sent with success as text. What is damaged, "
        "encrypted, or grows to more than 64 MB, or the whole file to more than 100 times its "
        "size, is skipped by name and costs the others nothing. All but plain files are read by "
        "processes that may open, connect to and start nothing: a file on which one crashes, or "
        "that takes it more than a gigabyte of memory or half a minute, is skipped as reader "
        "failed and tried again at the next run."};
}

std::vector<Section> formats_topic() {
    Rows rows;
    for (const FormatInfo& format : formats())
        rows.rows.push_back({std::string{format.name}, "files named " + joined(format.extensions)});
    return {{"Formats of article files",
             {rows,
              Prose{"Other files are skipped and named, with the reason, by morgue status "
                    "--skipped. A file is one article or several: of a feed each item is one, "
                    "of a collection in SGML, such as Reuters-21578 and those of TREC, each "
                    "record, of JSON lines each line, of a table each row. Of which format a "
                    "file named .xml or .json is, its first element or its names tell; of one "
                    "without an extension, all of its content. The "
                    "fields of JSON and the columns of tables are those that news is known to "
                    "be stored under, such as headline, body, published, author, section, "
                    "source, url and tags; others are passed over. morgue index "
                    "--dry-run shows how they are read, and --map says it. What breaks the "
                    "standard that it follows, ninjs, NewsML-G2 or NITF, is read all the same, and "
                    "named there as off standard."},
              scanned_papers(), packed_files()}}};
}

Rows hit_format_rows() {
    Rows rows;
    for (const HitFormat& format : hit_formats())
        rows.rows.push_back({std::string{format.name}, std::string{format.meaning}});
    return rows;
}

Section result_formats() {
    return {"Formats of results",
            {Prose{"morgue search --format=NAME prints"}, hit_format_rows(),
             Prose{"People get 20 results and a footer; programs get all of them, in order, as "
                   "they are found. OUTPUT-SCHEMA.md, installed beside README.md, describes every "
                   "field."}}};
}

Section errors() {
    return {"Errors",
            {Prose{"stdout carries results alone; notes, warnings and errors go to stderr. With "
                   "--json each of them is a line of JSON there: an object with error, warning or "
                   "note, and in it code, message, hint and, for a query, col and end, counted in "
                   "characters from 1."},
             Prose{"morgue help exit-codes says what the exit status tells."}}};
}

std::vector<Section> output_topic() {
    std::vector<Section> sections = looks_sections();
    sections.push_back(result_formats());
    sections.push_back(errors());
    return sections;
}

std::vector<Section> exit_codes_topic() {
    Rows rows;
    for (const ExitCodeInfo& row : exit_codes())
        rows.rows.push_back({std::to_string(static_cast<int>(row.code)), std::string{row.meaning}});
    return {{"Exit status", {rows}}};
}

constexpr std::array<Topic, 6> table{{
    {"query", "what a query can say", "morgue query", query_topic},
    {"fields", "names to ask for, such as title:", "morgue query", fields_topic},
    {"dates", "how to ask for days, months, years and spans", "morgue query", dates_topic},
    {"formats", "which files Morgue reads", "morgue formats", formats_topic},
    {"output", "what results look like, for people and programs", "morgue output", output_topic},
    {"exit-codes", "what the exit status says", "", exit_codes_topic},
}};

}  // namespace

std::span<const Topic> topics() noexcept {
    return table;
}

const Topic* find_topic(std::string_view name) noexcept {
    const auto* const found = std::find_if(table.begin(), table.end(),
                                           [&](const Topic& topic) { return topic.name == name; });
    return found == table.end() ? nullptr : found;
}

Section introduction() {
    return {"",
            {Prose{"Find past articles again: index a folder of them once, then search it."},
             Rows{{{"morgue index ~/archive", "read what is new or changed"},
                   {"morgue search '\"storm corps\" russia'", "find a phrase and a word"},
                   {"morgue show 3f2a9c41b0de", "read a whole article"}}}}};
}

}  // namespace morgue::tools
