#include <CLI/CLI.hpp>

#include <tools/line/flag_checks.hpp>
#include <tools/render/looks.hpp>

namespace morgue::tools {

namespace {

ColorChoice choice_of(const CommonFlags& common) {
    if (common.plain || common.color == "never") return ColorChoice::never;
    return common.color == "always" ? ColorChoice::always : ColorChoice::automatic;
}

}  // namespace

void LooksFlags::declare(CLI::App& flags) {
    flags.add_option("--width", width_, "columns of text (those of the terminal); 0: do not wrap")
        ->option_text("N")
        ->check(whole_number());
    flags.add_option("--mark", mark_, "put what is lit between these, as in '**,**'; or none")
        ->option_text("OPEN,CLOSE");
    flags
        .add_option("--hyperlink-format", hyperlink_format_,
                    "links of paths on a terminal: default, none, vscode, or with {path}")
        ->option_text("FORMAT");
}

Looks LooksFlags::read(const Invocation& invocation) const {
    Looks looks;
    looks.style = style_for(choice_of(invocation.common));
    looks.width = width_.value_or(0);
    looks.plain = invocation.common.plain;
    looks.paged = stdout_is_terminal() && !looks.plain && !invocation.common.no_pager;
    return looks;
}

}  // namespace morgue::tools
