#include "CDigest.h"

#include <nettle/sha2.h>

_Static_assert(CDIGEST_SHA256_SIZE == SHA256_DIGEST_SIZE, "the size of a SHA-256 digest");

void cdigest_sha256(const uint8_t *bytes, size_t length, uint8_t digest[CDIGEST_SHA256_SIZE]) {
  struct sha256_ctx context;
  sha256_init(&context);
  if (length > 0) sha256_update(&context, length, bytes);
  sha256_digest(&context, CDIGEST_SHA256_SIZE, digest);
}
