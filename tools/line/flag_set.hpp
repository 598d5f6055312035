#pragma once

#include <string>
#include <vector>

#include <tools/line/flag.hpp>
#include <tools/line/flag_checks.hpp>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace morgue::tools {

/// What stands for a flag's value in help, and what the value may be.
struct Value {
    std::string name;
    Check check = {};
};

/// The flags of a command, or those that every command has: each is declared once, to CLI11,
/// which parses, and as a Flag for all that speak of it. Only this room includes CLI11, whose
/// header takes a compiler longer than all of a command.
class FlagSet {
  public:
    explicit FlagSet(CLI::App& app) : app_(app) {}

    /// In the order of their declaration.
    const std::vector<Flag>& declared() const { return declared_; }

    /// Of names such as "-q,--quiet".
    void add_flag(const std::string& names, bool& given, const std::string& description);

    /// A long flag that may have a value behind an equals sign: without one, `target` becomes
    /// `without_value`.
    void add_flag_with_value(const std::string& name, std::string& target,
                             const std::string& description, const std::string& value);
    /// What such a flag gives without a value.
    static constexpr const char* without_value = "true";

    /// Into a string, a std::size_t, or an optional one: given several times, the last counts, as
    /// with git. Into a vector of strings: all do.
    template <typename Target>
    void add_option(const std::string& names, Target& target, const std::string& description,
                    const Value& value);

  private:
    Flag& note(const CLI::Option& option);

    CLI::App& app_;
    std::vector<Flag> declared_;
};

}  // namespace morgue::tools
