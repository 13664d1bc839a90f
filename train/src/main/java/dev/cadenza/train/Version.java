package dev.cadenza.train;

/// Version of this software, as it stands in provenance.
final class Version {

    static final String CADENZA = "0.1.0";

    private Version() {
    }
}
