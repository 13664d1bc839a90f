package dev.cadenza.score.midi;

import dev.cadenza.score.Control;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Reads the events of a track. One parser serves all tracks of a file, one after the other.
final class TrackParser {

    private static final int MTRK = 0x4D54726B;
    private static final int MAX_NUMBER = 0x0FFFFFFF;
    private static final int NOWHERE = -1;
    /// Ticks go no further: 18,000 years at 480 ticks a quarter.
    private static final long MAX_TICK = 1L << 48;
    /// Controllers from here on end notes.
    private static final int FIRST_MODE = 120;
    private static final VarHandle EIGHT_BYTES = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /// Stands for the table before there is one.
    private static final NoteTable NONE = new NoteTable(0);

    private final byte[] data;
    private final FaultLog log;
    private final ScoreBuilder score;
    private final ChannelTrack[] channels = new ChannelTrack[16];
    private final Scratch scratch;

    private int p;                // next byte
    private int end;              // after the last byte of the track
    private long tick;
    private boolean ended;        // end of track was seen, or can no longer be
    private boolean toldOfMore;   // events after it were reported
    private int running;          // the last status of a channel event, 0 before the first
    private boolean inForce;      // it stands for a status that is left out
    private int openSysex;        // offset of a message that still waits for its end
    private long number;          // the number read last

    TrackParser(byte[] data, FaultLog log, ScoreBuilder score, Scratch scratch) {
        this.data = data;
        this.log = log;
        this.score = score;
        this.scratch = scratch;
    }

    /// Reads the events from `from` up to `to`.
    ///
    /// @param chunk offset of the track's chunk
    /// @return where reading stopped: `to`, or earlier where another track begins after the end of this one
    int parse(int from, int to, int chunk) {
        p = from;
        end = to;
        tick = score.beginTrack(chunk);
        ended = false;
        toldOfMore = false;
        openSysex = NOWHERE;
        events();
        if (!ended) {
            log.repaired(Fault.EOT_MISSING, p);
        }
        sysexMustBeClosed();
        for (int channel = 0; channel < 16; channel++) {
            ChannelTrack track = channels[channel];
            if (track != null) {
                track.endAll(tick, log);
                score.addChannel(channel, track);
                channels[channel] = null;
                scratch.giveBack(track.table());
            }
        }
        score.endTrack(tick);
        return p;
    }

    /// The common case, notes of one channel, is handled on local variables; all else goes through the fields.
    private void events() {
        byte[] bytes = data;
        int q = p;
        // Eight bytes are looked at together; an event with a delta of two bytes takes five of them.
        int last = Math.min(end - 5, bytes.length - 8);
        long now = tick;
        running = 0;
        inForce = false;
        int current = 0;           // the running status, 0 where none is in force
        NoteTable table = NONE;
        int[] oldest = table.oldest;
        long[] keys = table.keys;
        long[] ends = table.ends;
        int rows = table.rows;
        int next = table.next;
        int notes = NOWHERE;       // the note-off status of the table's channel
        while (q <= last) {
            long word = (long) EIGHT_BYTES.get(bytes, q);
            int delta = (int) word & 0x7F;
            int odd = 0;           // not 0 where a byte is not what is looked for
            int at = q + 1;
            if ((word & 0x80) != 0) {
                word >>>= 8;
                delta = delta << 7 | (int) word & 0x7F;
                odd = (int) word & 0x80;
                at++;
            }
            word >>>= 8;
            int status = current;
            if ((word & 0x80) != 0) {
                status = (int) word & 0xFF;
                word >>>= 8;
                at++;
            }
            int pitch = (int) word & 0x7F;
            int velocity = (int) word >>> 8 & 0x7F;
            odd |= (int) word & 0x8080;
            if (odd == 0 && (status & 0xEF) == notes && next < rows) {
                int held = oldest[pitch];
                int on = status >> 4 & -velocity >>> 31;
                if ((on ^ held - 1 >>> 31 | held >>> 31) == 0) {
                    // A key goes down that was up, or the reverse. Which of both comes next cannot be foreseen, so there
                    // is no branch on it: what is written for the other one is never read.
                    now += delta;
                    keys[next] = now << 14 | pitch << 7 | velocity;
                    ends[next] = at;
                    ends[held] = now;
                    oldest[pitch] = next & -on;
                    next += on;
                    current = status;
                    q = at + 2;
                    continue;
                }
            } else if (odd == 0 && (status ^ 0x30) == notes && pitch < FIRST_MODE) {
                now += delta;
                channels[status & 15].add(new Control.ControlChange(now, pitch, velocity));
                current = status;
                q = at + 2;
                continue;
            }
            table.next = next;
            p = q;
            tick = now;
            keep(current);
            do {
                if (!event()) {
                    return;
                }
            } while ((openSysex != NOWHERE || ended) && p < end);
            q = p;
            now = tick;
            current = inForce ? running : 0;
            if ((current & 0xE0) == 0x80 && channels[current & 15] != null) {
                notes = current & 0xEF;
                table = channels[current & 15].table();
                oldest = table.oldest;
                keys = table.keys;
                ends = table.ends;
                rows = table.rows;
            }
            next = table.next;
        }
        table.next = next;
        p = q;
        tick = now;
        keep(current);
        while (p < end && event()) {
            // Whatever the fast loop left.
        }
    }

