export const id = 8923;
export const ids = [8923];
export const modules = {

/***/ 79902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ HEADER_SIZE),
/* harmony export */   S1: () => (/* binding */ TRAILER_NAME),
/* harmony export */   dw: () => (/* binding */ paddingTo4),
/* harmony export */   eL: () => (/* binding */ MAX_FIELD),
/* harmony export */   mS: () => (/* binding */ MAGIC),
/* harmony export */   ng: () => (/* binding */ MAX_NAME_SIZE)
/* harmony export */ });
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26471);

// The "new ASCII" (newc, SVR4 without checksum) format of cpio(5), as described in the kernel's initramfs buffer format
// (Documentation/driver-api/early-userspace/buffer-format.rst): a magic, thirteen fields of eight hexadecimal digits,
// the name with its NUL, the data. Header and data are each padded to four bytes.
const MAGIC = '070701';
const HEADER_SIZE = 110;
/** The name of the entry that ends an archive. */
const TRAILER_NAME = 'TRAILER!!!';
/** The largest value of a field. */
const MAX_FIELD = 0xffff_ffff;
/** The kernel refuses longer names (PATH_MAX, with the NUL). */
const MAX_NAME_SIZE = _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_PATH_BYTES */ .PR + 1;
/** The number of bytes of padding after `length` bytes of header or data. */
function paddingTo4(length) {
    return -length & 3;
}


/***/ }),

/***/ 47021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ writeBackingFile),
/* harmony export */   E2: () => (/* binding */ decodeHeader),
/* harmony export */   RY: () => (/* binding */ ENTRY_SIZE),
/* harmony export */   VH: () => (/* binding */ MAX_BACKING_PATH),
/* harmony export */   YS: () => (/* binding */ encodeHeader),
/* harmony export */   bk: () => (/* binding */ writeCompressedEntry),
/* harmony export */   e1: () => (/* binding */ ENTRIES_PER_CLUSTER),
/* harmony export */   oc: () => (/* binding */ writeClusterEntry),
/* harmony export */   t4: () => (/* binding */ SECTOR_SIZE),
/* harmony export */   xF: () => (/* binding */ REFCOUNT_SIZE),
/* harmony export */   zc: () => (/* binding */ CLUSTER_SIZE),
/* harmony export */   zv: () => (/* binding */ writeNumber)
/* harmony export */ });
/**
 * qcow2, version 3 (QEMU, docs/interop/qcow2.rst). All numbers are big-endian. The sizes of clusters and refcounts are QEMU's
 * defaults, which every reader supports.
 */
