#include <algorithm>
#include <iterator>

#include <tools/help/flag_rows.hpp>
#include <tools/help/pages.hpp>

namespace morgue::tools {

namespace {

Section options_of(const std::vector<Flag>& flags) {
    return {"Options", {flag_rows(flags)}};
}

Section commands_of(const Commands& commands) {
    Rows rows;
    for (const Command* const command : commands.shown())
        rows.rows.push_back(
            {"morgue " + std::string{command->name()}, std::string{command->summary()}});
    return {"Commands", {rows}};
}

Section which_index() {
    return {"Which index",
            {Prose{"An index is a folder, .morgue, at the root of the articles that it is of. "
                   "Morgue takes, in this order: those that -d names, several of which are "
                   "searched as one; the one that $MORGUE_INDEX names; .morgue in the working "
                   "directory or the nearest folder above it; the only one on your list, which "
                   "morgue index keeps, with a note that names it."}}};
}

Section completion() {
    return {"Completion",
            {Prose{"In bash, zsh and fish the Tab key completes commands, options and queries: the "
                   "names of fields, and the values that the index has of them, as in source: or "
                   "date:2019-. bash needs its package bash-completion; zsh, where Morgue is "
                   "installed in your home, needs a line in .zshrc before compinit:"},
             Typed{{"fpath+=(~/.local/share/zsh/site-functions)"}}}};
}

Section environment() {
    return {"Environment",
            {Rows{{{"MORGUE_INDEX", "the index, where -d names none"},
                   {"MORGUE_PAGER, PAGER", "the program that shows long results on a terminal"},
                   {"NO_COLOR", "if set, no colours; bold and underline take their place"},
                   {"COLUMNS", "how wide lines are, where the terminal does not say"},
                   {"MORGUE_READER", "the program that reads risky formats apart"},
                   {"XDG_STATE_HOME", "where the list of your indexes is kept"}}}}};
}

Section files() {
    return {"Files",
            {Rows{{{".morgue/", "an index"},
                   {".morgueignore", "names that morgue index passes over, as in .gitignore"},
                   {"~/.local/state/morgue/indexes",
                    "the indexes that you have made, a line each; below $XDG_STATE_HOME where "
                    "that is set"}}}}};
}

/// The sections of some topics, one after the other.
std::vector<Section> sections_of_page(std::string_view page) {
    std::vector<Section> sections;
    for (const Topic& topic : topics()) {
        if (topic.page != page) continue;
        std::vector<Section> more = topic.sections();
        std::move(more.begin(), more.end(), std::back_inserter(sections));
    }
    return sections;
}

std::string reference(const Page& page) {
    return manual_name(page) + "(" + std::to_string(page.part) + ")";
}

void add_references(std::vector<Page>& pages) {
    for (Page& page : pages) {
        std::string list;
        for (const Page& other : pages)
            if (&other != &page) list += (list.empty() ? "" : ", ") + reference(other);
        page.sections.push_back({"See also", {Prose{list}}});
    }
}

/// Pages of part 7, each under the name of its first topic.
std::vector<Page> topic_pages() {
    std::vector<Page> pages;
    for (const Topic& topic : topics()) {
        const bool is_new = !topic.page.empty() &&
                            std::none_of(pages.begin(), pages.end(),
                                         [&](const Page& page) { return page.name == topic.page; });
        if (is_new)
            pages.push_back({std::string{topic.page}, 7, std::string{topic.summary},
                             sections_of_page(topic.page)});
    }
    return pages;
}

}  // namespace

Page page_of(const Commands& commands) {
    Rows topic_rows;
    for (const Topic& topic : topics())
        topic_rows.rows.push_back(
            {"morgue help " + std::string{topic.name}, std::string{topic.summary}});
    return {"morgue",
            1,
            "find past articles again",
            {{"Synopsis", {Typed{{"morgue [OPTION]... COMMAND [ARGUMENT]..."}}}},
             {"Description", introduction().blocks},
             commands_of(commands),
             options_of(commands.flags()),
             {"Topics", {topic_rows}},
             which_index(),
             completion(),
             environment(),
             files(),
             find_topic("exit-codes")->sections().front()}};
}

Page page_of(const Commands& commands, const Command& command) {
    const std::string name = "morgue " + std::string{command.name()};
    const std::string operands{command.operands()};
    Page page{name, 1, std::string{command.summary()}, {}};
    page.sections.push_back(
        {"Synopsis", {Typed{{name + " [OPTION]..." + (operands.empty() ? "" : " " + operands)}}}});
    page.sections.push_back({"Examples", {typed_lines(command.examples())}});
    if (!command.details().empty())
        page.sections.push_back({"Description", paragraphs(command.details())});
    const std::vector<Flag> own = commands.flags_of(command);
    if (!own.empty()) page.sections.push_back(options_of(own));
    page.sections.push_back({"Options of every command", {flag_rows(commands.flags())}});
    return page;
}

Page page_of(const Topic& topic) {
    return {"morgue help " + std::string{topic.name}, 7, std::string{topic.summary},
            topic.sections()};
}

std::vector<Page> manual(const Commands& commands) {
    std::vector<Page> pages{page_of(commands)};
    for (const Command* const command : commands.shown())
        pages.push_back(page_of(commands, *command));
    std::vector<Page> more = topic_pages();
    std::move(more.begin(), more.end(), std::back_inserter(pages));
    add_references(pages);
    return pages;
}

}  // namespace morgue::tools
