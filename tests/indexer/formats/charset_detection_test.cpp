#include <gtest/gtest.h>
#include <unicode/unistr.h>

#include <indexer/readers/charset.hpp>

namespace morgue::indexer {
namespace {

std::string encoded(const std::string& text, const char* charset) {
    const auto wide = icu::UnicodeString::fromUTF8(text);
    std::string bytes(text.size() * 4, '\0');
    const auto size = wide.extract(0, wide.length(), bytes.data(),
                                   static_cast<std::uint32_t>(bytes.size()), charset);
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

std::string read_back(const std::string& bytes) {
    const auto result = decode_text(bytes, "");
    const auto* decoded = std::get_if<DecodedText>(&result);
    return decoded == nullptr ? "refused" : decoded->text;
}

constexpr const char* russian =
    "В понедельник шторм закрыл гавань. Рыбаки остались на берегу и чинили сети, а дети "
    "смотрели, как волны перекатываются через старый мол. К вечеру ветер стих, и первые лодки "
    "вышли в море.";
constexpr const char* greek =
    "Τη Δευτέρα η καταιγίδα έκλεισε το λιμάνι. Οι ψαράδες έμειναν στη στεριά και μπάλωναν τα "
    "δίχτυα τους, ενώ τα παιδιά κοίταζαν τα κύματα που περνούσαν πάνω από τον παλιό μόλο.";
constexpr const char* hebrew =
    "ביום שני סגרה הסערה את הנמל. הדייגים נשארו על החוף ותיקנו את הרשתות, והילדים הביטו בגלים "
    "שעברו מעל שובר הגלים הישן. לקראת ערב נרגעה הרוח והסירות הראשונות יצאו לים.";
constexpr const char* japanese =
    "月曜日、嵐のために港は閉鎖された。漁師たちは浜に残って網を直し、子供たちは古い防波堤を"
    "越える波を眺めていた。夕方には風も静まり、最初の船が海に出て行った。";
constexpr const char* chinese =
    "星期一，暴风雨使港口关闭。渔民们留在岸上修补渔网，孩子们看着海浪翻过旧的防波堤。"
    "到了傍晚，风停了，第一批船只驶向大海。";
constexpr const char* korean =
    "월요일에 폭풍으로 항구가 닫혔다. 어부들은 뭍에 남아 그물을 손질했고, 아이들은 낡은 "
    "방파제를 넘는 파도를 바라보았다. 저녁이 되자 바람이 잦아들고 첫 배들이 바다로 나갔다.";

TEST(CharsetDetection, TextWithoutADeclarationIsRead) {
    constexpr std::pair<const char*, const char*> rows[] = {
        {russian, "windows-1251"}, {russian, "KOI8-R"},     {russian, "IBM866"},
        {russian, "ISO-8859-5"},   {greek, "windows-1253"}, {hebrew, "windows-1255"},
        {japanese, "Shift_JIS"},   {japanese, "EUC-JP"},    {japanese, "ISO-2022-JP"},
        {chinese, "gb18030"},      {korean, "EUC-KR"},
    };
    for (const auto& [text, charset] : rows)
        EXPECT_EQ(read_back(encoded(text, charset)), text) << charset;
}

TEST(CharsetDetection, WideTextNeedsNoMark) {
    const std::string text = "The storm closed the harbour on Monday, and “nobody” sailed.\n";
    for (const char* charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
        EXPECT_EQ(read_back(encoded(text, charset)), text) << charset;
}

TEST(CharsetDetection, ZerosAloneMakeNoText) {
    EXPECT_EQ(read_back(std::string(4096, '\0')), "refused");
    std::string program =
        "\x7F"
        "ELF";
    for (int i = 0; i < 1000; ++i) program += std::string("\x01\0\0\x08", 4) + char(i);
    EXPECT_EQ(read_back(program), "refused");
}

TEST(CharsetDetection, AFewWesternLettersAreWestern) {
    EXPECT_EQ(read_back("The caf\xE9 said \x93no\x94 to the mayor\x92s letter."),
              "The café said “no” to the mayor’s letter.");
}

}  // namespace
}  // namespace morgue::indexer