/** The methods of compression, and the values of the header's compression type. */
const COMPRESSION_TYPES = { zlib: 0, zstd: 1 };
const CLUSTER_BITS = 16;
/** In bytes. */
const CLUSTER_SIZE = 2 ** CLUSTER_BITS;
/** In bytes: the unit of compressed clusters and of the size of the disk. */
const SECTOR_SIZE = 512;
/** Entries of L1 tables, L2 tables and the refcount table. */
const ENTRY_SIZE = 8;
const ENTRIES_PER_CLUSTER = CLUSTER_SIZE / ENTRY_SIZE;
/** The size of a refcount in bytes. */
const REFCOUNT_SIZE = 2;
const REFCOUNT_ORDER = 4;
const MAGIC = 0x51_46_49_fb;
const VERSION = 3;
const HEADER_LENGTH = 112;
const INCOMPATIBLE_COMPRESSION_TYPE = 3;
const FEATURE_NAME_TABLE = 0x6803_f857;
const BACKING_FORMAT = 0xe279_2aca;
const FEATURE_NAME_LENGTH = 46;
/** The first cluster. */
function encodeHeader(header) {
    const cluster = Buffer.alloc(CLUSTER_SIZE);
    const usesZstd = header.compression === 'zstd';
    cluster.writeUInt32BE(MAGIC, 0);
    cluster.writeUInt32BE(VERSION, 4);
    cluster.writeUInt32BE(CLUSTER_BITS, 20);
    writeNumber(cluster, header.size, 24);
    cluster.writeUInt32BE(header.l1Size, 36);
    writeNumber(cluster, header.l1Position, 40);
    writeNumber(cluster, header.refcountTablePosition, 48);
    cluster.writeUInt32BE(header.refcountTableClusters, 56);
    // Readers that know zlib only must refuse the image.
    if (usesZstd)
        writeNumber(cluster, 2 ** INCOMPATIBLE_COMPRESSION_TYPE, 72);
    cluster.writeUInt32BE(REFCOUNT_ORDER, 96);
    cluster.writeUInt32BE(HEADER_LENGTH, 100);
    cluster.writeUInt8(COMPRESSION_TYPES[header.compression ?? 'zlib'], 104);
    // Old readers print this name of the feature. The zeros after it end the list of extensions.
    if (usesZstd) {
        cluster.writeUInt32BE(FEATURE_NAME_TABLE, HEADER_LENGTH);
        cluster.writeUInt32BE(2 + FEATURE_NAME_LENGTH, HEADER_LENGTH + 4);
        cluster.writeUInt8(INCOMPATIBLE_COMPRESSION_TYPE, HEADER_LENGTH + 9);
        cluster.write('compression type', HEADER_LENGTH + 10, 'latin1');
    }
    return cluster;
}
/** The length in bytes of the longest path of a backing file. */
const MAX_BACKING_PATH = 1023;
/** Names the backing file in the first cluster: the image below this one, and its format. */
function writeBackingFile(cluster, path, format) {
    const name = Buffer.from(format);
    // An extension has a type, a length, and its data, which is padded to eight bytes. Zeros end the list.
    cluster.writeUInt32BE(BACKING_FORMAT, HEADER_LENGTH);
    cluster.writeUInt32BE(name.length, HEADER_LENGTH + 4);
    name.copy(cluster, HEADER_LENGTH + 8);
    const position = HEADER_LENGTH + 8 + name.length + (-name.length & 7) + 8;
    writeNumber(cluster, position, 8);
    cluster.writeUInt32BE(path.length, 16);
    path.copy(cluster, position);
}
/** The number of bytes that `decodeHeader` needs. */
const HEADER_FACTS_LENGTH = 32;
/** Reads the facts of a header from the first bytes of a file; undefined if it is not a qcow2 image. */
function decodeHeader(bytes) {
    if (bytes.length < HEADER_FACTS_LENGTH || bytes.readUInt32BE(0) !== MAGIC)
        return undefined;
    return { version: bytes.readUInt32BE(4), size: Number(bytes.readBigUInt64BE(24)) };
}
/** The entry of a table that refers to a cluster with a refcount of 1 (bit 63). */
function writeClusterEntry(table, index, position) {
    writeNumber(table, position, index * ENTRY_SIZE);
    const high = table.readUInt32BE(index * ENTRY_SIZE);
    table.writeUInt32BE((high | 0x8000_0000) >>> 0, index * ENTRY_SIZE);
}
/**
 * The L2 entry of a compressed cluster (bit 62) at any position: below the bits for the position, which depend on the size of
 * clusters, is the number of sectors after the first one that it touches.
 */
function writeCompressedEntry(table, index, position, length) {
    const firstSector = Math.floor(position / SECTOR_SIZE);
    const lastSector = Math.floor((position + length - 1) / SECTOR_SIZE);
    const positionBits = 62 - (CLUSTER_BITS - 8);
    writeNumber(table, position, index * ENTRY_SIZE);
    const high = table.readUInt32BE(index * ENTRY_SIZE);
    const sectors = (lastSector - firstSector) * 2 ** (positionBits - 32);
    table.writeUInt32BE((high | sectors | 0x4000_0000) >>> 0, index * ENTRY_SIZE);
}
/** Writes an integer below 2^53 as 64 bits. */
function writeNumber(bytes, value, offset) {
    bytes.writeUInt32BE(Math.floor(value / 2 ** 32), offset);
    bytes.writeUInt32BE(value % 2 ** 32, offset + 4);
}


/***/ }),

/***/ 22236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader),
/* harmony export */   Mu: () => (/* binding */ inspectProgramIn)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11720);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13307);




