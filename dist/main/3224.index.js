export const id = 3224;
export const ids = [3224];
export const modules = {

/***/ 94798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mk: () => (/* binding */ UDEV_RULE),
/* harmony export */   di: () => (/* binding */ findAccelerator),
/* harmony export */   m4: () => (/* binding */ hostArchitecture)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


const DEVICE = '/dev/kvm';
/** The rule by which GitHub's runners open the device to all users. */
const UDEV_RULE = 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"';
const OPEN_DEVICE = [
    `echo '${UDEV_RULE}' | sudo tee /etc/udev/rules.d/99-kvm4all.rules`,
    'sudo udevadm control --reload-rules',
    'sudo udevadm trigger --name-match=kvm',
].join(' && ');
/** The architecture of this machine, with Debian's name if a machine of `fledge boot` can have it. */
function hostArchitecture() {
    return process.arch === 'x64' ? 'amd64' : process.arch;
}
/** KVM if the guest has the architecture of this machine, and this user can open the device; otherwise emulation. */
function findAccelerator(architecture, open = openDevice) {
    const host = hostArchitecture();
    if (architecture !== host)
        return { name: 'tcg', reason: `the artifact is for ${architecture}, and this machine is ${host}` };
    try {
        open(DEVICE);
        return { name: 'kvm' };
    }
    catch (error) {
        return withoutKvm((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error));
    }
}
function openDevice(path) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR));
}
function withoutKvm(code) {
    switch (code) {
        case 'ENOENT':
            return { name: 'tcg', reason: `this machine has no ${DEVICE}` };
        case 'EACCES':
        case 'EPERM':
            return {
                name: 'tcg',
                isDenied: true,
                reason: `this user cannot open ${DEVICE}`,
                fix: `add the user to the group kvm (sudo usermod -aG kvm "$USER"), or open the device to all users: ${OPEN_DEVICE}`,
            };
        case 'ENODEV':
        case 'ENXIO':
            return {
                name: 'tcg',
                reason: `${DEVICE} has no driver`,
                fix: 'load the driver of this processor: sudo modprobe kvm_intel, or sudo modprobe kvm_amd',
            };
        default:
            return { name: 'tcg', reason: `${DEVICE} cannot be opened (${code ?? 'unknown error'})` };
    }
}


/***/ }),

/***/ 67713:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ architectureOf)
/* harmony export */ });
/** The architecture of a platform. */
function architectureOf(platform) {
    return platform === 'linux/arm64' ? 'arm64' : 'amd64';
}


/***/ }),

/***/ 67096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ findKernel),
/* harmony export */   r: () => (/* binding */ isKernelUrl)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93017);
/* harmony import */ var _sources_download_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24789);
/* harmony import */ var _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(25393);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35921);
/* harmony import */ var _kernel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(30371);
/* harmony import */ var _machine_kernels_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(32693);








/** True for a kernel that is downloaded, false for a file. */
function isKernelUrl(given) {
    return /^https?:\/\//i.test(given);
}
/**
 * Finds the kernel for a boot.
 *
 * @throws FledgeError `input` if a file is not a kernel, or there is none; `download`; `usage` for a bad URL.
 */
