/*
 * Presents the tree that fledge has in memory to a mkfs. It is loaded with LD_PRELOAD into a program that makes a file
 * system from a directory, and answers calls for the files of that directory from a table: owner, mode, device number,
 * times, extended attributes, holes, link count, inode number. The directory itself has plain files of the user of the
 * build, so neither root nor a user namespace is needed. Properties of the machine cannot reach the image: directories are
 * listed in byte order, the clock is constant, and random numbers are generated from a seed.
 *
 *   FLEDGE_TREE_TABLE   the table; see tree-table.ts, which writes it
 *   FLEDGE_TREE_REPORT  the file to which the number of requested entries is written at the end; it reveals a program that
 *                       does not use this library (statically linked, or with other entry points)
 *
 * Implements the calls of mkfs in xfsprogs 6.19 to 7 and btrfs-progs 6 to 7. Needs glibc 2.33 or newer, and 64 bits.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <limits.h>
#include <linux/fs.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/time.h>
#include <sys/xattr.h>
#include <time.h>
#include <unistd.h>

#define EXPORT __attribute__((visibility("default")))
/* ENOATTR of other systems. */
#define NO_ATTRIBUTE ENODATA
#define BLOCK 512
#define PROCESSORS 4

struct header {
	char magic[8];
	uint64_t count;
	int64_t epoch;
	uint64_t seed;
};

struct record {
	uint64_t host_device;
	uint64_t host_inode;
	uint64_t number;
	uint64_t size;
	int64_t seconds;
	uint32_t nanoseconds;
	uint32_t mode;
	uint32_t uid;
	uint32_t gid;
	uint32_t major;
	uint32_t minor;
	uint32_t links;
	uint32_t attribute_count;
	/* From the beginning of the table: for each attribute a struct attribute, the name with its NUL, the value. */
	uint64_t attributes;
	/* From the beginning of the table: start and end of each data range, alternating. UINT64_MAX: no holes. */
	uint64_t extents;
	uint64_t extent_count;
};

struct attribute {
	uint32_t name_size;
	uint32_t value_size;
};

/* The sizes that tree-table.ts writes. */
_Static_assert(sizeof(struct header) == 32, "struct header");
_Static_assert(sizeof(struct record) == 96, "struct record");
_Static_assert(sizeof(struct attribute) == 8, "struct attribute");

static const char *table;
static const struct header *header;
static const struct record *records;
static unsigned char *seen;
static uint64_t random_state;

static void die(const char *what)
{
	static const char prefix[] = "tree-view: ";
	ssize_t ignored = write(2, prefix, sizeof prefix - 1);
	ignored = write(2, what, strlen(what));
	ignored = write(2, "\n", 1);
	(void)ignored;
	_exit(127);
}

static void *next(const char *name)
{
	void *function = dlsym(RTLD_NEXT, name);
	if (!function)
		die(name);
	return function;
}

#define NEXT(name) \
	static __typeof__(&name) real; \
	if (!real) \
		real = (__typeof__(&name))next(#name)

static void open_table(void)
{
	static const char magic[8] = "FLEDGET1";
	const char *path = getenv("FLEDGE_TREE_TABLE");
	struct stat st;
	int fd;

	if (table)
		return;
	if (!path)
		die("FLEDGE_TREE_TABLE is not set");
	fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || syscall(SYS_fstat, fd, &st) < 0 || (size_t)st.st_size < sizeof *header)
		die("the table cannot be read");
	table = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (table == MAP_FAILED)
		die("the table cannot be mapped");
	header = (const struct header *)table;
	if (memcmp(header->magic, magic, sizeof magic))
		die("the table is of another version");
	records = (const struct record *)(header + 1);
	random_state = header->seed;
	seen = calloc(header->count + 1, 1);
	if (!seen)
		die("no memory");
}

__attribute__((constructor)) static void begin(void)
{
	open_table();
}

__attribute__((destructor)) static void report(void)
{
	const char *path = getenv("FLEDGE_TREE_REPORT");
	uint64_t count = 0;
	char text[32];
	int fd, length;

	if (!path || !seen)
		return;
	for (uint64_t i = 0; i < header->count; i++)
		count += seen[i];
	/* A shell that starts the real program does not overwrite its report. */
	if (count == 0)
		return;
	fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	length = snprintf(text, sizeof text, "%llu\n", (unsigned long long)count);
	if (fd < 0 || write(fd, text, (size_t)length) != length)
		die("the report cannot be written");
	close(fd);
}

