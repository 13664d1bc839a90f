/// Models that play, in plain Java: what they are, what they have learnt, and how music comes out of them.
package dev.cadenza.model;
