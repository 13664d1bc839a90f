package dev.cadenza.studio.store;

import dev.cadenza.score.CadenzaException;
import dev.cadenza.score.CadenzaException.EnvironmentException;
import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Place;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/// Opens `answers.db`. A file that does not hold exactly our tables is refused: it might bring code of its own (triggers, views).
final class StoreFile {

    private static final String CANNOT_WRITE = "CANNOT_WRITE";
    private static final int VERSION = 1;
    /// "CADZ", which tells our files from other SQLite files.
    private static final int APPLICATION = 0x4341_445A;
    private static final int LONGEST_VALUE_BYTES = 1 << 20;
    private static final int BUSY_MILLIS = 5_000;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE answer (place INTEGER PRIMARY KEY, listener INTEGER NOT NULL REFERENCES listener (number), "
                    + "trial INTEGER NOT NULL, value TEXT NOT NULL, heard_seconds REAL NOT NULL, UNIQUE (listener, trial)) STRICT",
            "CREATE TABLE listener (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, years INTEGER NOT NULL, "
                    + "plays INTEGER NOT NULL, level INTEGER NOT NULL) STRICT",
            "CREATE TABLE study (design TEXT NOT NULL, token TEXT NOT NULL) STRICT");

    /// Work on a connection.
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /// What went wrong, in words.
    private interface Faults {
        CadenzaException of(SQLException e);
    }

    private StoreFile() {
    }

    /// Opens the file for its one writer, and makes it where it is not there yet.
    static Connection forWriting(Path file, String design, String freshToken) {
        createPrivate(file);
        return opened(connect(file, "rw", e -> fault(file, e)), e -> fault(file, e), connection -> {
            run(connection, "PRAGMA journal_mode=WAL");
            run(connection, "PRAGMA synchronous=FULL");
            if (isBlank(connection)) {
                create(connection, design, freshToken);
            } else {
                check(connection, file, design);
            }
            return connection;
        });
    }

    /// Opens the file to read it, also while it is being written, and where nothing may be written.
    static Connection forReading(Path file, String design) {
        boolean clean = !Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
        boolean frozen = clean && !(Files.isWritable(file.toAbsolutePath().getParent()) && Files.isWritable(file));
        Faults faults = e -> readingFault(file, e);
        return opened(connect(file, frozen ? "ro&immutable=1" : "ro", faults), faults, connection -> {
            if (!isBlank(connection)) {
                check(connection, file, design);
            }
            return connection;
        });
    }

    /// Whether there are no tables yet: a server was ended before it made them.
    static boolean isBlank(Connection connection) throws SQLException {
        return number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    }

    private static Connection opened(Connection connection, Faults faults, Work<Connection> preparing) {
        try {
            return preparing.on(connection);
        } catch (SQLException | CadenzaException e) {
            try {
                connection.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e instanceof CadenzaException told ? told : faults.of((SQLException) e);
        }
    }

    /// As an address, so that no letter of the path means anything else.
    private static Connection connect(Path file, String mode, Faults faults) {
        if (!Files.isRegularFile(file)) {
            throw refused(file, "ANSWERS_FOREIGN", "this is no file, so no answers can be in it.", "Move it away; then a new one is begun.");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST_VALUE_BYTES));
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + file.toAbsolutePath().toUri().getRawPath()
                    + "?mode=" + mode, config.toProperties());
            run(connection, "PRAGMA trusted_schema=OFF");
            return connection;
        } catch (SQLException e) {
            throw faults.of(e);
        }
    }

    /// Nobody else on this machine needs to read it.
    private static void createPrivate(Path file) {
        try {
            if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // What it holds is looked at in a moment.
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    private static void create(Connection connection, String design, String token) throws SQLException {
        connection.setAutoCommit(false);
        for (String table : TABLES) {
            run(connection, table);
        }
        try (var insert = connection.prepareStatement("INSERT INTO study (design, token) VALUES (?, ?)")) {
            insert.setString(1, design);
            insert.setString(2, token);
            insert.executeUpdate();
        }
        run(connection, "PRAGMA application_id=" + APPLICATION);
        run(connection, "PRAGMA user_version=" + VERSION);
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static void check(Connection connection, Path file, String design) throws SQLException {
        long version = number(connection, "PRAGMA user_version");
        if (number(connection, "PRAGMA application_id") != APPLICATION) {
            throw refused(file, "ANSWERS_FOREIGN", "the file holds no answers of a study.", "Move it away; then a new one is begun.");
        }
        if (version != VERSION) {
            throw refused(file, "ANSWERS_VERSION", "the answers are of version " + version + ", and " + VERSION + " is known.",
                    "Use the Cadenza that wrote them.");
        }
        if (!texts(connection, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").equals(TABLES)
                || !texts(connection, "PRAGMA quick_check(1)").equals(List.of("ok"))) {
            throw damaged(file, null);
        }
        if (!texts(connection, "SELECT design FROM study").equals(List.of(design))) {
            throw refused(file, "STUDY_CHANGED", "the answers belong to another study.json than the one that is here.",
                    "Restore the study.json that listeners were given, or move the answers away.");
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /// What went wrong while only reading was asked for.
    static CadenzaException readingFault(Path file, SQLException e) {
        CadenzaException told = fault(file, e);
        return !told.code().equals(CANNOT_WRITE) ? told : new InputException(file.toString(), new Place.Nowhere(), "CANNOT_READ",
                "the answers cannot be read.", "Check that you may read the file and those beside it, or ask who runs the study.", e);
    }

    /// What went wrong, in words.
    static CadenzaException fault(Path file, SQLException e) {
        // Errors of SQLite come with details in their upper bits.
        SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(e.getErrorCode() & 0xff);
        if (Set.of(SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_TOOBIG).contains(code)) {
            return damaged(file, e);
        }
        return switch (code) {
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> cannotWrite(file, e);
            case SQLITE_FULL, SQLITE_IOERR -> new EnvironmentException(file.toString(), "CANNOT_KEEP", "answers cannot be kept: the disk is"
                    + " full or fails.", "Make room, then start again; what was acknowledged is kept.", e);
            case SQLITE_BUSY, SQLITE_LOCKED -> new EnvironmentException(file.toString(), "STUDY_IN_USE",
                    "another program holds the answers.", "Close it, then try again.", e);
            default -> new EnvironmentException(file.toString(), "STORE_FAILED", "the database of the answers does not work here.",
                    "Check that the folder for temporary files may hold programs, then try again.", e);
        };
    }

    static EnvironmentException cannotWrite(Path file, Exception e) {
        return new EnvironmentException(file.toString(), CANNOT_WRITE, "the file cannot be opened for writing, so no answer could be kept.",
                "Check that you may write to the folder of the study.", e);
    }

    static InputException damaged(Path file, Exception e) {
        return new InputException(file.toString(), new Place.Nowhere(), "ANSWERS_DAMAGED", "the answers are damaged.",
                "Restore the file from a copy, or move it away to begin anew.", e);
    }

    private static InputException refused(Path file, String code, String cause, String remedy) {
        return new InputException(file.toString(), new Place.Nowhere(), code, cause, remedy);
    }
}
