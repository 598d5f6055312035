#pragma once

#include <sqlite3.h>
#include <stdexcept>
#include <string>

namespace morgue::bench {

/// A database of SQLite. What goes wrong is thrown as std::runtime_error.
class Sqlite {
  public:
    explicit Sqlite(const std::string& path) { check(sqlite3_open(path.c_str(), &handle_)); }
    Sqlite(const Sqlite&) = delete;
    Sqlite& operator=(const Sqlite&) = delete;
    ~Sqlite() { sqlite3_close(handle_); }

    void run(const char* sql) { check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr)); }
    void check(int code) const {
        if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(handle_));
    }
    sqlite3* handle() const noexcept { return handle_; }

  private:
    sqlite3* handle_ = nullptr;
};

class SqliteStatement {
  public:
    SqliteStatement(const Sqlite& database, const char* sql) : database_(database) {
        database_.check(sqlite3_prepare_v2(database_.handle(), sql, -1, &handle_, nullptr));
    }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;
    ~SqliteStatement() { sqlite3_finalize(handle_); }

    /// The text must outlive the next step(); places count from 1.
    void bind(int place, const std::string& text) {
        database_.check(
            sqlite3_bind_text(handle_, place, text.data(), static_cast<int>(text.size()), nullptr));
    }
    /// Whether there is a row.
    bool step() {
        const int code = sqlite3_step(handle_);
        if (code != SQLITE_ROW && code != SQLITE_DONE) database_.check(code);
        return code == SQLITE_ROW;
    }
    void reset() { database_.check(sqlite3_reset(handle_)); }

  private:
    const Sqlite& database_;
    sqlite3_stmt* handle_ = nullptr;
};

}  // namespace morgue::bench
