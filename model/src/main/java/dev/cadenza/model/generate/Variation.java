package dev.cadenza.model.generate;

import dev.cadenza.corpus.TokenSequence;
import dev.cadenza.model.Latent;
import dev.cadenza.model.latent.Points;
import dev.cadenza.score.Score;
import dev.cadenza.score.constraint.PitchLimit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// More of the same kind: each section of a piece moves from its own point. Sections that are alike move alike, so what comes back
/// in the piece comes back in its variation. All stay in the key of the piece, see [Homing].
record Variation(Latent model, Sections piece, GenerationRequest.Vary request) implements Maker {

    static Variation of(Latent model, GenerationRequest.Vary request) {
        return new Variation(model, Sections.of(model, request.piece(), "FILE"), request);
    }

    @Override
    public Attempt make(long seed) {
        double tempo = request.quartersPerMinute().orElse(piece.quartersPerMinute());
        Set<String> notices = new LinkedHashSet<>(piece.notices());
        if (request.amount() == 0 && !request.lean().moves()) {
            return new Attempt(piece.score(tempo, request.instruments(), piece.title()), Optional.empty(), notices);
        }
        RandomGenerator random = Composer.random(seed);
        Points.Drift drift = Points.Drift.drawn(model.latent(), random);
        long common = random.nextLong();
        Homing homing = new Homing(model, Optional.of(new PitchLimit.InKey(piece.key())), Sampler.of(request.sampling()));
        List<TokenSequence> varied = new ArrayList<>();
        for (TokenSequence section : piece.all()) {
            float[] point = request.lean().of(drift.moved(model.encode(section).mean(), request.amount()));
            // Equal sections stay equal, as they are drawn with the same chance.
            varied.add(homing.moved(point, Composer.random(common)));
        }
        Score score = piece.joined(varied, tempo, request.instruments(),
                piece.title().isEmpty() ? "Variation" : piece.title() + ", varied", Optional.of(piece.key()));
        boolean silent = score.parts().stream().allMatch(part -> part.notes().isEmpty());
        return new Attempt(score, silent ? Optional.of("is mostly silent") : Optional.empty(), notices);
    }
}
