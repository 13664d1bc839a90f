package dev.cadenza.studio.store;

import dev.cadenza.evaluate.study.Answer;
import dev.cadenza.evaluate.study.Listener;
import dev.cadenza.evaluate.study.Schedule;
import dev.cadenza.evaluate.study.Skill;
import dev.cadenza.evaluate.study.StudyAnswers;
import dev.cadenza.evaluate.study.StudyDesign;
import dev.cadenza.evaluate.study.StudyFolder;
import dev.cadenza.evaluate.study.StudyJson;
import dev.cadenza.evaluate.study.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who has listened and what they answered, in `answers.db`. When a method that keeps something returns, it is on the disk: it
/// survives the end of the process and a loss of power. One store for one study at a time; usable from any thread.
///
/// Faults of the disk come as [dev.cadenza.score.CadenzaException].
public final class AnswerStore implements AutoCloseable {

    /// What became of an answer.
    public enum Kept {
        /// It is new.
        NEW,
        /// The same was kept before.
        BEFORE,
        /// Another one was kept before, and stands.
        OTHER
    }

    private final Path file;
    private final StudyLock lock;
    private final Connection connection;

    private AnswerStore(Path file, StudyLock lock, Connection connection) {
        this.file = file;
        this.lock = lock;
        this.connection = connection;
    }

    /// Opens the store of a study for its server.
    ///
    /// @param freshToken kept where the store is new; afterwards [#token] gives the first one
    /// @throws dev.cadenza.score.CadenzaException where another server has it, or it cannot be used
    public static AnswerStore open(StudyFolder folder, StudyDesign design, String freshToken) {
        Path file = folder.answers();
        StudyLock lock = StudyLock.take(file.resolveSibling("answers.lock"));
        try {
            return new AnswerStore(file, lock, StoreFile.forWriting(file, digest(design), freshToken));
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    /// What everybody answered so far; works beside a server.
    ///
    /// @throws dev.cadenza.score.CadenzaException where it cannot be read
    public static StudyAnswers read(StudyFolder folder, StudyDesign design) {
        Path file = folder.answers();
        if (!Files.exists(file)) {
            return new StudyAnswers(List.of(), List.of());
        }
        try (Connection connection = StoreFile.forReading(file, digest(design))) {
            return StoreFile.isBlank(connection) ? new StudyAnswers(List.of(), List.of()) : all(connection, design);
        } catch (SQLException e) {
            throw StoreFile.readingFault(file, e);
        } catch (IllegalArgumentException e) {
            throw StoreFile.damaged(file, e);
        }
    }

    /// What fixes the trials and what they mean. Titles may change while listeners come.
    private static String digest(StudyDesign design) {
        StudyDesign plain = new StudyDesign("-", List.of("en"), design.seed(), design.minutes(), design.questions(), design.scales(), "a", "b",
                design.loudness(), design.clips(), design.checks());
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(StudyJson.write(plain)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The token of the study's address. It stays the same, so that listeners can go on after the server was started anew.
    public String token() {
        return working(on -> StoreFile.texts(on, "SELECT token FROM study").getFirst());
    }

    /// Takes in somebody new.
    ///
    /// @param id not used before
    /// @param most how many listeners there may be
    /// @return empty where there are so many already
    public Optional<Listener> add(String id, Skill skill, int most) {
        return working(on -> {
            int number = (int) StoreFile.number(on, "SELECT coalesce(max(number) + 1, 0) FROM listener");
            if (number >= most) {
                return Optional.empty();
            }
            try (PreparedStatement insert = on.prepareStatement("INSERT INTO listener (number, id, years, plays, level) VALUES (?, ?, ?, ?, ?)")) {
                insert.setInt(1, number);
                insert.setString(2, id);
                insert.setInt(3, skill.years());
                insert.setInt(4, skill.plays() ? 1 : 0);
                insert.setInt(5, skill.level());
                insert.executeUpdate();
            }
            return Optional.of(new Listener(number, id, skill));
        });
    }

    /// The listener of a name.
    public Optional<Listener> listener(String id) {
        return working(on -> {
            try (PreparedStatement select = on.prepareStatement("SELECT number, id, years, plays, level FROM listener WHERE id = ?")) {
                select.setString(1, id);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() ? Optional.of(listener(rows)) : Optional.empty();
                }
            }
        });
    }

    /// The trials that a listener has answered.
    public SortedSet<Integer> answered(Listener listener) {
        return working(on -> {
            SortedSet<Integer> trials = new TreeSet<>();
            try (PreparedStatement select = on.prepareStatement("SELECT trial FROM answer WHERE listener = ?")) {
                select.setInt(1, listener.number());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        trials.add(rows.getInt(1));
                    }
                }
            }
            return trials;
        });
    }

    /// Keeps an answer, unless its listener answered the trial before: the first one stands.
    public Kept keep(Listener listener, Answer answer) {
        String value = AnswerText.of(answer);
        return working(on -> {
            try (PreparedStatement insert = on.prepareStatement("INSERT INTO answer (listener, trial, value, heard_seconds) VALUES (?, ?, ?, ?)"
                    + " ON CONFLICT (listener, trial) DO NOTHING")) {
                insert.setInt(1, listener.number());
                insert.setInt(2, answer.trial().id());
                insert.setString(3, value);
                insert.setDouble(4, answer.heardSeconds());
                if (insert.executeUpdate() == 1) {
                    return Kept.NEW;
                }
            }
            try (PreparedStatement select = on.prepareStatement("SELECT value FROM answer WHERE listener = ? AND trial = ?")) {
                select.setInt(1, listener.number());
                select.setInt(2, answer.trial().id());
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next() && rows.getString(1).equals(value) ? Kept.BEFORE : Kept.OTHER;
                }
            }
        });
    }

