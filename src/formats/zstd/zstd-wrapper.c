/*
 * The wasm side of the block compressor of squashfs and qcow2: one function that compresses one block to one zstd frame.
 *
 * scripts/build-zstd.sh compiles this file with the unchanged compressor of libzstd 1.5.7. There is no libc: all memory is in
 * the arrays below. zstd checks that the workspace is large enough.
 */

#include "zstd_errors.h"

#include "common/debug.c"
#include "common/entropy_common.c"
#include "common/error_private.c"
#include "common/fse_decompress.c"
#include "common/xxhash.c"
#include "common/zstd_common.c"

#include "compress/fse_compress.c"
#include "compress/hist.c"
#include "compress/huf_compress.c"
#include "compress/zstd_compress.c"
#include "compress/zstd_compress_literals.c"
#include "compress/zstd_compress_sequences.c"
#include "compress/zstd_compress_superblock.c"
#include "compress/zstd_double_fast.c"
#include "compress/zstd_fast.c"
#include "compress/zstd_lazy.c"
#include "compress/zstd_ldm.c"
#include "compress/zstd_opt.c"
#include "compress/zstd_preSplit.c"

/* The largest block: squashfs/format.ts. */
#define BLOCK_LENGTH (128 * 1024)

/* Level 22 needs less for this block length. */
#define WORKSPACE_LENGTH (4 * 1024 * 1024)

unsigned char input[BLOCK_LENGTH];
unsigned char output[BLOCK_LENGTH];

static unsigned char workspace[WORKSPACE_LENGTH] __attribute__((aligned(64)));

/*
 * Compresses input[0..length-1] and returns the number of bytes in `output`, or 0 if the result would not be smaller. The
 * result does not depend on earlier calls.
 */
size_t compress_block(size_t length, int level)
{
	ZSTD_CCtx *context = ZSTD_initStaticCCtx(workspace, WORKSPACE_LENGTH);
	size_t result;

	if (context == NULL || length == 0 || length > BLOCK_LENGTH)
		__builtin_trap();
	result = ZSTD_compressCCtx(context, output, length, input, length, level);
	if (ZSTD_isError(result)) {
		if (ZSTD_getErrorCode(result) != ZSTD_error_dstSize_tooSmall)
			__builtin_trap();
		return 0;
	}
	return result < length ? result : 0;
}

void *memcpy(void *target, const void *source, size_t length)
{
	return __builtin_memcpy(target, source, length);
}

void *memmove(void *target, const void *source, size_t length)
{
	return __builtin_memmove(target, source, length);
}

void *memset(void *target, int value, size_t length)
{
	return __builtin_memset(target, value, length);
}

int memcmp(const void *one, const void *other, size_t length)
{
	const unsigned char *a = one, *b = other;

	for (; length > 0; a++, b++, length--)
		if (*a != *b)
			return *a - *b;
	return 0;
}

/* Referenced by code that is not called: a static context has all its memory from the beginning. */
void *malloc(size_t length)
{
	(void)length;
	return NULL;
}

void *calloc(size_t count, size_t length)
{
	(void)count, (void)length;
	return NULL;
}

void free(void *pointer)
{
	(void)pointer;
}
