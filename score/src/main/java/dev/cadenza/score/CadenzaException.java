package dev.cadenza.score;

/// What can go wrong, said so that a person can act on it. One sealed family: whoever catches it can tell the kinds apart.
///
/// The message reads `source, place: cause Remedy.`; nothing of it is a stack trace,
/// and all of it is one line that a terminal can show.
public abstract sealed class CadenzaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final transient Place place;
    private final String code;
    private final String remedy;

    private CadenzaException(String source, Place place, String code, String cause, String remedy, Throwable origin) {
        super(sentence(source, place, cause, remedy), origin);
        this.source = source;
        this.place = place;
        this.code = code;
        this.remedy = remedy;
    }

    private static String sentence(String source, Place place, String cause, String remedy) {
        StringBuilder text = new StringBuilder(source);
        if (!(place instanceof Place.Nowhere)) {
            text.append(source.isEmpty() ? "" : ", ").append(place);
        }
        text.append(text.isEmpty() ? "" : ": ").append(cause);
        return Shown.text(remedy.isEmpty() ? text.toString() : text.append(' ').append(remedy).toString());
    }

    /// File, model or option concerned, as the user named it; may be empty.
    public String source() {
        return source;
    }

    /// Where in the source.
    public Place place() {
        return place;
    }

    /// A stable name of the fault in capitals, `HEADER_TRUNCATED` for instance.
    public String code() {
        return code;
    }

    /// What the user can do; may be empty.
    public String remedy() {
        return remedy;
    }

    /// A file that cannot be read as what it claims to be.
    public static final class InputException extends CadenzaException {
        private static final long serialVersionUID = 1L;

        public InputException(String source, Place place, String code, String cause, String remedy) {
            super(source, place, code, cause, remedy, null);
        }

        public InputException(String source, Place place, String code, String cause, String remedy, Throwable origin) {
            super(source, place, code, cause, remedy, origin);
        }
    }

    /// A wish that cannot be fulfilled: a value out of range, options that exclude each other, data that cannot work.
    public static final class RequestException extends CadenzaException {
        private static final long serialVersionUID = 1L;

        public RequestException(String source, String code, String cause, String remedy) {
            super(source, new Place.Nowhere(), code, cause, remedy, null);
        }
    }

    /// A checkpoint that is missing, damaged, or of a kind this version does not know.
    public static final class ModelException extends CadenzaException {
        private static final long serialVersionUID = 1L;

        public ModelException(String source, Place place, String code, String cause, String remedy) {
            super(source, place, code, cause, remedy, null);
        }

        public ModelException(String source, Place place, String code, String cause, String remedy, Throwable origin) {
            super(source, place, code, cause, remedy, origin);
        }
    }

    /// A file that cannot be written.
    public static final class OutputException extends CadenzaException {
        private static final long serialVersionUID = 1L;

        public OutputException(String source, String code, String cause, String remedy, Throwable origin) {
            super(source, new Place.Nowhere(), code, cause, remedy, origin);
        }
    }

    /// Something this machine lacks: a sound card, a native library, an installed program.
    public static final class EnvironmentException extends CadenzaException {
        private static final long serialVersionUID = 1L;

        public EnvironmentException(String source, String code, String cause, String remedy, Throwable origin) {
            super(source, new Place.Nowhere(), code, cause, remedy, origin);
        }
    }
}
