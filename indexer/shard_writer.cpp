#include <algorithm>
#include <stdexcept>
#include <utility>

#include <base/file.hpp>
#include <indexer/leader_file.hpp>
#include <indexer/shard_writer.hpp>
#include <indexer/stem_words.hpp>
#include <schema/index_format.hpp>

namespace morgue::indexer {

namespace {

/// Short articles cost more than their text; beyond so many, caches hold less of what they share.
constexpr std::size_t most_in_stretch = 2000;
/// Each costs a pass through all its different words.
constexpr std::size_t least_stretch_bytes = std::size_t{1} << 20;

}  // namespace

// The shard is named by nobody before it is finished; its files get their modes then, and nobody
// else reaches them before.
ShardWriter::ShardWriter(std::string path, base::Workers& workers,
                         const ShardWriterOptions& options)
    : path_(std::move(path)), options_(options), workers_(workers), analysed_(workers) {
    base::remove_all(path_);
    base::make_private_directory(path_);
    engine_ = make_engine(path_, {options.engine, options.memory_bytes, workers.count()});
}

ShardWriter::~ShardWriter() {
    if (!engine_) return;
    engine_.reset();
    try {
        base::remove_all(path_);
    } catch (...) {
        // A later run removes what nobody names.
    }
}

std::uint32_t ShardWriter::add(schema::StoredArticle article, std::uint64_t to_come) {
    stretch_bytes_ += article.indexed.article.body.size();
    stretch_.push_back(std::move(article));
    if (is_long_enough(to_come)) give_stretch();
    return ++articles_;
}

/// Towards the end stretches get shorter, so that no thread has long to do when the others have
/// nothing left.
bool ShardWriter::is_long_enough(std::uint64_t to_come) const {
    const std::size_t others = workers_.count() - 1;
    const std::uint64_t left_for_each = others == 0 ? unknown : to_come / others;
    const auto enough = std::max<std::uint64_t>(left_for_each, least_stretch_bytes);
    return stretch_bytes_ >= std::min<std::uint64_t>(enough, options_.stretch_bytes) ||
           stretch_.size() >= most_in_stretch;
}

/// One stretch more than can be worked on waits, so that nobody waits for one.
void ShardWriter::give_stretch() {
    while (analysed_.size() > workers_.count()) write_oldest();
    stretch_bytes_ = 0;
    analysed_.give([this, stretch = std::exchange(stretch_, {})]() mutable {
        return analyse(std::move(stretch));
    });
}

void ShardWriter::write_oldest() {
    Analysed oldest = analysed_.take();
    languages_.merge(oldest.languages);
    for (RefusedArticle& refused : oldest.refused) {
        refused.number += written_;
        refused_.push_back(std::move(refused));
    }
    written_ += oldest.articles;
    engine_->write(std::move(oldest.portion));
}

/// After an exception the workbench is gone with what was begun on it.
ShardWriter::Analysed ShardWriter::analyse(Stretch stretch) {
    Workbench workbench = take_workbench();
    workbench.builder.begin_portion();
    Analysed made;
    for (schema::StoredArticle& article : stretch) {
        ++made.articles;
        analyse(article, workbench, made);
        article = {};
    }
    made.portion = workbench.maker->take();
    const std::lock_guard lock(mutex_);
    workbenches_.push_back(std::move(workbench));
    return made;
}

void ShardWriter::analyse(schema::StoredArticle& article, Workbench& workbench, Analysed& made) {
    const text::Language* language = text::find_language(article.lang);
    try {
        workbench.maker->add(workbench.builder.build(article, language).form);
        if (language != nullptr) made.languages.emplace(language->code);
    } catch (const std::length_error& error) {
        workbench.maker->add({});
        made.refused.push_back(
            {made.articles, article.indexed.id, article.indexed.location, error.what()});
    }
}

ShardWriter::Workbench ShardWriter::take_workbench() {
    const std::lock_guard lock(mutex_);
    if (workbenches_.empty())
        return {DocumentBuilder(options_.words), make_portion_maker(options_.engine)};
    Workbench workbench = std::move(workbenches_.back());
    workbenches_.pop_back();
    return workbench;
}

std::string ShardWriter::finish(const LeaderTable& leaders) {
    if (!stretch_.empty()) give_stretch();
    while (!analysed_.empty()) write_oldest();
    StemWords words(languages_);
    for (const Workbench& workbench : workbenches_) workbench.builder.tell_stems(words);
    workbenches_.clear();
    schema::ShardDescription description;
    description.languages.assign(languages_.begin(), languages_.end());
    engine_->set_metadata(std::string(schema::description_key), encode(description));
    if (leaders.size() > 0) {
        write_leaders(path_, leaders);
        engine_->add_file(leaders_name);
    }
    std::string uuid = engine_->finish(words);
    base::inherit_mode(path_);
    engine_.reset();
    return uuid;
}

}  // namespace morgue::indexer
