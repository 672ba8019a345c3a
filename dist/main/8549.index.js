export const id = 8549;
export const ids = [8549];
export const modules = {

/***/ 68397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  prepareBoots: () => (/* binding */ prepareBoots)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/boot/artifact/architecture.js
var artifact_architecture = __webpack_require__(67713);
// EXTERNAL MODULE: ./build/boot/kernel/find.js
var find = __webpack_require__(67096);
// EXTERNAL MODULE: ./build/boot/kernel/kernel.js + 1 modules
var kernel_kernel = __webpack_require__(30371);
// EXTERNAL MODULE: ./build/boot/kernel/machine-kernels.js
var machine_kernels = __webpack_require__(32693);
// EXTERNAL MODULE: ./build/tools/table.js
var table = __webpack_require__(46384);
// EXTERNAL MODULE: ./build/boot/accelerator.js
var accelerator = __webpack_require__(94798);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
// EXTERNAL MODULE: ./build/tools/environment.js
var tools_environment = __webpack_require__(84705);
// EXTERNAL MODULE: ./build/action/install/root.js
var install_root = __webpack_require__(91955);
;// CONCATENATED MODULE: ./build/action/install/kvm.js




const RULE_FILE = '/etc/udev/rules.d/99-kvm4all.rules';
/** udev applies a rule asynchronously; `settle` waits for it. */
const OPEN = [
    'printf "%s\\n" "$1" >"$2"',
    'udevadm control --reload-rules',
    'udevadm trigger --name-match=kvm',
    'udevadm settle --timeout=10',
].join(' && ');
/**
 * Opens /dev/kvm for this user with a udev rule, if there is a device that this user cannot open. It is done on a runner of
 * GitHub only, because such a machine ends with the job. Without KVM, machines are emulated, so a failure is reported and is
 * not an error.
 */
async function openKvm(architecture, context) {
    const { env, reporter, signal, find = accelerator/* findAccelerator */.di } = context;
    const isDenied = () => {
        const accelerator = find(architecture);
        return accelerator.name === 'tcg' && accelerator.isDenied === true;
    };
    if (!isDenied() || (0,environment/* environmentValue */.Jz)(env, 'RUNNER_ENVIRONMENT') !== 'github-hosted')
        return;
    const failure = await runRule(signal);
    if (failure !== undefined)
        reporter.info(`cannot open /dev/kvm: ${failure}`);
    else if (isDenied())
        reporter.info(`cannot open /dev/kvm: the udev rule ${RULE_FILE} had no effect`);
    else
        reporter.info(`opened /dev/kvm to all users of this runner: ${RULE_FILE}`);
}
/** Adds the rule and applies it. Returns the reason of a failure. */
async function runRule(signal) {
    const root = await (0,install_root/* findRoot */.wg)();
    if (!root.allowed)
        return root.why;
    const [program = 'sh', ...args] = [...root.command, 'sh', '-c', OPEN, 'sh', accelerator/* UDEV_RULE */.Mk, RULE_FILE];
    const running = (0,install_root/* outputOf */.jH)([program, ...args], (0,tools_environment/* environmentFor */.DD)('sudo', process.env));
    const { exitCode, stderr } = await (0,install_root/* unlessAborted */.Wh)(running, signal);
    if (exitCode === 0)
        return undefined;
    return stderr.trim().split('\n').at(-1) || `the udev rule ${RULE_FILE} failed with status ${exitCode}`;
}

// EXTERNAL MODULE: ./build/action/install/tool-needs.js
var tool_needs = __webpack_require__(24313);
;// CONCATENATED MODULE: ./build/action/install/boot-needs.js








/**
 * Prepares the runner for boots, before anything is built: checks that there is a kernel, installs QEMU for the platform, and
 * opens /dev/kvm. Returns the directories of tools that must be searched before the PATH.
 *
 * @throws FledgeError `input` if there is no kernel, `tool` if QEMU is missing and cannot be installed.
 */
async function prepareBoots({ kernel }, { platform }, context) {
    const architecture = (0,artifact_architecture/* architectureOf */.N)(platform);
    if (kernel !== undefined) {
        if (!(0,find/* isKernelUrl */.r)(kernel))
            await (0,kernel_kernel/* readKernel */.Q1)((0,external_node_path_.resolve)(kernel));
    }
    else if (architecture !== 'amd64') {
        // Volant's kernel, which is downloaded otherwise, is for amd64 only.
        const found = await (0,machine_kernels/* findMachineKernel */.W)(architecture);
        if (found.path === undefined)
            throw (0,machine_kernels/* noKernelError */.z)(architecture, found);
    }
    const directories = await (0,tool_needs/* installTools */.HG)({ needed: [table/* emulators */.FB[platform]], optional: [] }, context);
    await openKvm(architecture, context);
    return directories;
}


/***/ }),