/* The entry with this inode number of the host, or NULL. */
static const struct record *find(uint64_t device, uint64_t inode)
{
	uint64_t low = 0, high;

	open_table();
	high = header->count;
	while (low < high) {
		uint64_t middle = low + (high - low) / 2;
		const struct record *record = &records[middle];
		if (record->host_device == device && record->host_inode == inode) {
			seen[middle] = 1;
			return record;
		}
		if (record->host_device < device || (record->host_device == device && record->host_inode < inode))
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static int host_stat(int directory, const char *path, struct stat *st, int flags)
{
	return (int)syscall(SYS_newfstatat, directory, path, st, flags);
}

static const struct record *record_of(int directory, const char *path, int flags)
{
	struct stat st;
	return host_stat(directory, path, &st, flags) < 0 ? NULL : find(st.st_dev, st.st_ino);
}

static const struct record *record_of_fd(int fd)
{
	return record_of(fd, "", AT_EMPTY_PATH);
}

/* stat(2) and its family. */

/* In units of 512 bytes. Programs search for holes only in files with fewer blocks than their size needs. */
static uint64_t blocks_of(const struct record *record)
{
	const uint64_t *bounds = (const uint64_t *)(table + record->extents);
	uint64_t bytes = 0;

	if (record->extents == UINT64_MAX)
		return (record->size + BLOCK - 1) / BLOCK;
	for (uint64_t i = 0; i < record->extent_count; i++)
		bytes += bounds[2 * i + 1] - bounds[2 * i];
	return (bytes + BLOCK - 1) / BLOCK;
}

static int view_stat(int directory, const char *path, struct stat *st, int flags)
{
	const struct record *record;

	if (host_stat(directory, path, st, flags) < 0)
		return -1;
	record = find(st->st_dev, st->st_ino);
	if (!record)
		return 0;
	st->st_dev = 1;
	st->st_ino = record->number;
	st->st_mode = record->mode;
	st->st_nlink = record->links;
	st->st_uid = record->uid;
	st->st_gid = record->gid;
	st->st_rdev = makedev(record->major, record->minor);
	st->st_size = (off_t)record->size;
	st->st_blksize = 4096;
	st->st_blocks = (blkcnt_t)blocks_of(record);
	st->st_mtim.tv_sec = record->seconds;
	st->st_mtim.tv_nsec = record->nanoseconds;
	st->st_atim = st->st_ctim = st->st_mtim;
	return 0;
}

EXPORT int stat(const char *path, struct stat *st)
{
	return view_stat(AT_FDCWD, path, st, 0);
}

EXPORT int lstat(const char *path, struct stat *st)
{
	return view_stat(AT_FDCWD, path, st, AT_SYMLINK_NOFOLLOW);
}

EXPORT int fstat(int fd, struct stat *st)
{
	return view_stat(fd, "", st, AT_EMPTY_PATH);
}

EXPORT int fstatat(int directory, const char *path, struct stat *st, int flags)
{
	return view_stat(directory, path, st, flags);
}

/* On 64-bit machines these are the same structures. */
EXPORT int stat64(const char *path, struct stat64 *st)
{
	return stat(path, (struct stat *)st);
}

EXPORT int lstat64(const char *path, struct stat64 *st)
{
	return lstat(path, (struct stat *)st);
}

EXPORT int fstat64(int fd, struct stat64 *st)
{
	return fstat(fd, (struct stat *)st);
}

EXPORT int fstatat64(int directory, const char *path, struct stat64 *st, int flags)
{
	return fstatat(directory, path, (struct stat *)st, flags);
}

EXPORT int statx(int directory, const char *path, int flags, unsigned mask, struct statx *result)
{
	const struct record *record;

	if (syscall(SYS_statx, directory, path, flags, mask | STATX_INO, result) < 0)
		return -1;
	record = find(makedev(result->stx_dev_major, result->stx_dev_minor), result->stx_ino);
	if (!record)
		return 0;
	result->stx_mask &= STATX_BASIC_STATS;
	result->stx_attributes = 0;
	result->stx_ino = record->number;
	result->stx_mode = (uint16_t)record->mode;
	result->stx_nlink = record->links;
	result->stx_uid = record->uid;
	result->stx_gid = record->gid;
	result->stx_rdev_major = record->major;
	result->stx_rdev_minor = record->minor;
	result->stx_size = record->size;
	result->stx_blocks = blocks_of(record);
	result->stx_mtime.tv_sec = record->seconds;
	result->stx_mtime.tv_nsec = record->nanoseconds;
	result->stx_atime = result->stx_ctime = result->stx_mtime;
	return 0;
}

/* Extended attributes, xattr(7). */

static ssize_t list_attributes(const struct record *record, char *list, size_t size)
{
	const char *at = table + record->attributes;
	size_t total = 0;

	for (uint32_t i = 0; i < record->attribute_count; i++) {
		const struct attribute *attribute = (const struct attribute *)at;
		const char *name = (const char *)(attribute + 1);
		if (size > 0) {
			if (attribute->name_size > size - total) {
				errno = ERANGE;
				return -1;
			}
			memcpy(list + total, name, attribute->name_size);
		}
		total += attribute->name_size;
		at = name + ((attribute->name_size + attribute->value_size + 7) & ~7u);
	}
	return (ssize_t)total;
}

static ssize_t get_attribute(const struct record *record, const char *wanted, void *value, size_t size)
{
	const char *at = table + record->attributes;

	for (uint32_t i = 0; i < record->attribute_count; i++) {
		const struct attribute *attribute = (const struct attribute *)at;
		const char *name = (const char *)(attribute + 1);
		if (!strcmp(name, wanted)) {
			if (size > 0 && size < attribute->value_size) {
				errno = ERANGE;
				return -1;
			}
			if (size > 0)
				memcpy(value, name + attribute->name_size, attribute->value_size);
			return (ssize_t)attribute->value_size;
		}
		at = name + ((attribute->name_size + attribute->value_size + 7) & ~7u);
	}
	errno = NO_ATTRIBUTE;
	return -1;
}

EXPORT ssize_t listxattr(const char *path, char *list, size_t size)
{
	NEXT(listxattr);
	const struct record *record = record_of(AT_FDCWD, path, 0);
	return record ? list_attributes(record, list, size) : real(path, list, size);
}

EXPORT ssize_t llistxattr(const char *path, char *list, size_t size)
{
	NEXT(llistxattr);
	const struct record *record = record_of(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW);
	return record ? list_attributes(record, list, size) : real(path, list, size);
}

EXPORT ssize_t flistxattr(int fd, char *list, size_t size)
{
	NEXT(flistxattr);
	const struct record *record = record_of_fd(fd);
	return record ? list_attributes(record, list, size) : real(fd, list, size);
}

EXPORT ssize_t getxattr(const char *path, const char *name, void *value, size_t size)
{
	NEXT(getxattr);
	const struct record *record = record_of(AT_FDCWD, path, 0);
	return record ? get_attribute(record, name, value, size) : real(path, name, value, size);
}

EXPORT ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size)
{
	NEXT(lgetxattr);
	const struct record *record = record_of(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW);
	return record ? get_attribute(record, name, value, size) : real(path, name, value, size);
}

EXPORT ssize_t fgetxattr(int fd, const char *name, void *value, size_t size)
{
	NEXT(fgetxattr);
	const struct record *record = record_of_fd(fd);
	return record ? get_attribute(record, name, value, size) : real(fd, name, value, size);
}

/* Inode flags of the host's file system are not a part of the tree. */
EXPORT int ioctl(int fd, unsigned long request, ...)
{
	va_list arguments;
	void *argument;

	va_start(arguments, request);
	argument = va_arg(arguments, void *);
	va_end(arguments);
	if ((request == FS_IOC_FSGETXATTR || request == FS_IOC_GETFLAGS) && record_of_fd(fd)) {
		/* The kernel uses an int, although the request's number encodes a long (ioctl_iflags(2)). */
		memset(argument, 0, request == FS_IOC_GETFLAGS ? sizeof(int) : sizeof(struct fsxattr));
		return 0;
	}
	return (int)syscall(SYS_ioctl, fd, request, argument);
}

/* The positions of holes, lseek(2): the host's file system can have none, or other ones. */

static off_t seek_in(const struct record *record, off_t offset, int whence)
{
	const uint64_t *bounds = (const uint64_t *)(table + record->extents);
	uint64_t at = (uint64_t)offset;

	if (offset < 0 || at >= record->size) {
		errno = ENXIO;
		return -1;
	}
	if (record->extents == UINT64_MAX)
		return whence == SEEK_DATA ? offset : (off_t)record->size;
	for (uint64_t i = 0; i < record->extent_count; i++) {
		uint64_t begin = bounds[2 * i], end = bounds[2 * i + 1];
		if (at >= end)
			continue;
		if (whence == SEEK_DATA)
			return (off_t)(at < begin ? begin : at);
		return (off_t)(at < begin ? at : end);
	}
	if (whence == SEEK_HOLE)
		return offset;
	errno = ENXIO;
	return -1;
}

EXPORT off_t lseek(int fd, off_t offset, int whence)
{
	const struct record *record = whence == SEEK_DATA || whence == SEEK_HOLE ? record_of_fd(fd) : NULL;

	if (record) {
		offset = seek_in(record, offset, whence);
		if (offset < 0)
			return -1;
		whence = SEEK_SET;
	}
	return syscall(SYS_lseek, fd, offset, whence);
}

EXPORT off64_t lseek64(int fd, off64_t offset, int whence)
{
	return lseek(fd, offset, whence);
}

/* Directories, in byte order. */

struct listing {
	struct dirent **entries;
	size_t count;
	size_t next;
};

struct open_listing {
	DIR *stream;
	struct listing listing;
	struct open_listing *below;
};

static struct open_listing *open_listings;

static int by_name(const void *a, const void *b)
{
	return strcmp((*(struct dirent *const *)a)->d_name, (*(struct dirent *const *)b)->d_name);
}

static struct dirent *host_readdir(DIR *stream)
{
	NEXT(readdir);
	return real(stream);
}

/* Visits everything in a directory. Returns 0, or -1 with errno. */
static int list(DIR *stream, struct listing *listing)
{
	size_t room = 0;
	struct dirent *entry;

	memset(listing, 0, sizeof *listing);
	for (errno = 0; (entry = host_readdir(stream)); errno = 0) {
		size_t size = offsetof(struct dirent, d_name) + strlen(entry->d_name) + 1;
		struct stat st;
		if (listing->count == room) {
			room = room ? 2 * room : 64;
			listing->entries = reallocarray(listing->entries, room, sizeof *listing->entries);
			if (!listing->entries)
				die("no memory");
		}
		struct dirent *copy = malloc(size < sizeof *copy ? sizeof *copy : size);
		if (!copy)
			die("no memory");
		memcpy(copy, entry, size);
		if (view_stat(dirfd(stream), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0) {
			copy->d_ino = st.st_ino;
			copy->d_type = (unsigned char)IFTODT(st.st_mode);
		}
		listing->entries[listing->count++] = copy;
	}
	if (errno)
		return -1;
	qsort(listing->entries, listing->count, sizeof *listing->entries, by_name);
	return 0;
}

static void forget(struct listing *listing)
{
	for (size_t i = 0; i < listing->count; i++)
		free(listing->entries[i]);
	free(listing->entries);
}

EXPORT struct dirent *readdir(DIR *stream)
{
	struct open_listing *known = open_listings;

	if (!record_of_fd(dirfd(stream)))
		return host_readdir(stream);
	while (known && known->stream != stream)
		known = known->below;
	if (!known) {
		known = calloc(1, sizeof *known);
		if (!known)
			die("no memory");
		if (list(stream, &known->listing) < 0)
			return NULL;
		known->stream = stream;
		known->below = open_listings;
		open_listings = known;
	}
	return known->listing.next < known->listing.count ? known->listing.entries[known->listing.next++] : NULL;
}

EXPORT struct dirent64 *readdir64(DIR *stream)
{
	return (struct dirent64 *)readdir(stream);
}

EXPORT int closedir(DIR *stream)
{
	NEXT(closedir);
	for (struct open_listing **at = &open_listings; *at; at = &(*at)->below) {
		struct open_listing *known = *at;
		if (known->stream != stream)
			continue;
		*at = known->below;
		forget(&known->listing);
		free(known);
		break;
	}
	return real(stream);
}

/* nftw(3) of the C library would use its own internal calls. */

typedef int visitor(const char *, const struct stat *, int, struct FTW *);

static int walk(char *path, size_t length, visitor *visit, int level)
{
	struct stat st;
	struct FTW place = { .level = level };
	struct listing listing;
	DIR *stream;
	int result;

	if (lstat(path, &st) < 0)
		return -1;
	for (place.base = (int)length; place.base > 0 && path[place.base - 1] != '/';)
		place.base--;
	result = visit(path, &st, S_ISDIR(st.st_mode) ? FTW_D : S_ISLNK(st.st_mode) ? FTW_SL : FTW_F, &place);
	if (result || !S_ISDIR(st.st_mode))
		return result;
	stream = opendir(path);
	if (!stream)
		return -1;
	result = list(stream, &listing);
	closedir(stream);
	for (size_t i = 0; !result && i < listing.count; i++) {
		const char *name = listing.entries[i]->d_name;
		size_t size = strlen(name);
		if (!strcmp(name, ".") || !strcmp(name, ".."))
			continue;
		if (length + 1 + size >= PATH_MAX) {
			errno = ENAMETOOLONG;
			result = -1;
			break;
		}
		path[length] = '/';
		memcpy(path + length + 1, name, size + 1);
		result = walk(path, length + 1 + size, visit, level + 1);
		path[length] = 0;
	}
	forget(&listing);
	return result;
}

EXPORT int nftw(const char *root, visitor *visit, int descriptors, int flags)
{
	char path[PATH_MAX];
	size_t length = strlen(root);

	(void)descriptors;
	if (flags != FTW_PHYS || length >= sizeof path)
		die("nftw with flags that are not known here");
	memcpy(path, root, length + 1);
	return walk(path, length, visit, 0);
}

EXPORT int nftw64(const char *root, int (*visit)(const char *, const struct stat64 *, int, struct FTW *), int descriptors,
		  int flags)
{
	return nftw(root, (visitor *)visit, descriptors, flags);
}

/* A constant clock. */

EXPORT time_t time(time_t *result)
{
	open_table();
	if (result)
		*result = header->epoch;
	return header->epoch;
}

EXPORT int gettimeofday(struct timeval *restrict result, void *restrict zone)
{
	(void)zone;
	result->tv_sec = time(NULL);
	result->tv_usec = 0;
	return 0;
}

EXPORT int clock_gettime(clockid_t clock, struct timespec *result)
{
	if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE)
		return (int)syscall(SYS_clock_gettime, clock, result);
	result->tv_sec = time(NULL);
	result->tv_nsec = 0;
	return 0;
}

/* Random numbers that are the same for the same seed: splitmix64. */

static uint64_t random_word(void)
{
	uint64_t word = random_state += 0x9e3779b97f4a7c15u;

	word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9u;
	word = (word ^ (word >> 27)) * 0x94d049bb133111ebu;
	return word ^ (word >> 31);
}

EXPORT ssize_t getrandom(void *result, size_t size, unsigned flags)
{
	unsigned char *bytes = result;

	(void)flags;
	open_table();
	for (size_t i = 0; i < size; i++)
		bytes[i] = (unsigned char)random_word();
	return (ssize_t)size;
}

EXPORT int getentropy(void *result, size_t size)
{
	getrandom(result, size, 0);
	return 0;
}

/* libuuid: version 4 of RFC 9562. */
EXPORT void uuid_generate(unsigned char *uuid)
{
	getrandom(uuid, 16, 0);
	uuid[6] = (uuid[6] & 0x0f) | 0x40;
	uuid[8] = (uuid[8] & 0x3f) | 0x80;
}

EXPORT void uuid_generate_random(unsigned char *uuid)
{
	uuid_generate(uuid);
}

static int open_as(const char *path, int flags, mode_t mode)
{
	if (!strcmp(path, "/dev/urandom") || !strcmp(path, "/dev/random"))
		path = "/dev/zero";
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

EXPORT int open(const char *path, int flags, ...)
{
	va_list arguments;
	mode_t mode = 0;

	if (flags & O_CREAT) {
		va_start(arguments, flags);
		mode = va_arg(arguments, mode_t);
		va_end(arguments);
	}
	return open_as(path, flags, mode);
}

EXPORT int open64(const char *path, int flags, ...)
{
	va_list arguments;
	mode_t mode = 0;

	if (flags & O_CREAT) {
		va_start(arguments, flags);
		mode = va_arg(arguments, mode_t);
		va_end(arguments);
	}
	return open_as(path, flags, mode);
}

/* The name in fortified headers. */
EXPORT int __open_2(const char *path, int flags)
{
	return open_as(path, flags, 0);
}

/* The number of processors affects the number of parts of a file system. */
EXPORT long sysconf(int name)
{
	NEXT(sysconf);
	return name == _SC_NPROCESSORS_ONLN || name == _SC_NPROCESSORS_CONF ? PROCESSORS : real(name);
}
