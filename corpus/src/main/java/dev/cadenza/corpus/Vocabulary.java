package dev.cadenza.corpus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tokens of a tokenizer, by number and by name.
public final class Vocabulary {

    private final List<String> names;
    private final Map<String, Integer> numbers;

    /// @param names one name a token; no name twice
    public Vocabulary(List<String> names) {
        this.names = List.copyOf(names);
        this.numbers = new HashMap<>();
        for (int i = 0; i < this.names.size(); i++) {
            if (numbers.put(this.names.get(i), i) != null) {
                throw new IllegalArgumentException("token named twice: " + this.names.get(i));
            }
        }
    }

    /// Number of tokens.
    public int size() {
        return names.size();
    }

    /// The name of a token.
    public String name(int token) {
        return names.get(token);
    }

    /// The number of the token with that name.
    ///
    /// @throws IllegalArgumentException where there is none
    public int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no token is named " + name);
        }
        return number;
    }

    /// All names, by number.
    public List<String> names() {
        return names;
    }
}