/***/ 91955:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ unlessAborted),
/* harmony export */   jH: () => (/* binding */ outputOf),
/* harmony export */   wg: () => (/* binding */ findRoot)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75260);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_process_search_path_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21430);
/* harmony import */ var _tools_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(84705);




/** Finds a way to become root without a password. */
async function findRoot(isRoot = process.getuid?.() === 0) {
    if (isRoot)
        return { allowed: true, command: [] };
    const sudo = await (0,_support_process_search_path_js__WEBPACK_IMPORTED_MODULE_2__/* .findOnPath */ .a)('sudo');
    if (sudo === undefined)
        return { allowed: false, why: 'this user is not root, and there is no sudo' };
    const { exitCode } = await outputOf([sudo, '-n', 'true'], (0,_tools_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentFor */ .DD)('sudo', process.env));
    if (exitCode !== 0)
        return { allowed: false, why: 'this user is not root, and sudo asks for a password' };
    return { allowed: true, command: [sudo, '-n'] };
}
/**
 * Runs a program and returns its output. The output is not written to the log, where the runner would execute commands
 * in it. `onLine` gets each line of stdout and stderr in order. A program that cannot be started has the status 127, as
 * in a shell.
 */
async function outputOf([program, ...args], env, onLine = () => { }) {
    try {
        return await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)(`"${program}"`, args, {
            env: { ...env.variables },
            silent: true,
            ignoreReturnCode: true,
            listeners: { stdline: onLine, errline: onLine },
        });
    }
    catch (error) {
        return { exitCode: 127, stdout: '', stderr: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) };
    }
}
/**
 * Waits for a program, or throws the reason of an abort. The program then continues, because a process of root cannot
 * be killed.
 */
async function unlessAborted(running, signal) {
    if (signal === undefined)
        return running;
    signal.throwIfAborted();
    const { promise: aborted, reject } = Promise.withResolvers();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    try {
        return await Promise.race([running, aborted]);
    }
    finally {
        signal.removeEventListener('abort', onAbort);
    }
}


/***/ }),

/***/ 57408:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ UnreadableImage),
/* harmony export */   iW: () => (/* binding */ BUILD_AGAIN),
/* harmony export */   qM: () => (/* binding */ damaged)
/* harmony export */ });
/** The fix for an artifact that is damaged. */
const BUILD_AGAIN = 'the file is damaged or incomplete; build or download it again';
/** An image that cannot be read. The message is a clause that follows `cannot read x.img: `. */
class UnreadableImage extends Error {
    name = 'UnreadableImage';
    /** False for an image with features that are not supported. */
    isDamaged;
    /** The program that can read it instead, if Linux cannot. */
    tool;
    constructor(message, isDamaged = false, tool) {
        super(message);
        this.isDamaged = isDamaged;
        this.tool = tool;
    }
}
/** An image whose structures contradict each other. */
function damaged(what) {
    return new UnreadableImage(`the image is damaged: ${what}`, true);
}


/***/ }),

