#include <algorithm>
#include <ctime>
#include <iterator>

#include <indexer/analysis_language.hpp>
#include <indexer/detected_language.hpp>
#include <indexer/formats/path_date.hpp>
#include <indexer/ids.hpp>
#include <indexer/intake.hpp>
#include <text/language.hpp>
#include <text/tokenizer.hpp>

namespace morgue::indexer {

namespace {

std::string utc_time(std::int64_t ns) {
    const std::time_t seconds = static_cast<std::time_t>(ns / 1'000'000'000);
    std::tm parts{};
    ::gmtime_r(&seconds, &parts);
    char text[sizeof "2019-03-04T05:06:07Z"];
    return std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts) > 0 ? text : "";
}

void add_what_the_run_knows(Article& article, const FileContext& context) {
    normalise_language(article);
    if (!context.given_lang.empty()) article.add(Field::lang, context.given_lang);
    if (std::string time = utc_time(context.state.mtime_ns); !time.empty())
        article.add(Field::date, std::move(time), Provenance::mtime);
}

/// Counts the lines of a file up to offsets that mostly ascend.
class LineCounter {
  public:
    explicit LineCounter(std::string_view bytes) : bytes_(bytes) {}

    /// 1 is the first line; 0 for no offset.
    std::uint32_t line_at(std::int64_t offset) {
        if (offset < 0) return 0;
        const auto to = static_cast<std::size_t>(offset);
        if (to < counted_) {
            counted_ = 0;
            line_ = 1;
        }
        const std::string_view next = bytes_.substr(counted_, to - counted_);
        line_ += static_cast<std::uint32_t>(std::count(next.begin(), next.end(), '\n'));
        counted_ = to;
        return line_;
    }

