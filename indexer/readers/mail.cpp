#include <gmime/gmime.h>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/readers/charset.hpp>
#include <indexer/readers/html.hpp>
#include <indexer/readers/mail.hpp>

namespace morgue::indexer {

namespace {

struct Release {
    void operator()(gpointer object) const noexcept { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Release>;

constexpr int deepest = 64;  // multiparts in multiparts

std::string text_of(const char* text) {
    return text == nullptr ? std::string() : text;
}

Held<GMimeMessage> parsed(std::string_view bytes) {
    static std::once_flag begun;
    std::call_once(begun, g_mime_init);
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Held<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

/// A part's bytes as they were before they were made fit for mail.
std::string bytes_of(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Held<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

/// The texts of a message, in their order.
class Texts {
  public:
    explicit Texts(const FileFacts& facts) : facts_(facts) {}

    void add(GMimeObject* part, int depth = 0) {
        if (part == nullptr || depth > deepest) return;
        if (GMIME_IS_MULTIPART(part))
            add_several(GMIME_MULTIPART(part), depth);
        else if (GMIME_IS_MESSAGE_PART(part))
            add_message(g_mime_message_part_get_message(GMIME_MESSAGE_PART(part)), depth);
        else if (GMIME_IS_PART(part) && !is_attached(part))
            add_one(GMIME_PART(part));
    }

    /// Joined; or why the only text could not be read.
    std::variant<std::string, Unread> take() {
        if (!has_text(text_) && unread_) return *std::move(unread_);
        return std::move(text_);
    }

  private:
    static bool is_attached(GMimeObject* part) {
        const char* disposition = g_mime_object_get_disposition(part);
        return disposition != nullptr && g_ascii_strcasecmp(disposition, "attachment") == 0;
    }

    static bool is_of(GMimeObject* part, const char* type, const char* subtype) {
        return g_mime_content_type_is_type(g_mime_object_get_content_type(part), type, subtype) !=
               0;
    }

    /// What is forwarded, or one of a digest: headed by its subject.
    void add_message(GMimeMessage* message, int depth) {
        if (message == nullptr) return;
        append(text_of(g_mime_message_get_subject(message)));
        add(g_mime_message_get_mime_part(message), depth + 1);
    }

    void add_several(GMimeMultipart* parts, int depth) {
        const int count = g_mime_multipart_get_count(parts);
        if (is_of(GMIME_OBJECT(parts), "multipart", "alternative")) return add_best(parts, depth);
        // Of what belongs together, the first is the text, and the others are its pictures.
        const int taken =
            is_of(GMIME_OBJECT(parts), "multipart", "related") ? std::min(count, 1) : count;
        for (int i = 0; i < taken; ++i) add(g_mime_multipart_get_part(parts, i), depth + 1);
    }

    /// One of several forms of the same: plain text, else the first that has any.
    void add_best(GMimeMultipart* parts, int depth) {
        const std::size_t before = text_.size();
        const int count = g_mime_multipart_get_count(parts);
        for (const bool plain : {true, false})
            for (int i = 0; i < count && text_.size() == before; ++i) {
                GMimeObject* part = g_mime_multipart_get_part(parts, i);
                if (is_of(part, "text", "plain") == plain) add(part, depth + 1);
            }
    }

    void add_one(GMimePart* part) {
        GMimeObject* object = GMIME_OBJECT(part);
        const std::string charset =
            text_of(g_mime_object_get_content_type_parameter(object, "charset"));
        if (is_of(object, "text", "plain"))
            add_plain(bytes_of(part), charset);
        else if (is_of(object, "text", "html"))
            add_html(bytes_of(part), charset);
    }

    void add_plain(const std::string& bytes, const std::string& charset) {
        auto decoded = decode_text(bytes, charset);
        if (auto* unread = std::get_if<Unread>(&decoded))
            unread_ = std::move(*unread);
        else
            append(std::get<DecodedText>(decoded).text);
    }

    void add_html(const std::string& bytes, const std::string& charset) {
        FileFacts facts = facts_;
        facts.charset = charset;
        ReadResult page = read_html(bytes, facts);
        if (page.articles.empty())
            unread_ = std::move(page.unread.front());
        else
            append(page.articles.front().article.body);
    }

    void append(std::string_view text) {
        if (!has_text(text)) return;
        if (!text_.empty()) text_ += "\n\n";
        text_ += trimmed(text);
    }

    const FileFacts& facts_;
    std::string text_;
    std::optional<Unread> unread_;
};

/// "Jane Doe", else the address.
void state_sender(GMimeMessage* message, Article& article) {
    InternetAddressList* senders = g_mime_message_get_from(message);
    if (senders == nullptr) return;
    for (int i = 0; i < internet_address_list_length(senders); ++i) {
        InternetAddress* sender = internet_address_list_get_address(senders, i);
        const std::string name = text_of(internet_address_get_name(sender));
        if (!state(article, Field::byline, name, Provenance::record) &&
            INTERNET_ADDRESS_IS_MAILBOX(sender))
            state(article, Field::byline,
                  text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender))),
                  Provenance::record);
    }
}

void state_date(GMimeMessage* message, Article& article) {
    GDateTime* date = g_mime_message_get_date(message);
    if (date == nullptr) return;
    gchar* const iso = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
    state(article, Field::date, text_of(iso), Provenance::record);
    g_free(iso);
}

/// The name in "Coast Weekly <weekly.coast.example>": a newsletter is an outlet.
void state_list(GMimeMessage* message, Article& article) {
    const std::string list = text_of(g_mime_object_get_header(GMIME_OBJECT(message), "List-Id"));
    std::string_view name = trimmed(std::string_view(list).substr(0, list.find('<')));
    if (name.size() > 1 && name.front() == '"' && name.back() == '"')
        name = name.substr(1, name.size() - 2);
    state(article, Field::source, name, Provenance::record);
}

bool has_header(GMimeMessage* message) {
    const auto has = [&](const char* name) {
        return g_mime_object_get_header(GMIME_OBJECT(message), name) != nullptr;
    };
    return has("From") || has("Subject") || has("Date") || has("Message-ID");
}

}  // namespace

ReadResult read_mail(std::string_view bytes, const FileFacts& facts) {
    if (!has_text(bytes)) return Unread{SkipReason::empty, {}};
    const auto message = parsed(bytes);
    if (!message || !has_header(message.get()))
        return Unread{SkipReason::malformed, "it has no header of a message"};
    Texts texts(facts);
    texts.add(g_mime_message_get_mime_part(message.get()));
    auto body = texts.take();
    if (auto* unread = std::get_if<Unread>(&body)) return std::move(*unread);
    ReadArticle read;
    Article& article = read.article;
    state(article, Field::title, text_of(g_mime_message_get_subject(message.get())),
          Provenance::record);
    state_sender(message.get(), article);
    state_date(message.get(), article);
    state_list(message.get(), article);
    article.key = clean_value(text_of(g_mime_message_get_message_id(message.get()))).value_or("");
    article.body = std::move(std::get<std::string>(body));
    return complete(std::move(read), facts);
}

}  // namespace morgue::indexer
