#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// The number of bytes of a SHA-256 digest.
#define CDIGEST_SHA256_SIZE 32

/// A SHA-256 digest (FIPS 180-4) of bytes that come in pieces.
struct cdigest;

/// Begins a digest, which is to be ended.
struct cdigest *cdigest_sha256_begin(void);

/// Goes on with `length` bytes.
void cdigest_sha256_add(struct cdigest *digest, const uint8_t *bytes, size_t length);

/// Writes the digest to `result` and frees what it took.
void cdigest_sha256_end(struct cdigest *digest, uint8_t result[CDIGEST_SHA256_SIZE]);

#endif
