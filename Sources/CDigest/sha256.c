#include "CDigest.h"

#include <nettle/sha2.h>
#include <stdlib.h>

_Static_assert(CDIGEST_SHA256_SIZE == SHA256_DIGEST_SIZE, "the size of a SHA-256 digest");

struct cdigest {
  struct sha256_ctx context;
};

struct cdigest *cdigest_sha256_begin(void) {
  struct cdigest *digest = malloc(sizeof *digest);
  if (!digest) abort();
  sha256_init(&digest->context);
  return digest;
}

void cdigest_sha256_add(struct cdigest *digest, const uint8_t *bytes, size_t length) {
  if (length > 0) sha256_update(&digest->context, length, bytes);
}

void cdigest_sha256_end(struct cdigest *digest, uint8_t result[CDIGEST_SHA256_SIZE]) {
  sha256_digest(&digest->context, CDIGEST_SHA256_SIZE, result);
  free(digest);
}
