#ifndef CPROCESS_H
#define CPROCESS_H

#include <stddef.h>
#include <stdint.h>

/// What a program may take.
typedef struct {
  /// The most bytes it may print; more ends it.
  size_t output;
  /// The most seconds on the clock; more ends it.
  unsigned seconds;
  /// The most bytes of address space; 0 for no limit.
  uint64_t address_space;
  /// The most bytes of a file that it writes; 0 for no limit.
  uint64_t file_size;
} cprocess_limits;

/// How a run ended.
typedef enum {
  /// The program ended by itself, with the exit code `status`.
  CPROCESS_EXITED = 0,
  /// A signal, `status`, ended it: a fault of its own or one of its limits.
  CPROCESS_KILLED = 1,
  /// It took too long and was ended.
  CPROCESS_LATE = 2,
  /// It printed too much and was ended.
  CPROCESS_LOUD = 3,
  /// It could not be started; `status` is the error number.
  CPROCESS_UNSTARTED = 4,
} cprocess_outcome;

/// What came of a run. The addresses are the batch's.
typedef struct {
  cprocess_outcome outcome;
  int status;
  const uint8_t *_Nullable output;
  size_t length;
  /// The beginning of what it wrote to the standard error, ended by a zero byte.
  const char *_Nonnull error;
} cprocess_result;

/// Programs that run at once.
typedef struct cprocess_batch cprocess_batch;

/// The most programs in a batch.
#define CPROCESS_MOST 8

/// A batch without programs.
///
/// @return null when there is no memory.
cprocess_batch *_Nullable cprocess_new(void);

/// Adds a program.
///
/// @param program its absolute path; no shell sees it.
/// @param arguments the arguments after its own name, each ended by a zero byte.
/// @param length the number of bytes of `arguments`.
/// @param folder the folder it runs in, which is its home and its place for temporary files.
/// @return 1 when it was added.
int cprocess_add(cprocess_batch *_Nonnull batch, const char *_Nonnull program,
                 const char *_Nullable arguments, size_t length, const char *_Nonnull folder,
                 cprocess_limits limits);

/// Runs the programs and waits for all of them.
///
/// Each runs in a process group of its own, that is killed when the program ends, is late or loud;
/// it dies with the thread that calls this. Its environment is small and its standard input empty.
/// It has no network where the kernel allows a namespace without one.
void cprocess_run(cprocess_batch *_Nonnull batch);

/// What came of the program that was added as number `index`, from 0.
cprocess_result cprocess_take(const cprocess_batch *_Nonnull batch, size_t index);

/// Frees a batch.
void cprocess_free(cprocess_batch *_Nullable batch);

/// Finds a program in the absolute folders of PATH.
///
/// @return 1 when its path was written to `path`.
int cprocess_find(const char *_Nonnull name, char *_Nonnull path, size_t size);

/// Makes a folder that nobody else can read where temporary files go, and writes its path to
/// `path`. Folders of runs that are no more are removed on the way.
///
/// @return 1 when it was made.
int cprocess_make_folder(char *_Nonnull path, size_t size);

/// Removes a folder and all in it, following no links.
void cprocess_remove_folder(const char *_Nonnull path);

/// Writes a new file.
///
/// @return 1 when all was written.
int cprocess_write(const char *_Nonnull path, const uint8_t *_Nullable bytes, size_t length);

/// Reads a file of at most `limit` bytes into memory that `cprocess_drop` frees.
///
/// @return null when it cannot be read or is larger.
uint8_t *_Nullable cprocess_read(const char *_Nonnull path, size_t limit, size_t *_Nonnull length);

/// Frees what `cprocess_read` gave.
void cprocess_drop(uint8_t *_Nullable bytes);

#endif
