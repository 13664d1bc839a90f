/// Pictures of a score. Start at [PianoRollPicture].
package dev.cadenza.render.picture;
