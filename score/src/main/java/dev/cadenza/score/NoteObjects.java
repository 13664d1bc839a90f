package dev.cadenza.score;

import java.util.List;

/// Notes as they came: for those that begin too late for the columns of numbers.
final class NoteObjects extends Notes {

    private final List<Note> notes;

    /// @param notes immutable
    NoteObjects(List<Note> notes) {
        this.notes = notes;
    }

    @Override
    public int size() {
        return notes.size();
    }

    @Override
    public Note get(int index) {
        return notes.get(index);
    }

    @Override
    public long onset(int index) {
        return notes.get(index).onset();
    }

    @Override
    public long duration(int index) {
        return notes.get(index).duration();
    }

    @Override
    public int midi(int index) {
        return notes.get(index).pitch().midi();
    }

    @Override
    public int velocity(int index) {
        return notes.get(index).velocity();
    }
}
