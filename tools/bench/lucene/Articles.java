import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Articles as the other peers read them: the first line is the title, the rest the body. */
final class Articles {
    private static final int LONGEST_HEAD = 600;

    final String title;
    final String body;

    private Articles(String text) {
        int line = text.indexOf('\n');
        title = line < 0 ? text : text.substring(0, line);
        body = line < 0 ? "" : text.substring(line);
    }

    static Articles read(Path path) throws IOException {
        return new Articles(new String(Files.readAllBytes(path), StandardCharsets.UTF_8));
    }

    static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(".txt")).sorted()
                .collect(Collectors.toList());
        }
    }

    /** The value behind "\nDate: " or the like; empty where there is none. */
    String labelled(String label) {
        String head = body.substring(0, Math.min(LONGEST_HEAD, body.length()));
        int at = head.indexOf(label);
        if (at < 0) return "";
        int end = head.indexOf('\n', at + 1);
        return head.substring(at + label.length(), end < 0 ? head.length() : end);
    }
}