/***/ 90696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ cachedDisk),
/* harmony export */   FG: () => (/* binding */ diskOf),
/* harmony export */   c2: () => (/* binding */ endsEarly),
/* harmony export */   oD: () => (/* binding */ readWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _damage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(57408);


/** Up to this size, a call in another thread costs more time than the read. */
const SMALL_READ_BYTES = 128 * 1024;
/** An open file, of which no byte beyond `size` is read. */
function diskOf(file, size) {
    return {
        size,
        async read(position, length) {
            const wanted = Math.max(0, Math.min(length, size - position));
            // A hostile position can be larger than any that read(2) accepts.
            if (wanted === 0)
                return Buffer.alloc(0);
            const bytes = Buffer.allocUnsafe(wanted);
            const isSmall = wanted <= SMALL_READ_BYTES;
            const bytesRead = isSmall
                ? (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readSync)(file.fd, bytes, 0, wanted, position)
                : (await file.read(bytes, 0, wanted, position)).bytesRead;
            return bytes.subarray(0, bytesRead);
        },
    };
}
/**
 * Reads exactly `length` bytes.
 *
 * @throws UnreadableImage if the file has fewer.
 */
async function readWhole(disk, position, length) {
    const bytes = await disk.read(position, length);
    if (bytes.length < length)
        throw endsEarly();
    return bytes;
}
/** The error for an image whose file was cut off. */
function endsEarly() {
    return (0,_damage_js__WEBPACK_IMPORTED_MODULE_1__/* .damaged */ .qM)('the file ends before the file system does');
}
const CHUNK_BYTES = 128 * 1024;
const MAX_CHUNKS = 128;
/**
 * A disk with its last used chunks in memory, for structures that are small and near each other. It keeps at most 16 MiB.
 */
function cachedDisk(disk) {
    const chunks = new Map();
    const chunkAt = async (index) => {
        const found = chunks.get(index);
        if (found !== undefined) {
            chunks.delete(index);
            chunks.set(index, found);
            return found;
        }
        const chunk = await disk.read(index * CHUNK_BYTES, CHUNK_BYTES);
        chunks.set(index, chunk);
        const [oldest] = chunks.keys();
        if (chunks.size > MAX_CHUNKS && oldest !== undefined)
            chunks.delete(oldest);
        return chunk;
    };
    return {
        size: disk.size,
        peek(position, length) {
            const index = Math.floor(position / CHUNK_BYTES);
            const start = position - index * CHUNK_BYTES;
            const chunk = chunks.get(index);
            return chunk === undefined || start + length > chunk.length ? undefined : chunk.subarray(start, start + length);
        },
        async read(position, length) {
            const index = Math.floor(position / CHUNK_BYTES);
            const start = position - index * CHUNK_BYTES;
            if (start + length > CHUNK_BYTES)
                return disk.read(position, length);
            return (await chunkAt(index)).subarray(start, start + length);
        },
    };
}


/***/ }),

/***/ 56433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ piecesOf),
/* harmony export */   v: () => (/* binding */ gunzipOf)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);


const PIECE_BYTES = 128 * 1024;
/** The bytes of an open file from its beginning. Unlike a stream of the file, its end does not close the file. */
async function* piecesOf(file) {
    for (let position = 0;;) {
        const buffer = Buffer.allocUnsafe(PIECE_BYTES);
        const { bytesRead } = await file.read(buffer, 0, PIECE_BYTES, position);
        if (bytesRead === 0)
            return;
        yield buffer.subarray(0, bytesRead);
        position += bytesRead;
    }
}
/** The decompressed bytes of an open gzip file. The caller destroys the stream. */
function gunzipOf(file) {
    const gunzip = (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.createGunzip)({ chunkSize: PIECE_BYTES });
    const source = node_stream__WEBPACK_IMPORTED_MODULE_0__.Readable.from(piecesOf(file), { objectMode: false });
    source.on('error', (error) => gunzip.destroy(error));
    gunzip.on('close', () => source.destroy());
    return source.pipe(gunzip);
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


/***/ })

};
