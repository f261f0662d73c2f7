// What can be said to glibc of the memory that it keeps. Other C libraries are told nothing.
#if defined(__linux__)
#include <malloc.h>
#endif

// From here on large pieces go back to the system when they are no longer used. glibc keeps ever larger ones when it has seen some,
// and a table of all recommendations is needed once.
static inline void missiv_return_large_memory(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 256 * 1024);
#endif
}

// Gives back what is free now, small pieces too.
static inline void missiv_return_free_memory(void) {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}
