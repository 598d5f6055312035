#include <algorithm>

#include <tools/line/flag_set.hpp>
#include <tools/pager.hpp>
#include <tools/render/looks.hpp>
#include <tools/render/terminal.hpp>
#include <tools/usage_error.hpp>

namespace morgue::tools {

namespace {

constexpr std::size_t narrowest = 20;
/// Lines longer than this are hard to read, however wide the window.
constexpr std::size_t widest_text = 100;

ColorChoice choice_of(const CommonFlags& common) {
    if (common.plain || common.color == "never") return ColorChoice::never;
    return common.color == "always" ? ColorChoice::always : ColorChoice::automatic;
}

std::size_t width_of_text() {
    if (!stdout_is_terminal()) return 0;
    return std::clamp(terminal_columns(), narrowest, widest_text);
}

bool has_control(const std::string& text) {
    return std::any_of(text.begin(), text.end(),
                       [](unsigned char c) { return c < ' ' || c == 0x7F; });
}

Marks marks_of(const std::string& typed) {
    const std::size_t comma = typed.find(',');
    const bool is_pair =
        comma != std::string::npos && typed.find(',', comma + 1) == std::string::npos;
    if (!is_pair || has_control(typed))
        throw UsageError("'" + typed + "' is no pair of marks",
                         "write --mark=OPEN,CLOSE, as in --mark='**,**', or --mark=none; colours "
                         "are switched on by --color=always");
    return {typed.substr(0, comma), typed.substr(comma + 1)};
}

void check_plain(const CommonFlags& common, const std::optional<std::size_t>& width) {
    if (common.color == "always")
        throw UsageError("--plain has no colours", "leave out --plain or --color=always");
    if (width.value_or(0) > 0)
        throw UsageError("--plain keeps every field on one line", "leave out --plain or --width");
}

Check width_of_lines() {
    return {[](std::string& text) {
        std::string complaint = whole_number().read(text);
        if (!complaint.empty()) return complaint;
        const bool fits = text == "0" || std::stoull(text) >= narrowest;
        return fits ? complaint
                    : text + " is too narrow: write " + std::to_string(narrowest) +
                          " or more, or 0 for lines that are not wrapped";
    }};
}

}  // namespace

void LooksFlags::declare_width(FlagSet& flags) {
    flags.add_option("--width", width_, "columns of text; 0: lines are not wrapped",
                     {"N", width_of_lines()});
}

void LooksFlags::declare_width_and_mark(FlagSet& flags) {
    declare_width(flags);
    flags.add_option("--mark", mark_, "put what is lit between these, or none", {"OPEN,CLOSE"});
}

void LooksFlags::declare(FlagSet& flags) {
    declare_width_and_mark(flags);
    flags.add_option("--hyperlink-format", hyperlink_format_,
                     "links of paths: default, none, vscode, or with {path}", {"FORMAT"});
}

Marks LooksFlags::marks_for(const Looks& looks) const {
    if (mark_ == "none") return {};
    if (mark_ != "auto") return marks_of(mark_);
    return looks.plain || !looks.style.hit.empty() ? Marks{} : Marks{"[", "]"};
}

Looks LooksFlags::read(const Invocation& invocation) const {
    if (invocation.common.plain) check_plain(invocation.common, width_);
    Looks looks = usual_looks(invocation.common);
    looks.marks = marks_for(looks);
    const HyperlinkFormat format{hyperlink_format_};
    const bool obeys = invocation.common.color != "never" && !looks.plain;
    if (obeys && terminal_takes_links() && pager_takes_links(looks.pager)) looks.links = format;
    if (width_) looks.width = *width_;
    if (width_.value_or(0) > 0) looks.columns = *width_;
    return looks;
}

Looks usual_looks(const CommonFlags& common) {
    Looks looks;
    looks.style = style_for(choice_of(common));
    looks.columns = std::max(terminal_columns(), narrowest);
    looks.width = common.plain ? 0 : width_of_text();
    looks.plain = common.plain;
    if (stdout_is_terminal() && !common.plain && !common.no_pager) looks.pager = pager_command();
    return looks;
}

}  // namespace morgue::tools
