#include <algorithm>
#include <string_view>
#include <unistd.h>

#include <tools/completion/completion.hpp>
#include <tools/completion/query_completion.hpp>
#include <tools/help/topics.hpp>
#include <tools/line/arguments.hpp>
#include <tools/opened_index.hpp>

namespace morgue::tools {

namespace {

using Words = std::vector<std::string>;

bool holds(std::string_view text, std::string_view word) {
    return text.find(word) != std::string_view::npos;
}

/// Folders alone stand for DIR, SRC and DST.
bool means_folder(std::string_view value) {
    return holds(value, "DIR") || holds(value, "SRC") || holds(value, "DST");
}

bool means_file(std::string_view value) {
    return holds(value, "FILE") || holds(value, "PATH");
}

class CommandLineCompletion {
  public:
    CommandLineCompletion(const Words& words, const std::string& current)
        : words_(words), current_(current) {}

    Completion complete() {
        read_words();
        if (awaited_ != nullptr) return values_of(*awaited_, "", current_);
        if (!only_operands_ && current_.starts_with("--") && holds(current_, "="))
            return value_in_current();
        if (!only_operands_ && current_.starts_with("-")) return flags();
        return command_ == nullptr ? commands() : operands();
    }

  private:
    void read_words();
    Completion value_in_current() const;
    Completion values_of(const Flag& flag, const std::string& before,
                         const std::string& value) const;
    Completion flags() const;
    Completion commands() const;
    Completion operands() const;
    Completion query(const std::string& before, const std::string& text) const;
    Completion topics_and_commands() const;

    const Flag* find(std::string_view name) const {
        for (const std::vector<Flag>* const flags : {&own_flags_, &all_.flags()})
            for (const Flag& flag : *flags)
                if (flag.is_called(name)) return &flag;
        return nullptr;
    }

    void offer(Completion& completion, const std::string& text,
               std::string_view description) const {
        if (text.starts_with(current_))
            completion.candidates.push_back({text, std::string{description}});
    }

    const Words& words_;
    const std::string& current_;
    Commands all_;
    const Command* command_ = nullptr;
    std::vector<Flag> own_flags_;
    const Flag* awaited_ = nullptr;  ///< the last word is a flag, and current is its value
    bool only_operands_ = false;
};

/// The last letter of a bundle may want a value.
std::string last_flag_of(const std::string& word) {
    return word.starts_with("--") || word.size() <= 2 ? word : std::string{'-', word.back()};
}

void CommandLineCompletion::read_words() {
    for (const std::string& word : words_) {
        if (awaited_ != nullptr) {
            awaited_ = nullptr;
        } else if (only_operands_ || !word.starts_with('-') || word.size() < 2) {
            if (command_ != nullptr) continue;
            command_ = all_.find(word);
            if (command_ == nullptr) continue;
            own_flags_ = all_.flags_of(*command_);
        } else if (word == "--") {
            only_operands_ = true;
        } else {
            const Flag* const flag = find(last_flag_of(word));
            if (flag != nullptr && !flag->value.empty() && !flag->may_lack_value) awaited_ = flag;
        }
    }
}

Completion CommandLineCompletion::value_in_current() const {
    const std::size_t equals = current_.find('=');
    const Flag* const flag = find(current_.substr(0, equals));
    if (flag == nullptr || flag->value.empty()) return {};
    return values_of(*flag, current_.substr(0, equals + 1), current_.substr(equals + 1));
}

Completion CommandLineCompletion::values_of(const Flag& flag, const std::string& before,
                                            const std::string& value) const {
    if (means_folder(flag.value)) return {.kind = Completion::Kind::dirs, .before = before};
    if (means_file(flag.value)) return {.kind = Completion::Kind::files, .before = before};
    if (holds(flag.value, "QUERY")) return query(before, value);
    Completion words;
    for (const std::string& word : flag.words) offer(words, before + word, "");
    return words;
}

Completion CommandLineCompletion::flags() const {
    Completion found;
    bool all_want_a_value = true;
    for (const std::vector<Flag>* const flags : {&own_flags_, &all_.flags()})
        for (const Flag& flag : *flags) {
            const bool wants_value =
                !flag.value.empty() && !flag.may_lack_value && !flag.long_name.empty();
            const std::string name = flag.name() + (wants_value ? "=" : "");
            const std::size_t before = found.candidates.size();
            offer(found, name, flag.description);
            if (found.candidates.size() > before && !wants_value) all_want_a_value = false;
            if (flag.short_name != flag.name() && current_.size() == 2 &&
                current_ == flag.short_name)
                found.candidates.push_back({flag.short_name, flag.description});
        }
    if (all_want_a_value) found.kind = Completion::Kind::open;
    return found;
}

Completion CommandLineCompletion::commands() const {
    Completion found;
    for (const Command* const command : all_.shown())
        offer(found, std::string{command->name()}, command->summary());
    return found;
}

Completion CommandLineCompletion::operands() const {
    const std::string_view kinds = command_->operands();
    if (holds(kinds, "TOPIC")) return topics_and_commands();
    if (means_folder(kinds)) return {.kind = Completion::Kind::dirs};
    if (means_file(kinds)) return {.kind = Completion::Kind::files};
    return holds(kinds, "QUERY") ? query("", current_) : Completion{};
}

Completion CommandLineCompletion::topics_and_commands() const {
    Completion found;
    for (const Topic& topic : topics()) offer(found, std::string{topic.name}, topic.summary);
    for (const Candidate& command : commands().candidates) found.candidates.push_back(command);
    return found;
}

/// The index that the words so far would read. Throws as any command does.
OpenedIndex index_of(const Words& words) {
    std::vector<char*> typed;
    for (const std::string& word : words) typed.push_back(const_cast<char*>(word.c_str()));
    Commands commands;
    Arguments arguments = split_arguments(commands, typed);
    commands.set_flags(arguments.command, std::move(arguments.flags));
    for (const std::string& dir : commands.common().from_dirs)
        if (::chdir(dir.c_str()) != 0) break;  // the command itself will say so
    bool is_partial = false;
    return open_index({{}, commands.common(), commands, words, is_partial});
}

Completion CommandLineCompletion::query(const std::string& before, const std::string& text) const {
    Words words = words_;
    if (awaited_ != nullptr) words.pop_back();
    const FieldValues values = [&](Field field, const std::string& beginning, std::size_t limit) {
        try {
            return index_of(words).searcher.values(field, beginning, limit);
        } catch (const std::exception&) {
            // Whoever presses Tab is not told of errors; the command will tell them.
            return std::vector<std::pair<std::string, std::size_t>>{};
        }
    };
    Completion found = complete_query(text, values);
    for (Candidate& candidate : found.candidates) candidate.text.insert(0, before);
    return found;
}

}  // namespace

Completion complete(const std::vector<std::string>& words, const std::string& current) {
    return CommandLineCompletion{words, current}.complete();
}

}  // namespace morgue::tools
