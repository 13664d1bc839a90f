/// How networks learn to know each cell of four voices from all others.
package dev.cadenza.train.deepbach;
