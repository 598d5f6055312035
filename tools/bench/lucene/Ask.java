import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Answers the queries of a list; prints class, microseconds and hits for each. */
public final class Ask {
    private static final int NEAR_DISTANCE = 5;
    private static final int WARM_UPS = 20;

    private final IndexSearcher searcher;
    private final QueryBuilder builder;
    private final UnifiedHighlighter highlighter;

    private Ask(IndexSearcher searcher, Analyzer analyzer, boolean snippets) {
        this.searcher = searcher;
        builder = new QueryBuilder(analyzer);
        highlighter = snippets ? new UnifiedHighlighter(searcher, analyzer) : null;
    }

    public static void main(String[] args) throws IOException {
        int rounds = Integer.parseInt(args[2]);
        boolean snippets = args.length > 3 && args[3].equals("--snippets");
        List<String[]> queries = new ArrayList<>();
        for (String line : Files.readAllLines(Paths.get(args[1]))) queries.add(line.split("\t"));
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Paths.get(args[0])))) {
            Ask ask = new Ask(new IndexSearcher(reader), new EnglishAnalyzer(), snippets);
            if (rounds > 1) ask.warmUp(queries);
            for (int round = 0; round < rounds; round++) ask.time(queries);
        }
    }

    /** Many rounds: the code is compiled while it runs. */
    private void warmUp(List<String[]> queries) throws IOException {
        for (int i = 0; i < WARM_UPS; i++) for (String[] query : queries) answer(query);
    }

    private void time(List<String[]> queries) throws IOException {
        for (String[] query : queries) {
            long begin = System.nanoTime();
            int hits = answer(query);
            double micros = (System.nanoTime() - begin) / 1e3;
            System.out.println(String.format(Locale.ROOT, "%s\t%.1f\t%d", query[0], micros, hits));
        }
    }

    private int answer(String[] listed) throws IOException {
        Query query = queryOf(listed);
        TopDocs hits = searcher.search(query, 10);
        for (ScoreDoc hit : hits.scoreDocs) searcher.doc(hit.doc);
        if (highlighter != null && hits.scoreDocs.length > 0) {
            highlighter.highlight("text", query, hits);
        }
        return hits.scoreDocs.length;
    }

    private Query queryOf(String[] listed) {
        switch (listed[1]) {
            case "phrase": return orNothing(builder.createPhraseQuery("text", listed[2]));
            case "near": return orNothing(
                builder.createPhraseQuery("text", listed[2], NEAR_DISTANCE - 1));
            case "any": return combined(listed[2], BooleanClause.Occur.SHOULD);
            default: return combined(listed[2], BooleanClause.Occur.MUST);
        }
    }

    private Query combined(String words, BooleanClause.Occur occur) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (String word : Arrays.asList(words.split(" "))) {
            all.add(orNothing(builder.createBooleanQuery("text", word)), occur);
        }
        return all.build();
    }

    /** The analyzer may drop every word. */
    private static Query orNothing(Query query) {
        return query == null ? new MatchNoDocsQuery() : query;
    }
}
