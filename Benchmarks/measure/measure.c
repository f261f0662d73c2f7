// measure REPORT COMMAND …: runs COMMAND and writes "wall user sys peak-KB status" to REPORT.
// A small parent of its own: a child that Python starts inherits Python's peak memory, which would hide a small program's.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec / 1e6; }

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  struct timespec start, end;
  struct rusage use;
  int status;
  clock_gettime(CLOCK_MONOTONIC, &start);
  pid_t child = fork();
  if (child == 0) {
    execvp(argv[2], argv + 2);
    perror(argv[2]);
    _exit(127);
  }
  if (child < 0 || wait4(child, &status, 0, &use) < 0) return 2;
  clock_gettime(CLOCK_MONOTONIC, &end);
#ifdef __APPLE__
  use.ru_maxrss /= 1024;  // bytes there, kilobytes elsewhere
#endif
  FILE *report = fopen(argv[1], "w");
  if (!report) return 2;
  fprintf(report, "%.6f %.6f %.6f %ld %d\n", (end.tv_sec - start.tv_sec) + (end.tv_nsec - start.tv_nsec) / 1e9, seconds(use.ru_utime),
          seconds(use.ru_stime), use.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return fclose(report) ? 2 : 0;
}
