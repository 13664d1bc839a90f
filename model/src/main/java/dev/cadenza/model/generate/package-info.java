/// Music out of models: requests, sampling, masks, endings.
package dev.cadenza.model.generate;
