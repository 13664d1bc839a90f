package dev.cadenza.corpus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The tokens of a [MergedTokenizer]: those of its base, then one for each merge. A tree of their parts finds the longest.
final class MergedTokens {

    /// Parts of one token, at most.
    static final int MOST_PARTS = 8;

    final EventTokenizer base;
    final List<MergedTokenizer.Merge> merges;
    final Vocabulary vocabulary;
    private final List<int[]> parts = new ArrayList<>();
    private final Node root = new Node();

    /// What tokens that begin alike have in common.
    static final class Node {
        private final Map<Integer, Node> children = new TreeMap<>();
        private int token = -1;
    }

    /// @throws IllegalArgumentException where a merge names tokens that are not there, or that may not be merged
    MergedTokens(EventTokenizer base, List<MergedTokenizer.Merge> merges) {
        this.base = base;
        this.merges = List.copyOf(merges);
        List<String> names = new ArrayList<>(base.vocabulary().names());
        for (int token = 0; token < base.vocabulary().size(); token++) {
            add(new int[] {token});
        }
        for (MergedTokenizer.Merge merge : this.merges) {
            if (merge.left() < 0 || merge.right() < 0 || Math.max(merge.left(), merge.right()) >= parts.size()) {
                throw new IllegalArgumentException("a merge joins tokens that come before it");
            }
            int[] joined = joined(parts.get(merge.left()), parts.get(merge.right()));
            if (!mayMerge(base, joined) || find(joined) >= 0) {
                throw new IllegalArgumentException("tokens " + merge.left() + " and " + merge.right() + " cannot be merged");
            }
            names.add(names.get(merge.left()) + "+" + names.get(merge.right()));
            add(joined);
        }
        vocabulary = new Vocabulary(names);
    }

    static int[] joined(int[] left, int[] right) {
        int[] joined = Arrays.copyOf(left, left.length + right.length);
        System.arraycopy(right, 0, joined, left.length, right.length);
        return joined;
    }

    /// Whether base tokens may be one: all but the first say more of what was begun.
    static boolean mayMerge(EventTokenizer base, int[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (!base.adds(parts[i])) {
                return false;
            }
        }
        return parts.length <= MOST_PARTS;
    }

    private void add(int[] of) {
        Node node = root;
        for (int part : of) {
            node = node.children.computeIfAbsent(part, _ -> new Node());
        }
        node.token = parts.size();
        parts.add(of);
    }

    private int find(int[] of) {
        Node node = root;
        for (int part : of) {
            node = node.children.get(part);
            if (node == null) {
                return -1;
            }
        }
        return node.token;
    }

    int size() {
        return parts.size();
    }

    /// The base tokens that a token stands for. Not to be changed.
    int[] parts(int token) {
        return parts.get(token);
    }

    /// The token for some base tokens, -1 for none.
    int token(int[] of) {
        return find(of);
    }

    /// The longest token that base tokens begin with from a place on.
    int longest(int[] tokens, int from) {
        Node node = root;
        int longest = -1;
        for (int i = from; i < tokens.length; i++) {
            node = node.children.get(tokens[i]);
            if (node == null) {
                break;
            }
            longest = node.token >= 0 ? node.token : longest;
        }
        return longest;
    }

    /// The open beginnings after another base token.
    ///
    /// @param open where longer tokens than those that were written could still end
    /// @return empty where the base token would end one of them
    private static Optional<List<Node>> step(List<Node> open, int part) {
        List<Node> next = new ArrayList<>();
        for (Node node : open) {
            Node child = node.children.get(part);
            if (child != null && child.token >= 0) {
                return Optional.empty();
            }
            if (child != null) {
                next.add(child);
            }
        }
        return Optional.of(next);
    }

    /// The open beginnings after a token.
    ///
    /// @throws IllegalArgumentException where a longer token should have been written instead of an earlier one
    List<Node> after(List<Node> open, int token) {
        if (token < 0 || token >= size()) {
            throw new IllegalArgumentException("there is no token " + token);
        }
        List<Node> next = open;
        Node own = root;
        for (int part : parts.get(token)) {
            next = step(next, part).orElseThrow(() -> new IllegalArgumentException("token " + token + " is not allowed here"));
            own = own.children.get(part);
        }
        return with(next, own);
    }

    private static List<Node> with(List<Node> open, Node own) {
        if (own.children.isEmpty()) {
            return open;
        }
        List<Node> all = new ArrayList<>(open);
        all.add(own);
        return all;
    }

    /// The tokens that may come next.
    BitSet allowed(Grammar.State state, List<Node> open) {
        BitSet allowed = new BitSet(size());
        collect(root, state, open, allowed);
        return allowed;
    }

    private void collect(Node node, Grammar.State state, List<Node> open, BitSet allowed) {
        BitSet base = state.allowed();
        for (Map.Entry<Integer, Node> entry : node.children.entrySet()) {
            int part = entry.getKey();
            Node child = entry.getValue();
            Optional<List<Node>> next = base.get(part) ? step(open, part) : Optional.empty();
            if (next.isEmpty()) {
                continue;
            }
            if (child.children.isEmpty() && next.get().isEmpty()) {
                allowed.set(child.token);
                continue;
            }
            Grammar.State after = state.after(part);
            if (child.token >= 0 && goesOn(after, with(next.get(), child))) {
                allowed.set(child.token);
            }
            if (!child.children.isEmpty()) {
                collect(child, after, next.get(), allowed);
            }
        }
    }

    /// Whether any music may follow in which no open beginning ends.
    private static boolean goesOn(Grammar.State state, List<Node> open) {
        if (open.isEmpty()) {
            return true;
        }
        BitSet free = state.allowed();
        BitSet base = (BitSet) free.clone();
        for (Node node : open) {
            node.children.keySet().forEach(free::clear);
        }
        return !free.isEmpty() || base.stream().anyMatch(part ->
                step(open, part).filter(next -> goesOn(state.after(part), next)).isPresent());
    }
}