const HEADER_BYTES = 64;
/** Linux loads no program with a larger table (fs/binfmt_elf.c, load_elf_phdrs). */
const MAX_TABLE_BYTES = 64 * 1024;
/** As many sections of 64 bytes as the header can count. */
const MAX_SECTION_TABLE_BYTES = 0xffff * 64;
const MAX_INTERPRETER_BYTES = 4096;
const PT_INTERP = 3;
/** PT_LOAD to PT_TLS. Other types are specific to a linker, and are not loaded. */
const SEGMENT_TYPES = [1, 2, 3, 4, 5, 6, 7];
/** SHT_NULL and SHT_NOBITS, which have no bytes in the file. */
const EMPTY_SECTION_TYPES = [0, 8];
/** e_type: ET_EXEC and ET_DYN. */
const EXECUTABLE_TYPES = [2, 3];
/** EI_OSABI values that Linux programs have: System V and GNU. */
const LINUX_ABIS = [0, 3];
/** Offsets and sizes of the fields that differ between the two classes. */
const LAYOUTS = {
    32: {
        headerBytes: 52,
        programs: { table: 28, entrySize: 42, entryCount: 44, entryBytes: 32, fileOffset: 4, fileSize: 16 },
        sections: { table: 32, entrySize: 46, entryCount: 48, entryBytes: 40, fileOffset: 16, fileSize: 20 },
    },
    64: {
        headerBytes: 64,
        programs: { table: 32, entrySize: 54, entryCount: 56, entryBytes: 56, fileOffset: 8, fileSize: 32 },
        sections: { table: 40, entrySize: 58, entryCount: 60, entryBytes: 64, fileOffset: 24, fileSize: 32 },
    },
};
/** e_machine by number: the name for little-endian and the one for big-endian. */
const MACHINES = new Map([
    [3, ['linux/386', 'big-endian i386']],
    [8, ['linux/mipsle', 'linux/mips']],
    [20, ['little-endian powerpc', 'linux/ppc']],
    [21, ['linux/ppc64le', 'linux/ppc64']],
    [22, ['little-endian s390', 'linux/s390x']],
    [40, ['linux/arm', 'big-endian arm']],
    [62, ['linux/amd64', 'big-endian x86-64']],
    [183, ['linux/arm64', 'big-endian aarch64']],
    [243, ['linux/riscv64', 'big-endian riscv']],
    [258, ['linux/loong64', 'big-endian loongarch']],
]);
/**
 * Checks that a file is an ELF program for `platform`, and returns the content of its headers. `advice` is the fix if
 * it is not; `label` is the file's name in messages.
 *
 * @throws FledgeError `input`.
 */
