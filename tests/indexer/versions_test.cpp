#include "ingest_fixture.hpp"

namespace morgue {
namespace {

/// Files of a wire, each with one version of an item.
class Versions : public Ingest {
  protected:
    void item(const std::string& name, const std::string& uri, int version,
              const std::string& status = "usable") const {
        write(name, R"({"uri":"tag:wire.example,2019:)" + uri + R"(","version":")" +
                        std::to_string(version) + R"(","pubstatus":")" + status +
                        R"(","headline":"Headline )" + uri + R"(","body_text":"Text number )" +
                        std::to_string(version) + R"( of )" + uri + R"("})");
    }

    /// The bodies that the index has.
    std::string held() const {
        const schema::Snapshot now = schema::Snapshot::open(dir());
        std::set<std::string> bodies;
        now.for_each_live("", [&](const schema::Place& place) {
            bodies.insert(now.stored(place).indexed.article.body);
            return true;
        });
        std::string list;
        for (const std::string& body : bodies) list += (list.empty() ? "" : "; ") + body;
        return list;
    }
};

TEST_F(Versions, TheNewestOfSeveralFilesStaysInWhateverOrderTheyStand) {
    item("a.json", "storm", 3);
    item("b.json", "storm", 1);
    item("c.json", "storm", 2);
    const IngestReport report = run();
    EXPECT_EQ(held(), "Text number 3 of storm");
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.superseded, 2U);
    EXPECT_EQ(counts(run()), "0 0 0 0 1 0");
    expect_equal_to_a_fresh_index();
}

TEST_F(Versions, ANewerOneOfALaterRunTakesThePlace) {
    item("b.json", "storm", 1);
    item("calm.json", "calm", 1);
    run();
    item("a.json", "storm", 2);
    const IngestReport report = run();
    EXPECT_EQ(counts(report), "0 1 0 0 2 0");
    EXPECT_EQ(held(), "Text number 1 of calm; Text number 2 of storm");
    expect_equal_to_a_fresh_index();
    item("c.json", "storm", 1);
    EXPECT_EQ(run().superseded, 2U);
    EXPECT_EQ(held(), "Text number 1 of calm; Text number 2 of storm");
    expect_equal_to_a_fresh_index();
}

TEST_F(Versions, AnOlderOneComesBackWhenTheNewerOneGoes) {
    item("a.json", "storm", 1);
    item("b.json", "storm", 2);
    item("c.json", "storm", 3);
    item("d.json", "calm", 1);
    run();
    remove("c.json");
    EXPECT_EQ(run().superseded, 1U);
    EXPECT_EQ(held(), "Text number 1 of calm; Text number 2 of storm");
    expect_equal_to_a_fresh_index();
    remove("b.json");
    EXPECT_EQ(run().superseded, 0U);
    EXPECT_EQ(held(), "Text number 1 of calm; Text number 1 of storm");
    expect_equal_to_a_fresh_index();
}

TEST_F(Versions, WhatIsTakenBackIsNotThereUntilItsKillGoes) {
    item("a.json", "storm", 1);
    item("calm.json", "calm", 1);
    run();
    item("kill.json", "storm", 2, "canceled");
    const IngestReport report = run();
    EXPECT_EQ(held(), "Text number 1 of calm");
    EXPECT_EQ(report.withdrawn, 1U);
    EXPECT_EQ(report.articles, 1U);
    expect_equal_to_a_fresh_index();
    item("late.json", "storm", 3);
    run();
    EXPECT_EQ(held(), "Text number 1 of calm; Text number 3 of storm");
    expect_equal_to_a_fresh_index();
    remove("late.json");
    run();
    EXPECT_EQ(held(), "Text number 1 of calm");
    remove("kill.json");
    run();
    EXPECT_EQ(held(), "Text number 1 of calm; Text number 1 of storm");
    expect_equal_to_a_fresh_index();
}

