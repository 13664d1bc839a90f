package dev.cadenza.corpus.archive;

/// What an archive may hold. Real corpora stay far below; only files made to fill a disk reach these.
///
/// @param entries files and folders
/// @param totalBytes of all files, unpacked
/// @param fileBytes of one file, unpacked; a longer one is left out
/// @param ratio how many times longer than the archive all files may be, once they are longer than `freeBytes`
/// @param freeBytes so much may be unpacked whatever the ratio
public record ArchiveLimits(long entries, long totalBytes, long fileBytes, long ratio, long freeBytes) {

    /// Two million entries, 64 GB, 256 MB a file. Music packs 5 to 60 times smaller; a bomb a thousand times and more.
    public static final ArchiveLimits USUAL = new ArchiveLimits(2_000_000, 64L << 30, 256L << 20, 250, 64L << 20);
}