    private void keep(int current) {
        if (current != 0) {
            running = current;
            inForce = true;
        }
    }

    private ChannelTrack channel(int channel) {
        ChannelTrack track = channels[channel];
        if (track == null) {
            track = new ChannelTrack(scratch.table(end));
            channels[channel] = track;
        }
        return track;
    }

    /// Reads one event of any kind, false where the track can be read no further.
    private boolean event() {
        if (ended && !toldOfMore) {
            if (Container.startsWith(data, p, MTRK)) {
                return false;
            }
            log.repaired(Fault.EVENTS_AFTER_EOT, p);
            toldOfMore = true;
        }
        if (!number()) {
            return false;
        }
        pass(number);
        if (p >= end) {
            return cut(p);
        }
        int at = p;
        int status = data[p] & 0xFF;
        if (status >= 0x80) {
            p++;
        } else if (inForce) {
            status = running;
        } else {
            log.repaired(Fault.RUNNING_STATUS, at);
            if (running == 0) {
                do {
                    p++;
                } while (p < end && data[p] >= 0);
                if (p >= end) {
                    return false;
                }
                at = p;
                status = data[p++] & 0xFF;
            } else {
                status = running;
            }
        }
        if (status < 0xF0) {
            running = status;
            inForce = true;
            return channelEvent(status, at);
        }
        // Real-time bytes (F8 and above) would leave the running status alone on a wire.
        inForce &= status >= 0xF8 && status != 0xFF;
        return systemEvent(status, at);
    }

    private void pass(long ticks) {
        tick += ticks;
        if (tick > MAX_TICK && ticks > 0) {
            log.repaired(Fault.TIME_LIMIT, p);
            tick = Math.max(tick - ticks, MAX_TICK);
        }
    }

    /// Reads a channel event, false where the track ends within it.
    private boolean channelEvent(int status, int at) {
        if (openSysex != NOWHERE) {
            sysexMustBeClosed();
        }
        int kind = status >> 4;
        int length = kind == 0xC || kind == 0xD ? 1 : 2;
        if (end - p < length) {
            if (kind == 9) {
                score.countDropped();
            }
            return cut(at);
        }
        int one = data[p];
        int two = length == 2 ? data[p + 1] : 0;
        p += length;
        if (one < 0) {
            log.repaired(Fault.DATA_BYTE, p - length);
            if (kind == 9 && two != 0) {
                score.countDropped();
            }
            return true;
        }
        if (two < 0) {
            log.repaired(Fault.DATA_BYTE, p - 1);
            two = 127;
        }
        int channel = status & 15;
        ChannelTrack track = channel(channel);
        switch (kind) {
            case 0x8, 0x9 -> {
                if (!track.table().take(kind == 9 && two > 0, one, two, tick, p - 2)) {
                    log.repaired(Fault.NOTE_OFF_ORPHAN, p - 2);
                }
            }
            case 0xA -> track.add(new Control.KeyPressure(tick, one, two));
            case 0xB -> {
                track.add(new Control.ControlChange(tick, one, two));
                if (one == FIRST_MODE || one >= 123) {
                    track.silence(tick);
                }
            }
            case 0xC -> {
                track.program(tick, one);
                score.sawProgram(channel, tick, one);
            }
            case 0xD -> track.add(new Control.ChannelPressure(tick, one));
            default -> track.add(new Control.PitchBend(tick, (two << 7 | one) - 8192));
        }
        return true;
    }

