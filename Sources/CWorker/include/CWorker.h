#ifndef CWORKER_H
#define CWORKER_H

#include <stdint.h>

/// Starts this very program again with other arguments.
///
/// What is written to `*input` is its standard input, what it prints is read from `*output`; its
/// standard error is ours. It prints no backtrace when it crashes. Returns its process id, or -1 with the system's number in `errno`.
int64_t cworker_start(const char *const *arguments, int *input, int *output);

/// How a process ended.
typedef struct {
  /// The signal that ended it, or 0.
  int signal;
  /// Its exit code when no signal did.
  int code;
  /// The most memory that it had, in bytes.
  int64_t peak;
} cworker_ending;

/// Waits for a process that was started here; -1 when there is none such.
int cworker_wait(int64_t process, cworker_ending *ending);

/// Ends a process at once.
void cworker_kill(int64_t process);

/// Lets this process have no more memory than so many bytes, and no core file when it crashes.
void cworker_limit_memory(uint64_t bytes);

/// Takes the lock on an open file without waiting: 0, or -1 when another has it.
int cworker_lock(int file);

/// Puts everything that was written to the file system of an open file on its disk: 0 or -1.
int cworker_flush(int file);

#endif