async function findKernel(request, context) {
    const { given, architecture, pin, directories } = request;
    if (given !== undefined) {
        const sha256 = request.sha256 === undefined ? undefined : checkedDigest(request.sha256, '--kernel-sha256');
        if (isKernelUrl(given))
            return fromUrl(given, sha256, context);
        const kernel = await fromFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(given), 'file');
        if (sha256 === undefined)
            return kernel;
        const actual = await kernel.digest();
        if (actual === sha256)
            return kernel;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .FledgeError */ .aE('input', `cannot use ${given} as the kernel: its SHA-256 is ${actual}, and ${sha256} was expected`, { fix: MISMATCH_FIX });
    }
    let why;
    if (architecture === 'amd64') {
        const volant = await (0,_sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_4__/* .fetchVolantKernel */ .K2)(pin, context);
        if ('file' in volant)
            return fromDownload(volant.file, 'volant');
        why = volant.unreachable;
    }
    const found = await (0,_machine_kernels_js__WEBPACK_IMPORTED_MODULE_7__/* .findMachineKernel */ .W)(architecture, directories);
    if (found.path === undefined)
        throw (0,_machine_kernels_js__WEBPACK_IMPORTED_MODULE_7__/* .noKernelError */ .z)(architecture, found, why);
    if (why !== undefined)
        context.reporter.info(`${why}; the machine's own kernel ${found.path} is used`);
    return fromFile(found.path, 'machine');
}
async function fromFile(path, origin) {
    const kernel = await (0,_kernel_js__WEBPACK_IMPORTED_MODULE_6__/* .readKernel */ .Q1)(path);
    const modules = await findModules(kernel);
    let digest;
    return {
        ...kernel,
        origin,
        ...(modules !== undefined && { modules }),
        digest() {
            digest ??= (0,_kernel_js__WEBPACK_IMPORTED_MODULE_6__/* .digestOfKernel */ .pi)(path);
            return digest;
        },
    };
}
/** A downloaded file was verified when it was opened, also if it is from the cache. */
async function fromDownload({ path, uri, sha256 }, origin) {
    return { ...(await (0,_kernel_js__WEBPACK_IMPORTED_MODULE_6__/* .readKernel */ .Q1)(path)), origin, uri, digest: () => Promise.resolve(sha256) };
}
const MISMATCH_FIX = 'find out whether the kernel was replaced before you change the checksum';
async function fromUrl(given, digest, context) {
    const [url = '', fragment] = given.split('#', 2);
    const sha256 = digest ?? (fragment === undefined ? undefined : digestOf(fragment, given));
    const file = await (0,_sources_download_js__WEBPACK_IMPORTED_MODULE_3__/* .fetchFile */ .t2)({
        from: { kind: 'url', url },
        sha256,
        kind: 'kernel',
        label: 'the kernel',
        maxBytes: _sources_volant_kernel_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_KERNEL_BYTES */ .hX,
        expect: 'anything',
        mismatchFix: MISMATCH_FIX,
        pinAs: (actual) => `#sha256=${actual} after the URL`,
    }, context);
    return fromDownload(file, 'url');
}
function digestOf(fragment, given) {
    return checkedDigest(fragment.replace(/^sha256[=:]/i, ''), `the part after # of ${given}`);
}
function checkedDigest(value, where) {
    if ((0,_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .problemOfSha256 */ .EK)(value) === undefined)
        return (0,_config_values_js__WEBPACK_IMPORTED_MODULE_2__/* .normaliseSha256 */ .WN)(value);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .FledgeError */ .aE('usage', `cannot use ${where}: it is not a SHA-256 checksum`, {
        fix: 'write 64 hexadecimal digits, for a URL also as #sha256=HEX at its end',
    });
}
/** Below the root that the kernel is installed in, as /boot and /lib/modules are, and on this machine. */
async function findModules({ path, version }) {
    if (version === undefined || /[/\0]/.test(version) || version.startsWith('.'))
        return undefined;
    for (const root of [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path)), '/']) {
        const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, 'lib/modules', version);
        const isThere = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(directory).then((stats) => stats.isDirectory(), () => false);
        if (isThere)
            return directory;
    }
    return undefined;
}


/***/ }),

/***/ 30371:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  pi: () => (/* binding */ digestOfKernel),
  dZ: () => (/* binding */ peekKernel),
  Q1: () => (/* binding */ readKernel)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/inside/disk.js
var disk = __webpack_require__(90696);
// EXTERNAL MODULE: ./build/inside/stream.js
var stream = __webpack_require__(56433);
// EXTERNAL MODULE: ./build/sources/volant-kernel.js
var volant_kernel = __webpack_require__(25393);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/sources/content-kind.js
var content_kind = __webpack_require__(13307);
// EXTERNAL MODULE: ./build/sources/elf.js
var elf = __webpack_require__(22236);
;// CONCATENATED MODULE: ./build/boot/kernel/format.js


