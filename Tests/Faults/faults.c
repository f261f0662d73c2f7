// Makes the system fail when a test wants it to. Loaded before the real program's libraries (LD_PRELOAD), so that the
// program that is tested is the one that is installed.
//
//   MISSIV_FAULT       `kill`, or the number that the system leaves in errno
//   MISSIV_FAULT_AT    at which of the calls that can fail that way, from 1 on; 0 for never
//   MISSIV_FAULT_CALL  if only one function is to fail, its name
//   MISSIV_FAULT_STAYS set: all later ones fail too, as on a disk that is full
//   MISSIV_KILL_AFTER  kills the program after so many microseconds
//   MISSIV_NO_EXCHANGE set: the file system cannot exchange two names
//   MISSIV_CALLS       a file that the number of such calls is written to at the end

#ifdef __linux__

#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static atomic_long calls;
static long fault_at;
static int fault_number;  // 0: kill
static int stays, no_exchange;
static const char *count_file, *only;

__attribute__((constructor)) static void begin(void) {
  const char *fault = getenv("MISSIV_FAULT"), *at = getenv("MISSIV_FAULT_AT"), *after = getenv("MISSIV_KILL_AFTER");
  if (fault) fault_number = atoi(fault);
  if (at) fault_at = atol(at);
  stays = getenv("MISSIV_FAULT_STAYS") != NULL;
  no_exchange = getenv("MISSIV_NO_EXCHANGE") != NULL;
  count_file = getenv("MISSIV_CALLS");
  only = getenv("MISSIV_FAULT_CALL");
  if (after) {
    struct sigevent event;
    memset(&event, 0, sizeof event);
    event.sigev_notify = SIGEV_SIGNAL;
    event.sigev_signo = SIGKILL;
    timer_t timer;
    long microseconds = atol(after);
    struct itimerspec when = {{0, 0}, {microseconds / 1000000, microseconds % 1000000 * 1000 + 1}};
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) || timer_settime(timer, 0, &when, NULL)) abort();
  }
}

__attribute__((destructor)) static void end(void) {
  FILE *file = count_file ? fopen(count_file, "w") : NULL;
  if (!file) return;
  fprintf(file, "%ld\n", atomic_load(&calls));
  fclose(file);
}

static int is_about_handles(void) { return fault_number == EMFILE || fault_number == ENFILE; }

// Whether the call is to fail. Too many open files concern those that open, everything else those that change the disk,
// and a disk that is full lets files be removed and renamed.
static int fails(const char *name, int opens, int changes, int needs_space) {
  int concerns = is_about_handles() ? opens : changes;
  if (fault_number == ENOSPC || fault_number == EDQUOT) concerns = concerns && needs_space;
  if (!concerns || (only && strcmp(only, name))) return 0;
  long call = atomic_fetch_add(&calls, 1) + 1;
  if (fault_at == 0 || (stays ? call < fault_at : call != fault_at)) return 0;
  if (fault_number == 0) kill(getpid(), SIGKILL);
  errno = fault_number;
  return 1;
}

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

#define OPEN(name, PARAMETERS, ARGUMENTS)                                    \
  int name PARAMETERS {                                                      \
    va_list list;                                                            \
    va_start(list, flags);                                                   \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;  \
    va_end(list);                                                            \
    int changes = (flags & O_CREAT) != 0;                                    \
    return fails(#name, 1, changes, 1) ? -1 : REAL(name) ARGUMENTS;                 \
  }
OPEN(open, (const char *path, int flags, ...), (path, flags, mode))
OPEN(open64, (const char *path, int flags, ...), (path, flags, mode))
OPEN(openat, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))
OPEN(openat64, (int folder, const char *path, int flags, ...), (folder, path, flags, mode))

DIR *opendir(const char *path) { return fails("opendir", 1, 0, 0) ? NULL : REAL(opendir)(path); }

ssize_t read(int file, void *bytes, size_t count) {
  // The disk, when it fails, fails for those that read, too.
  return fault_number == EIO && fails("read", 0, file > 2, 0) ? -1 : REAL(read)(file, bytes, count);
}

ssize_t write(int file, const void *bytes, size_t count) {
  // What is told the user is no change of the disk.
  return fails("write", 0, file > 2, 1) ? -1 : REAL(write)(file, bytes, count);
}

#define CHANGE(type, name, PARAMETERS, ARGUMENTS, needs_space) \
  type name PARAMETERS { return fails(#name, 0, 1, needs_space) ? -1 : REAL(name) ARGUMENTS; }
CHANGE(int, mkdir, (const char *path, mode_t mode), (path, mode), 1)
CHANGE(int, mkdirat, (int folder, const char *path, mode_t mode), (folder, path, mode), 1)
CHANGE(int, linkat, (int a, const char *b, int c, const char *d, int flags), (a, b, c, d, flags), 1)
CHANGE(int, rename, (const char *a, const char *b), (a, b), 0)
CHANGE(int, renameat, (int a, const char *b, int c, const char *d), (a, b, c, d), 0)
CHANGE(int, unlink, (const char *path), (path), 0)
CHANGE(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags), 0)
CHANGE(int, fchmod, (int file, mode_t mode), (file, mode), 0)
CHANGE(int, fchown, (int file, uid_t user, gid_t group), (file, user, group), 0)
CHANGE(int, futimens, (int file, const struct timespec times[2]), (file, times), 0)

int renameat2(int a, const char *b, int c, const char *d, unsigned int flags) {
  if (fails("renameat2", 0, 1, 0)) return -1;
  if (no_exchange) {
    errno = EINVAL;
    return -1;
  }
  return REAL(renameat2)(a, b, c, d, flags);
}

#endif
