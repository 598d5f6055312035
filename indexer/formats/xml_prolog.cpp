#include <algorithm>

#include <indexer/formats/lines.hpp>
#include <indexer/formats/xml_prolog.hpp>

namespace morgue::indexer {

namespace {

constexpr std::string_view after_name = " \t\r\n/>";

/// Walks what stands before the first element.
class Prolog {
  public:
    explicit Prolog(std::string_view document) : document_(document) {}

    enum class Kind { declaration, comment, doctype, end };

    struct Part {
        Kind kind;
        std::size_t begin;
        std::size_t end;
    };

    Part next() {
        const std::size_t begin = std::min(document_.find('<', at_), document_.size());
        at_ = begin;
        const std::string_view rest = document_.substr(begin);
        if (rest.starts_with("<?")) return part(Kind::declaration, after("?>", begin));
        if (rest.starts_with("<!--")) return part(Kind::comment, after("-->", begin + 4));
        if (rest.starts_with("<!DOCTYPE")) return part(Kind::doctype, after_doctype(begin + 2));
        return part(Kind::end, begin);
    }

  private:
    Part part(Kind kind, std::size_t end) {
        const std::size_t begin = at_;
        return {kind, begin, at_ = end};
    }

    std::size_t after(std::string_view mark, std::size_t from) const {
        const std::size_t at = document_.find(mark, from);
        return at == std::string_view::npos ? document_.size() : at + mark.size();
    }

    /// Literals and comments may hold the marks that end it.
    std::size_t after_doctype(std::size_t at) const {
        int depth = 1;
        while (at < document_.size() && depth > 0) {
            const char c = document_[at];
            if (document_.substr(at, 4) == "<!--")
                at = after("-->", at + 4);
            else if (c == '"' || c == '\'')
                at = after({&c, 1}, at + 1);
            else {
                depth += c == '<' || c == '[' ? 1 : c == '>' || c == ']' ? -1 : 0;
                ++at;
            }
        }
        return at;
    }

    std::string_view document_;
    std::size_t at_ = 0;
};

/// Of charsets whose characters are several bytes each, the ASCII that is in them.
std::string ascii_of(std::string_view bytes) {
    std::string ascii(bytes.substr(0, 64 << 10));
    std::erase(ascii, '\0');
    return ascii;
}

}  // namespace

std::string xml_root(std::string_view bytes) {
    if (bytes.substr(0, 64).find('\0') != std::string_view::npos) {
        const std::string ascii = ascii_of(bytes);
        return ascii.find('\0') == std::string::npos ? xml_root(ascii) : std::string();
    }
    Prolog prolog(bytes);
    Prolog::Part part = prolog.next();
    while (part.kind != Prolog::Kind::end) part = prolog.next();
    std::string_view name = bytes.substr(std::min(part.begin + 1, bytes.size()));
    name = name.substr(0, name.find_first_of(after_name));
    return std::string(name.substr(name.find(':') + 1));
}

std::string without_doctype(std::string document) {
    Prolog prolog(document);
    for (Prolog::Part part = prolog.next(); part.kind != Prolog::Kind::end; part = prolog.next()) {
        if (part.kind == Prolog::Kind::comment) continue;
        for (std::size_t i = part.begin; i < part.end; ++i)
            if (document[i] != '\n') document[i] = ' ';
    }
    return document;
}

}  // namespace morgue::indexer
