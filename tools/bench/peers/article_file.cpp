#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include <tools/bench/peers/article_file.hpp>

namespace morgue::bench {

namespace {

constexpr std::size_t longest_head = 600;  // bytes in which labels are looked for

std::string whole_file(const std::string& path) {
    std::ifstream in{path, std::ios::binary | std::ios::ate};
    std::string bytes(in ? static_cast<std::size_t>(in.tellg()) : 0, '\0');
    in.seekg(0).read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) throw std::system_error{errno, std::generic_category(), path};
    return bytes;
}

std::string labelled(std::string_view head, std::string_view label) {
    const std::size_t at = head.find(label);
    if (at == std::string_view::npos) return {};
    const std::string_view value = head.substr(at + label.size());
    return std::string(value.substr(0, value.find('\n')));
}

}  // namespace

std::vector<std::string> article_paths(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".txt")
            paths.push_back(entry.path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

ArticleFile read_article(const std::string& path) {
    ArticleFile article;
    article.path = path;
    article.body = whole_file(path);
    const std::size_t line = std::min(article.body.find('\n'), article.body.size());
    article.title = article.body.substr(0, line);
    article.body.erase(0, line);
    const std::string_view head = std::string_view(article.body).substr(0, longest_head);
    article.date = labelled(head, "\nDate: ");
    article.section = labelled(head, "\nSection: ");
    article.source = labelled(head, "\nSource: ");
    return article;
}

}  // namespace morgue::bench