const HEAD_BYTES = 4096;
const OTHER_KERNEL = 'name a bzImage or a vmlinux with a PVH entry for amd64, or an Image for arm64';
const COPY_AGAIN = 'the file is incomplete; copy or download it again';
/** Recognises a kernel by its bytes. */
async function identifyKernel(file) {
    const head = await file.read(0, HEAD_BYTES);
    if (head.toString('latin1', 0x202, 0x206) === 'HdrS')
        return identifyBzImage(file, head);
    if (head.toString('latin1', 56, 60) === 'ARMd')
        return arm64Facts('arm64-image', head);
    if (head.toString('latin1', 4, 8) === 'zimg') {
        return {
            reason: 'it is an EFI zboot image, which the emulators cannot start',
            fix: 'name the Image in it, which the build of the kernel has as arch/arm64/boot/Image',
        };
    }
    if ((0,content_kind/* isElf */.a)(head))
        return identifyVmlinux(file, head);
    return { reason: `it is ${(0,content_kind/* describeContent */.X)(head)}, not a kernel`, fix: OTHER_KERNEL };
}
/** Recognises the decompressed beginning of a gzip file; undefined if it is not a kernel. */
function identifyGzipContent(head) {
    return head.toString('latin1', 56, 60) === 'ARMd' ? arm64Facts('arm64-image-gzip', head) : undefined;
}
/** The header of arm64 (Documentation/arch/arm64/booting.rst). Bit 0 of the flags is the byte order. */
function arm64Facts(format, head) {
    if ((head.readUInt32LE(24) & 1) !== 0)
        return { reason: 'it is a big-endian kernel', fix: OTHER_KERNEL };
    return { format, architecture: 'arm64', version: undefined };
}
/** The header of x86 (Documentation/arch/x86/boot.rst). */
async function identifyBzImage(file, head) {
    const protocol = head.readUInt16LE(0x206);
    // Bit 0 of xloadflags, since protocol 2.12: the kernel has a 64-bit entry.
    if (protocol < 0x20c || (head.readUInt16LE(0x236) & 1) === 0) {
        return { reason: 'it is a 32-bit kernel', fix: OTHER_KERNEL };
    }
    const setupSectors = head[0x1f1] === 0 ? 4 : (head[0x1f1] ?? 4);
    const length = (setupSectors + 1) * 512 + head.readUInt32LE(0x1f4) * 16;
    if (length > file.size)
        return { reason: `it should have ${length} bytes, and has ${file.size}`, fix: COPY_AGAIN };
    const versionAt = head.readUInt16LE(0x20e);
    const text = versionAt === 0 ? '' : (await file.read(versionAt + 0x200, 256)).toString('latin1');
    return { format: 'bzImage', architecture: 'amd64', version: firstWord(text) };
}
const PT_LOAD = 1;
const PT_NOTE = 4;
const PROGRAM_HEADER_BYTES = 56;
const MAX_NOTE_BYTES = 64 * 1024;
async function identifyVmlinux(file, head) {
    const header = (0,elf/* parseElfHeader */.Ki)(head);
    const program = { reason: 'it is a program, not a kernel', fix: OTHER_KERNEL };
    if (header === undefined || header.bits !== 64 || !header.littleEndian)
        return program;
    if (header.machine === 'linux/arm64') {
        return { reason: 'it is an ELF kernel for arm64, which the emulators cannot start', fix: OTHER_KERNEL };
    }
    if (header.machine !== 'linux/amd64')
        return { reason: `it is for ${header.machine}`, fix: OTHER_KERNEL };
    const { offset, count } = header.programHeaders;
    const table = await file.read(offset, count * PROGRAM_HEADER_BYTES);
    if (table.length < count * PROGRAM_HEADER_BYTES)
        return { reason: 'it is truncated', fix: COPY_AGAIN };
    let hasPvhEntry = false;
    for (let at = 0; at < table.length; at += PROGRAM_HEADER_BYTES) {
        const type = table.readUInt32LE(at);
        const position = Number(table.readBigUInt64LE(at + 8));
        const size = Number(table.readBigUInt64LE(at + 32));
        if (type === PT_LOAD && position + size > file.size)
            return { reason: 'it is truncated', fix: COPY_AGAIN };
        if (type === PT_NOTE)
            hasPvhEntry ||= hasPvhNote(await file.read(position, Math.min(size, MAX_NOTE_BYTES)));
    }
    if (hasPvhEntry)
        return { format: 'vmlinux', architecture: 'amd64', version: undefined };
    return {
        reason: 'it has no PVH entry, so it is a program, or a kernel without CONFIG_PVH',
        fix: 'name the bzImage of the same kernel, or build it with CONFIG_PVH=y',
    };
}
/** XEN_ELFNOTE_PHYS32_ENTRY, by which emulators start an uncompressed kernel. */
const PVH_NOTE = 18;
function hasPvhNote(notes) {
    for (let at = 0; at + 12 <= notes.length;) {
        const nameSize = notes.readUInt32LE(at);
        const dataSize = notes.readUInt32LE(at + 4);
        const name = notes.toString('latin1', at + 12, at + 12 + Math.max(0, nameSize - 1));
        if (name === 'Xen' && notes.readUInt32LE(at + 8) === PVH_NOTE)
            return true;
        at += 12 + nameSize + (-nameSize & 3) + dataSize + (-dataSize & 3);
    }
    return false;
}
const BANNER = Buffer.from('Linux version ', 'latin1');
const MAX_VERSION = 128;
/** Finds the version of a kernel in its banner, in pieces of its content. */
class VersionSearch {
    #rest = Buffer.alloc(0);
    #version;
    get version() {
        return this.#version;
    }
    add(piece) {
        if (this.#version !== undefined)
            return;
        // The banner can lie across two pieces.
        const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
        for (let at = bytes.indexOf(BANNER); at >= 0; at = bytes.indexOf(BANNER, at + 1)) {
            const text = bytes.toString('latin1', at + BANNER.length, at + BANNER.length + MAX_VERSION);
            const version = /^\d+\.\d/.test(text) ? firstWord(text) : undefined;
            if (version !== undefined && version.length < text.length) {
                this.#version = version;
                return;
            }
        }
        this.#rest = Buffer.from(bytes.subarray(Math.max(0, bytes.length - BANNER.length - MAX_VERSION)));
    }
}
function firstWord(text) {
    return /^[!-~]+/.exec(text)?.[0];
}

;// CONCATENATED MODULE: ./build/boot/kernel/kernel.js








/** The banner is in the first part of a kernel's data. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
/**
 * Reads the format, architecture and version of a kernel, mostly from its header.
 *
 * @throws FledgeError `input` if it cannot be read, or is not a kernel that a machine can start.
 */
async function readKernel(path) {
    const handle = await openKernel(path);
    try {
        const { size } = await handle.stat();
        const file = (0,disk/* diskOf */.FG)(handle, size);
        const facts = await factsOf(file, handle);
        if ('reason' in facts) {
            throw new errors/* FledgeError */.aE('input', `cannot use ${path} as the kernel: ${facts.reason}`, { fix: facts.fix });
        }
        const { format, architecture } = facts;
        const version = facts.version ?? (await versionIn(handle, format));
        return { path, format, architecture, ...(version !== undefined && { version }), bytes: size };
    }
    finally {
        await handle.close();
    }
}
/**
 * The format and architecture of a file, from its beginning.
 *
 * @throws FledgeError `input` if it cannot be read.
 */
async function peekKernel(path) {
    const handle = await openKernel(path);
    try {
        const { size } = await handle.stat();
        return await factsOf((0,disk/* diskOf */.FG)(handle, size), handle);
    }
    finally {
        await handle.close();
    }
}
async function openKernel(path) {
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(path);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            throw new errors/* FledgeError */.aE('input', `cannot use ${path} as the kernel: it is ${error.kind}`, {
                fix: 'name the file of a kernel, such as /boot/vmlinuz-6.1.0-cloud-amd64',
            });
        }
        const isDenied = (0,errors/* systemCodeOf */.c7)(error) === 'EACCES';
        throw new errors/* FledgeError */.aE('input', `cannot read the kernel ${path}: ${(0,errors/* readFailureOf */.Og)(error)}`, {
            cause: error,
            fix: isDenied
                ? `Ubuntu makes kernels readable for root only: sudo chmod +r ${(0,support_text/* shellWord */.r7)(path)}`
                : 'check the path of the kernel',
        });
    }
}
async function factsOf(file, handle) {
    const empty = { reason: 'it is empty', fix: 'copy or download it again' };
    if (file.size === 0)
        return empty;
    if (file.size > volant_kernel/* MAX_KERNEL_BYTES */.hX)
        return { reason: 'it is larger than 1 GiB', fix: 'name the file of a kernel' };
    const magic = await file.read(0, 2);
    if (magic[0] !== 0x1f || magic[1] !== 0x8b)
        return identifyKernel(file);
    const head = await unpacked(handle, (bytes) => (bytes.length >= 64 ? bytes : undefined));
    return (head && identifyGzipContent(head)) ?? identifyKernel(file);
}
/**
 * The SHA-256 of a kernel, as 64 lower-case hexadecimal digits.
 *
 * @throws FledgeError `input` if it cannot be read.
 */
