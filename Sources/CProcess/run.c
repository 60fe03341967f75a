#define _GNU_SOURCE
#include "CProcess.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

/// The most bytes that are kept of what a program says went wrong.
#define ERROR_SIZE 512

/// The variables of a program's environment.
enum { HOME, TEMPORARY, MODELS, VARIABLES };

/// A program of a batch.
typedef struct {
  char *program;
  char *arguments;
  char **list;
  char *folder;
  char *variables[VARIABLES];
  cprocess_limits limits;

  pid_t pid;
  int output;
  int error;
  int64_t deadline;
  int done;

  cprocess_outcome outcome;
  int status;
  uint8_t *bytes;
  size_t length;
  size_t capacity;
  char words[ERROR_SIZE];
  size_t word_count;
} child;

struct cprocess_batch {
  size_t count;
  child children[CPROCESS_MOST];
};

cprocess_batch *cprocess_new(void) { return calloc(1, sizeof(cprocess_batch)); }

static void release(child *child) {
  free(child->program);
  free(child->arguments);
  free(child->list);
  free(child->folder);
  for (int i = 0; i < VARIABLES; i++) free(child->variables[i]);
  free(child->bytes);
  *child = (typeof(*child)){0};
}

void cprocess_free(cprocess_batch *batch) {
  if (!batch) return;
  for (size_t i = 0; i < batch->count; i++) release(batch->children + i);
  free(batch);
}

static char *variable(const char *name, const char *value) {
  size_t size = strlen(name) + strlen(value) + 2;
  char *text = malloc(size);
  if (text) snprintf(text, size, "%s=%s", name, value);
  return text;
}

int cprocess_add(cprocess_batch *batch, const char *program, const char *arguments, size_t length,
                 const char *folder, cprocess_limits limits) {
  if (batch->count == CPROCESS_MOST) return 0;
  child *child = batch->children + batch->count;
  size_t count = 0;
  for (size_t i = 0; i < length; i++) count += arguments[i] == 0;
  const char *models = getenv("TESSDATA_PREFIX");
  child->limits = limits;
  child->program = strdup(program);
  child->folder = strdup(folder);
  child->arguments = malloc(length + 1);
  child->list = calloc(count + 2, sizeof(char *));
  child->variables[HOME] = variable("HOME", folder);
  child->variables[TEMPORARY] = variable("TMPDIR", folder);
  child->variables[MODELS] = variable("TESSDATA_PREFIX", models ? models : "");
  int has_memory = child->program && child->folder && child->arguments && child->list;
  for (int i = 0; i < VARIABLES; i++) has_memory = has_memory && child->variables[i];
  if (!has_memory) {
    release(child);
    return 0;
  }
  if (length) memcpy(child->arguments, arguments, length);
  child->arguments[length] = 0;
  child->list[0] = child->program;
  size_t offset = 0;
  for (size_t i = 0; i < count; i++) {
    child->list[i + 1] = child->arguments + offset;
    offset += strlen(child->arguments + offset) + 1;
  }
  if (!models) {
    free(child->variables[MODELS]);
    child->variables[MODELS] = NULL;
  }
  batch->count++;
  return 1;
}

static int64_t milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void limit(__rlimit_resource_t resource, uint64_t most) {
  struct rlimit limit = {.rlim_cur = most, .rlim_max = most};
  setrlimit(resource, &limit);
}

/// What the child does between fork and exec: system calls only, for other threads' locks are as
/// they were when it was made.
static _Noreturn void become(const child *child, int output, int error, pid_t parent) {
  setpgid(0, 0);
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_CPU, (uint64_t)child->limits.seconds * 2 + 1);
  if (child->limits.address_space) limit(RLIMIT_AS, child->limits.address_space);
  if (child->limits.file_size) limit(RLIMIT_FSIZE, child->limits.file_size);
  // A namespace without a network; who is not root needs a namespace of users for it.
  if (unshare(CLONE_NEWNET) != 0) unshare(CLONE_NEWUSER | CLONE_NEWNET);
  int input = open("/dev/null", O_RDONLY);
  if (input < 0 || dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(error, 2) < 0) _exit(127);
  syscall(SYS_close_range, 3U, ~0U, 0U);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  signal(SIGXFSZ, SIG_DFL);
  if (chdir(child->folder) != 0) _exit(127);
  char *environment[] = {
      "PATH=/usr/local/bin:/usr/bin:/bin",
      "LC_ALL=C.UTF-8",
      // Pages are read side by side instead.
      "OMP_THREAD_LIMIT=1",
      "SAL_USE_VCLPLUGIN=svp",
      child->variables[HOME],
      child->variables[TEMPORARY],
      child->variables[MODELS],
      NULL,
  };
  execve(child->program, child->list, environment);
  _exit(127);
}

