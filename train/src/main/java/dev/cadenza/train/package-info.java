/// Learning on libtorch. The only package that sees a tensor of libtorch; nothing that plays needs it.
package dev.cadenza.train;
