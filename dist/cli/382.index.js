export const id = 382;
export const ids = [382];
export const modules = {

/***/ 2236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JS: () => (/* binding */ inspectProgram),
/* harmony export */   Kg: () => (/* binding */ checkElf),
/* harmony export */   Ki: () => (/* binding */ parseElfHeader),
/* harmony export */   Mu: () => (/* binding */ inspectProgramIn)
/* harmony export */ });
/* unused harmony export findInterpreter */
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5423);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1720);
/* harmony import */ var _content_kind_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3307);




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

/***/ 8375:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readAhead),
/* harmony export */   j: () => (/* binding */ settleAll)
/* harmony export */ });
/**
 * Waits for all promises, also if one fails, so that no work continues during cleanup. Then throws the first error, in
 * the order given.
 */
async function settleAll(...work) {
    await Promise.allSettled(work);
    return Promise.all(work);
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


/***/ }),

/***/ 1453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BJ: () => (/* binding */ runAtExit),
/* harmony export */   Zj: () => (/* binding */ ProgramError),
/* harmony export */   eF: () => (/* binding */ run),
/* harmony export */   iv: () => (/* binding */ ChildEnvironment),
/* harmony export */   ni: () => (/* binding */ start)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(481);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5921);
/* harmony import */ var _cleanup_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2658);




/** The number of characters from the end of a failed tool's output that an error shows. */
const OUTPUT_TAIL = 4000;
/** The limit for output that is collected in memory. */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
/**
 * The whole environment of a child. Only src/tools/environment.ts creates one, from its table: no child inherits the
 * environment of this process, which can contain secrets.
 */
class ChildEnvironment {
    #variables;
    constructor(variables) {
        this.#variables = { ...variables };
    }
    get variables() {
        return this.#variables;
    }
}
/** A program was started and failed. */
class ProgramError extends _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE {
    /** Undefined if the program was killed. */
    exitStatus;
    constructor(message, exitStatus) {
        super('tool', message);
        this.exitStatus = exitStatus;
    }
}
/**
 * Runs a program without a shell and returns its output. The child leads its own process group, and the whole group is
 * killed when this process ends, the signal aborts or the timeout expires, so that no grandchild survives.
 *
 * @throws FledgeError `tool` if it cannot be started; a `ProgramError` if its exit status is not 0, or it times out. The
 *   message contains the command's name, its status and the end of its output.
 */
function run(file, args, options) {
    const { cwd, env, input, user, timeoutMs, signal, onLine, maxOutputBytes = MAX_OUTPUT_BYTES } = options;
    return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
            ...(cwd !== undefined && { cwd }),
            env: env.variables,
            ...user,
            stdio: ['pipe', options.stdout === 'discard' ? 'ignore' : 'pipe', 'pipe'],
            detached: true,
        });
        const stdout = [];
        const stderr = [];
        let outputBytes = 0;
        let failure;
        const killGroup = () => killGroupOf(child);
        const stop = (error) => {
            failure ??= { error };
            killGroup();
        };
        const collect = (chunks) => (chunk) => {
            outputBytes += chunk.length;
            if (outputBytes > maxOutputBytes)
                stop(toolError(file, `printed more than ${maxOutputBytes} bytes`, ''));
            else
                chunks.push(chunk);
        };
        const give = (take) => (chunk) => {
            if (failure !== undefined)
                return;
            try {
                take(chunk);
            }
            catch (error) {
                stop(error);
            }
        };
        const onAbort = () => stop(toolError(file, 'was stopped', ''));
        const timer = timeoutMs === undefined
            ? undefined
            : setTimeout(() => stop(toolError(file, `did not end within ${timeoutMs / 1000} s`, '')), timeoutMs);
        const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_3__/* .atExit */ .sz)(killGroup);
        signal?.addEventListener('abort', onAbort, { once: true });
        const settle = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', onAbort);
            forgetCleanup();
        };
        child.stdout?.on('data', typeof options.stdout === 'function' ? give(options.stdout) : collect(stdout));
        child.stderr?.on('data', collect(stderr));
        if (onLine !== undefined) {
            for (const stream of ['stdout', 'stderr']) {
                const input = child[stream];
                if (input !== null)
                    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input }).on('line', (line) => onLine(line, stream));
            }
        }
        // A child that ends without reading its input closes the pipe; its exit status is what matters.
        child.stdin?.on('error', () => { });
        child.stdin?.end(input);
        child.on('error', (error) => {
            settle();
            reject(startError(file, error));
        });
        child.on('close', (status, signalName) => {
            settle();
            const errorText = Buffer.concat(stderr).toString('utf8');
            if (failure !== undefined)
                reject(failure.error);
            else if (status === 0)
                resolve({ stdout: Buffer.concat(stdout), stderr: errorText });
            else {
                const how = status === null ? `was killed by ${signalName}` : `ended with status ${status}`;
                // Some tools, such as checkers, print errors to stdout.
                const output = `${tailOf(Buffer.concat(stdout).toString('utf8'))}\n${errorText}`;
                reject(toolError(file, how, output, status ?? undefined));
            }
        });
    });
}
/**
 * Kills the process group of a child, also after the child's end: a process that it started may still run, and keeps the
 * group's number in use.
 */
