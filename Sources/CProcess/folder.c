#define _GNU_SOURCE
#include "CProcess.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/// Folders are named after the process that made them: "kehoach-PID-XXXXXX".
static const char prefix[] = "kehoach-";

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *walk) {
  (void)status, (void)kind, (void)walk;
  remove(path);
  return 0;
}

void cprocess_remove_folder(const char *path) {
  nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}

/// Removes folders of this user's processes that were killed before they could do it themselves.
static void sweep(const char *parent) {
  DIR *folder = opendir(parent);
  if (!folder) return;
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    if (strncmp(entry->d_name, prefix, sizeof prefix - 1) != 0) continue;
    char *end = NULL;
    long pid = strtol(entry->d_name + sizeof prefix - 1, &end, 10);
    if (pid <= 0 || !end || *end != '-' || strlen(end) != 7) continue;
    if (kill((pid_t)pid, 0) == 0 || errno != ESRCH) continue;
    struct stat status;
    if (fstatat(dirfd(folder), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (!S_ISDIR(status.st_mode) || status.st_uid != geteuid()) continue;
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", parent, entry->d_name);
    if (length > 0 && (size_t)length < sizeof path) cprocess_remove_folder(path);
  }
  closedir(folder);
}

int cprocess_make_folder(char *path, size_t size) {
  const char *parent = getenv("TMPDIR");
  if (!parent || parent[0] != '/') parent = "/tmp";
  sweep(parent);
  int length = snprintf(path, size, "%s/%s%ld-XXXXXX", parent, prefix, (long)getpid());
  if (length < 0 || (size_t)length >= size) return 0;
  return mkdtemp(path) != NULL;
}

int cprocess_write(const char *path, const uint8_t *bytes, size_t length) {
  int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return 0;
  size_t written = 0;
  while (written < length) {
    ssize_t count = write(file, bytes + written, length - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    written += (size_t)count;
  }
  return close(file) == 0 && written == length;
}

uint8_t *cprocess_read(const char *path, size_t limit, size_t *length) {
  *length = 0;
  int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (file < 0) return NULL;
  struct stat status;
  uint8_t *bytes = NULL;
  if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= 0 &&
      (uint64_t)status.st_size <= limit) {
    size_t size = (size_t)status.st_size;
    bytes = malloc(size ? size : 1);
    while (bytes && *length < size) {
      ssize_t count = read(file, bytes + *length, size - *length);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) break;
      *length += (size_t)count;
    }
  }
  close(file);
  return bytes;
}

void cprocess_drop(uint8_t *bytes) { free(bytes); }

int cprocess_find(const char *name, char *path, size_t size) {
  const char *folders = getenv("PATH");
  while (folders && *folders) {
    int length = (int)strcspn(folders, ":");
    int written = snprintf(path, size, "%.*s/%s", length, folders, name);
    struct stat status;
    // A relative folder would be another one in each folder that somebody stands in.
    if (folders[0] == '/' && written > 0 && (size_t)written < size && access(path, X_OK) == 0 &&
        stat(path, &status) == 0 && S_ISREG(status.st_mode)) {
      return 1;
    }
    folders += length;
    if (*folders == ':') folders++;
  }
  return 0;
}
