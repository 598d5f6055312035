#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <xapian.h>

#include <search/closeness.hpp>
#include <search/place_reader.hpp>
#include <search/plan.hpp>

namespace morgue::search {

/// What the places of words tell of an article.
enum class Standing : unsigned char {
    no,      ///< it does not answer
    unsure,  ///< only its text tells
    yes,     ///< it answers
};

/// Tells from the positions in one part of an index whether words stand as asked, without reading
/// an article. What stands in a text counts by the same rules as in the text itself (closeness).
/// Of a stem the positions are those of its words, which may be names in capitals as well, without
/// the stem: so there are places that are sure and others that are not.
class PlaceJudge {
  public:
    /// Nothing where positions tell nothing, or too many words are asked for.
    static std::unique_ptr<PlaceJudge> make(const Placed& placed, const schema::Shard& part);
    static bool can_tell(const Placed& placed);

    /// The first document from this one on that has words of all that has to stand; 0 where there
    /// is none.
    Xapian::docid candidate(Xapian::docid docid);
    /// Fastest where docids ascend from call to call.
    Standing of(Xapian::docid docid);

  private:
    /// What may stand at one place of a row.
    struct Step {
        struct Stem {
            std::size_t term;
            std::vector<std::size_t> words;   ///< all that may have it
            std::vector<std::size_t> places;  ///< of those that are not asked for by themselves
        };
        std::vector<std::size_t> terms;
        std::vector<Stem> stems;
        bool is_gap = false;
    };
    struct PlacedRow {
        std::size_t leaf;
        std::vector<Step> steps;
        std::size_t reach;  ///< from where it begins to where it ends
        bool sure;          ///< nothing beside its places is asked of its words
    };
    struct Operand {
        std::vector<PlacedRow> rows;
        std::size_t longest_reach = 0;
        std::vector<std::uint32_t> begins = {};  ///< of its rows in the document in hand, ascending
    };
    /// Terms one of which stands wherever an operand does.
    struct Lead {
        std::vector<std::size_t> terms;
        Xapian::doccount documents = 0;
    };
    /// Whether places count that may be none.
    enum class Trust : unsigned char {
        sure_places,
        all_places,
        any_places,  ///< also those of words that do not have the stem here
    };

    PlaceJudge(const Placed& placed, const schema::Shard& part);

    void add(const std::vector<Words>& operand);
    void add(const Words& words);
    Step step_of(const Choice& choice, std::optional<Field> field);
    Lead lead_of(const Step& step) const;
    Lead lead_of(const Operand& operand) const;
    Xapian::docid next(const Lead& lead, Xapian::docid docid);
    std::size_t wanted() const { return std::min(first_apart_, operands_.size()); }
    bool may_stand();
    bool stands(Trust trust);
    bool repeats(const Repeated& repeated, Trust trust);
    void find_spans(Trust wanted);
    void find_begins(Operand& operand);
    void add_spans(const PlacedRow& row, Trust trust, std::vector<LitSpan>& spans);
    template <typename Use>
    void for_each_begin(const PlacedRow& row, Trust trust, const Use& use);
    void gather(const Step& step, Trust trust, std::vector<std::uint32_t>& places);
    bool is_sure(const Step::Stem& stem);

    const Placed& placed_;
    Xapian::Database part_;
    PlaceReader reader_;
    std::vector<Operand> operands_;
    std::vector<Lead> leads_;                    ///< of what has to stand, the rarest first
    std::size_t first_apart_ = std::size_t(-1);  ///< operand that must not be near
    std::size_t longest_ = 0;                    ///< bytes of a term

    // Of the document in hand.
    bool doubtful_ = false;
    Operands spans_;
    std::vector<std::vector<std::uint32_t>> gathered_;
};

}  // namespace morgue::search