static void start(child *child) {
  int output[2] = {-1, -1};
  int error[2] = {-1, -1};
  child->output = child->error = -1;
  if (pipe2(output, O_CLOEXEC) != 0 || pipe2(error, O_CLOEXEC) != 0) goto failed;
  pid_t parent = getpid();
  child->pid = fork();
  if (child->pid < 0) goto failed;
  if (child->pid == 0) become(child, output[1], error[1], parent);
  setpgid(child->pid, child->pid);
  close(output[1]);
  close(error[1]);
  child->output = output[0];
  child->error = error[0];
  fcntl(child->output, F_SETFL, O_NONBLOCK);
  fcntl(child->error, F_SETFL, O_NONBLOCK);
  child->deadline = milliseconds() + (int64_t)child->limits.seconds * 1000;
  return;
failed:
  child->outcome = CPROCESS_UNSTARTED;
  child->status = errno;
  child->done = 1;
  for (int i = 0; i < 2; i++) {
    if (output[i] >= 0) close(output[i]);
    if (error[i] >= 0) close(error[i]);
  }
}

static void close_pipe(int *pipe) {
  if (*pipe >= 0) close(*pipe);
  *pipe = -1;
}

/// Reads what the program printed so far. Returns 0 when that is more than it may print.
static int take_output(child *child) {
  while (child->output >= 0) {
    if (child->length == child->capacity) {
      if (child->capacity > child->limits.output) return 0;
      size_t capacity = child->capacity ? child->capacity * 2 : 1 << 16;
      if (capacity > child->limits.output) capacity = child->limits.output + 1;
      uint8_t *larger = realloc(child->bytes, capacity);
      if (!larger) return 0;
      child->bytes = larger;
      child->capacity = capacity;
    }
    ssize_t count =
        read(child->output, child->bytes + child->length, child->capacity - child->length);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return 1;
    if (count == 0) close_pipe(&child->output);
    child->length += (size_t)count;
    if (child->length > child->limits.output) return 0;
  }
  return 1;
}

/// Reads what the program said went wrong; only the beginning is kept.
static void take_error(child *child) {
  char words[4096];
  // Not for ever, however much it says.
  for (int round = 0; round < 64 && child->error >= 0; round++) {
    ssize_t count = read(child->error, words, sizeof words);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return;
    if (count == 0) close_pipe(&child->error);
    size_t room = sizeof child->words - 1 - child->word_count;
    size_t kept = (size_t)count < room ? (size_t)count : room;
    memcpy(child->words + child->word_count, words, kept);
    child->word_count += kept;
    child->words[child->word_count] = 0;
  }
}

/// Kills the program and its children, and takes note of how it ended.
static void finish(child *child, cprocess_outcome outcome) {
  int status = 0;
  // The group is killed before its leader is waited for: until then its number is nobody else's.
  kill(-child->pid, SIGKILL);
  kill(child->pid, SIGKILL);
  while (waitpid(child->pid, &status, 0) < 0 && errno == EINTR) continue;
  if (outcome == CPROCESS_EXITED) {
    if (!take_output(child)) outcome = CPROCESS_LOUD;
    take_error(child);
    if (outcome == CPROCESS_EXITED && WIFSIGNALED(status)) outcome = CPROCESS_KILLED;
  }
  close_pipe(&child->output);
  close_pipe(&child->error);
  child->status = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
  child->outcome = outcome;
  child->done = 1;
}

static int has_ended(child *child) {
  siginfo_t info = {0};
  int failed = waitid(P_PID, (id_t)child->pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0;
  // Where nobody waits for children, they are gone before this asks.
  return failed ? errno == ECHILD : info.si_pid != 0;
}

void cprocess_run(cprocess_batch *batch) {
  for (size_t i = 0; i < batch->count; i++) start(batch->children + i);
  for (;;) {
    struct pollfd pipes[2 * CPROCESS_MOST];
    nfds_t open = 0;
    int waits = 0;
    for (size_t i = 0; i < batch->count; i++) {
      child *child = batch->children + i;
      if (child->done) continue;
      int loud = !take_output(child);
      take_error(child);
      if (loud) {
        finish(child, CPROCESS_LOUD);
      } else if (has_ended(child)) {
        finish(child, CPROCESS_EXITED);
      } else if (milliseconds() > child->deadline) {
        finish(child, CPROCESS_LATE);
      }
      if (child->done) continue;
      if (child->output >= 0 || child->error >= 0) {
        if (child->output >= 0) pipes[open++] = (struct pollfd){child->output, POLLIN, 0};
        if (child->error >= 0) pipes[open++] = (struct pollfd){child->error, POLLIN, 0};
      }
      // A program that has closed its pipes is about to end.
      if (child->output < 0) waits = 1;
      if (!waits) waits = 20;
    }
    if (!waits) return;
    poll(pipes, open, waits);
  }
}

cprocess_result cprocess_take(const cprocess_batch *batch, size_t index) {
  if (index >= batch->count) return (cprocess_result){.outcome = CPROCESS_UNSTARTED, .error = ""};
  const child *child = batch->children + index;
  return (cprocess_result){
      .outcome = child->outcome,
      .status = child->status,
      .output = child->bytes,
      .length = child->length,
      .error = child->words,
  };
}
