#include <glass/database_writer.hpp>
#include <glass/inverter.hpp>
#include <glass/limits.hpp>
#include <utility>

#include <base/file.hpp>
#include <base/manifest.hpp>
#include <indexer/shard_engine.hpp>

namespace morgue::indexer {

namespace {

class BulkMaker : public PortionMaker {
  public:
    void add(const glass::DocumentView& document) override {
        inverter_.add(count_ + 1, document);
        ++count_;
    }
    Portion take() override {
        count_ = 0;
        return inverter_.seal();
    }

  private:
    glass::Inverter inverter_;
    std::uint32_t count_ = 0;
};

class BulkEngine : public ShardEngine {
  public:
    BulkEngine(const std::string& path, const EngineOptions& options)
        : writer_(path, {options.memory_bytes, static_cast<unsigned>(options.threads)}) {}

    void write(Portion portion) override {
        auto& batch = std::get<glass::Batch>(portion);
        const auto count = static_cast<std::uint32_t>(batch.documents.size());
        writer_.add(std::move(batch), written_);
        written_ += count;
    }
    void set_metadata(const std::string& key, const std::string& value) override {
        writer_.set_metadata(key, value);
    }
    void add_file(const std::string& name) override { writer_.add_file(name); }
    std::string finish(glass::Thesaurus& thesaurus) override { return writer_.finish(&thesaurus); }

  private:
    glass::DatabaseWriter writer_;
    std::uint32_t written_ = 0;
};

class ApiMaker : public PortionMaker {
  public:
    void add(const glass::DocumentView& document) override {
        glass::check(document);
        Xapian::Document& form = documents_.emplace_back();
        for (const glass::TermEntry& entry : document.terms) {
            const std::string term(entry.term);
            for (const std::uint32_t position : entry.positions)
                form.add_posting(term, position, 0);
            form.add_term(term, entry.wdf);
        }
        for (const glass::ValueEntry& entry : document.values)
            form.add_value(entry.slot, std::string(entry.value));
        form.set_data(std::string(document.data));
    }
    Portion take() override { return std::exchange(documents_, {}); }

  private:
    std::vector<Xapian::Document> documents_;
};

/// Nobody names the shard before it is finished and synced as a whole, so Xapian need not sync it
/// step by step.
class ApiEngine : public ShardEngine {
  public:
    explicit ApiEngine(const std::string& path)
        : path_(path),
          database_(path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC) {}

    void write(Portion portion) override {
        for (const auto& document : std::get<std::vector<Xapian::Document>>(portion))
            database_.add_document(document);
    }
    void set_metadata(const std::string& key, const std::string& value) override {
        database_.set_metadata(key, value);
    }
    /// The manifest is of all that is there.
    void add_file(const std::string&) override {}
    std::string finish(glass::Thesaurus& thesaurus) override {
        database_.commit();
        add_synonyms(thesaurus);
        database_.commit();
        std::string uuid = database_.get_uuid();
        database_.close();
        base::write_file_durably(base::join(path_, base::manifest_name),
                                 encode(base::manifest_of(path_)));
        base::sync_directory_and_files(path_);
        return uuid;
    }

  private:
    void add_synonyms(glass::Thesaurus& thesaurus) {
        for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term)
            thesaurus.meet(*term);
        thesaurus.for_each([this](std::string_view term, std::span<const std::string> synonyms) {
            for (const std::string& synonym : synonyms)
                database_.add_synonym(std::string(term), synonym);
        });
    }

    std::string path_;
    Xapian::WritableDatabase database_;
};

}  // namespace

std::unique_ptr<ShardEngine> make_engine(const std::string& path, const EngineOptions& options) {
    if (options.engine == Engine::api) return std::make_unique<ApiEngine>(path);
    return std::make_unique<BulkEngine>(path, options);
}

std::unique_ptr<PortionMaker> make_portion_maker(Engine engine) {
    if (engine == Engine::api) return std::make_unique<ApiMaker>();
    return std::make_unique<BulkMaker>();
}

}  // namespace morgue::indexer
