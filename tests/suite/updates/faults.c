/* Fault injection through LD_PRELOAD: call number FAULT_AT that changes FAULT_FOLDER fails
 * with EIO, or kills the program if FAULT_KILLS is set. FAULT_FIRED is created when it does. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int calls;

/* Counts a call that changes the folder; returns whether it is the one to fail. */
static int is_due(const char *path) {
  const char *folder = getenv("FAULT_FOLDER");
  if (!folder || !path || strncmp(path, folder, strlen(folder))) return 0;
  if (__sync_add_and_fetch(&calls, 1) != atoi(getenv("FAULT_AT"))) return 0;
  REAL(close)(REAL(creat)(getenv("FAULT_FIRED"), 0600));
  if (getenv("FAULT_KILLS")) kill(getpid(), SIGKILL);
  errno = EIO;
  return 1;
}

static int is_due_for(int file) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_due(path);
}

static int is_due_in(int folder, const char *name) {
  return name[0] == '/' ? is_due(name) : is_due_for(folder);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if ((flags & O_CREAT) && is_due(path)) return -1;
  return REAL(open64)(path, flags, mode);
}

ssize_t write(int file, const void *bytes, size_t count) {
  return is_due_for(file) ? -1 : REAL(write)(file, bytes, count);
}

int fsync(int file) { return is_due_for(file) ? -1 : REAL(fsync)(file); }

int mkdir(const char *path, mode_t mode) { return is_due(path) ? -1 : REAL(mkdir)(path, mode); }

int rename(const char *from, const char *to) { return is_due(to) ? -1 : REAL(rename)(from, to); }

int unlink(const char *path) { return is_due(path) ? -1 : REAL(unlink)(path); }

int unlinkat(int folder, const char *path, int flags) {
  return is_due_in(folder, path) ? -1 : REAL(unlinkat)(folder, path, flags);
}

int rmdir(const char *path) { return is_due(path) ? -1 : REAL(rmdir)(path); }
