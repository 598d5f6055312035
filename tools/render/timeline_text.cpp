#include <algorithm>
#include <array>

#include <tools/render/timeline_text.hpp>
#include <tools/render/wording.hpp>

namespace morgue::tools {

namespace {

constexpr std::array<const char*, 9> eighths{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
/// However narrow the terminal.
constexpr std::size_t shortest_bar = 4;
constexpr const char* no_articles = "no articles held";

std::string right(const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, text.size()), ' ') + text;
}

class BarPrinter {
  public:
    BarPrinter(const Timeline& timeline, const Looks& looks,
               const std::function<void(const std::string& line)>& print)
        : looks_(looks),
          print_(print),
          most_(timeline.greatest().hits),
          hits_width_(grouped(most_).size()),
          held_width_(grouped(timeline.greatest().held).size()) {}

    void add(const TallyRow& bucket) {
        if (bucket.held == 0) {
            if (gap_begin_.empty()) gap_begin_ = bucket.value;
            gap_end_ = bucket.value;
            return;
        }
        end_gap();
        print_(looks_.plain ? sentence(bucket) : bar_line(bucket));
    }

  private:
    /// Buckets without articles, however many, are one line.
    void end_gap() {
        if (gap_begin_.empty()) return;
        const std::string span =
            gap_begin_ == gap_end_ ? gap_begin_ : gap_begin_ + " to " + gap_end_;
        if (looks_.plain)
            print_(span + ": " + no_articles);
        else
            print_(std::string{looks_.style.faint} + span + "  " + no_articles +
                   std::string{looks_.style.off});
        gap_begin_.clear();
    }

    static std::string sentence(const TallyRow& bucket) {
        return bucket.value + ": " + grouped(bucket.hits) + " of " +
               counted(bucket.held, "article");
    }

    std::string bar_line(const TallyRow& bucket) const {
        const std::string lead = bucket.value + "  " + right(grouped(bucket.hits), hits_width_) +
                                 " of " + right(grouped(bucket.held), held_width_);
        const std::string bar = bar_of(bucket.hits, room_behind(lead));
        return bar.empty() ? lead : lead + "  " + bar;
    }

    std::size_t room_behind(const std::string& lead) const {
        return std::max(looks_.columns, lead.size() + 2 + shortest_bar) - lead.size() - 2;
    }

    /// In eighths of a column, so that small differences show; never nothing for a hit.
    std::string bar_of(std::size_t hits, std::size_t room) const {
        if (hits == 0) return {};
        const auto share = static_cast<double>(hits) / static_cast<double>(most_);
        const auto length = static_cast<std::size_t>(share * static_cast<double>(room * 8) + 0.5);
        const std::size_t steps = std::max<std::size_t>(length, 1);
        std::string bar;
        for (std::size_t column = 0; column < steps / 8; ++column) bar += eighths[8];
        return bar + eighths[steps % 8];
    }

    const Looks& looks_;
    const std::function<void(const std::string& line)>& print_;
    std::size_t most_;
    std::size_t hits_width_;
    std::size_t held_width_;
    std::string gap_begin_;
    std::string gap_end_;
};

}  // namespace

void timeline_for_people(const Timeline& timeline, const Looks& looks,
                         const std::function<void(const std::string& line)>& print) {
    BarPrinter printer(timeline, looks, print);
    timeline.for_each_bucket([&](const TallyRow& bucket) { printer.add(bucket); });
}

}  // namespace morgue::tools