function killGroupOf({ pid }) {
    if (pid === undefined)
        return;
    try {
        process.kill(-pid, 'SIGKILL');
    }
    catch (error) {
        // A program that has changed its user, as sudo does, cannot be killed.
        if ((0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'ESRCH' && (0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) !== 'EPERM')
            throw error;
    }
}
function startError(file, error) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('tool', `cannot start ${file}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error)}`, {
        cause: error,
        fix: `check that ${file} is installed and executable`,
    });
}
/**
 * Starts a program without a shell, and returns while it runs. It leads its own process group, which is killed when this
 * process ends or the signal aborts.
 *
 * @throws FledgeError `tool` if it cannot be started.
 */
async function start(file, args, { cwd, env, signal }) {
    signal?.throwIfAborted();
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(file, args, {
        ...(cwd !== undefined && { cwd }),
        env: env.variables,
        stdio: ['pipe', 'pipe', 'pipe'],
        detached: true,
    });
    const forgetCleanup = (0,_cleanup_js__WEBPACK_IMPORTED_MODULE_3__/* .atExit */ .sz)(() => killGroupOf(child));
    const kill = () => {
        killGroupOf(child);
        // Output that is not read would keep the pipe open, and `ended` waiting.
        child.stdout.destroy();
    };
    signal?.addEventListener('abort', kill, { once: true });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
        stderr = `${stderr}${text}`.slice(-OUTPUT_TAIL);
    });
    // A program that has ended has closed its pipes.
    child.stdin.on('error', () => { });
    child.stdout.on('error', () => { });
    const ended = new Promise((resolve) => {
        child.on('close', (status, signalName) => {
            signal?.removeEventListener('abort', kill);
            forgetCleanup();
            resolve({ status: status ?? undefined, signal: signalName ?? undefined, stderr: stderr.trim() });
        });
    });
    await new Promise((resolve, reject) => {
        child.on('spawn', resolve);
        child.on('error', (error) => {
            forgetCleanup();
            reject(startError(file, error));
        });
    });
    return {
        stdout: child.stdout,
        write: (bytes) => {
            child.stdin.write(bytes);
        },
        kill,
        ended,
    };
}
function tailOf(text) {
    return text.trim().slice(-OUTPUT_TAIL);
}
function toolError(file, how, output, exitStatus) {
    const tail = tailOf(output);
    return new ProgramError(`${file} ${how}${tail === '' ? '' : `:\n${tail}`}`, exitStatus);
}
/**
 * Runs a program synchronously, for use while this process ends. Its result is ignored; it is killed after `timeoutMs`
 * milliseconds.
 */
function runAtExit(file, args, { env, timeoutMs }) {
    (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)(file, args, { env: env.variables, timeout: timeoutMs, killSignal: 'SIGKILL', stdio: 'ignore' });
}


/***/ }),

/***/ 4705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DD: () => (/* binding */ environmentFor)
/* harmony export */ });
/* unused harmony exports ENVIRONMENTS, HELPER_VARIABLES */
/* harmony import */ var _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1453);

const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin';
/** Proxy variables; programs read both spellings. */
const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];
/** Locations of certificate authorities for Go programs. */
const CERTIFICATES = ['SSL_CERT_FILE', 'SSL_CERT_DIR'];
/** Locations of a user's logins and settings (containers-auth.json(5), containers-registries.conf(5)). */
const LOGINS = [
    ...['HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME'],
    ...['REGISTRY_AUTH_FILE', 'DOCKER_CONFIG', 'CONTAINERS_REGISTRIES_CONF'],
];
/** Address and TLS settings of the Docker daemon. */
const DAEMON = ['DOCKER_HOST', 'DOCKER_CERT_PATH', 'DOCKER_TLS_VERIFY'];
/**
 * Storage settings of podman and buildah (containers-storage.conf(5)); the last three describe the user namespace of
 * `podman unshare`. STORAGE_OPTS can name a program that mounts. So can the user's storage.conf, which is read too.
 */
