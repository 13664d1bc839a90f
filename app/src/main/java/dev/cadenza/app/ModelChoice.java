package dev.cadenza.app;

import dev.cadenza.score.CadenzaException.RequestException;

/// Which model makes the music.
public sealed interface ModelChoice {

    /// The shipped chorale model.
    record Usual() implements ModelChoice {
    }

    /// A model by its name, as [Command.Models] lists it, or by the folder it lies in.
    record Named(String name) implements ModelChoice {
        public Named {
            if (name.isBlank()) {
                throw new RequestException("--model", "MODEL_UNNAMED", "no model is named.", "cadenza models lists those there are.");
            }
        }
    }

    /// The first model that states this style on its card.
    record Styled(String style) implements ModelChoice {
        public Styled {
            if (style.isBlank()) {
                throw new RequestException("--style", "STYLE_UNNAMED", "no style is named.", "cadenza models lists those there are.");
            }
        }
    }
}
