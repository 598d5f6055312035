#include <algorithm>
#include <glass/merger.hpp>
#include <glass/pack.hpp>
#include <glass/position_writer.hpp>
#include <glass/shard_reader.hpp>
#include <glass/shard_source.hpp>

#include <base/file.hpp>

namespace morgue::glass {

using Kind = PostlistReader::Kind;

std::uint32_t Renumbering::add(std::uint32_t docid) {
    numbers_.resize(docid);
    numbers_.push_back(next_);
    return next_++;
}

ShardReader::ShardReader(std::string path, std::span<const std::uint32_t> dead,
                         std::uint32_t first_docid, Assembly& into)
    : path_(std::move(path)), numbers_(first_docid) {
    const auto version = base::read_file(base::join(path_, version_file_name));
    if (!version || !is_first_revision(*version)) throw MalformedTable(path_);
    count_documents(dead, into);
    count_values(into);
}

std::string ShardReader::table(const char* name) const {
    return base::join(path_, std::string(name) + ".glass");
}

void ShardReader::count_documents(std::span<const std::uint32_t> dead, Assembly& into) {
    PostlistReader postlist(table("postlist"));
    for (Kind kind = postlist.next(); kind != Kind::postings && kind != Kind::end;
         kind = postlist.next()) {
        if (kind != Kind::lengths) continue;
        for (PostlistReader::Posting document; postlist.next_posting(document);)
            if (!std::binary_search(dead.begin(), dead.end(), document.docid))
                into.count_document(numbers_.add(document.docid), document.wdf);
    }
}

void ShardReader::count_values(Assembly& into) const {
    PostlistReader postlist(table("postlist"));
    for (Kind kind = postlist.next(); kind != Kind::lengths && kind != Kind::end;
         kind = postlist.next()) {
        if (kind != Kind::values) continue;
        for (PostlistReader::Value value; postlist.next_value(value);)
            if (numbers_.of(value.docid) != 0) into.values_in(postlist.slot()).add(value.bytes);
    }
}

void ShardReader::copy_table(const char* name, TableWriter& into,
                             const std::stop_token& stop) const {
    TableReader from(table(name));
    std::string key;
    while (from.next()) {
        if (stop.stop_requested()) throw Interrupted();
        std::string_view rest = from.key();
        const auto docid = take_sortable(rest);
        if (!docid) throw MalformedTable(path_);
        const std::uint32_t number = numbers_.of(*docid);
        if (number == 0) continue;
        key.clear();
        put_sortable(key, number);
        key += rest;
        into.add(key, from.tag(), from.form());
    }
}

void ShardReader::copy_documents(Assembly& into, const std::stop_token& stop) const {
    copy_table("docdata", into.docdata(), stop);
    copy_table("termlist", into.termlist(), stop);
}

void ShardReader::add_sources(Sources& sources) const {
    sources.values.push_back(std::make_unique<ShardValues>(table("postlist"), numbers_));
    sources.postings.push_back(std::make_unique<ShardPostings>(table("postlist"), numbers_));
    sources.positions.push_back(std::make_unique<ShardPositions>(table("position"), numbers_));
}

}  // namespace morgue::glass
