/// Recurrent networks that play: RNN, GRU and LSTM, one token or one step of musical time a position.
package dev.cadenza.model.recurrent;
