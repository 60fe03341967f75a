#ifndef CSQLITE_LIBRARY_H
#define CSQLITE_LIBRARY_H

#include <sqlite3.h>

/// The functions of SQLite that are used, each under its name.
#define CSQLITE_FUNCTIONS(use)                                                                     \
  use(sqlite3_open_v2) use(sqlite3_close) use(sqlite3_errmsg) use(sqlite3_errcode)                 \
  use(sqlite3_busy_timeout) use(sqlite3_exec) use(sqlite3_prepare_v2) use(sqlite3_finalize)        \
  use(sqlite3_step) use(sqlite3_reset) use(sqlite3_bind_null) use(sqlite3_bind_int64)              \
  use(sqlite3_bind_double) use(sqlite3_bind_text) use(sqlite3_bind_blob)                           \
  use(sqlite3_column_type) use(sqlite3_column_int64) use(sqlite3_column_double)                    \
  use(sqlite3_column_blob) use(sqlite3_column_bytes) use(sqlite3_last_insert_rowid)

/// SQLite, opened when it is first needed, so that commands without a catalog do not wait for it.
struct library {
#define CSQLITE_FIELD(name) __typeof__(name) *name;
  CSQLITE_FUNCTIONS(CSQLITE_FIELD)
#undef CSQLITE_FIELD
};

/// The library, or NULL when this machine lacks it; safe to call from any thread.
const struct library *csqlite_library(void);

#endif
