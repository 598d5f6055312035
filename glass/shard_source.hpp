#pragma once

#include <glass/postlist_reader.hpp>
#include <glass/shard_reader.hpp>
#include <glass/source.hpp>
#include <string>
#include <utility>

namespace morgue::glass {

// What stands by slot and by term in a database, renumbered. All throw MalformedTable.

class ShardValues : public Source<ValueWriter> {
  public:
    ShardValues(const std::string& postlist, const Renumbering& numbers)
        : postlist_(postlist), numbers_(numbers) {
        postlist_.next();
    }

    bool next_term() override;
    const std::string& term() const override { return key_; }
    void copy_to(ValueWriter& writer) override;

  private:
    PostlistReader postlist_;
    const Renumbering& numbers_;
    std::string key_;
};

class ShardPostings : public Source<PostingWriter> {
  public:
    ShardPostings(const std::string& postlist, const Renumbering& numbers)
        : postlist_(postlist), numbers_(numbers) {
        postlist_.next();
    }

    bool next_term() override;
    const std::string& term() const override { return term_; }
    void copy_to(PostingWriter& writer) override;

  private:
    PostlistReader postlist_;
    const Renumbering& numbers_;
    std::string term_;
};

class ShardPositions : public Source<PositionWriter> {
  public:
    ShardPositions(std::string position, const Renumbering& numbers)
        : path_(position), table_(std::move(position)), numbers_(numbers), more_(table_.next()) {}

    bool next_term() override;
    const std::string& term() const override { return term_; }
    void copy_to(PositionWriter& writer) override;

  private:
    /// Whether the table's entry belongs to the term.
    bool is_of_term() const;

    std::string path_;
    TableReader table_;
    const Renumbering& numbers_;
    bool more_;
    std::string term_;
    std::string key_;  ///< what the keys of the term begin with
};

}  // namespace morgue::glass
