#include <algorithm>

#include <search/query/build.hpp>
#include <search/query/chars.hpp>
#include <search/query/dates.hpp>
#include <search/query/fact_leaf.hpp>
#include <search/query/parser.hpp>
#include <search/query/proximity.hpp>
#include <search/query/tree.hpp>

namespace morgue::query {

namespace {

/// Whether the character there means more between quotes than itself.
bool means_more(std::string_view text, std::size_t at) {
    const char32_t code = char_at(text, at).code;
    if (code == U'.' || code == U'…') return ellipsis_at(text.substr(at)) > 0;
    return is_straight_quote(code) || code == U'\\' || code == U'*';
}

/// As a phrase of the query language, with a star at each of the gaps.
std::string as_phrase(std::string_view text, const std::vector<std::size_t>& gaps = {}) {
    std::string quoted;
    auto gap = gaps.begin();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = char_at(text, at).end;
        for (; gap != gaps.end() && *gap == at; ++gap) quoted += '*';
        quoted.append(means_more(text, at) ? "\\" : "").append(text.substr(at, end - at));
        at = end;
    }
    return '"' + quoted + '"';
}

std::string as_phrase(const Phrase& phrase) {
    const std::string quoted = as_phrase(phrase.text, phrase.gaps);
    return phrase.window == 0 ? quoted : quoted + "~" + std::to_string(phrase.window);
}

std::string_view sign_of(const Phrase& phrase) {
    switch (phrase.likeness) {
        case Phrase::Likeness::stemmed:
            return "~";
        case Phrase::Likeness::exact:
            return "=";
        case Phrase::Likeness::spelled:
            break;
    }
    return "";
}

std::string as_pattern(const Pattern& pattern) {
    if (pattern.kind == Pattern::Kind::regex) return "/" + pattern.text + "/";
    const bool fuzzy = pattern.kind == Pattern::Kind::fuzzy;
    return pattern.text + (fuzzy ? "~" + std::to_string(pattern.edits) : "");
}

/// As an atom of an s-expression.
std::string as_atom(std::string_view text) {
    if (!text.empty() && text.find_first_of(" ()\"\\") == std::string_view::npos)
        return std::string(text);
    std::string quoted;
    for (const char byte : text) {
        if (byte == '"' || byte == '\\') quoted += '\\';
        quoted += byte;
    }
    return '"' + quoted + '"';
}

std::string field_label(const Node& leaf) {
    return leaf.field ? std::string(info(*leaf.field).name) + ":" : std::string();
}

/// Whether the written text is read as this very leaf.
bool reads_as(const std::string& text, const Node& leaf) {
    const auto parsed = parse_unlimited(text);
    const auto* read = std::get_if<Parsed>(&parsed);
    return read != nullptr && to_sexpr(*read->root) == to_sexpr(leaf);
}

/// An address that opens a parenthesis takes the next one that closes.
bool may_take_a_parenthesis(std::string_view text) {
    return text.find('(') != std::string_view::npos;
}

class TextPrinter {
  public:
    explicit TextPrinter(Conjunctions conjunctions) : conjunctions_(conjunctions) {}

    void print(const Node& node) {
        std::visit([&](const auto& kind) { write(kind, node); }, node.kind);
    }
    std::string take() { return std::move(text_); }