async function checkElf(path, wanted) {
    const { platform, label, advice } = wanted;
    const found = await readElf(path, label);
    if ('notElf' in found) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${found.notElf}, not an ELF program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.type !== 'executable') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is an object or core file, not a program`, {
            fix: advice ?? `provide ${label} as a program for ${platform}`,
        });
    }
    if (found.machine !== platform) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is built for ${found.machine}, and the plugin is for ${platform}: ${path}`, {
            fix: advice ??
                (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `use a ${label} that is built for ${platform}, or choose the other platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('platform')}`,
        });
    }
    if (found.damage !== undefined) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is damaged: ${found.damage}`, {
            fix: `build, copy or download ${label} again`,
        });
    }
    return found;
}
/** Parses the header at the beginning of a file; undefined if it is missing, truncated or not valid. */
function parseElfHeader(bytes) {
    if (!(0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(bytes))
        return undefined;
    const bits = bytes[4] === 1 ? 32 : bytes[4] === 2 ? 64 : undefined;
    const littleEndian = bytes[5] === 1 ? true : bytes[5] === 2 ? false : undefined;
    if (bits === undefined || littleEndian === undefined)
        return undefined;
    const layout = LAYOUTS[bits];
    if (bytes.length < layout.headerBytes)
        return undefined;
    const fields = fieldsOf(bytes, bits, littleEndian);
    const tableOf = ({ table, entrySize, entryCount, }) => {
        const offset = fields.word(table);
        if (offset === undefined)
            return undefined;
        return { offset, entrySize: fields.u16(entrySize), count: fields.u16(entryCount) };
    };
    const programHeaders = tableOf(layout.programs);
    const sectionHeaders = tableOf(layout.sections);
    if (programHeaders === undefined || sectionHeaders === undefined)
        return undefined;
    return {
        bits,
        littleEndian,
        type: EXECUTABLE_TYPES.includes(fields.u16(16)) ? 'executable' : 'other',
        machine: machineName({ number: fields.u16(18), abi: bytes[7] ?? 0, bits, littleEndian }),
        programHeaders,
        sectionHeaders: sectionHeaders.offset === 0 || sectionHeaders.count === 0 ? undefined : sectionHeaders,
    };
}
/** The part of the file with the path of the dynamic loader, by the program headers; undefined if it is static. */
function findInterpreter(header, table) {
    return partsOf(header, 'programs', table).find(({ type }) => type === PT_INTERP);
}
/** The entries that the bytes of a table contain. */
function partsOf(header, kind, table) {
    const layout = LAYOUTS[header.bits][kind];
    const place = kind === 'programs' ? header.programHeaders : header.sectionHeaders;
    if (place === undefined || place.entrySize < layout.entryBytes)
        return [];
    const fields = fieldsOf(table, header.bits, header.littleEndian);
    const count = Math.min(place.count, Math.floor(table.length / place.entrySize));
    return Array.from({ length: count }, (_, index) => {
        const start = index * place.entrySize;
        return {
            // p_type is the first field of its header, and sh_type the second one.
            type: fields.u32(kind === 'programs' ? start : start + 4),
            offset: fields.word(start + layout.fileOffset),
            size: fields.word(start + layout.fileSize),
        };
    });
}
/**
 * The damage of a program of `fileSize` bytes: a table, a segment or a section beyond the end of the file, or program
 * headers that the kernel does not accept. No number in the file is trusted.
 */
function findDamage(header, tables, fileSize) {
    const { programHeaders, sectionHeaders, bits } = header;
    const beyond = (what, { offset, size }) => {
        if (size === 0)
            return undefined;
        if (offset === undefined || size === undefined)
            return `${what} has an offset or a size that no file can have`;
        const end = offset + size;
        return end > fileSize ? `${what} ends at byte ${end}, and the file has ${fileSize}` : undefined;
    };
    const lengthOf = ({ entrySize, count }) => entrySize * count;
    const programs = { offset: programHeaders.offset, size: lengthOf(programHeaders) };
    const isLoadable = programHeaders.entrySize === LAYOUTS[bits].programs.entryBytes && programs.size <= MAX_TABLE_BYTES;
    if (programHeaders.count > 0 && !isLoadable)
        return 'Linux does not load a program with its program headers';
    const cut = beyond('its table of program headers', programs) ??
        (sectionHeaders &&
            beyond('its table of section headers', { offset: sectionHeaders.offset, size: lengthOf(sectionHeaders) }));
    if (cut !== undefined)
        return cut;
    const segments = partsOf(header, 'programs', tables.programs).filter(({ type }) => SEGMENT_TYPES.includes(type));
    const sections = partsOf(header, 'sections', tables.sections).filter(({ type }) => !EMPTY_SECTION_TYPES.includes(type));
    for (const part of segments) {
        const problem = beyond('a segment', part);
        if (problem !== undefined)
            return problem;
    }
    for (const part of sections) {
        const problem = beyond('a section', part);
        if (problem !== undefined)
            return problem;
    }
    return undefined;
}
/**
 * Examines a host file as a program: its type, and the interpreter that it needs to start.
 *
 * @throws FledgeError `input` if it cannot be read; `label` is the file's name in messages.
 */
async function inspectProgram(path, label) {
    return programOf(await readElf(path, label));
}
/** Examines the content of a file as `inspectProgram` does. */
async function inspectProgramIn(file) {
    return programOf(await readElfIn(file));
}
function programOf(found) {
    if (!('notElf' in found)) {
        const { machine, interpreter, damage } = found;
        return { kind: 'elf', machine, interpreter, damage };
    }
    const { head, notElf: description } = found;
    const [, interpreter, rest = ''] = /^#![ \t]*([^ \t\n]+)[ \t]*([^\n]*)/.exec(head) ?? [];
    if (interpreter === undefined) {
        return { kind: 'other', description, isScriptAfterMark: head.startsWith('\xef\xbb\xbf#!') };
    }
    const argument = rest.replace(/[ \t]+$/, '');
    return { kind: 'script', interpreter, argument: argument === '' ? undefined : argument };
}
async function readElf(path, label) {
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            return await readElfIn({ size, read: (position, length) => readAt(handle, position, length) });
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .messageOf */ .bD)(error)}`, { cause: error });
    }
}
async function readElfIn(file) {
    const head = await file.read(0, 512);
    const header = parseElfHeader(head.subarray(0, HEADER_BYTES));
    if (header === undefined) {
        return { notElf: (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .isElf */ .a)(head) ? 'a damaged ELF file' : (0,_content_kind_js__WEBPACK_IMPORTED_MODULE_2__/* .describeContent */ .X)(head), head: head.toString('latin1') };
    }
    const programs = await readTable(file, header.programHeaders, MAX_TABLE_BYTES);
    const sections = await readTable(file, header.sectionHeaders, MAX_SECTION_TABLE_BYTES);
    const damage = header.type === 'executable' ? findDamage(header, { programs, sections }, file.size) : undefined;
    const place = findInterpreter(header, programs);
    if (place?.offset === undefined || place.size === undefined)
        return { ...header, interpreter: undefined, damage };
    const text = (await file.read(place.offset, Math.min(place.size, MAX_INTERPRETER_BYTES))).toString('utf8');
    return { ...header, interpreter: text.split('\0', 1)[0] ?? '', damage };
}
async function readTable(file, table, maxBytes) {
    if (table === undefined)
        return Buffer.alloc(0);
    return file.read(table.offset, Math.min(table.entrySize * table.count, maxBytes));
}
/** Up to `length` bytes from `position`; fewer at the end of the file. */
async function readAt(handle, position, length) {
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await handle.read(buffer, 0, length, position);
    return buffer.subarray(0, bytesRead);
}
function machineName(of) {
    const { number, abi, bits, littleEndian } = of;
    const names = MACHINES.get(number);
    if (names === undefined)
        return `machine ${number}`;
    const name = littleEndian ? names[0] : names[1];
    if (!LINUX_ABIS.includes(abi))
        return `${name.replace('linux/', '')} of another system (OS ABI ${abi})`;
    // x86-64 and arm64 code in 32-bit files: the x32 and ILP32 ABIs, which kernels are rarely built to run.
    return bits === 32 && /64$/.test(name) ? `${name.replace('linux/', '')} with 32-bit pointers` : name;
}
/** Readers for the fields of one class and byte order. Offsets must be inside `bytes`. */
function fieldsOf(bytes, bits, littleEndian) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return {
        u16: (offset) => view.getUint16(offset, littleEndian),
        u32: (offset) => view.getUint32(offset, littleEndian),
        /** A file offset or size: 32 or 64 bits by class; undefined if no file can have it. */
        word(offset) {
            if (bits === 32)
                return view.getUint32(offset, littleEndian);
            const value = Number(view.getBigUint64(offset, littleEndian));
            return Number.isSafeInteger(value) ? value : undefined;
        },
    };
}


