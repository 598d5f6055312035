import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** A TREC run over a folder of texts: EnglishAnalyzer, BM25, any of a question's words. */
public final class Rank {
    public static void main(String[] args) throws IOException {
        Analyzer analyzer = new EnglishAnalyzer();
        String[] fields = args[3].equals("one") ? new String[] {"text"}
                                                : new String[] {"title", "body"};
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            for (Path path : Articles.below(Paths.get(args[0]))) {
                writer.addDocument(documentOf(path));
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        QueryBuilder builder = new QueryBuilder(analyzer);
        for (String line : Files.readAllLines(Paths.get(args[1]))) {
            String[] listed = line.split("\t", 2);
            Query query = anyWord(builder, fields, listed[1]);
            print(searcher, listed[0], searcher.search(query, Integer.parseInt(args[2])).scoreDocs);
        }
    }

    private static Document documentOf(Path path) throws IOException {
        Articles article = Articles.read(path);
        String id = path.getFileName().toString().replaceFirst("\\.txt$", "");
        Document document = new Document();
        document.add(new StringField("id", id, Field.Store.YES));
        document.add(new TextField("title", article.title, Field.Store.NO));
        document.add(new TextField("body", article.body, Field.Store.NO));
        document.add(new TextField("text", article.title + "\n" + article.body, Field.Store.NO));
        return document;
    }

    private static Query anyWord(QueryBuilder builder, String[] fields, String question) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String field : fields) {
            Query query = builder.createBooleanQuery(field, question);
            if (query != null) any.add(query, BooleanClause.Occur.SHOULD);
        }
        return any.build();
    }

    private static void print(IndexSearcher searcher, String question, ScoreDoc[] hits)
            throws IOException {
        int rank = 0;
        for (ScoreDoc hit : hits) {
            System.out.println(String.format(Locale.ROOT, "%s Q0 %s %d %.6f lucene", question,
                searcher.doc(hit.doc).get("id"), ++rank, hit.score));
        }
    }
}
