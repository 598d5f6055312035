#include <algorithm>
#include <csv.h>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/formats/record.hpp>
#include <indexer/formats/wire_items.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/markup_text.hpp>
#include <indexer/readers/table.hpp>

namespace morgue::indexer {

namespace {

using Row = std::vector<std::string>;

constexpr std::string_view marks = ",;\t";
constexpr std::size_t most_shown = 10;  // names of columns in a reason

/// A parser that cuts a text into rows.
class Rows {
  public:
    explicit Rows(char mark) {
        if (csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc();
        csv_set_delim(&parser_, static_cast<unsigned char>(mark));
        csv_set_blk_size(&parser_, 64 << 10);
    }
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows() { csv_free(&parser_); }

    /// Calls take(row) for each; gives how many bytes were read, all where the text is sound.
    template <class Take>
    std::size_t each(std::string_view text, Take take) {
        Taking<Take> taking{{}, take};
        std::size_t read = csv_parse(&parser_, text.data(), text.size(), Taking<Take>::on_cell,
                                     Taking<Take>::on_row, &taking);
        if (read == text.size() &&
            csv_fini(&parser_, Taking<Take>::on_cell, Taking<Take>::on_row, &taking) != 0)
            read -= std::min<std::size_t>(read, 1);
        return read;
    }

  private:
    template <class Take>
    struct Taking {
        Row row;
        Take& take;

        static void on_cell(void* cell, std::size_t size, void* data) {
            static_cast<Taking*>(data)->row.emplace_back(static_cast<const char*>(cell), size);
        }
        static void on_row(int, void* data) {
            auto& taking = *static_cast<Taking*>(data);
            taking.take(std::exchange(taking.row, {}));
        }
    };

    csv_parser parser_{};
};

Row first_row(std::string_view text, char mark) {
    Row first;
    const Line line = line_at(text, skip_blank_lines(text, 0));
    Rows(mark).each(line.text, [&](Row row) { first = std::move(row); });
    return first;
}

std::size_t count_known(const Row& names, const FieldMap* fields) {
    Record record(fields);
    return static_cast<std::size_t>(std::ranges::count_if(
        names, [&](const std::string& name) { return record.add(name, name); }));
}

/// The mark between cells under which the first row has the most known names.
char mark_of(std::string_view text, const FieldMap* fields) {
    return *std::ranges::max_element(
        marks, {}, [&](char mark) { return count_known(first_row(text, mark), fields); });
}

/// Whether an article can be made of columns so named.
bool name_an_article(const Row& names, const FieldMap* fields) {
    Record record(fields);
    for (const std::string& name : names) record.add(name, name);
    const Article article = record.article(stored_text).read.article;
    return has_text(article.body) || article.find(Field::title) != nullptr;
}

std::string list_of(const Row& names) {
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), most_shown); ++i)
        list += (i == 0 ? "" : ", ") + folded_line(names[i]);
    return list;
}

std::string line_after(std::string_view read) {
    return "line " + std::to_string(std::ranges::count(read, '\n') + 1) + ": ";
}

/// Makes articles of rows.
class TableReader {
  public:
    explicit TableReader(const FileFacts& facts) : facts_(facts) {}

    void take(Row row) {
        ++rows_;
        if (rows_ == 1) {
            names_ = std::move(row);
        } else if (row.size() != names_.size()) {
            refuse("it and the first row differ in cells: " + std::to_string(row.size()) + " and " +
                   std::to_string(names_.size()));
        } else {
            Record record(facts_.fields);
            for (std::size_t i = 0; i < row.size(); ++i) record.add(names_[i], row[i]);
            WireItem item = record.article(stored_text);
            item.read.member = std::to_string(rows_);
            items_.add(std::move(item));
        }
    }

    /// The row after the last one that was taken.
    void refuse_rest(std::string why) {
        ++rows_;
        refuse(std::move(why));
    }

    ReadResult finish() { return items_.take(facts_, "row"); }

  private:
    void refuse(std::string why) {
        items_.refuse({SkipReason::malformed, std::move(why), std::to_string(rows_)});
    }

    const FileFacts& facts_;
    std::size_t rows_ = 0;
    Row names_;
    WireItems items_;
};

}  // namespace

ReadResult read_table(std::string_view bytes, const FileFacts& facts) {
    auto decoded = decode_text(bytes, {});
    if (auto* unread = std::get_if<Unread>(&decoded)) return std::move(*unread);
    const std::string& text = std::get<DecodedText>(decoded).text;
    if (!has_text(text)) return Unread{SkipReason::empty, {}};
    const char mark = mark_of(text, facts.fields);
    const Row names = first_row(text, mark);
    if (!name_an_article(names, facts.fields))
        return Unread{SkipReason::no_reader, "no column is known as a title or a text: " +
                                                 list_of(names) + "; --map says what they mean"};
    TableReader reader(facts);
    const std::size_t read = Rows(mark).each(text, [&](Row row) { reader.take(std::move(row)); });
    if (read < text.size())
        reader.refuse_rest(line_after(std::string_view(text).substr(0, read)) +
                           "a stray or open quote, and what follows it");
    return told_of(std::get<DecodedText>(decoded).charset, reader.finish());
}

std::vector<std::string> column_names(std::string_view bytes, const FileFacts& facts) {
    const auto decoded = decode_text(bytes, {});
    const auto* read = std::get_if<DecodedText>(&decoded);
    return read == nullptr ? Row() : first_row(read->text, mark_of(read->text, facts.fields));
}

}  // namespace morgue::indexer
