// What can be said to glibc and to Linux of the memory that they keep. Others are told nothing.
#if defined(__linux__)
#include <malloc.h>
#endif
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

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

// Says that a large piece will be filled, for which the system may give pages of 2 MB instead of hundreds of small ones.
static inline void missiv_expect_use(void *start, size_t size) {
#if defined(MADV_HUGEPAGE)
  if (start == NULL || size < 4 << 20) return;
  uintptr_t first = ((uintptr_t)start + 4095) & ~(uintptr_t)4095;
  madvise((void *)first, ((uintptr_t)start + size - first) & ~(size_t)4095, MADV_HUGEPAGE);
#else
  (void)start, (void)size;
#endif
}
