#include <vector>

#include <indexer/formats/path_date.hpp>
#include <schema/date.hpp>

namespace morgue::indexer {

namespace {

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

bool is_word(char c) noexcept {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool all_digits(std::string_view text) noexcept {
    for (const char c : text)
        if (!is_digit(c)) return false;
    return !text.empty();
}

std::string two_digits(std::string_view number) {
    return number.size() == 1 ? "0" + std::string(number) : std::string(number);
}

// The ISO form where it is a date within the years of newspapers.
std::optional<std::string> checked(std::string iso) {
    const auto date = schema::parse_date(iso);
    if (!date || date->year < 1600 || date->year > 2100) return std::nullopt;
    return iso;
}

bool is_year(std::string_view folder) {
    return folder.size() == 4 && all_digits(folder) && checked(std::string(folder));
}

bool is_month_or_day(std::string_view folder) {
    return folder.size() <= 2 && all_digits(folder);
}

struct Best {
    std::optional<std::string> iso;

    void offer(std::optional<std::string> found) {
        if (found && (!iso || found->size() >= iso->size())) iso = std::move(found);
    }
};

// 2019, 2019/03 and 2019/03/04 as folders, beginning at the year.
void offer_folders(const std::vector<std::string_view>& folders, std::size_t year, Best& best) {
    if (!is_year(folders[year])) return;
    std::string iso(folders[year]);
    best.offer(checked(iso));
    for (std::size_t i = year + 1; i < folders.size() && i <= year + 2; ++i) {
        if (!is_month_or_day(folders[i])) return;
        iso += "-" + two_digits(folders[i]);
        best.offer(checked(iso));
    }
}

// 2019-03-04, 2019_03_04 or 2019.03.04 at `at`, standing apart from other words and numbers.
bool is_separated_day(std::string_view name, std::size_t at) {
    const std::string_view day = name.substr(at, 10);
    if (day.size() < 10 || (at > 0 && is_word(name[at - 1]))) return false;
    if (name.size() > at + 10 && is_digit(name[at + 10])) return false;
    if (day[4] != day[7] || (day[4] != '-' && day[4] != '_' && day[4] != '.')) return false;
    return all_digits(day.substr(0, 4)) && all_digits(day.substr(5, 2)) &&
           all_digits(day.substr(8, 2));
}

void offer_name(std::string_view name, Best& best) {
    for (std::size_t at = 0; at + 10 <= name.size(); ++at)
        if (is_separated_day(name, at))
            best.offer(checked(std::string(name.substr(at, 4)) + "-" +
                               std::string(name.substr(at + 5, 2)) + "-" +
                               std::string(name.substr(at + 8, 2))));
    const std::string_view day = name.substr(0, 8);
    if (day.size() == 8 && all_digits(day) && (name.size() == 8 || !is_word(name[8])))
        best.offer(checked(std::string(day.substr(0, 4)) + "-" + std::string(day.substr(4, 2)) +
                           "-" + std::string(day.substr(6))));
}

void offer_month_folder(std::string_view folder, Best& best) {
    if (folder.size() == 7 && folder[4] == '-') best.offer(checked(std::string(folder)));
}

}  // namespace

std::optional<std::string> date_from_path(std::string_view path) {
    std::vector<std::string_view> folders;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/')) {
        folders.push_back(path.substr(0, slash));
        path.remove_prefix(slash + 1);
    }
    Best best;
    for (std::size_t i = 0; i < folders.size(); ++i) {
        offer_folders(folders, i, best);
        offer_month_folder(folders[i], best);
        offer_name(folders[i], best);
    }
    offer_name(path, best);
    return best.iso;
}

std::optional<std::string> date_from_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return std::nullopt;
    const std::size_t path = url.find('/', scheme + 3);
    if (path == std::string_view::npos) return std::nullopt;
    auto date = date_from_path(url.substr(path + 1, url.find_first_of("?#", path) - path - 1));
    return date && date->size() > 4 ? date : std::nullopt;
}

}  // namespace morgue::indexer
