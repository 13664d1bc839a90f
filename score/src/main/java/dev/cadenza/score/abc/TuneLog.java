package dev.cadenza.score.abc;

import dev.cadenza.score.CadenzaException.InputException;
import dev.cadenza.score.Diagnostic;
import dev.cadenza.score.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects what is found in one tune: of each kind the first line and how often.
final class TuneLog {

    private record Found(int line, int times) {
    }

    private final String source;
    private final Map<AbcFault, Found> found = new EnumMap<>(AbcFault.class);

    TuneLog(String source) {
        this.source = source;
    }

    void note(AbcFault fault, int line) {
        found.merge(fault, new Found(line, 1), (first, one) -> new Found(first.line, first.times + 1));
    }

    InputException refused(int line, String code, String cause, String remedy) {
        return new InputException(source, new Place.Line(line), code, cause, remedy);
    }

    List<Diagnostic> diagnostics() {
        return found.entrySet().stream().map(entry -> {
            AbcFault fault = entry.getKey();
            int times = entry.getValue().times;
            return new Diagnostic(fault.severity(), fault.name(), new Place.Line(entry.getValue().line),
                    fault.finding() + (times == 1 ? "." : " (" + times + " times)."));
        }).toList();
    }
}
