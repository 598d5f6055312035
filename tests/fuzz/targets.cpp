#include <algorithm>
#include <fuzz/targets.hpp>
#include <stdexcept>
#include <variant>

#include <indexer/containers/members.hpp>
#include <indexer/readers/readers.hpp>
#include <indexer/store.hpp>
#include <search/matcher.hpp>
#include <search/passages.hpp>
#include <search/plan.hpp>
#include <search/query/parser.hpp>
#include <search/snippet.hpp>
#include <support/temporary_directory.hpp>
#include <text/utf8.hpp>

namespace morgue::test {

namespace {

void require(bool holds, const char* what) {
    if (!holds) throw std::logic_error(what);
}

const indexer::Format& format_named_so(std::string_view name) {
    return *std::ranges::find(indexer::known_formats(), name, &indexer::Format::name);
}

void check(const indexer::ReadArticle& read, std::string_view bytes) {
    require(text::is_valid_utf8(read.article.body), "a body that is not UTF-8");
    for (const Metadatum& datum : read.article.metadata)
        require(text::is_valid_utf8(datum.value), "a value that is not UTF-8");
    if (read.body_offset < 0) return;
    const auto offset = static_cast<std::size_t>(read.body_offset);
    require(offset <= bytes.size(), "a body beyond the file");
    require(bytes.substr(offset).starts_with(read.article.body), "a body that is not the file's");
}

bool is_same(const indexer::ReadArticle& one, const indexer::ReadArticle& other) {
    return one.article == other.article && one.body_offset == other.body_offset &&
           one.member == other.member;
}

/// What the library reads itself is what its format's reader would make of it.
void check_plain(const indexer::Format& format, std::string_view bytes,
                 const indexer::FileFacts& facts, const indexer::ReadResult& result) {
    if (format.is_plain == nullptr || !format.is_plain(bytes)) return;
    const indexer::ReadResult plain = format.read_plain(bytes, facts);
    require(std::ranges::equal(plain.articles, result.articles, is_same) &&
                plain.unread == result.unread,
            "what is plain is read in two ways");
}

/// Behind a zero stands a file that belongs to it.
bool read_file(const FuzzTarget& target, std::string_view both) {
    const std::string_view bytes = both.substr(0, both.find('\0'));
    const indexer::Companion companion{"1.xml",
                                       both.substr(std::min(both.size(), bytes.size() + 1))};
    indexer::FileFacts facts{target.filename};
    facts.companions = {&companion, 1};
    const indexer::Format& format = format_named_so(target.name);
    const indexer::ReadResult result =
        indexer::reader_of(format)(target.name == "METS" ? bytes : both, facts);
    check_plain(format, both, facts, result);
    require(!result.articles.empty() || !result.unread.empty(), "neither articles nor a reason");
    for (const indexer::ReadArticle& read : result.articles) check(read, both);
    return !result.articles.empty();
}

/// A member of a bad file costs time, so that a file of many is cut.
bool read_members(const FuzzTarget& target, std::string_view bytes) {
    constexpr int most_members = 1000;
    constexpr std::size_t most_bytes = std::size_t{1} << 20;
    indexer::Members members(indexer::memory_input(std::string(bytes)), target.filename,
                             {most_bytes});
    bool whole = false;
    for (int i = 0; i < most_members; ++i) {
        const auto member = members.next();
        if (!member) break;
        whole |= !member->unread;
        require(member->bytes.size() <= most_bytes, "a member over the limit");
    }
    return whole;
}

bool parse_query(const FuzzTarget&, std::string_view bytes) {
    const auto parsed = query::parse(bytes);
    const auto* read = std::get_if<query::Parsed>(&parsed);
    if (read == nullptr) return false;
    const auto again = query::parse_unlimited(query::to_query_text(*read->root));
    const auto* same = std::get_if<query::Parsed>(&again);
    require(same != nullptr, "a question that cannot be read again");
    require(to_sexpr(*same->root) == to_sexpr(*read->root), "a question that changes its meaning");
    return true;
}

/// An index without articles, which every question may be put to.
const schema::Snapshot& nothing() {
    static const TemporaryDirectory folder;
    static const schema::Snapshot snapshot = [] {
        indexer::Store::open(folder / "index");
        return schema::Snapshot::open(folder / "index");
    }();
    return snapshot;
}

void require_within(const std::vector<ByteRange>& ranges, std::size_t size) {
    for (const ByteRange& range : ranges)
        require(range.begin < range.end && range.end <= size, "light beyond the text");
}

/// The question is the first line, the article what follows.
bool show_passages(const FuzzTarget&, std::string_view bytes) {
    const std::string_view question = bytes.substr(0, bytes.find('\n'));
    const auto parsed = query::parse(question);
    const auto* read = std::get_if<query::Parsed>(&parsed);
    if (read == nullptr) return false;
    const search::Plan plan = search::make_plan(*read->root, nothing());
    if (plan.refused) return false;
    Article article;
    article.body = bytes.substr(std::min(bytes.size(), question.size() + 1));
    article.add(Field::title, article.body.substr(0, 40));
    const search::Match match = search::Matcher(plan).match(article, "en", {});
    std::vector<Snippet> snippets = search::make_snippets(article.body, match, {3, 120});
    for (Snippet& passage : search::make_passages(article.body, match, 1))
        snippets.push_back(std::move(passage));
    for (const Snippet& snippet : snippets) {
        require_within({snippet.in_article}, article.body.size() + 1);
        require_within(snippet.highlights, snippet.text.size());
    }
    return !match.body.empty();
}

std::string example_of(const indexer::Format& format) {
    return "a" + std::string(format.extensions.front());
}

}  // namespace

const std::vector<FuzzTarget>& fuzz_targets() {
    static const std::vector<FuzzTarget> targets = [] {
        std::vector<FuzzTarget> made;
        for (const indexer::Format& format : indexer::known_formats())
            made.push_back({std::string(format.name), example_of(format), read_file});
        for (const char* name :
             {"a.zip", "a.tar", "a.tar.gz", "a.tar.zst", "a.warc", "a.warc.gz", "a.arc", "a.mbox"})
            made.push_back({std::string(name + 2), name, read_members});
        made.push_back({"query", "", parse_query});
        made.push_back({"passages", "", show_passages});
        return made;
    }();
    return targets;
}

}  // namespace morgue::test
