/*
 * The wasm side of the zlib compressor of qcow2: one function that compresses one cluster to one deflate stream (RFC 1951).
 *
 * scripts/build-libdeflate.sh compiles this file with lib/deflate_compress.c of libdeflate 1.23, changed so that matches
 * have a distance of at most 4096 bytes. QEMU compresses with this window and decompresses with inflateInit2(-12), and zlib
 * does not promise to read streams with a larger one.
 */

#include <stddef.h>
#include <stdint.h>

#include "deflate_compress.c"

#if MATCHFINDER_WINDOW_ORDER != 12
#error "qcow2 needs a window of 4096 bytes"
#endif

/* CLUSTER_SIZE in format.ts. */
#define CLUSTER_LENGTH (64 * 1024)

#define MAX_LEVEL 9

/* The number of probes of libdeflate's second lazy parser, for levels 1 to 9. */
static const unsigned search_depths[MAX_LEVEL + 1] = { 0, 2, 4, 8, 12, 20, 35, 70, 150, 300 };

uint8_t input[CLUSTER_LENGTH];
uint8_t output[CLUSTER_LENGTH];

static struct libdeflate_compressor compressor;

/*
 * Compresses input[0..length-1] and returns the number of bytes in `output`, or 0 if the result would not be smaller. The
 * result does not depend on earlier calls.
 */
size_t compress_block(size_t length, int level)
{
	struct deflate_output_bitstream stream = {
		.next = output,
		.end = output + CLUSTER_LENGTH,
	};

	if (length == 0 || length > CLUSTER_LENGTH || level < 1 || level > MAX_LEVEL)
		__builtin_trap();

	compressor.max_search_depth = search_depths[level];
	compressor.nice_match_length = DEFLATE_MAX_MATCH_LEN;
	deflate_init_static_codes(&compressor);

	deflate_compress_lazy2(&compressor, input, length, &stream);
	if (stream.overflow)
		return 0;
	if (stream.bitcount > 0) {
		if (stream.next == stream.end)
			return 0;
		*stream.next++ = stream.bitbuf;
	}
	return stream.next - output < length ? stream.next - output : 0;
}

/* Referred to by parts of deflate_compress.c that are not called. */
malloc_func_t libdeflate_default_malloc_func;
free_func_t libdeflate_default_free_func;