async function digestOfKernel(path) {
    const handle = await openKernel(path);
    try {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        for await (const piece of (0,stream/* piecesOf */.X)(handle))
            hash.update(piece);
        return hash.digest('hex');
    }
    finally {
        await handle.close();
    }
}
/** Looks for the banner of a kernel whose header has no version. */
async function versionIn(handle, format) {
    const search = new VersionSearch();
    const add = (piece) => {
        search.add(piece);
        return search.version;
    };
    if (format === 'arm64-image-gzip')
        return unpacked(handle, add);
    for await (const piece of (0,stream/* piecesOf */.X)(handle)) {
        const version = add(piece);
        if (version !== undefined)
            return version;
    }
    return undefined;
}
/** Decompresses a file until `use` returns a result; undefined if it never does, or the data is damaged. */
async function unpacked(handle, use) {
    const gunzip = (0,stream/* gunzipOf */.v)(handle);
    let bytes = 0;
    try {
        for await (const piece of gunzip) {
            const result = use(Buffer.from(piece));
            bytes += piece.length;
            if (result !== undefined || bytes > MAX_UNPACKED_BYTES)
                return result;
        }
        return undefined;
    }
    catch {
        return undefined;
    }
    finally {
        gunzip.destroy();
    }
}


/***/ }),

