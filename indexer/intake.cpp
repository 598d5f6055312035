#include <algorithm>
#include <ctime>

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

schema::StoredArticle complete(ReadArticle&& read, std::string member, const FileContext& context) {
    schema::StoredArticle stored;
    stored.indexed.article = std::move(read.article);
    stored.withdrawn = read.withdrawn;
    stored.indexed.location = {context.key.root, context.key.file, std::move(member),
                               read.body_offset};
    stored.file = context.state;
    add_what_the_run_knows(stored.indexed.article, context);
    decide_language(stored, context.given_lang);
    stored.claimed = claimed_id(stored.indexed.article, stored.indexed.location);
    stored.indexed.id = stored.claimed;
    return stored;
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

std::variant<std::vector<schema::StoredArticle>, Unread> take_in(const Reader& reader,
                                                                 std::string_view bytes,
                                                                 const FileContext& context) {
    const FieldMap fields(context.field_map);
    ReadResult read = reader.read(bytes, {context.key.file, &fields});
    if (Unread* unread = std::get_if<Unread>(&read)) return std::move(*unread);
    auto& articles = std::get<std::vector<ReadArticle>>(read);
    std::vector<schema::StoredArticle> taken;
    LineCounter lines(bytes);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        if (!articles[i].withdrawn && !has_words(articles[i].article)) continue;
        std::string member = articles.size() == 1 ? std::string() : std::to_string(i + 1);
        taken.push_back(complete(std::move(articles[i]), std::move(member), context));
        IndexedArticle& indexed = taken.back().indexed;
        indexed.location.body_line = lines.line_at(indexed.location.body_offset);
        indexed.format = reader.name;
    }
    if (taken.empty()) return Unread{SkipReason::empty, "no words in it"};
    return taken;
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
