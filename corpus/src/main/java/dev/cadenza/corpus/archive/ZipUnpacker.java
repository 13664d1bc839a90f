package dev.cadenza.corpus.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.Set;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/// Takes files out of a zip.
final class ZipUnpacker {

    /// What the library unpacks without further libraries; of others it says that it can, and then fails.
    private static final Set<ZipMethod> UNPACKED = EnumSet.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED,
            ZipMethod.IMPLODING, ZipMethod.UNSHRINKING, ZipMethod.BZIP2);

    private ZipUnpacker() {
    }

    static void unpack(Path archive, Extraction extraction) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            Enumeration<ZipArchiveEntry> entries = zip.getEntriesInPhysicalOrder();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                extraction.entry();
                String name = entry.getName();
                if (entry.getGeneralPurposeBit().usesEncryption()) {
                    throw Archives.encrypted(archive);
                }
                if (entry.isDirectory()) {
                    continue;
                }
                if (entry.isUnixSymlink()) {
                    extraction.skip(name, "LINK", "a link");
                } else if (!UNPACKED.contains(ZipMethod.getMethodByCode(entry.getMethod())) || !zip.canReadEntryData(entry)) {
                    extraction.skip(name, "PACKING_UNKNOWN", "packed in a way that is not known");
                } else {
                    file(zip, entry, extraction);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("a field of it is impossible", e);
        }
    }

    private static void file(ZipFile zip, ZipArchiveEntry entry, Extraction extraction) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            extraction.file(entry.getName(), content, entry.getCrc());
        } catch (ZipException | EOFException e) {
            extraction.skip(entry.getName(), "DAMAGED", "damaged inside the archive");
        }
    }
}
