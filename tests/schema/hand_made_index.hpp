#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include <base/file.hpp>
#include <base/manifest.hpp>
#include <schema/dead_list.hpp>
#include <schema/generation.hpp>
#include <schema/index_format.hpp>
#include <schema/stored_article.hpp>
#include <schema/term.hpp>
#include <support/temporary_directory.hpp>

namespace morgue::test {

/// An id of these hexadecimal digits, and zeros behind.
inline ArticleId id_of(std::string_view digits) {
    ArticleId id;
    const auto nibble = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    for (std::size_t i = 0; i < digits.size(); ++i) {
        unsigned char& byte = id.bytes[i / 2];
        byte = static_cast<unsigned char>(byte | (nibble(digits[i]) << (i % 2 == 0 ? 4 : 0)));
    }
    return id;
}

/// A document of the smallest kind: an id, and words.
struct HandMadeArticle {
    std::string id;
    std::vector<std::string> words;
};

/// An index as docs/INDEX-FORMAT.md has it, put together by hand.
class HandMadeIndex {
  public:
    HandMadeIndex() { base::make_directories(shard_path({})); }

    const std::string& dir() const { return dir_.path(); }
    std::string shard_path(const std::string& name) const {
        return base::join(dir_ / schema::shards_name, name);
    }

    /// Gives the new shard's UUID; the index has it once it is published.
    std::string write_shard(const std::string& name, const std::vector<HandMadeArticle>& articles,
                            const std::vector<std::string>& languages = {}) const {
        Xapian::WritableDatabase shard(
            shard_path(name), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        shard.set_metadata(std::string(schema::description_key),
                           schema::encode(schema::ShardDescription{.languages = languages}));
        for (const HandMadeArticle& article : articles) shard.add_document(document(article));
        shard.commit();
        const std::string uuid = shard.get_uuid();
        shard.close();
        seal(name);
        return uuid;
    }

    /// What is changed after that in a shard is damage.
    void seal(const std::string& name) const {
        const std::string manifest = base::join(shard_path(name), base::manifest_name);
        base::remove_all(manifest);
        base::write_file_durably(manifest, encode(base::manifest_of(shard_path(name))));
    }

    void publish(const schema::Generation& generation, const schema::DeadList& dead = {}) const {
        base::write_file_durably(dir_ / generation.dead_file(), schema::encode(dead));
        base::write_file_durably(dir_ / schema::stub_name, schema::encode(generation));
    }

  private:
    static Xapian::Document document(const HandMadeArticle& article) {
        schema::StoredArticle stored;
        stored.indexed.id = id_of(article.id);
        Xapian::Document document;
        document.set_data(schema::encode(stored));
        document.add_boolean_term(schema::id_term(stored.indexed.id));
        for (const std::string& word : article.words) document.add_term(word);
        return document;
    }

    TemporaryDirectory dir_;
};

}  // namespace morgue::test
