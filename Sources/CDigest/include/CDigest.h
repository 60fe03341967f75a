#ifndef CDIGEST_H
#define CDIGEST_H

#include <stddef.h>
#include <stdint.h>

/// The number of bytes of a SHA-256 digest.
#define CDIGEST_SHA256_SIZE 32

/// Writes the SHA-256 digest (FIPS 180-4) of `length` bytes to `digest`.
void cdigest_sha256(const uint8_t *bytes, size_t length, uint8_t digest[CDIGEST_SHA256_SIZE]);

#endif
