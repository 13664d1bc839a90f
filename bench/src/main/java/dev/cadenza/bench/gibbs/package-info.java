/// Figures of models that draw cells of four voices again and again: DeepBach and orderless networks.
package dev.cadenza.bench.gibbs;
