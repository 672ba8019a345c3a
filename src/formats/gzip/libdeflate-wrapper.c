/*
 * The wasm side of the gzip compressor: one function that compresses one chunk into deflate blocks that end on a byte
 * boundary and are not final, so that the concatenated blocks of all chunks are one stream.
 *
 * scripts/build-libdeflate.sh compiles this file with lib/deflate_compress.c of libdeflate 1.23, changed in two ways:
 * no block is marked as final, and PRIME_MATCH_FINDER runs before the first byte of a chunk is compressed.
 */

#include <stddef.h>
#include <stdint.h>

/* At least as large as in chunk.ts. */
#define CHUNK_LENGTH (512 * 1024)
#define DICTIONARY_LENGTH (32 * 1024)

/*
 * libdeflate's second lazy parser (its levels 8 and 9) with fewer probes than level 8 (300). Measured: level 7 has the same
 * speed and compresses less; the output of level 6 is 1.8 % larger than that of gzip -9 on text.
 */
#define SEARCH_DEPTH 70
#define NICE_MATCH_LENGTH 258

/* RFC 1951, 3.2.4: header bits 000, up to 7 bits of padding, LEN 0, NLEN ffff. */
#define EMPTY_STORED_BLOCK_LENGTH 6

/*
 * The worst case is a chunk that cannot be compressed: it is stored, in blocks of at least 5,000 bytes
 * (MIN_BLOCK_LENGTH) with 5 bytes of header each.
 */
#define OUTPUT_LENGTH (CHUNK_LENGTH + 5 * (CHUNK_LENGTH / 5000 + 1) + EMPTY_STORED_BLOCK_LENGTH)

/* The number of bytes before the chunk that it may refer to. */
static size_t dictionary_length;

/* Adds the dictionary to the hash chains, as if it had just been compressed. */
#define PRIME_MATCH_FINDER                                                                                            \
	if (dictionary_length > 0) {                                                                                  \
		in_cur_base = in - dictionary_length;                                                                 \
		hc_matchfinder_skip_bytes(&c->p.g.hc_mf, &in_cur_base, in_cur_base, in_end, dictionary_length,        \
					  next_hashes);                                                               \
	}

#include "deflate_compress.c"

uint8_t input[DICTIONARY_LENGTH + CHUNK_LENGTH];
uint8_t output[OUTPUT_LENGTH];

static struct libdeflate_compressor compressor;

/*
 * Compresses input[chunk..end-1], which may refer back to input[dictionary..chunk-1], and returns the number of bytes in
 * `output`. The result does not depend on earlier calls.
 */
size_t compress_chunk(size_t dictionary, size_t chunk, size_t end)
{
	struct deflate_output_bitstream stream = {
		.next = output,
		.end = output + OUTPUT_LENGTH - EMPTY_STORED_BLOCK_LENGTH,
	};

	if (dictionary > chunk || chunk - dictionary > DICTIONARY_LENGTH || chunk >= end ||
	    end - chunk > CHUNK_LENGTH || end > sizeof(input))
		__builtin_trap();

	compressor.max_search_depth = SEARCH_DEPTH;
	compressor.nice_match_length = NICE_MATCH_LENGTH;
	deflate_init_static_codes(&compressor);

	dictionary_length = chunk - dictionary;
	deflate_compress_lazy2(&compressor, input + chunk, end - chunk, &stream);
	if (stream.overflow)
		__builtin_trap();

	*stream.next++ = stream.bitbuf;
	if (stream.bitcount > 5)
		*stream.next++ = 0;
	put_unaligned_le32(0xFFFF0000, stream.next);
	return stream.next + 4 - output;
}

/* Referred to by parts of deflate_compress.c that are not called. */
malloc_func_t libdeflate_default_malloc_func;
free_func_t libdeflate_default_free_func;
