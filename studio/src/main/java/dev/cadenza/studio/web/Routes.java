package dev.cadenza.studio.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Which path is answered by what. Paths are those below the token: `api/listeners/{listener}/answers`.
///
/// A segment in braces stands for letters, digits, `.`, `_` and `-`. Nothing is decoded: an address with `%` is none of ours.
public final class Routes {

    /// Answers a request.
    @FunctionalInterface
    public interface Route extends Function<Call, Reply> {
    }

    private record Entry(String method, List<String> path, Route route) {
    }

    /// What was found for a path.
    record Match(Route route, Map<String, String> variables) {
    }

    private final List<Entry> entries = new ArrayList<>();

    /// Answers GET, and HEAD without a body.
    public Routes get(String path, Route route) {
        entries.add(new Entry("GET", segments(path), route));
        return this;
    }

    /// Answers POST.
    public Routes post(String path, Route route) {
        entries.add(new Entry("POST", segments(path), route));
        return this;
    }

    private static List<String> segments(String path) {
        return List.of(path.split("/", -1));
    }

    /// @throws ApiFault where nothing is there (404), or nothing that does this (405)
    Match find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        List<String> segments = segments(path);
        boolean there = false;
        for (Entry entry : entries) {
            Optional<Map<String, String>> variables = match(entry.path(), segments);
            if (variables.isPresent() && entry.method().equals(wanted)) {
                return new Match(entry.route(), variables.get());
            }
            there |= variables.isPresent();
        }
        throw there ? new ApiFault(405, "WRONG_METHOD", "This cannot be done here.", "Use the method that the route is for.")
                : ApiFault.notFound();
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new TreeMap<>();
        for (int i = 0; i < path.size(); i++) {
            String expected = pattern.get(i);
            String found = path.get(i);
            if (!expected.startsWith("{")) {
                if (!expected.equals(found)) {
                    return Optional.empty();
                }
            } else if (found.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
                variables.put(expected.substring(1, expected.length() - 1), found);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
