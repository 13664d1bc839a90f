package dev.cadenza.model.checkpoint;

import java.util.Arrays;

/// Numbers in the shape of a table: immutable. Rows lie one after the other, the last axis changing fastest.
public final class Tensor {

    /// How a number is stored.
    public enum Type {
        /// IEEE 754 single precision.
        F32(4),
        /// IEEE 754 half precision.
        F16(2);

        private final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }

        /// Bytes a number takes.
        public int bytes() {
            return bytes;
        }
    }

    private final int[] shape;
    private final float[] floats;   // of F32, else empty
    private final short[] halves;   // of F16, else empty
    private final Type type;

    private Tensor(Type type, float[] floats, short[] halves, int[] shape) {
        long size = 1;
        for (int axis : shape) {
            if (axis < 0) {
                throw new IllegalArgumentException("an axis must not be negative: " + Arrays.toString(shape));
            }
            size = Math.multiplyExact(size, axis);
        }
        if (size != floats.length + (long) halves.length) {
            throw new IllegalArgumentException((floats.length + (long) halves.length) + " numbers do not fill the shape "
                    + Arrays.toString(shape));
        }
        this.type = type;
        this.floats = floats;
        this.halves = halves;
        this.shape = shape.clone();
    }

    /// A tensor of single precision holding a copy of `data`.
    public static Tensor of(float[] data, int... shape) {
        return new Tensor(Type.F32, data.clone(), new short[0], shape);
    }

    /// A tensor of half precision holding a copy of `bits`, as [Float#floatToFloat16] makes them.
    public static Tensor ofHalves(short[] bits, int... shape) {
        return new Tensor(Type.F16, new float[0], bits.clone(), shape);
    }

    /// Without a copy, for callers of this package that keep no reference.
    static Tensor owning(float[] data, int[] shape) {
        return new Tensor(Type.F32, data, new short[0], shape);
    }

    /// Without a copy, for callers of this package that keep no reference.
    static Tensor owningHalves(short[] bits, int[] shape) {
        return new Tensor(Type.F16, new float[0], bits, shape);
    }

    /// How its numbers are stored.
    public Type type() {
        return type;
    }

    /// Lengths of the axes; empty for a single number.
    public int[] shape() {
        return shape.clone();
    }

    /// Whether it has exactly these axes.
    public boolean hasShape(int... axes) {
        return Arrays.equals(shape, axes);
    }

    /// Count of numbers.
    public int size() {
        return type == Type.F32 ? floats.length : halves.length;
    }

    /// The number at a position, rows one after the other.
    public float at(int index) {
        return type == Type.F32 ? floats[index] : Float.float16ToFloat(halves[index]);
    }

    /// The bits of the number at a position in half precision, rounded to nearest where it is stored as F32.
    public short halfAt(int index) {
        return type == Type.F16 ? halves[index] : Float.floatToFloat16(floats[index]);
    }

    /// All numbers, in single precision.
    public float[] toFloats() {
        if (type == Type.F32) {
            return floats.clone();
        }
        float[] all = new float[halves.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = Float.float16ToFloat(halves[i]);
        }
        return all;
    }

    /// The same numbers in half precision, rounded to nearest.
    public Tensor halved() {
        if (type == Type.F16) {
            return this;
        }
        short[] bits = new short[floats.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToFloat16(floats[i]);
        }
        return owningHalves(bits, shape);
    }

    /// Whether no number is infinite or NaN.
    public boolean isFinite() {
        for (int i = 0; i < size(); i++) {
            if (!Float.isFinite(at(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that && type == that.type && Arrays.equals(shape, that.shape)
                && Arrays.equals(floats, that.floats) && Arrays.equals(halves, that.halves);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + (type == Type.F32 ? Arrays.hashCode(floats) : Arrays.hashCode(halves));
    }

    @Override
    public String toString() {
        return type + Arrays.toString(shape);
    }
}
