export const id = 938;
export const ids = [938];
export const modules = {

/***/ 29988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ isAskedOfGithub),
/* harmony export */   EJ: () => (/* binding */ fetchAgent)
/* harmony export */ });
/* unused harmony exports fetchReleaseAgents, downloadAgent, assetNames */
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(13567);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61341);
/* harmony import */ var _download_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24789);
/* harmony import */ var _elf_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22236);





const REPOSITORY = 'volantvm/volant';
const LABEL = 'kestrel';
/** Several times the size of the agent, in bytes; a server cannot write more to the disk. */
const MAX_BYTES = 512 * 1024 * 1024;
const COMMON = { kind: 'agent', label: LABEL, maxBytes: MAX_BYTES, expect: 'elf' };
/**
 * Fetches the kestrel agent from its source in fledge.toml, and checks that it is a program for `platform`. Warns if it
 * needs a dynamic loader.
 *
 * @throws FledgeError `download` or `input`.
 */
async function fetchAgent(source, platform, context) {
    const { file, version, advice } = await fetchFrom(source, platform, context);
    const { interpreter } = await (0,_elf_js__WEBPACK_IMPORTED_MODULE_3__/* .checkElf */ .Kg)(file.path, { platform, label: LABEL, advice });
    if (interpreter !== undefined) {
        context.reporter.warn(`${LABEL} is dynamically linked: the image must contain ${interpreter} and its libraries, or it cannot start`, { code: 'dynamic-program' });
    }
    return { ...file, version };
}
/** True if the agent may have to be looked up with GitHub's API, which may need a token. */
function isAskedOfGithub(source) {
    return source?.source === 'release';
}
async function fetchFrom(source, platform, context) {
    switch (source.source) {
        case 'local': {
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from: { kind: 'file', path: source.path } }, context);
            return { file, version: undefined, advice: `set path in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'http': {
            const pinAs = (sha256) => `checksum = "sha256:${sha256}" below [agent]`;
            const { sha256, lockFile } = source;
            const from = { kind: 'url', url: source.url };
            const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, sha256, lockFile, pinAs }, context);
            return { file, version: undefined, advice: `set url in [agent] to a ${LABEL} for ${platform}` };
        }
        case 'release': {
            const { file, tag } = await fetchFromRelease(source, platform, context);
            const advice = `build a ${LABEL} for ${platform} and use it with source_strategy = "local": release ${tag} has none`;
            return { file, version: tag, advice };
        }
    }
}
/** Looks up a release of the agent. Loads GitHub's client lazily: most builds find their agent in the cache. */
async function findRelease(version, context) {
    const github = await __webpack_require__.e(/* import() */ 743).then(__webpack_require__.bind(__webpack_require__, 58743));
    return github.findRelease(REPOSITORY, version, context);
}
/** Sends no request if the cache has the locked digest. */
async function fetchFromRelease({ version, lock }, platform, context) {
    const pin = lock?.asset;
    if (lock !== undefined && pin !== undefined) {
        const cached = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .findDownloaded */ .dv)({ sha256: pin.sha256, label: LABEL }, context);
        if (cached !== undefined)
            return { file: { ...cached, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: lock.tag };
    }
    const release = await findRelease(lock?.tag ?? version, context);
    const pinned = release.assets.find(({ publicUrl }) => pin !== undefined && (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(publicUrl) === pin.url);
    const asset = pinned ?? chooseAsset(release, platform);
    if (lock !== undefined && pin !== undefined)
        requireLocked(asset, pin, { lock, release });
    const file = await fetchAsset(asset, release, context, pin && { ...pin, lockFile: lock?.file });
    return { file: pin === undefined ? file : { ...file, uri: (0,_net_redact_js__WEBPACK_IMPORTED_MODULE_4__/* .redactUrl */ .B)(pin.url) }, tag: release.tag };
}
/** Refuses a file before its download if the API has another digest for it than the lock file. */
function requireLocked({ name, sha256 }, pin, { lock, release }) {
    if (sha256 === undefined || sha256 === pin.sha256)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `cannot use ${name} of release ${release.tag}: its SHA-256 is ${sha256}, and ${lock.file} pins ${pin.sha256}`, { fix: _download_js__WEBPACK_IMPORTED_MODULE_2__/* .LOCK_FIX */ .WP });
}
async function fetchAsset({ name, url, headers, publicUrl, sha256 }, release, context, pin) {
    const from = { kind: 'url', url };
    const file = await (0,_download_js__WEBPACK_IMPORTED_MODULE_2__/* .fetchFile */ .t2)({ ...COMMON, from, headers, publicUrl, sha256, ...pin }, context);
    if (sha256 === undefined && pin === undefined) {
        context.reporter.warn(`GitHub has no digest of ${name} of release ${release.tag}, so it was not verified; its SHA-256 is ${file.sha256}`, { code: 'unpinned' });
    }
    return file;
}
/**
 * Fetches the agents of a release for all platforms, to find out for which platforms it has one.
 *
 * @throws FledgeError `download`, also if the release has no agent.
 */
async function fetchReleaseAgents(version, context) {
    const release = await findRelease(version, context);
    const assets = {};
    const seen = new Map();
    for (const platform of PLATFORMS) {
        const asset = findAsset(release, platform);
        if (asset === undefined)
            continue;
        const file = seen.get(asset) ?? (await fetchAsset(asset, release, context));
        seen.set(asset, file);
        const program = await inspectProgram(file.path, LABEL);
        if (program.kind === 'elf' && program.machine === platform)
            assets[platform] = file;
    }
    const [any] = PLATFORMS;
    if (Object.keys(assets).length === 0)
        throw noAgent(release, `${LABEL} for any platform`, assetNames(any));
    return { tag: release.tag, assets };
}
/**
 * Downloads the file that a URL serves as the agent now, to be pinned.
 *
 * @throws FledgeError `download`.
 */
function downloadAgent(url, context) {
    return fetchFile({ ...COMMON, from: { kind: 'url', url } }, context);
}
function chooseAsset(release, platform) {
    const asset = findAsset(release, platform);
    if (asset === undefined)
        throw noAgent(release, `${LABEL} for ${platform}`, assetNames(platform));
    return asset;
}
function findAsset({ assets }, platform) {
    for (const name of assetNames(platform)) {
        const asset = assets.find((candidate) => candidate.name === name);
        if (asset !== undefined)
            return asset;
    }
    return undefined;
}
function noAgent({ tag, assets }, what, wanted) {
    const available = assets.map(({ name }) => name).join(', ') || 'none';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('download', `release ${tag} of ${REPOSITORY} has no ${what}`, {
        fix: `choose another version in [agent]; looked for ${wanted.join(', ')}; the release has: ${available}`,
    });
}
/**
 * The possible names of a platform's agent among the assets of a release, best first. Plain `kestrel` is for amd64; for
 * another platform it is the last choice, and its ELF header is checked later.
 */
function assetNames(platform) {
    const named = ARCHITECTURES[platform].flatMap((name) => [`${LABEL}-linux-${name}`, `${LABEL}-${name}`]);
    return platform === 'linux/amd64' ? [LABEL, ...named] : [...named, LABEL];
}
const ARCHITECTURES = {
    'linux/amd64': ['amd64', 'x86_64'],
    'linux/arm64': ['arm64', 'aarch64'],
};


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

/***/ 60975:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ Budget)
/* harmony export */ });
/* unused harmony export DEFAULT_LIMITS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


const GIBIBYTE = 1024 ** 3;
/** Far above real images, and low enough for a machine with 4 GiB of memory and a few minutes of work. */
const DEFAULT_LIMITS = {
    fetched: 64 * GIBIBYTE,
    unpacked: 64 * GIBIBYTE,
    metadata: GIBIBYTE,
    // Two layers are unpacked in parallel, and each can have a window of 512 MiB.
    memory: 1.5 * GIBIBYTE,
    apparent: 1024 * GIBIBYTE,
    // A directory needs a kilobyte until it is in the image, and its path is in memory twice at most.
    nodes: 1_500_000,
    pathBytes: GIBIBYTE / 4,
    steps: 100_000_000,
    headers: 20_000_000,
    frames: 2_000_000,
};
/** The messages for exceeded limits, by item. */
const EXCESS = {
    fetched: (limit) => `the layers of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} compressed`,
    unpacked: (limit) => `the image unpacks to more than max_unpacked_mb (${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)})`,
    metadata: (limit) => `the image has more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of file names and attributes`,
    memory: (limit) => `the headers, attributes and zstd windows of the image need more than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} of memory`,
    apparent: (limit) => `the files of the image are larger than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together, holes included`,
    nodes: (limit) => `the image has more than ${limit} files and directories`,
    pathBytes: (limit) => `the paths in the image are longer than ${(0,_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(limit)} together`,
    steps: (limit) => `the paths and links of the image need more than ${limit} steps to resolve`,
    headers: (limit) => `the image has more than ${limit} records of extended headers`,
    frames: (limit) => `the layers of the image have more than ${limit} zstd frames`,
};
const UNPACKED_FIX = 'if the image is really that large, raise max_unpacked_mb in [source]; otherwise do not trust it';
/**
 * The limits for the image of one build. All layers share one budget. Layers are unpacked in parallel, and it is random
 * which one exceeds a limit; therefore messages name no layer.
 */
class Budget {
    limits;
    #spent;
    /** `limits` replace the default ones. */
    constructor(limits = {}) {
        this.limits = { ...DEFAULT_LIMITS, ...limits };
        this.#spent = {
            fetched: 0,
            unpacked: 0,
            metadata: 0,
            memory: 0,
            apparent: 0,
            nodes: 0,
            pathBytes: 0,
            steps: 0,
            headers: 0,
            frames: 0,
        };
    }
    /**
     * Charges an amount of an item. A negative amount is a refund, for example for nodes that leave the tree. `culprit`
     * names the cause, as in `the last of them is /swapfile with 4.0 TiB`.
     *
     * @throws FledgeError `input` when the limit is exceeded.
     */
    spend(item, amount, culprit) {
        this.#spent[item] += amount;
        if (amount > 0 && this.#spent[item] > this.limits[item])
            throw this.excess(item, culprit);
    }
    /** The error for an exceeded limit, for work that is stopped before it is charged. */
    excess(item, culprit) {
        const fix = item === 'unpacked'
            ? UNPACKED_FIX
            : 'if the image is really that large, make it smaller; otherwise do not trust it';
        const message = EXCESS[item](this.limits[item]);
        return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', culprit === undefined ? message : `${message}; ${culprit()}`, { fix });
    }
    /** The amount of an item that has been charged so far. */
    spent(item) {
        return this.#spent[item];
    }
}


/***/ })

};
