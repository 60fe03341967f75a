#include "CSQLite.h"
#include "library.h"

#include <stdlib.h>

struct csqlite {
  const struct library *library;
  sqlite3 *handle;
  const char *error;
};

struct csqlite_statement {
  csqlite *database;
  sqlite3_stmt *handle;
};

/// Keeps the message of a failure; it lives as long as no other call is made.
static int settle(csqlite *database, int code) {
  int is_fine = code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE;
  database->error = is_fine ? NULL : database->library->sqlite3_errmsg(database->handle);
  return is_fine ? 0 : -1;
}

csqlite *csqlite_open(const char *path, int is_read_only) {
  csqlite *database = calloc(1, sizeof *database);
  if (!database) return NULL;
  const struct library *library = database->library = csqlite_library();
  if (!library) {
    database->error = "SQLite is missing; install the package libsqlite3-0 "
                      "(apt-get install libsqlite3-0)";
    return database;
  }
  int flags = is_read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  settle(database, library->sqlite3_open_v2(path, &database->handle, flags, NULL));
  if (!database->error) library->sqlite3_busy_timeout(database->handle, 10000);
  return database;
}

const char *csqlite_error(const csqlite *database) { return database->error; }

int csqlite_is_full(const csqlite *database) {
  if (!database->handle) return 0;
  int code = database->library->sqlite3_errcode(database->handle) & 0xFF;
  return code == SQLITE_FULL || code == SQLITE_IOERR;
}

int csqlite_run(csqlite *database, const char *sql) {
  return settle(database, database->library->sqlite3_exec(database->handle, sql, NULL, NULL, NULL));
}

csqlite_statement *csqlite_prepare(csqlite *database, const char *sql) {
  csqlite_statement *statement = calloc(1, sizeof *statement);
  if (!statement) return NULL;
  statement->database = database;
  sqlite3 *handle = database->handle;
  int code = database->library->sqlite3_prepare_v2(handle, sql, -1, &statement->handle, NULL);
  if (settle(database, code) == 0) return statement;
  free(statement);
  return NULL;
}

void csqlite_bind_null(csqlite_statement *statement, int index) {
  statement->database->library->sqlite3_bind_null(statement->handle, index);
}

void csqlite_bind_integer(csqlite_statement *statement, int index, int64_t value) {
  statement->database->library->sqlite3_bind_int64(statement->handle, index, value);
}

void csqlite_bind_real(csqlite_statement *statement, int index, double value) {
  statement->database->library->sqlite3_bind_double(statement->handle, index, value);
}

void csqlite_bind_text(
    csqlite_statement *statement, int index, const uint8_t *text, size_t length) {
  statement->database->library->sqlite3_bind_text(
      statement->handle, index, length ? (const char *)text : "", (int)length, SQLITE_TRANSIENT);
}

void csqlite_bind_blob(
    csqlite_statement *statement, int index, const uint8_t *blob, size_t length) {
  statement->database->library->sqlite3_bind_blob(
      statement->handle, index, length ? (const void *)blob : "", (int)length, SQLITE_TRANSIENT);
}

int csqlite_step(csqlite_statement *statement) {
  int code = statement->database->library->sqlite3_step(statement->handle);
  if (settle(statement->database, code) != 0) return -1;
  return code == SQLITE_ROW ? 1 : 0;
}

void csqlite_reset(csqlite_statement *statement) {
  statement->database->library->sqlite3_reset(statement->handle);
}

int csqlite_column_type(csqlite_statement *statement, int index) {
  return statement->database->library->sqlite3_column_type(statement->handle, index);
}

int64_t csqlite_column_integer(csqlite_statement *statement, int index) {
  return statement->database->library->sqlite3_column_int64(statement->handle, index);
}

double csqlite_column_real(csqlite_statement *statement, int index) {
  return statement->database->library->sqlite3_column_double(statement->handle, index);
}

const uint8_t *csqlite_column_bytes(csqlite_statement *statement, int index, size_t *length) {
  const struct library *library = statement->database->library;
  const void *bytes = library->sqlite3_column_blob(statement->handle, index);
  *length = bytes ? (size_t)library->sqlite3_column_bytes(statement->handle, index) : 0;
  return bytes;
}

int64_t csqlite_last_id(const csqlite *database) {
  return database->library->sqlite3_last_insert_rowid(database->handle);
}

void csqlite_end(csqlite_statement *statement) {
  if (!statement) return;
  statement->database->library->sqlite3_finalize(statement->handle);
  free(statement);
}

void csqlite_close(csqlite *database) {
  if (!database) return;
  if (database->handle) database->library->sqlite3_close(database->handle);
  free(database);
}