    /// Reads a meta event, a system exclusive message, or something that has no place in a file.
    private boolean systemEvent(int status, int at) {
        switch (status) {
            case 0xFF -> {
                return meta(at);
            }
            case 0xF0, 0xF7 -> {
                return sysex(status, at);
            }
            default -> {
                log.repaired(Fault.STATUS_UNDEFINED, at);
                int length = status == 0xF2 ? 2 : status == 0xF1 || status == 0xF3 ? 1 : 0;
                while (length-- > 0 && p < end && data[p] >= 0) {
                    p++;
                }
                return true;
            }
        }
    }

    private boolean meta(int at) {
        sysexMustBeClosed();
        if (end - p < 2) {
            return cut(at);
        }
        int type = data[p++];
        if (type < 0) {
            log.repaired(Fault.DATA_BYTE, p - 1);
        }
        if (!number()) {
            return false;
        }
        if (number > end - p) {
            log.repaired(Fault.META_LENGTH, at);
            p = end;
            ended = true;
            return false;
        }
        int length = (int) number;
        int from = p;
        p += length;
        if (type == 0x2F) {
            if (length != 0) {
                log.repaired(Fault.META_SIZE, at);
            }
            ended = true;
        } else {
            score.meta(type, data, from, length, tick, at, log);
        }
        return true;
    }

    private boolean sysex(int status, int at) {
        if (status == 0xF0) {
            sysexMustBeClosed();
        }
        if (p >= end) {
            return cut(at);
        }
        int body = p;
        if (!number()) {
            return false;
        }
        if (number > end - p) {
            log.repaired(Fault.SYSEX_LENGTH, at);
            openSysex = NOWHERE;
            return skipToEndOfSysex(body);
        }
        p += (int) number;
        boolean closed = number > 0 && data[p - 1] == (byte) 0xF7;
        if (closed) {
            openSysex = NOWHERE;
        } else if (status == 0xF0) {
            openSysex = at;
        }
        return true;
    }

    /// Some programs write the message without its length: its end mark then tells where to go on.
    private boolean skipToEndOfSysex(int body) {
        p = body;
        while (p < end && data[p] != (byte) 0xF7) {
            p++;
        }
        p = Math.min(p + 1, end);
        return p < end;
    }

    private void sysexMustBeClosed() {
        if (openSysex != NOWHERE) {
            int at = openSysex;
            openSysex = NOWHERE;
            log.repaired(Fault.SYSEX_OPEN, at);
        }
    }

    /// Reads a number of seven bits a byte into [#number]; false where the track ends within it.
    private boolean number() {
        int at = p;
        long value = 0;
        int b;
        do {
            if (p >= end) {
                return cut(at);
            }
            b = data[p++];
            value = Math.min(value << 7 | b & 0x7F, 1L << 40);
        } while (b < 0);
        if (p - at > 4) {
            log.repaired(Fault.VLQ_TOO_LONG, at);
            value = Math.min(value, MAX_NUMBER);
        }
        number = value;
        return true;
    }

    private boolean cut(int at) {
        p = end;
        if (!ended) {
            log.repaired(Fault.TRACK_TRUNCATED, at);
            ended = true;
        }
        return false;
    }
}
