#define _GNU_SOURCE
#include "CWorker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/// Our environment, in which a crash of the new program is no reason to look for its causes: that
/// takes seconds and prints pages, and the run tells the crash. Who has set it otherwise keeps it.
static char **worker_environment(void) {
  static char quiet[] = "SWIFT_BACKTRACE=enable=no";
  if (getenv("SWIFT_BACKTRACE")) return NULL;
  size_t count = 0;
  while (environ[count]) count++;
  char **copy = malloc((count + 2) * sizeof *copy);
  if (!copy) return NULL;
  memcpy(copy, environ, count * sizeof *copy);
  copy[count] = quiet;
  copy[count + 1] = NULL;
  return copy;
}

int64_t cworker_start(const char *const *arguments, int *input, int *output) {
  int to[2], from[2];
  if (pipe2(to, O_CLOEXEC) != 0) return -1;
  if (pipe2(from, O_CLOEXEC) != 0) {
    close(to[0]), close(to[1]);
    return -1;
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  // A copy made by dup2 stays open in the new program; the pipes themselves do not.
  posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
  pid_t process = -1;
  char **quiet = worker_environment();
  int code = posix_spawn(
      &process, "/proc/self/exe", &actions, NULL, (char *const *)arguments,
      quiet ? quiet : environ);
  free(quiet);
  posix_spawn_file_actions_destroy(&actions);
  close(to[0]), close(from[1]);
  if (code != 0) {
    close(to[1]), close(from[0]);
    errno = code;
    return -1;
  }
  *input = to[1];
  *output = from[0];
  return process;
}

int cworker_wait(int64_t process, cworker_ending *ending) {
  int status = 0;
  struct rusage usage = {0};
  pid_t ended;
  do {
    ended = wait4((pid_t)process, &status, 0, &usage);
  } while (ended < 0 && errno == EINTR);
  if (ended < 0) return -1;
  ending->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
  ending->code = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
  ending->peak = (int64_t)usage.ru_maxrss * 1024;
  return 0;
}

void cworker_kill(int64_t process) {
  if (process > 0) kill((pid_t)process, SIGKILL);
}

void cworker_limit_memory(uint64_t bytes) {
  struct rlimit limit = {bytes, bytes};
  // Counts what is written to; address space alone costs nothing.
  setrlimit(RLIMIT_DATA, &limit);
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
}

int cworker_lock(int file) { return flock(file, LOCK_EX | LOCK_NB); }

int cworker_flush(int file) { return syncfs(file); }
