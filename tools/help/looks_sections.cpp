#include <tools/help/looks_sections.hpp>
#include <tools/render/hyperlink.hpp>

namespace morgue::tools {

namespace {

Section for_people() {
    return {"Results for people",
            {Prose{"Rank and headline; source, date, section and id; the file, with several "
                   "indexes also the index; then the passages that answer. A file is named so "
                   "that it opens from where you stand, in quotes where a shell needs them. A date "
                   "that the article does not state is the file's own, and called so."},
             Prose{"Below, on stderr, stands how many are shown of how many, how the query was "
                   "read, and how to go on."}}};
}

Section lines() {
    return {"Width of lines",
            {Prose{"On a terminal lines are as long as it is wide, but 100 columns at most; in a "
                   "pipe or a file they are as long as they are."},
             Rows{{{"--width=72", "lines of 72 columns, wherever they go"},
                   {"--width=0", "lines that are not wrapped, on a terminal too"}}},
             Prose{"Paths are never broken."}}};
}

Section colours() {
    return {"Colours and marks",
            {Prose{"On a terminal what answers is coloured, or bold and underlined where NO_COLOR "
                   "is set; elsewhere it stands in [brackets]."},
             Rows{{{"--color=always", "colours in a pipe too"},
                   {"--color=never", "neither colours nor links"},
                   {"--mark='**,**'",
                    "put what answers between these; nothing else in the text is "
                    "changed"},
                   {"--mark=none", "put it between nothing"}}}}};
}

Section links() {
    return {"Links",
            {Prose{"On terminals that know them, paths are links to their files."},
             Rows{{{"--hyperlink-format=none", "no links"},
                   {"--hyperlink-format=vscode", "links that open in an editor"}}},
             Prose{"There are " + hyperlink_names() +
                   ". An address of your own has {path}, and perhaps {host} and {line}, as in "
                   "'edit:{path}?{line}'."}}};
}

Section ear() {
    return {"Screen readers",
            {Prose{"--plain prints one labelled line a field and a blank line between results: no "
                   "signs, no columns, no colours, no pager. What answers stands in a line of its "
                   "own, Matches. For good: alias morgue='morgue --plain'."}}};
}

Section pager() {
    return {"Pager",
            {Prose{"On a terminal results for people, articles and help go through $MORGUE_PAGER, "
                   "else $PAGER, else less, with LESS=FRX where you have not set LESS. --no-pager "
                   "prints them at once, and so does a pager that is empty or cat."}}};
}

}  // namespace

std::vector<Section> looks_sections() {
    return {for_people(), lines(), colours(), links(), ear(), pager()};
}

}  // namespace morgue::tools
