/// From a written score to a played one: loudness and time as a musician would shape them. Start at [Expression].
package dev.cadenza.render.perform;