const STORAGE = [
    ...['CONTAINERS_STORAGE_CONF', 'STORAGE_DRIVER', 'STORAGE_OPTS'],
    ...['_CONTAINERS_USERNS_CONFIGURED', '_CONTAINERS_ROOTLESS_UID', '_CONTAINERS_ROOTLESS_GID'],
];
/** Settings that a build in a container, and a second build, must have in common with the first one. */
const BUILD = ['SOURCE_DATE_EPOCH', 'FLEDGE_GITHUB_API_URL'];
const SKOPEO = {
    programs: ['skopeo'],
    passed: ['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES],
    fixed: { LC_ALL: 'C' },
    own: [],
};
/**
 * Every program that fledge starts, and its complete environment. docs/tools.md contains this table for users; a test
 * compares both with the environment that the programs really get.
 */
const ENVIRONMENTS = {
    version: {
        programs: ['any tool, to print its version'],
        why: 'a tool can be a script that starts other programs.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    gcc: {
        programs: ['gcc'],
        why: 'it finds `as` and `ld` on the PATH; other variables could change its output.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: ['TMPDIR'],
    },
    mkfs: {
        programs: ['mkfs.xfs', 'mkfs.btrfs', 'unshare, with the mount and cp of an old mkfs.xfs'],
        why: 'a preloaded library of fledge presents the tree to them.',
        passed: [],
        fixed: { LC_ALL: 'C', TZ: 'UTC', PATH: SYSTEM_PATH },
        own: ['LD_PRELOAD', 'FLEDGE_TREE_TABLE', 'FLEDGE_TREE_REPORT', 'SOURCE_DATE_EPOCH', 'DETERMINISTIC_SEED'],
    },
    check: {
        programs: ['e2fsck', 'unsquashfs', 'xfs_repair', 'btrfs check'],
        why: 'inherited variables could disable a check.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    xz: {
        programs: ['xz'],
        why: 'inherited variables could add options.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: [],
    },
    umoci: {
        programs: ['umoci, and unshare before it'],
        why: 'its home is a directory of the build.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: ['HOME'],
    },
    tar: {
        programs: ['tar, and unshare before it'],
        why: 'inherited variables could add options.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: '/usr/bin:/bin' },
        own: [],
    },
    skopeo: { ...SKOPEO, why: 'it needs logins, certificates, proxies and credential helpers.' },
    'skopeo of docker-daemon': {
        ...SKOPEO,
        why: 'it also needs the address of the daemon.',
        passed: [...SKOPEO.passed, ...DAEMON],
    },
    'skopeo of containers-storage': {
        ...SKOPEO,
        why: 'it also needs the storage settings of podman and buildah.',
        passed: [...SKOPEO.passed, ...STORAGE],
    },
    engine: {
        programs: ['docker', 'podman'],
        why: 'they need their daemon, storage, logins and settings, and pass variables of the build to the container.',
        passed: [
            ...['PATH', 'TMPDIR', ...LOGINS, ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE, ...BUILD, 'NO_COLOR'],
            ...['DOCKER_CONTEXT', 'DOCKER_API_VERSION', 'DOCKER_TLS', 'DOCKER_DEFAULT_PLATFORM'],
            ...['DOCKER_CONTENT_TRUST', 'DOCKER_CONTENT_TRUST_SERVER'],
            ...['CONTAINER_HOST', 'CONTAINER_CONNECTION', 'CONTAINER_SSHKEY', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE'],
            'DBUS_SESSION_BUS_ADDRESS',
        ],
        fixed: {},
        own: [],
    },
    builder: {
        programs: ['docker buildx', 'podman build', 'buildah build, and setpriv and unshare before them'],
        why: 'they need their daemon, storage, logins and settings. A program in a Dockerfile gets only the proxies.',
        passed: [
            ...[
                'PATH',
                ...LOGINS,
                ...PROXIES,
                ...CERTIFICATES,
                ...DAEMON,
                'DOCKER_CONTEXT',
                'DOCKER_API_VERSION',
                'DOCKER_TLS',
            ],
            ...['BUILDX_BUILDER', 'BUILDX_CONFIG', 'CONTAINERS_CONF', 'CONTAINERS_CONF_OVERRIDE', 'BUILDAH_ISOLATION'],
            ...STORAGE,
            'DBUS_SESSION_BUS_ADDRESS',
        ],
        fixed: { LC_ALL: 'C', BUILDX_NO_DEFAULT_ATTESTATIONS: '1', DOCKER_CLI_HINTS: 'false' },
        own: ['TMPDIR'],
    },
    machine: {
        programs: ['qemu-system-x86_64', 'qemu-system-aarch64', 'cloud-hypervisor, and setpriv before them'],
        why: 'inherited variables could add options; what a machine writes to its disk is stored in TMPDIR.',
        passed: [],
        fixed: { LC_ALL: 'C', PATH: SYSTEM_PATH },
        own: ['TMPDIR'],
    },
    sudo: {
        programs: ['sudo, with apt-get, or with sh and udevadm'],
        why: 'packages are downloaded through the proxy of this machine; sudo removes variables by its own policy.',
        passed: ['PATH', 'HOME', ...PROXIES],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    'apt-cache': {
        programs: ['apt-cache'],
        why: 'it only reads files.',
        passed: ['PATH'],
        fixed: { LC_ALL: 'C' },
        own: [],
    },
    toolkit: {
        programs: ["zstd and tar of the toolkit's cache client"],
        why: "the client starts them with its own environment; the job's token is removed before an archive is unpacked.",
        passed: [
            ...['PATH', 'HOME', 'TMPDIR', ...PROXIES, 'RUNNER_DEBUG', 'GITHUB_SERVER_URL', 'GITHUB_REF'],
            ...['ACTIONS_CACHE_SERVICE_V2', 'ACTIONS_CACHE_MODE', 'ACTIONS_CACHE_URL', 'ACTIONS_RESULTS_URL'],
            ...['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_ORCHESTRATION_ID'],
            ...['CACHE_UPLOAD_CONCURRENCY', 'CACHE_UPLOAD_CHUNK_SIZE', 'SEGMENT_DOWNLOAD_TIMEOUT_MINS'],
        ],
        fixed: { LC_ALL: 'C' },
        own: ['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'TAR_OPTIONS'],
    },
    fledge: {
        programs: ['fledge, for the second build of a reproducibility check'],
        why: 'it needs the same inputs; everything that must not affect the output differs.',
        passed: [
            ...['PATH', ...LOGINS.filter((name) => name !== 'HOME'), ...PROXIES, ...CERTIFICATES, ...DAEMON, ...STORAGE],
            ...[...BUILD, 'FLEDGE_TOOLCHAIN', 'NODE_USE_SYSTEM_CA'],
        ],
        fixed: { NO_COLOR: '1' },
        own: [
            ...['HOME', 'PWD', 'TMPDIR', 'TMP', 'TEMP', 'FLEDGE_CACHE_DIR', 'XDG_CACHE_HOME'],
            ...['TZ', 'LC_ALL', 'LANG', 'USER', 'LOGNAME', 'HOSTNAME', 'NODE_EXTRA_CA_CERTS', 'FLEDGE_GITHUB_TOKEN_FILE'],
            'FLEDGE_NOT_MAPPED',
        ],
    },
};
/** Kinds whose programs start credential helpers. */
const WITH_HELPERS = ['skopeo', 'engine', 'builder', 'fledge'];
/**
 * Variables of credential helpers, as registries document them, by the name after `docker-credential-`; `*` matches any
 * ending. They are secrets, and are inherited only if a login file names the helper.
 */
const HELPER_VARIABLES = {
    'ecr-login': ['AWS_*'],
    gcr: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
    gcloud: ['GOOGLE_APPLICATION_CREDENTIALS', 'CLOUDSDK_*'],
    'acr-env': ['AZURE_*'],
    acr: ['AZURE_*'],
    pass: ['PASSWORD_STORE_*', 'GNUPGHOME'],
    secretservice: ['DBUS_SESSION_BUS_ADDRESS'],
};
/**
 * The environment of a child, from the table: the inherited variables of its row that `env` has, the fixed ones, and its
 * own. Only a docker or podman with a daemon behind SSH gets the SSH agent.
 *
 * @throws RangeError for an own variable that is not in the row.
 */
function environmentFor(kind, env, { own = {}, helpers = [] } = {}) {
    const row = ENVIRONMENTS[kind];
    const unknown = Object.keys(own).find((name) => !row.own.includes(name));
    if (unknown !== undefined)
        throw new RangeError(`the environment of ${kind} does not have ${unknown}`);
    const names = [
        ...row.passed,
        ...(WITH_HELPERS.includes(kind) ? helperVariables(helpers, env) : []),
        ...((kind === 'engine' || kind === 'builder') && isReachedBySsh(env) ? ['SSH_AUTH_SOCK'] : []),
    ];
    const passed = names.map((name) => [name, env[name]]);
    const all = [...passed, ...Object.entries(row.fixed), ...Object.entries(own)];
    return new _support_process_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .ChildEnvironment */ .iv(Object.fromEntries(all.filter((pair) => pair[1] !== undefined)));
}
/** The names of the variables in `env` that these helpers read. */
function helperVariables(helpers, env) {
    const patterns = helpers.flatMap((helper) => Object.hasOwn(HELPER_VARIABLES, helper) ? HELPER_VARIABLES[helper] : []);
    return Object.keys(env).filter((name) => patterns.some((pattern) => (pattern?.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern)));
}
function isReachedBySsh(env) {
    const hosts = [env['DOCKER_HOST'], env['CONTAINER_HOST']];
    const isNamed = [env['DOCKER_CONTEXT'], env['CONTAINER_CONNECTION']].some((name) => name !== undefined && name !== '');
    return isNamed || hosts.some((host) => host?.startsWith('ssh://'));
}


/***/ })

};
