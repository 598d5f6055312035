import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Builds an index of articles: EnglishAnalyzer, positions, stored text. */
public final class Build {
    private static final double RAM_BUFFER_MB = 256;

    public static void main(String[] args) throws Exception {
        Path folder = Paths.get(args[0]);
        int threads = Integer.parseInt(args[2]);
        IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
        config.setRAMBufferSizeMB(RAM_BUFFER_MB);
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        try (FSDirectory directory = FSDirectory.open(Paths.get(args[1]));
             IndexWriter writer = new IndexWriter(directory, config)) {
            add(writer, Articles.below(folder), threads);
            writer.commit();
        }
    }

    private static void add(IndexWriter writer, List<Path> paths, int threads) throws Exception {
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Void>> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(pool.submit(() -> {
                for (int at; (at = next.getAndIncrement()) < paths.size();) {
                    writer.addDocument(documentOf(paths.get(at)));
                }
                return null;
            }));
        }
        for (Future<Void> worker : workers) worker.get();
        pool.shutdown();
    }

    private static Document documentOf(Path path) throws Exception {
        Articles article = Articles.read(path);
        String date = article.labelled("\nDate: ");
        Document document = new Document();
        document.add(new StringField("path", path.toString(), Field.Store.YES));
        document.add(new TextField("title", article.title, Field.Store.YES));
        document.add(new TextField("text", article.title + article.body, Field.Store.YES));
        document.add(new StringField("section", article.labelled("\nSection: "), Field.Store.NO));
        document.add(new StringField("year", date.substring(0, Math.min(4, date.length())),
            Field.Store.NO));
        document.add(new SortedDocValuesField("date", new BytesRef(date)));
        document.add(new SortedDocValuesField("source",
            new BytesRef(article.labelled("\nSource: "))));
        return document;
    }
}
