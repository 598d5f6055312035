#pragma once

#include <tools/bench/corpus/random.hpp>

namespace morgue::bench {

// English function words by what they do in a sentence, each about as frequent as in news.
constexpr Weighted determiners[] = {{"the", 380}, {"a", 200},   {"its", 32},    {"their", 24},
                                    {"his", 34},  {"this", 36}, {"her", 14},    {"an", 20},
                                    {"that", 14}, {"one", 14},  {"another", 9}, {"each", 6},
                                    {"our", 6},   {"any", 8},   {"no", 12},     {"every", 4}};
constexpr Weighted plural_determiners[] = {
    {"", 520},     {"the", 190}, {"some", 26},  {"these", 14}, {"many", 18},    {"all", 22},
    {"their", 24}, {"more", 20}, {"other", 26}, {"most", 10},  {"several", 14}, {"two", 26},
    {"three", 14}, {"few", 6},   {"such", 10},  {"those", 12}, {"new", 30}};
constexpr Weighted prepositions[] = {
    {"of", 270},   {"in", 210},     {"to", 90},      {"for", 100},  {"on", 80},     {"with", 70},
    {"at", 55},    {"by", 50},      {"from", 45},    {"about", 22}, {"after", 22},  {"over", 16},
    {"into", 16},  {"against", 14}, {"between", 10}, {"under", 9},  {"during", 10}, {"through", 9},
    {"before", 9}, {"without", 6},  {"among", 5},    {"near", 4},   {"across", 4},  {"since", 6}};
constexpr Weighted leading_prepositions[] = {{"In", 40},   {"After", 14}, {"With", 10},
                                             {"At", 10},   {"For", 10},   {"During", 6},
                                             {"Under", 5}, {"Despite", 5}};
constexpr Weighted pronouns[] = {{"he", 40}, {"it", 45}, {"she", 16}, {"they", 32},
                                 {"we", 16}, {"I", 12},  {"you", 8},  {"who", 6}};
constexpr Weighted auxiliaries[] = {
    {"will", 40},   {"would", 34}, {"could", 20},   {"has to", 5},   {"may", 14},  {"can", 20},
    {"should", 10}, {"must", 6},   {"did not", 12}, {"will not", 8}, {"might", 6}, {"does not", 6}};
constexpr Weighted passives[] = {{"was", 50},      {"were", 26},     {"is", 34},
                                 {"are", 22},      {"has been", 22}, {"have been", 12},
                                 {"had been", 12}, {"is being", 5},  {"will be", 14}};
constexpr Weighted copulas[] = {{"is", 50},     {"was", 44},       {"are", 20},    {"were", 16},
                                {"remains", 5}, {"has become", 5}, {"is not", 12}, {"will be", 10}};
constexpr Weighted reporting[] = {{"said", 80},     {"told reporters", 5}, {"added", 6},
                                  {"announced", 5}, {"says", 10},          {"argued", 3},
                                  {"warned", 3}};
constexpr Weighted conjunctions[] = {{"and", 90}, {"but", 18},  {"while", 8},    {"because", 7},
                                     {"as", 10},  {"when", 10}, {"although", 3}, {"which", 10}};
constexpr Weighted adverbs[] = {{"also", 24}, {"still", 8}, {"now", 10},  {"already", 5},
                                {"never", 4}, {"only", 10}, {"often", 4}, {"just", 8},
                                {"later", 6}, {"again", 4}, {"even", 6},  {"recently", 3}};
constexpr Weighted weekdays[] = {{"Monday", 10},   {"Tuesday", 11}, {"Wednesday", 11},
                                 {"Thursday", 11}, {"Friday", 11},  {"Saturday", 7},
                                 {"Sunday", 7}};
constexpr Weighted movements[] = {{"rose", 10},   {"fell", 10},   {"grew", 5},
                                  {"climbed", 3}, {"dropped", 4}, {"shrank", 2}};

}  // namespace morgue::bench
