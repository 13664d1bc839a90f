package dev.cadenza.score.abc;

import dev.cadenza.score.Part;
import dev.cadenza.score.Score;
import dev.cadenza.score.notation.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes a score as a tune of ABC 2.1: each part a voice, with chord symbols, words, grace notes, marks and the signs of its
/// repeats. Equal scores give equal bytes.
///
/// Music that was played is written as `dev.cadenza.score.notation` tidies it. Loudness of single notes, controls and changes of
/// sound are left out; `docs/formats/abc.md` lists what else.
public final class AbcWriter {

    private AbcWriter() {
    }

    /// @return one tune, in UTF-8
    /// @throws dev.cadenza.score.CadenzaException.RequestException where it has more than 20,000 bars
    public static byte[] write(Score score) {
        return text(score).getBytes(StandardCharsets.UTF_8);
    }

    /// The same as text, with a line feed at the end of each line.
    public static String text(Score score) {
        Page page = Page.of(score);
        WrittenSigns signs = new WrittenSigns(page);
        StringBuilder text = new StringBuilder();
        List<Part> parts = page.score().parts();
        signs.header(text);
        boolean alone = parts.size() == 1 && parts.getFirst().name().isBlank();
        for (int i = 0; i < parts.size() && !alone; i++) {
            text.append("V:").append(i + 1);
            if (!parts.get(i).name().isBlank()) {
                text.append(" name=\"").append(WrittenSigns.plain(parts.get(i).name())).append('"');
            }
            text.append('\n');
        }
        text.append("K:").append(signs.key(0)).append('\n');
        for (int i = 0; i < parts.size(); i++) {
            new VoiceWriter(text, page, signs, parts.get(i), i).write();
        }
        return text.toString();
    }
}
