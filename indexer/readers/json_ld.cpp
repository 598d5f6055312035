#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <indexer/formats/article_parts.hpp>
#include <indexer/formats/lines.hpp>
#include <indexer/readers/json_ld.hpp>

namespace morgue::indexer {

namespace {

using Json = nlohmann::json;

constexpr int deepest = 64;
constexpr std::size_t most_objects = 10000;

// Without the wrapping that hides a script from XML or from old browsers.
std::string_view unwrapped(std::string_view script) {
    script = trimmed(script);
    for (const std::string_view wrap : {"//", "<!--", "<![CDATA["})
        if (script.starts_with(wrap)) script = trimmed(script.substr(wrap.size()));
    for (const std::string_view wrap : {"-->", "]]>", "//"})
        if (script.ends_with(wrap)) script = trimmed(script.substr(0, script.size() - wrap.size()));
    return script;
}

bool is_too_deep(std::string_view text) {
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"') quoted = !quoted;
        if (quoted && c == '\\') ++i;
        if (!quoted && (c == '{' || c == '[') && ++depth > deepest) return true;
        if (!quoted && (c == '}' || c == ']')) --depth;
    }
    return false;
}

// Raw line breaks in strings are no JSON, but pages have them.
Json parse(std::string_view script) {
    std::string text(unwrapped(script));
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    if (is_too_deep(text)) return {};
    Json data = Json::parse(text, nullptr, false);
    return data.is_discarded() ? Json() : data;
}

const Json* member(const Json& object, const char* name) {
    if (!object.is_object()) return nullptr;
    const auto at = object.find(name);
    return at == object.end() ? nullptr : &*at;
}

std::string_view text_of(const Json* value) {
    return value != nullptr && value->is_string()
               ? std::string_view(value->get_ref<const std::string&>())
               : std::string_view();
}

// The objects of a script that may describe something: in arrays, in @graph, as main entity.
std::vector<const Json*> objects_of(const Json& data) {
    std::vector<const Json*> objects;
    std::vector<const Json*> open{&data};
    while (!open.empty() && objects.size() < most_objects) {
        const Json* value = open.back();
        open.pop_back();
        if (value->is_array())
            for (auto at = value->rbegin(); at != value->rend(); ++at) open.push_back(&*at);
        if (!value->is_object()) continue;
        objects.push_back(value);
        for (const char* name : {"mainEntity", "@graph"})
            if (const Json* inner = member(*value, name)) open.push_back(inner);
    }
    return objects;
}

bool is_article_type(std::string_view type) {
    type = type.substr(type.find_last_of("/:#") + 1);
    return type.ends_with("Article") || type == "BlogPosting" || type == "LiveBlogPosting" ||
           type == "SocialMediaPosting" || type == "Report";
}

bool is_article(const Json& object) {
    const Json* type = member(object, "@type");
    if (type == nullptr) return false;
    if (!type->is_array()) return is_article_type(text_of(type));
    for (const Json& one : *type)
        if (is_article_type(text_of(&one))) return true;
    return false;
}

class Stater {
  public:
    Stater(const Json& described, const std::vector<const Json*>& objects, Article& article)
        : described_(described), objects_(objects), article_(article) {}

    void state_all(std::string_view title) {
        say(Field::title, headline(title));
        state_text("datePublished", Field::date);
        state_names("author", Field::byline);
        state_names("publisher", Field::source);
        state_names("articleSection", Field::section);
        state_names("keywords", Field::tag);
        state_names("inLanguage", Field::lang);
        state_text("url", Field::url);
        state_text("mainEntityOfPage", Field::url);
    }

  private:
    void say(Field field, std::string_view value) {
        if (field == Field::tag)
            state_each(article_, field, value, ",;", Provenance::json_ld);
        else
            state(article_, field, value, Provenance::json_ld);
    }

    // Some sites put a description into the headline and the title into the name.
    std::string_view headline(std::string_view title) const {
        const std::string_view headline = text_of(member(described_, "headline"));
        const std::string_view name = text_of(member(described_, "name"));
        const bool only_name_fits = !name.empty() && title.starts_with(name) &&
                                    title.find(headline) == std::string_view::npos;
        return headline.empty() || only_name_fits ? name : headline;
    }

    // A string, or an object with its address.
    void state_text(const char* name, Field field) {
        const Json* value = member(described_, name);
        if (value == nullptr) return;
        say(field, value->is_object() ? text_of(member(*value, "@id")) : text_of(value));
    }

    // A string, an object with a name, or several of them.
    void state_names(const char* name, Field field) {
        const Json* value = member(described_, name);
        if (value == nullptr) return;
        if (!value->is_array()) return state_name(*value, field);
        for (const Json& one : *value) state_name(one, field);
    }

    void state_name(const Json& value, Field field) {
        if (value.is_string()) return say(field, text_of(&value));
        const Json* name = member(value, "name");
        if (name == nullptr) name = name_elsewhere(text_of(member(value, "@id")));
        if (name == nullptr) return;
        if (!name->is_array()) return say(field, text_of(name));
        for (const Json& one : *name) say(field, text_of(&one));
    }

    // The name of an object that is only referred to here.
    const Json* name_elsewhere(std::string_view id) {
        if (id.empty() || ++looked_up_ > most_values) return nullptr;
        for (const Json* object : objects_)
            if (text_of(member(*object, "@id")) == id)
                if (const Json* name = member(*object, "name")) return name;
        return nullptr;
    }

    const Json& described_;
    const std::vector<const Json*>& objects_;
    Article& article_;
    std::size_t looked_up_ = 0;
};

}  // namespace

bool state_json_ld(std::string_view script, std::string_view title, Article& article) {
    const Json data = parse(script);
    const auto objects = objects_of(data);
    for (const Json* object : objects) {
        if (!is_article(*object)) continue;
        Stater(*object, objects, article).state_all(title);
        return true;
    }
    return false;
}

}  // namespace morgue::indexer