    /// How many listeners have answered so many trials or more.
    public int finished(int trials) {
        return (int) (long) working(on -> StoreFile.number(on,
                "SELECT count(*) FROM (SELECT listener FROM answer GROUP BY listener HAVING count(*) >= " + trials + ")"));
    }

    private static StudyAnswers all(Connection on, StudyDesign design) throws SQLException {
        Map<Integer, Listener> listeners = new TreeMap<>();
        try (PreparedStatement select = on.prepareStatement("SELECT number, id, years, plays, level FROM listener ORDER BY number");
             ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                Listener listener = listener(rows);
                listeners.put(listener.number(), listener);
            }
        }
        List<Answer> answers = new ArrayList<>();
        try (PreparedStatement select = on.prepareStatement("SELECT trial, value, heard_seconds FROM answer WHERE listener = ? ORDER BY place")) {
            for (Listener listener : listeners.values()) {
                List<Trial> trials = Schedule.of(design, listener.number());
                select.setInt(1, listener.number());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        int trial = rows.getInt(1);
                        if (trial < 1 || trial > trials.size()) {
                            throw new IllegalArgumentException("there is no trial " + trial);
                        }
                        answers.add(AnswerText.read(listener.id(), trials.get(trial - 1), rows.getString(2), rows.getDouble(3)));
                    }
                }
            }
        }
        return new StudyAnswers(List.copyOf(listeners.values()), answers);
    }

    private static Listener listener(ResultSet rows) throws SQLException {
        return new Listener(rows.getInt(1), rows.getString(2), new Skill(rows.getInt(3), rows.getInt(4) != 0, rows.getInt(5)));
    }

    /// SQLite has one writer; each statement outside of a transaction is one of its own, on the disk when it returns.
    private synchronized <T> T working(StoreFile.Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw StoreFile.fault(file, e);
        } catch (IllegalArgumentException e) {
            throw StoreFile.damaged(file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreFile.fault(file, e);
        } finally {
            release(lock);
        }
    }

    private static void release(StudyLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
