package dev.cadenza.evaluate.study;

import dev.cadenza.score.AtomicFiles;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/// A study on disk: `study.json`, `clips/KEY.wav` and, once somebody has listened, `answers.db`.
///
/// @param root the folder
public record StudyFolder(Path root) {

    private static final String DESIGN = "study.json";
    private static final int LARGEST_DESIGN_BYTES = 16 << 20;

    /// The file of the design.
    public Path designFile() {
        return root.resolve(DESIGN);
    }

    /// The folder of the clips.
    public Path clips() {
        return root.resolve("clips");
    }

    /// The file of a clip.
    ///
    /// @throws IllegalArgumentException where `key` is none
    public Path clip(String key) {
        if (!Clip.isKey(key)) {
            throw new IllegalArgumentException("no key of a clip");
        }
        return clips().resolve(key + ".wav");
    }

    /// Where answers are kept.
    public Path answers() {
        return root.resolve("answers.db");
    }

    /// Writes the design.
    public void write(StudyDesign design) {
        AtomicFiles.write(designFile(), StudyJson.write(design));
    }

    /// Reads the design.
    ///
    /// @throws InputException where there is none, or it is damaged
    public StudyDesign design() {
        String name = designFile().toString();
        if (!Files.isRegularFile(designFile())) {
            throw new InputException(root.toString(), new Place.Nowhere(), "NO_STUDY", "the folder holds no listening study.",
                    "Make one with cadenza study new.");
        }
        try (InputStream in = Files.newInputStream(designFile())) {
            byte[] bytes = in.readNBytes(LARGEST_DESIGN_BYTES + 1);
            if (bytes.length > LARGEST_DESIGN_BYTES) {
                throw damaged(name, "it is larger than 16 MB", null);
            }
            return StudyJson.read(bytes);
        } catch (IllegalArgumentException e) {
            throw damaged(name, e.getMessage(), e);
        } catch (JacksonException e) {
            throw damaged(name, "it is no JSON", e);
        } catch (IOException e) {
            throw new InputException(name, new Place.Nowhere(), "CANNOT_READ", "the file cannot be read.", "Check that you may read it.", e);
        }
    }

    private static InputException damaged(String name, String cause, Throwable origin) {
        return new InputException(name, new Place.Nowhere(), "STUDY_DAMAGED", "the study cannot be used: " + cause + ".",
                "Make it anew with cadenza study new, or restore the file.", origin);
    }
}