  private:
    void write(const Word& word, const Node& leaf) { write_bare(word.text, leaf); }
    void write(const Prefix& prefix, const Node& leaf) {
        text_ += field_label(leaf) + prefix.text + "*";
    }
    void write(const Pattern& pattern, const Node& leaf) {
        text_ += field_label(leaf) + as_pattern(pattern);
    }
    void write(const Phrase& phrase, const Node& leaf) {
        text_ += field_label(leaf) + std::string(sign_of(phrase)) + as_phrase(phrase);
    }
    void write(const Value& value, const Node& leaf);
    void write(const DateRange& range, const Node&) { text_ += "date:" + written(range); }
    void write(const Undated&, const Node&) { text_ += "date:none"; }
    void write(const Gone&, const Node&) { text_ += "is:gone"; }
    void write(const First&, const Node&) { text_ += "is:first"; }
    void write(const Alike& alike, const Node&) { text_ += "dup:" + alike.digits; }
    void write(const Id& id, const Node&) { text_ += "id:" + id.digits; }
    void write(const Known& known, const Node& leaf);
    void write(const Has& has, const Node&) { text_ += "has:" + std::string(info(has.field).name); }
    void write(const Length& length, const Node&) { text_ += "words:" + written(length); }
    void write(const Everything&, const Node&) { text_ += "*"; }
    void write(const And& both, const Node&) {
        write_list<Or>(both.children, conjunctions_ == Conjunctions::written ? " AND " : " ");
    }
    void write(const Or& any, const Node&) { write_list<And>(any.children, " OR "); }
    void write(const Not& left_out, const Node&);
    void write(const Near& near, const Node&);
    void write(const AtLeast& many, const Node&) {
        text_ += "ATLEAST" + std::to_string(many.count);
        write_group(*many.child);
    }
    void write(const Lead& lead, const Node&) {
        text_ += "lead:";
        write_group(*lead.child);
    }
    void write(const Weighted& weighted, const Node& node);

    /// A backslash where the text alone would be read otherwise.
    void write_bare(const std::string& text, const Node& leaf);
    void write_group(const Node& node);
    template <typename Grouped>
    void write_list(const std::vector<NodePtr>& children, std::string_view between);

    Conjunctions conjunctions_;
    std::string text_;
    bool until_space_ = false;  ///< what was written ends at white space alone
};

void TextPrinter::write(const Value& value, const Node& leaf) {
    const std::string plain = field_label(leaf) + value.text + (value.prefix ? "*" : "");
    const bool bare = value.prefix || reads_as(plain, leaf);
    until_space_ = bare && may_take_a_parenthesis(value.text);
    text_ += bare ? plain : field_label(leaf) + as_phrase(value.text);
}

void TextPrinter::write(const Known& known, const Node& leaf) {
    const std::string label = std::string(schema::name_of(known.fact)) + ":";
    const std::string plain = label + known.text + (known.prefix ? "*" : "");
    const bool bare = known.prefix || reads_as(plain, leaf);
    until_space_ = bare && may_take_a_parenthesis(known.text);
    text_ += bare ? plain : label + as_phrase(known.text);
}

void TextPrinter::write(const Weighted& weighted, const Node& node) {
    const std::string weight = "^" + written_weight(weighted.weight);
    const std::string plain = to_query_text(*weighted.child, conjunctions_) + weight;
    if (reads_as(plain, node)) {
        text_ += plain;
        return;
    }
    write_group(*weighted.child);
    text_ += weight;
}

void TextPrinter::write_bare(const std::string& text, const Node& leaf) {
    const std::string plain = field_label(leaf) + text;
    const bool signed_text = text.front() == '-' || text.front() == '+';
    // Between other words these are operators.
    const bool sign = !leaf.field && (signed_text || text == "NEAR");
    const bool escaped = sign || !reads_as(plain, leaf);
    until_space_ = escaped || may_take_a_parenthesis(text);
    text_ += escaped ? field_label(leaf) + "\\" + text : plain;
}

void TextPrinter::write_group(const Node& node) {
    text_ += '(';
    print(node);
    if (until_space_) text_ += ' ';
    until_space_ = false;
    text_ += ')';
}

template <typename Grouped>
void TextPrinter::write_list(const std::vector<NodePtr>& children, std::string_view between) {
    for (const NodePtr& child : children) {
        if (child != children.front()) text_ += between;
        if (std::holds_alternative<Grouped>(child->kind))
            write_group(*child);
        else
            print(*child);
    }
}

void TextPrinter::write(const Not& left_out, const Node&) {
    const Node& child = *left_out.child;
    text_ += '-';
    if (std::holds_alternative<And>(child.kind) || std::holds_alternative<Or>(child.kind) ||
        std::holds_alternative<Near>(child.kind))
        write_group(child);
    else
        print(child);
}

void TextPrinter::write(const Near& near, const Node&) {
    for (std::size_t number = 0; number < near.children.size(); ++number) {
        if (number > 0) text_ += " " + written(near.links[number - 1]) + " ";
        const Node& child = *near.children[number];
        if (std::holds_alternative<Or>(child.kind))
            write_group(child);
        else
            print(child);
    }
}

class TreePrinter {
  public:
    void print(const Node& node) {
        text_ += '(';
        if (node.field && *node.field != Field::date)
            text_ += std::string(info(*node.field).name) + ":";
        std::visit([&](const auto& kind) { write(kind); }, node.kind);
        text_ += ')';
    }
    std::string take() { return std::move(text_); }

