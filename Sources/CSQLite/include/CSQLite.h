#ifndef CSQLITE_H
#define CSQLITE_H

#include <stddef.h>
#include <stdint.h>

/// An open SQLite database; used by one thread at a time.
typedef struct csqlite csqlite;
/// A prepared statement of a database.
typedef struct csqlite_statement csqlite_statement;

/// What a column of a row holds.
enum {
  CSQLITE_INTEGER = 1,
  CSQLITE_REAL = 2,
  CSQLITE_TEXT = 3,
  CSQLITE_BLOB = 4,
  CSQLITE_NULL = 5,
};

/// Opens the database at a path, for reading alone or made when it is not there.
///
/// Returns a database even when it fails, unless memory runs out: `csqlite_error` tells why.
csqlite *csqlite_open(const char *path, int is_read_only);

/// Why the last call failed, or NULL if it did not.
const char *csqlite_error(const csqlite *database);

/// Whether the last failure was a full disk or a file that may not grow.
int csqlite_is_full(const csqlite *database);

/// Runs statements that give no rows: 0, or -1 when one fails.
int csqlite_run(csqlite *database, const char *sql);

/// Prepares one statement, or returns NULL.
csqlite_statement *csqlite_prepare(csqlite *database, const char *sql);

/// Give a parameter its value, counted from 1; text and blob are copied.
void csqlite_bind_null(csqlite_statement *statement, int index);
void csqlite_bind_integer(csqlite_statement *statement, int index, int64_t value);
void csqlite_bind_real(csqlite_statement *statement, int index, double value);
void csqlite_bind_text(csqlite_statement *statement, int index, const uint8_t *text, size_t length);
void csqlite_bind_blob(csqlite_statement *statement, int index, const uint8_t *blob, size_t length);

/// Goes to the next row: 1 when there is one, 0 when the statement has ended, -1 when it failed.
int csqlite_step(csqlite_statement *statement);

/// Makes a statement ready to run again; its parameters keep their values.
void csqlite_reset(csqlite_statement *statement);

/// What the row has in a column, counted from 0.
int csqlite_column_type(csqlite_statement *statement, int index);
int64_t csqlite_column_integer(csqlite_statement *statement, int index);
double csqlite_column_real(csqlite_statement *statement, int index);
/// The bytes of a text or blob, valid until the next step.
const uint8_t *csqlite_column_bytes(csqlite_statement *statement, int index, size_t *length);

/// The id of the row that was inserted last.
int64_t csqlite_last_id(const csqlite *database);

/// Ends a statement; NULL is allowed.
void csqlite_end(csqlite_statement *statement);
/// Closes a database whose statements have ended; NULL is allowed.
void csqlite_close(csqlite *database);

#endif
