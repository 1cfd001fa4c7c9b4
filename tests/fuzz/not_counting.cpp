// What -fsanitize-coverage=trace-pc calls, for all programs of the sanitizer build that are not fuzz targets: nobody counts.
extern "C" __attribute__((weak)) void __sanitizer_cov_trace_pc() {}