TEST_F(Versions, ADocumentWithoutANumberIsTakenBackByItsId) {
    const auto nitf = [](const std::string& docdata, const std::string& text) {
        return "<nitf><head><docdata " + docdata + "</docdata></head><body><body.content><p>" +
               text + "</p></body.content></body></nitf>";
    };
    write("a.xml", nitf("><doc-id id-string='x.1'/>", "Storm"));
    write("b.xml", nitf("><doc-id id-string='x.1'/>", "Storm again"));
    write("calm.xml", nitf("><doc-id id-string='x.2'/>", "Calm"));
    run();
    EXPECT_EQ(held(), "Calm; Storm; Storm again");
    write("kill.xml", nitf("management-status='canceled'><doc-id id-string='x.1'/>", "Kill"));
    const IngestReport report = run();
    EXPECT_EQ(report.removed, 2U);
    EXPECT_EQ(held(), "Calm");
    expect_equal_to_a_fresh_index();
    remove("kill.xml");
    run();
    EXPECT_EQ(held(), "Calm; Storm; Storm again");
    expect_equal_to_a_fresh_index();
    write("note.xml", nitf("management-doc-idref='x.2' management-idref-status='canceled'>"
                           "<doc-id id-string='x.3'/>",
                           "Note to editors"));
    run();
    EXPECT_EQ(held(), "Note to editors; Storm; Storm again");
    expect_equal_to_a_fresh_index();
}

TEST_F(Versions, EitherOfTwoIdsTakesADocumentBack) {
    const auto nitf = [](const std::string& docdata, const std::string& text) {
        return "<nitf><head><docdata " + docdata + "</docdata></head><body><body.content><p>" +
               text + "</p></body.content></body></nitf>";
    };
    write("calm.xml", nitf("><doc-id id-string='x.2'/><du-key key='calm' version='2'/>", "Calm"));
    write("frost.xml", nitf("><doc-id id-string='x.3'/>", "Frost"));
    write("storm.xml", nitf("><doc-id id-string='x.1'/><du-key key='storm'/>", "Storm"));
    run();
    EXPECT_EQ(held(), "Calm; Frost; Storm");
    write("kill.xml", nitf("management-status='canceled'><doc-id id-string='x.2'/>", "Kill"));
    run();
    EXPECT_EQ(held(), "Frost; Storm");
    run();
    EXPECT_EQ(held(), "Frost; Storm");
    expect_equal_to_a_fresh_index();
    write("kill2.xml", nitf("management-status='canceled'><doc-id id-string='x.3'/>"
                            "<du-key key='frost' version='1'/>",
                            "Kill"));
    run();
    EXPECT_EQ(held(), "Storm");
    expect_equal_to_a_fresh_index();
    remove("kill.xml");
    remove("kill2.xml");
    run();
    EXPECT_EQ(held(), "Calm; Frost; Storm");
    expect_equal_to_a_fresh_index();
}

TEST_F(Versions, ACountTellsWhatTakesAPlaceFromWhatIsTakenBack) {
    item("a.json", "storm", 1);
    item("b.json", "calm", 1);
    run();
    item("kill.json", "storm", 2, "canceled");
    item("c.json", "calm", 2);
    item("d.json", "frost", 1);
    const IngestReport report = run();
    EXPECT_EQ(report.added, 1U);
    EXPECT_EQ(report.changed, 1U);
    EXPECT_EQ(report.removed, 1U);
    EXPECT_EQ(report.articles, 2U);
}

TEST_F(Versions, FilesWithTheSameOneAreAllKept) {
    item("a.json", "storm", 2);
    item("b.json", "storm", 2);
    item("c.json", "storm", 1);
    EXPECT_EQ(run().articles, 2U);
    expect_equal_to_a_fresh_index();
    item("d.json", "storm", 3);
    EXPECT_EQ(run().articles, 1U);
    remove("d.json");
    EXPECT_EQ(run().articles, 2U);
    expect_equal_to_a_fresh_index();
}

TEST_F(Versions, SurviveALostListOfFilesAndARename) {
    item("a.json", "storm", 1);
    item("b.json", "storm", 2);
    run();
    base::remove_all(dir() + "/FILES");
    rename("b.json", "moved.json");
    run();
    EXPECT_EQ(held(), "Text number 2 of storm");
    remove("moved.json");
    run();
    EXPECT_EQ(held(), "Text number 1 of storm");
    expect_equal_to_a_fresh_index();
}

}  // namespace
}  // namespace morgue
