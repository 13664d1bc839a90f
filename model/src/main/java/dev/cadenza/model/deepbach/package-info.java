/// Networks that know each cell of four voices from all others.
package dev.cadenza.model.deepbach;