/***/ }),

/***/ 58375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ek: () => (/* binding */ readAhead),
/* harmony export */   j3: () => (/* binding */ settleAll)
/* harmony export */ });
/* unused harmony export mapLimited */
/**
 * Waits for all promises, also if one fails, so that no work continues during cleanup. Then throws the first error, in
 * the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
}
/**
 * Calls `work` for every item, for at most `limit` of them at the same time, in their order. Returns the results in the order
 * of the items. `work` must not throw.
 */
async function mapLimited(items, limit, work) {
    const results = [];
    const waiting = items.entries();
    const workThrough = async () => {
        // All of them share the iterator.
        for (const [index, item] of waiting)
            results[index] = await work(item);
    };
    await settleAll(...Array.from({ length: Math.min(limit, items.length) }, workThrough));
    return results;
}
/**
 * Begins at once to read batches from a source, until it has about `limit` items. The result can be iterated once: it
 * yields these batches first and then the rest of the source. An error of the source is thrown after the batches that
 * preceded it, to the iterating caller.
 */
function readAhead(source, limit) {
    const batches = [];
    let isAhead = true;
    const fetchAhead = async () => {
        for (let count = 0; isAhead && count < limit;) {
            const { done, value } = await source.next();
            if (done === true)
                return;
            batches.push(value);
            count += value.length;
        }
    };
    const outcome = fetchAhead().then(() => undefined, (error) => ({ error }));
    return {
        async *[Symbol.asyncIterator]() {
            isAhead = false;
            const failure = await outcome;
            for (let batch = batches.shift(); batch !== undefined; batch = batches.shift())
                yield batch;
            if (failure !== undefined)
                throw failure.error;
            yield* source;
        },
        async stop() {
            isAhead = false;
            await outcome;
            await source.return();
        },
    };
}


/***/ })

};
