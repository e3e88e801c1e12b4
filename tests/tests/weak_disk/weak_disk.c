/* A disk that fails: preloaded into a program, it lets one call that writes under WEAK_DISK_DIR fail, or every one from
   there on. WEAK_DISK_AT counts from 1, WEAK_DISK_ERRNO is what the program is told, WEAK_DISK_STAYS=1 never heals but
   where the file WEAK_DISK_GOOD is there.
   When it fails for the first time it makes the file WEAK_DISK_SAID, so that the test knows when there is nothing left
   to fail. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

/* SQLite says of the file beside its journal only that it could not grow, whatever the reason: there the disk is full
   or sound. */
static int is_ours(int fd, int told) {
    const char *dir = getenv("WEAK_DISK_DIR");
    char link[64], path[4096];
    if (!dir) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n <= 0) return 0;
    path[n] = 0;
    if (told != ENOSPC && n > 4 && strcmp(path + n - 4, "-shm") == 0) return 0;
    return strncmp(path, dir, strlen(dir)) == 0;
}

/* Whether this call fails; sets errno then. Where the disk is full, only what needs room fails. */
static int fails(int fd, int needs_room) {
    int before = errno;
    int told = atoi(getenv("WEAK_DISK_ERRNO") ? getenv("WEAK_DISK_ERRNO") : "0");
    if (!is_ours(fd, told) || (told == ENOSPC && !needs_room)) { errno = before; return 0; }
    long at = atol(getenv("WEAK_DISK_AT") ? getenv("WEAK_DISK_AT") : "0");
    long now = atomic_fetch_add(&calls, 1) + 1;
    const char *stays = getenv("WEAK_DISK_STAYS");
    if (now != at && !(now > at && stays && *stays == '1')) { errno = before; return 0; }
    const char *good = getenv("WEAK_DISK_GOOD");
    if (good && access(good, F_OK) == 0) { errno = before; return 0; }
    const char *said = getenv("WEAK_DISK_SAID");
    if (said) {
        int file = open(said, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
        if (file >= 0) close(file);
    }
    errno = told;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *from, size_t n) { return fails(fd, 1) ? -1 : REAL(write)(fd, from, n); }
ssize_t writev(int fd, const struct iovec *from, int n) { return fails(fd, 1) ? -1 : REAL(writev)(fd, from, n); }
ssize_t pwrite(int fd, const void *from, size_t n, off_t at) { return fails(fd, 1) ? -1 : REAL(pwrite)(fd, from, n, at); }
ssize_t pwrite64(int fd, const void *from, size_t n, off64_t at) {
    return fails(fd, 1) ? -1 : REAL(pwrite64)(fd, from, n, at);
}
int ftruncate(int fd, off_t n) { return fails(fd, 0) ? -1 : REAL(ftruncate)(fd, n); }
int ftruncate64(int fd, off64_t n) { return fails(fd, 0) ? -1 : REAL(ftruncate64)(fd, n); }
int fallocate(int fd, int mode, off_t at, off_t n) { return fails(fd, 1) ? -1 : REAL(fallocate)(fd, mode, at, n); }
int posix_fallocate(int fd, off_t at, off_t n) { return fails(fd, 1) ? errno : REAL(posix_fallocate)(fd, at, n); }
int fsync(int fd) { return fails(fd, 0) ? -1 : REAL(fsync)(fd); }
int fdatasync(int fd) { return fails(fd, 0) ? -1 : REAL(fdatasync)(fd); }