/***/ 32693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ findMachineKernel),
/* harmony export */   z: () => (/* binding */ noKernelError)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(62625);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11720);
/* harmony import */ var _accelerator_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(94798);
/* harmony import */ var _kernel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30371);







const BOOT = '/boot';
/** Numbers in names are compared as numbers: 6.1.0-9 is older than 6.1.0-10. */
const byVersion = new Intl.Collator('en', { numeric: true });
/**
 * Finds an installed kernel (`vmlinuz-VERSION`): a cloud kernel before others, because it starts fastest, then the newest.
 */
async function findMachineKernel(architecture, directories = [BOOT]) {
    const names = await Promise.all(directories.map(kernelsIn));
    const paths = names.flat().sort((a, b) => Number(isCloud(b)) - Number(isCloud(a)) || byVersion.compare(b, a));
    const unreadable = [];
    for (const path of paths) {
        const failure = await readFailure(path);
        // A dangling link of an old package is not a kernel.
        if (failure === 'EACCES')
            unreadable.push(path);
        if (failure !== undefined)
            continue;
        const facts = await (0,_kernel_js__WEBPACK_IMPORTED_MODULE_4__/* .peekKernel */ .dZ)(path);
        if (!('reason' in facts) && facts.architecture === architecture)
            return { path, unreadable };
    }
    return { path: undefined, unreadable };
}
/** The error if there is no kernel to boot; `why` is the reason why the default kernel is not used, if there is one. */
function noKernelError(architecture, { unreadable }, why) {
    const [first] = unreadable;
    const reasons = [why, first === undefined ? 'this machine has none in /boot' : `this user cannot read ${first}`];
    const message = `cannot find a kernel for ${architecture}: ${reasons.filter((reason) => reason !== undefined).join('; ')}`;
    const packageName = `linux-image-cloud-${architecture}`;
    const isOwn = architecture === (0,_accelerator_js__WEBPACK_IMPORTED_MODULE_3__/* .hostArchitecture */ .m4)();
    const install = isOwn
        ? (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .worded */ .MH) `name one with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .option */ .uK)('kernel')}, or install one: sudo apt-get install ${packageName}`
        : (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .worded */ .MH) `name one with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .option */ .uK)('kernel')}, such as that in Debian's package ${packageName}`;
    const open = first === undefined ? '' : `make it readable: sudo chmod +r ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_6__/* .shellWord */ .r7)(first)}; or `;
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', message, { fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_5__/* .worded */ .MH) `${open}${install}` });
}
async function kernelsIn(directory) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
    return names.filter((name) => name.startsWith('vmlinuz-')).map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name));
}
function isCloud(path) {
    return path.includes('-cloud-');
}
/** The code of the error if a file cannot be opened for reading. */
function readFailure(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.R_OK).then(() => undefined, _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7);
}


/***/ })

};
