package dev.cadenza.studio.study;

import dev.cadenza.evaluate.study.Clip;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import dev.cadenza.studio.web.ApiFault;
import dev.cadenza.studio.web.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The clips of a study. Only those that its design lists can be had: what stands in a request is looked up, never made a path.
final class Clips {

    private static final String ENDING = ".wav";

    private final StudyFolder folder;
    private final Map<String, Clip> clips;
    private final Map<String, Boolean> sound = new ConcurrentHashMap<>();

    /// @throws InputException where a clip is missing
    Clips(StudyFolder folder, StudyDesign design) {
        this.folder = folder;
        this.clips = Map.copyOf(design.byKey());
        for (Clip clip : design.clips()) {
            // A link could lead anywhere on this machine, and a study may come from somebody else.
            if (Files.isSymbolicLink(folder.clips()) || !Files.isRegularFile(folder.clip(clip.key()), LinkOption.NOFOLLOW_LINKS)) {
                throw new InputException(folder.clip(clip.key()).toString(), new Place.Nowhere(), "NO_CLIP",
                        "this clip of the study is missing.", "Make the study anew with cadenza study new, or restore the file.");
            }
        }
    }

    /// A file as a request names it: `KEY.wav`.
    ///
    /// @param range the `Range` header, empty for all of it
    /// @throws ApiFault where the study has no such clip, or its file is no longer the one it was made with
    Reply file(String name, String range) {
        Clip clip = name.endsWith(ENDING) ? clips.get(name.substring(0, name.length() - ENDING.length())) : null;
        if (clip == null) {
            throw ApiFault.notFound();
        }
        Path file = folder.clip(clip.key());
        if (!sound.computeIfAbsent(clip.key(), _ -> sha256(file).equals(clip.sha256()))) {
            throw new ApiFault(500, "CLIP_CHANGED", "This clip is not the one that the study was made with.", "Tell who runs the study.");
        }
        return new Reply.Media("audio/wav", file, clip.sha256().substring(0, 32), range);
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
             DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (IOException e) {
            return "";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