  private:
    std::string_view bytes_;
    std::size_t counted_ = 0;
    std::uint32_t line_ = 1;
};

schema::StoredArticle complete(ReadArticle&& read, const FileContext& context) {
    schema::StoredArticle stored;
    stored.indexed.article = std::move(read.article);
    stored.withdrawn = read.withdrawn;
    stored.indexed.location = {context.key.root, context.key.file, std::move(read.member),
                               read.body_offset};
    stored.file = context.state;
    add_what_the_run_knows(stored.indexed.article, context);
    decide_language(stored, context.given_lang);
    stored.sketch = text::sketch_of(stored.indexed.article.body);
    stored.claimed = claimed_id(stored.indexed.article, stored.indexed.location);
    stored.indexed.id = stored.claimed;
    return stored;
}

/// "a.zip!3": a part of a member, or either alone.
std::string labelled(std::string_view label, std::string_view part) {
    std::string both(label);
    if (!label.empty() && !part.empty()) both += label_mark;
    return both.append(part);
}

/// In which a date may stand. That of a crawl in the file's name is none of the pages in it.
std::string path_of(const Member& member, const FileContext& context) {
    if (!member.facts.url.empty()) return member.facts.path;
    if (member.facts.path.empty()) return context.key.file;
    return context.key.file + '/' + member.facts.path;
}

/// Makes whole what a reader found. Several articles are numbered where they have no names.
void take_read(Reading&& reading, const FileContext& context, Taken& taken,
               std::string_view label = {}) {
    ReadResult& read = reading.result;
    taken.unread = std::move(read.unread);
    for (std::size_t i = 0; i < read.articles.size(); ++i) {
        ReadArticle& article = read.articles[i];
        if (!article.withdrawn && !has_words(article.article)) continue;
        if (article.member.empty() && read.articles.size() > 1)
            article.member = std::to_string(i + 1);
        article.member = labelled(label, article.member);
        taken.articles.push_back(complete(std::move(article), context));
        taken.articles.back().indexed.format = reading.format;
    }
    if (taken.articles.empty() && std::ranges::all_of(taken.unread, &Unread::was_read))
        taken.unread.insert(taken.unread.begin(), {SkipReason::empty, "no words in it"});
}

ReadRequest request_for(const Member& member, std::string_view path, const FileContext& context,
                        std::size_t most_bytes) {
    const MemberFacts& facts = member.facts;
    return {member.name,
            {path, nullptr, facts.charset, facts.url, facts.fetched},
            context.field_map,
            most_bytes,
            member.bytes};
}

/// Its pages are there, and read without it.
void tell_of_pages_once(std::vector<Unread>& unread) {
    std::erase_if(unread, [](const Unread& why) { return why.reason == SkipReason::incomplete; });
    unread.insert(unread.begin(), {SkipReason::incomplete,
                                   "inside of another file, its pages are read without it"});
}

void take_member(const Member& member, Reading reading, const FileContext& context, Taken& taken) {
    Taken own;
    if (!reading.result.companions.empty()) tell_of_pages_once(reading.result.unread);
    take_read(std::move(reading), context, own, member.label);
    for (Unread& why : own.unread) why.member = labelled(member.label, why.member);
    for (schema::StoredArticle& stored : own.articles) stored.indexed.location.body_offset = -1;
    std::ranges::move(own.articles, std::back_inserter(taken.articles));
    std::ranges::move(own.unread, std::back_inserter(taken.unread));
}

}  // namespace

bool has_words(const Article& article) {
    return text::has_words(article.body) || text::has_words(article.value(Field::title));
}

void decide_language(schema::StoredArticle& stored, const std::string& given) {
    Article& article = stored.indexed.article;
    if (article.find(Field::lang) == nullptr)
        if (const auto language = detected_language(article.body))
            article.add(Field::lang, std::string(*language), Provenance::detected);
    const text::Language* language = analysis_language(article, given);
    stored.lang = language == nullptr ? std::string() : std::string(language->code);
}

bool dated_by_mtime(const schema::StoredArticle& stored) {
    const Metadatum* date = stored.indexed.article.find(Field::date);
    return date != nullptr && date->from == Provenance::mtime;
}

void normalise_language(Article& article) {
    std::erase_if(article.metadata, [](Metadatum& datum) {
        if (datum.field != Field::lang) return false;
        const auto code = text::normal_language_code(datum.value);
        if (code) datum.value = std::string(*code);
        return !code;
    });
}

Taken take_in(Reading reading, std::string_view bytes, const FileContext& context) {
    Taken taken;
    take_read(std::move(reading), context, taken);
    LineCounter lines(bytes);
    for (schema::StoredArticle& stored : taken.articles) {
        Location& location = stored.indexed.location;
        location.body_line = lines.line_at(location.body_offset);
    }
    return taken;
}

void take_in(std::span<const Member> members, const FileContext& context, ConfinedReaders& readers,
             Taken& taken) {
    std::vector<std::string> paths;
    for (const Member& member : members) paths.push_back(path_of(member, context));
    std::vector<ReadRequest> requests;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (!members[i].unread)
            requests.push_back(
                request_for(members[i], paths[i], context, readers.limits().most_bytes));
    std::vector<Reading> readings = readers.read_all(requests);
    auto reading = readings.begin();
    for (const Member& member : members)
        take_member(member, member.unread ? Reading{{}, *member.unread} : std::move(*reading++),
                    context, taken);
}

void move_article(schema::StoredArticle& stored, const FileContext& context) {
    Article& article = stored.indexed.article;
    std::erase_if(article.metadata, [](const Metadatum& datum) {
        const bool detected = datum.field == Field::lang && datum.from == Provenance::detected;
        return detected || datum.from == Provenance::path || datum.from == Provenance::mtime ||
               datum.from == Provenance::given;
    });
    if (auto date = date_from_path(context.key.file))
        article.add(Field::date, *std::move(date), Provenance::path);
    stored.indexed.location.root = context.key.root;
    stored.indexed.location.file = context.key.file;
    stored.file = context.state;
    add_what_the_run_knows(article, context);
    decide_language(stored, context.given_lang);
    stored.claimed = claimed_id(article, stored.indexed.location);
    stored.indexed.id = stored.claimed;
}

}  // namespace morgue::indexer
