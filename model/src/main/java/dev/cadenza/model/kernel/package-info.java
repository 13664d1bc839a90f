/// The arithmetic of playing, in plain loops that the compiler turns into vector instructions, and that give the same
/// bits on every machine.
package dev.cadenza.model.kernel;
