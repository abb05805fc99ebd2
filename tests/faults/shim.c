/*
 * Stands between the server and its disk, by LD_PRELOAD. What is written to the data file and its log is noted in FAULT_TRACE, in order,
 * with every sync; and while the file FAULT_SYNC_FAILS is there, a sync of them fails as on a broken disk.
 *
 * A record: operation (W write, T truncate, S sync), file (0 the data file, 1 its log), offset and length as 64-bit numbers in the order
 * of this machine, then the bytes of a write.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int trace = -2;

/* Which of the two files a descriptor is, or -1. */
static int which(int fd) {
  const char *data = getenv("FAULT_DATA");
  if (!data) return -1;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return -1;
  path[length] = 0;
  size_t known = strlen(data);
  if (strncmp(path, data, known)) return -1;
  if (path[known] == 0) return 0;
  return strcmp(path + known, "-wal") ? -1 : 1;
}

static void note(char operation, int file, int64_t offset, const void *bytes, int64_t length) {
  if (trace == -2) trace = getenv("FAULT_TRACE") ? open(getenv("FAULT_TRACE"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  if (trace < 0) return;
  char head[18] = {operation, (char)file};
  memcpy(head + 2, &offset, 8);
  memcpy(head + 10, &length, 8);
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, bytes ? (size_t)length : 0}};
  if (writev(trace, parts, 2) < 0) abort();
}

#define REAL(name, type) static type real; if (!real) real = (type)dlsym(RTLD_NEXT, name)

typedef ssize_t (*pwrite_type)(int, const void *, size_t, off64_t);
typedef int (*truncate_type)(int, off64_t);
typedef int (*sync_type)(int);

static ssize_t noted_write(pwrite_type real, int fd, const void *bytes, size_t length, off64_t offset) {
  ssize_t written = real(fd, bytes, length, offset);
  int file = which(fd);
  if (written > 0 && file >= 0) note('W', file, offset, bytes, written);
  return written;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  REAL("pwrite", pwrite_type);
  return noted_write(real, fd, bytes, length, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  REAL("pwrite64", pwrite_type);
  return noted_write(real, fd, bytes, length, offset);
}

static int noted_truncate(truncate_type real, int fd, off64_t length) {
  int result = real(fd, length);
  int file = which(fd);
  if (result == 0 && file >= 0) note('T', file, length, NULL, 0);
  return result;
}
int ftruncate(int fd, off_t length) {
  REAL("ftruncate", truncate_type);
  return noted_truncate(real, fd, length);
}
int ftruncate64(int fd, off64_t length) {
  REAL("ftruncate64", truncate_type);
  return noted_truncate(real, fd, length);
}

static int noted_sync(sync_type real, int fd) {
  int file = which(fd);
  const char *fails = getenv("FAULT_SYNC_FAILS");
  if (file >= 0 && fails && access(fails, F_OK) == 0) {
    errno = EIO;
    return -1;
  }
  int result = real(fd);
  if (result == 0 && file >= 0) note('S', file, 0, NULL, 0);
  return result;
}
int fsync(int fd) {
  REAL("fsync", sync_type);
  return noted_sync(real, fd);
}
int fdatasync(int fd) {
  REAL("fdatasync", sync_type);
  return noted_sync(real, fd);
}
