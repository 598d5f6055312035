#include <glass/database_writer.hpp>

#include <xapian.h>

#include <base/file.hpp>
#include <indexer/shard_engine.hpp>

namespace morgue::indexer {

namespace {

class BulkEngine : public ShardEngine {
  public:
    explicit BulkEngine(const std::string& path) : writer_(path) {}

    void add(std::uint32_t docid, const glass::DocumentView& document) override {
        writer_.add(docid, document);
    }
    void set_metadata(const std::string& key, const std::string& value) override {
        writer_.set_metadata(key, value);
    }
    std::string finish() override { return writer_.finish(); }

  private:
    glass::DatabaseWriter writer_;
};

/// Nobody names the shard before it is finished and synced as a whole, so Xapian need not sync it
/// step by step.
class ApiEngine : public ShardEngine {
  public:
    explicit ApiEngine(const std::string& path)
        : path_(path),
          database_(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC) {}

    void add(std::uint32_t docid, const glass::DocumentView& document) override {
        Xapian::Document form;
        for (const glass::TermEntry& entry : document.terms) {
            const std::string term(entry.term);
            for (const std::uint32_t position : entry.positions)
                form.add_posting(term, position, 0);
            form.add_term(term, entry.wdf);
        }
        for (const glass::ValueEntry& entry : document.values)
            form.add_value(entry.slot, std::string(entry.value));
        form.set_data(std::string(document.data));
        database_.replace_document(docid, form);
    }
    void set_metadata(const std::string& key, const std::string& value) override {
        database_.set_metadata(key, value);
    }
    std::string finish() override {
        database_.commit();
        std::string uuid = database_.get_uuid();
        database_.close();
        base::sync_directory_and_files(path_);
        return uuid;
    }

  private:
    std::string path_;
    Xapian::WritableDatabase database_;
};

}  // namespace

std::unique_ptr<ShardEngine> make_engine(Engine engine, const std::string& path) {
    if (engine == Engine::api) return std::make_unique<ApiEngine>(path);
    return std::make_unique<BulkEngine>(path);
}

}  // namespace morgue::indexer
