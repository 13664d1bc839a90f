/// Learning of sequence GANs on libtorch.
package dev.cadenza.train.sequencegan;
