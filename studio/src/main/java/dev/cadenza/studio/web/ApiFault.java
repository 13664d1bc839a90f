package dev.cadenza.studio.web;

/// A request that is not fulfilled, with what its sender is told: `{"code": ..., "cause": ..., "remedy": ...}`.
public final class ApiFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String remedy;

    /// @param status of HTTP
    /// @param code a stable name in capitals
    /// @param cause what is wrong, a sentence
    /// @param remedy what to do, a sentence
    public ApiFault(int status, String code, String cause, String remedy) {
        // Faults are ordinary here: where they came from is never shown, so it is not recorded.
        super(cause, null, false, false);
        this.status = status;
        this.code = code;
        this.remedy = remedy;
    }

    /// A request that makes no sense.
    public static ApiFault bad(String code, String cause) {
        return new ApiFault(400, code, cause, "Send what docs/reference/studio-api.md describes.");
    }

    /// The same for whatever is not there, so that nobody learns what might be.
    public static ApiFault notFound() {
        return new ApiFault(404, "NOT_FOUND", "There is nothing here.", "Check the whole address.");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String remedy() {
        return remedy;
    }
}
