#pragma once

#include <cstddef>
#include <cstdint>
#include <glass/position_reader.hpp>
#include <optional>
#include <vector>

#include <xapian.h>

#include <schema/index_state.hpp>
#include <search/plan.hpp>

namespace morgue::search {

/// Tells of the documents of one part of an index whether words stand side by side there: one of
/// each choice, a place after the other.
class PhraseJudge {
  public:
    PhraseJudge(const schema::Shard& part, const std::vector<Choice>& choices);

    /// Of too many terms the readers would take too much memory.
    static bool can_read(const std::vector<Choice>& choices);

    /// The first document from this one on that has the rarest words; 0 where there is none.
    Xapian::docid candidate(Xapian::docid docid);
    /// Fastest where docids ascend from call to call.
    bool stand_in(Xapian::docid docid);

  private:
    /// What may stand at one place of the phrase.
    struct Step {
        struct Word {
            glass::PositionReader reader;
            std::optional<glass::PositionList> list = {};
        };

        std::int64_t offset = 0;  ///< from where the phrase begins
        std::uint64_t occurrences = 0;
        std::vector<Word> words = {};

        // Of the document in hand.
        std::int64_t first = 0;
        std::int64_t last = 0;
        std::vector<std::uint32_t> places = {};

        Xapian::docid next(Xapian::docid docid);
        bool find(Xapian::docid docid);
        void read(std::int64_t enough);
    };

    void begin_with(Step& step);
    void keep_begins_of(Step& step);

    std::vector<Step> steps_;           ///< the rarest first
    std::vector<std::int64_t> begins_;  ///< of the phrase, as far as steps were looked at
};

}  // namespace morgue::search
