/// How well repeated passages are found.
package dev.cadenza.bench.originality;
