package dev.cadenza.score.form;

import dev.cadenza.score.Control;
import dev.cadenza.score.Part;
import dev.cadenza.score.form.Placing.Placed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Joins the controls of a part; where the music jumps, what is set at that place of the page is set again.
final class ControlJoining {

    private static final int SUSTAIN = 64;

    private ControlJoining() {
    }

    static List<Control> joined(Part part, Placing placing) {
        List<Control> joined = new ArrayList<>();
        Map<Integer, Control> set = new LinkedHashMap<>();
        Map<Integer, List<Control>> written = new LinkedHashMap<>();
        part.controls().forEach(control -> written.computeIfAbsent(kind(control), kind -> new ArrayList<>()).add(control));
        for (Placed one : placing.placed()) {
            if (one.jumps()) {
                chase(part, one, set, written, joined);
            }
            for (Control control : Placing.within(part.controls(), Control::tick, one)) {
                Control moved = at(control, control.tick() - one.from() + one.at());
                set.put(kind(control), moved);
                joined.add(moved);
            }
        }
        return joined;
    }

    /// States what differs between what was set last and what is set at the beginning of a stretch.
    private static void chase(Part part, Placed one, Map<Integer, Control> set, Map<Integer, List<Control>> written,
            List<Control> joined) {
        for (Map.Entry<Integer, Control> entry : set.entrySet()) {
            List<Control> all = written.get(entry.getKey());
            int before = Placing.before(all, Control::tick, one.from());
            Control wanted = before > 0 ? at(all.get(before - 1), one.at()) : usual(entry.getValue(), part, one.at());
            if (!wanted.equals(at(entry.getValue(), one.at()))) {
                joined.add(wanted);
                entry.setValue(wanted);
            }
        }
    }

    /// What holds where nothing was set; of controllers other than the pedal it is not known, and the last value stays.
    private static Control usual(Control last, Part part, long tick) {
        return switch (last) {
            case Control.ControlChange c -> c.controller() == SUSTAIN ? new Control.ControlChange(tick, SUSTAIN, 0) : at(c, tick);
            case Control.PitchBend _ -> new Control.PitchBend(tick, 0);
            case Control.ProgramChange _ -> new Control.ProgramChange(tick, part.instrument().program());
            case Control.ChannelPressure _ -> new Control.ChannelPressure(tick, 0);
            case Control.KeyPressure k -> new Control.KeyPressure(tick, k.pitch(), 0);
        };
    }

    private static int kind(Control control) {
        return switch (control) {
            case Control.ControlChange c -> c.controller();
            case Control.PitchBend _ -> 128;
            case Control.ProgramChange _ -> 129;
            case Control.ChannelPressure _ -> 130;
            case Control.KeyPressure k -> 131 + k.pitch();
        };
    }

    private static Control at(Control control, long tick) {
        return switch (control) {
            case Control.ControlChange c -> new Control.ControlChange(tick, c.controller(), c.value());
            case Control.PitchBend b -> new Control.PitchBend(tick, b.value());
            case Control.ProgramChange p -> new Control.ProgramChange(tick, p.program());
            case Control.ChannelPressure p -> new Control.ChannelPressure(tick, p.value());
            case Control.KeyPressure k -> new Control.KeyPressure(tick, k.pitch(), k.value());
        };
    }
}