  private:
    void write(const Word& word) { write("word", word.text); }
    void write(const Prefix& prefix) { write("prefix", prefix.text); }
    void write(const Pattern& pattern) {
        if (pattern.kind == Pattern::Kind::regex) return write("regex", pattern.text);
        if (pattern.kind == Pattern::Kind::wildcard) return write("wildcard", pattern.text);
        write("fuzzy " + std::to_string(pattern.edits), pattern.text);
    }
    void write(const Phrase& phrase) {
        const std::string window = phrase.window == 0 ? "" : "~" + std::to_string(phrase.window);
        std::size_t begin = 0;
        text_.append(sign_of(phrase)).append("phrase").append(window);
        for (const std::size_t gap : phrase.gaps) {
            text_ += " " + as_atom(phrase.text.substr(begin, gap - begin)) + " *";
            begin = gap;
        }
        text_ += " " + as_atom(phrase.text.substr(begin));
    }
    void write(const Value& value) { write(value.prefix ? "below" : "value", value.text); }
    void write(const DateRange& range) {
        text_ += range.inferred ? "date~" : "date";
        text_ += " " + (range.first ? to_string(*range.first) : "..");
        text_ += " " + (range.last ? to_string(*range.last) : "..");
    }
    void write(const Undated&) { text_ += "undated"; }
    void write(const Gone&) { text_ += "gone"; }
    void write(const First&) { text_ += "first"; }
    void write(const Alike& alike) { write("alike", alike.digits); }
    void write(const Id& id) { write("id", id.digits); }
    void write(const Known& known) {
        write(std::string(schema::name_of(known.fact)) + (known.prefix ? ":below" : ":value"),
              known.text);
    }
    void write(const Has& has) { text_.append("has ").append(info(has.field).name); }
    void write(const Length& length) { text_ += "words " + written(length); }
    void write(const Everything&) { text_ += "everything"; }
    void write(const And& both) { write("and", both.children); }
    void write(const Or& any) { write("or", any.children); }
    void write(const Not& left_out) { write("not", std::vector{left_out.child}); }
    void write(const Near& near) {
        text_ += "near ";
        print(*near.children.front());
        for (std::size_t number = 0; number < near.links.size(); ++number) {
            text_ += " " + as_atom(written(near.links[number])) + " ";
            print(*near.children[number + 1]);
        }
    }
    void write(const AtLeast& many) {
        write("at-least " + std::to_string(many.count), std::vector{many.child});
    }

    void write(const Lead& lead) { write("lead", std::vector{lead.child}); }
    void write(const Weighted& weighted) {
        write("weight " + written_weight(weighted.weight), std::vector{weighted.child});
    }

    void write(std::string_view name, const std::vector<NodePtr>& children) {
        text_ += name;
        for (const NodePtr& child : children) {
            text_ += ' ';
            print(*child);
        }
    }
    void write(std::string_view name, const std::string& text) {
        text_.append(name).append(" ").append(as_atom(text));
    }

    std::string text_;
};

}  // namespace

std::string to_query_text(const Node& node, Conjunctions conjunctions) {
    TextPrinter printer{conjunctions};
    printer.print(node);
    return printer.take();
}

std::string to_sexpr(const Node& node) {
    TreePrinter printer;
    printer.print(node);
    return printer.take();
}

}  // namespace morgue::query
