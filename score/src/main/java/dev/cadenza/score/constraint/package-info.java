/// Hard limits on what may sound: each judges one pitch at one moment, whatever else sounds.
package dev.cadenza.score.constraint;
