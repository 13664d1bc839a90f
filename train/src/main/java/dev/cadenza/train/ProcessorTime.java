package dev.cadenza.train;

import java.lang.management.ManagementFactory;

/// Processor time of this process, all threads, native ones included.
final class ProcessorTime {

    private ProcessorTime() {
    }

    static double seconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime() / 1e9 : 0;
    }
}
