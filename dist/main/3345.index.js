export const id = 3345;
export const ids = [3345];
export const modules = {

/***/ 48884:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   dr: () => (/* binding */ NO_XATTRS),
/* harmony export */   ed: () => (/* binding */ ContentDigest),
/* harmony export */   rf: () => (/* binding */ digestOfContent),
/* harmony export */   uY: () => (/* binding */ ZEROS)
/* harmony export */ });
/* unused harmony export zerosOf */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/** Zeros in place of a hole. They are shared, and must not be changed. */
const ZEROS = Buffer.alloc(_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ);
/** A hole of this many bytes, as pieces of zeros. */
function* zerosOf(length) {
    for (let left = length; left > 0; left -= ZEROS.length)
        yield ZEROS.subarray(0, Math.min(ZEROS.length, left));
}
/** Computes the SHA-256 of a content from its pieces, with its holes as zeros. */
class ContentDigest {
    #hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    #end = 0;
    /** Adds a piece, which must not begin before the end of the one before it. */
    add({ offset, bytes }) {
        this.#fillTo(offset);
        this.#hash.update(bytes);
        this.#end = offset + bytes.length;
    }
    /** In hexadecimal digits, for a content of `size` bytes. Nothing can be added after it. */
    digest(size) {
        this.#fillTo(size);
        return this.#hash.digest('hex');
    }
    #fillTo(end) {
        for (const zeros of zerosOf(end - this.#end))
            this.#hash.update(zeros);
    }
}
/** The SHA-256 of a content in hexadecimal digits, with its holes as zeros. */
async function digestOfContent({ size, content }) {
    const digest = new ContentDigest();
    for await (const piece of content())
        digest.add(piece);
    return digest.digest(size);
}
/** The content of an entry that is not a file. */
async function* noContent() { }
/** The attributes of an entry that has none. */
const NO_XATTRS = new Map();


/***/ }),

/***/ 63345:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  collect: () => (/* binding */ collect)
});

// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/sbom/paragraphs.js
var paragraphs = __webpack_require__(74473);
;// CONCATENATED MODULE: ./build/sbom/go-build-info.js

/** What the linker of Go writes at a multiple of 16 (debug/buildinfo, readRawBuildInfo). */
const MAGIC = Buffer.from('\xff Go buildinf:', 'latin1');
const ALIGNMENT = 16;
/** The texts follow a header of this size since Go 1.18. Programs of older versions have addresses in the header instead. */
const HEADER_BYTES = 32;
const FLAGS_AT = 15;
const TEXTS_FOLLOW = 2;
const MAX_VERSION_BYTES = 256;
const MAX_MODULES_BYTES = 4 * 1024 * 1024;
/** The module information is between two marks of this size. */
const MARK_BYTES = 16;
/** A program that reads build information contains the magic bytes, too. */
const MAX_CANDIDATES = 32;
/**
 * Finds the build information in the bytes of a program that arrive in pieces. It keeps little more than the information
 * itself.
 */
class GoBuildInfoScanner {
    #pending = Buffer.alloc(0);
    /** The offset of `#pending` in the file. */
    #start = 0;
    #candidates = 0;
    /** What follows `#pending`, until there is as much of it: small pieces would be copied again for each of them. */
    #waiting = [];
    #waitingBytes = 0;
    #isIncomplete = false;
    #found;
    get found() {
        if (this.#waitingBytes > 0)
            this.#scan();
        return this.#found;
    }
    /** Adds the bytes at `offset`. Returns false if no more bytes are needed. */
    add(bytes, offset) {
        const isNext = this.#start + this.#pending.length + this.#waitingBytes === offset;
        if (isNext && this.#isIncomplete && this.#waitingBytes + bytes.length < this.#pending.length) {
            // A copy, because the bytes can be in a buffer that is reused.
            this.#waiting.push(Buffer.from(bytes));
            this.#waitingBytes += bytes.length;
            return true;
        }
        if (!isNext && this.#waitingBytes > 0 && !this.#scan())
            return false;
        if (!isNext) {
            this.#start = offset;
            this.#pending = bytes;
        }
        else if (this.#pending.length > 0) {
            this.#waiting.push(bytes);
            this.#waitingBytes += bytes.length;
        }
        else
            this.#pending = bytes;
        return this.#scan();
    }
    /** Searches all bytes. Returns false if no more are needed. */
    #scan() {
        if (this.#waitingBytes > 0)
            this.#pending = Buffer.concat([this.#pending, ...this.#waiting]);
        this.#waiting = [];
        this.#waitingBytes = 0;
        this.#isIncomplete = false;
        let from = 0;
        for (;;) {
            const at = this.#pending.indexOf(MAGIC, from);
            if (at === -1) {
                this.#keepFrom(Math.max(from, this.#pending.length - MAGIC.length + 1));
                return true;
            }
            from = at + 1;
            if ((this.#start + at) % ALIGNMENT !== 0)
                continue;
            const info = parse(this.#pending.subarray(at));
            if (info === 'incomplete') {
                this.#isIncomplete = true;
                this.#keepFrom(at);
                return true;
            }
            this.#candidates += 1;
            if (info !== 'other') {
                this.#found = info;
                return false;
            }
            if (this.#candidates >= MAX_CANDIDATES)
                return false;
        }
    }
    #keepFrom(at) {
        this.#start += at;
        // A copy, because the bytes can be in a buffer that is reused.
        this.#pending = Buffer.from(this.#pending.subarray(at));
    }
}
function parse(bytes) {
    if (bytes.length <= FLAGS_AT)
        return 'incomplete';
    if ((bytes.readUInt8(FLAGS_AT) & TEXTS_FOLLOW) === 0)
        return 'other';
    const version = textAt(bytes, HEADER_BYTES, MAX_VERSION_BYTES);
    if (typeof version === 'string')
        return version;
    const name = version.text.toString('latin1');
    if (!/^(?:go\d+(?:\.\d+)?|devel )[\x20-\x7e]*$/.test(name))
        return 'other';
    const modules = textAt(bytes, version.end, MAX_MODULES_BYTES);
    if (typeof modules === 'string')
        return modules;
    const { text } = modules;
    const isMarked = text.length > 2 * MARK_BYTES && text[text.length - MARK_BYTES - 1] === 0x0a;
    // A program that was built without modules has none.
    if (!isMarked && text.length > 0)
        return 'other';
    return { version: name, modules: Buffer.from(isMarked ? text.subarray(MARK_BYTES, -MARK_BYTES) : '') };
}
/** A text after its length, which is a variable-length integer (encoding/binary, Uvarint). */
function textAt(bytes, at, maxBytes) {
    let length = 0;
    for (let index = 0;; index += 1) {
        const byte = bytes[at + index];
        if (byte === undefined)
            return 'incomplete';
        length += (byte & 0x7f) * 2 ** (7 * index);
        if (length > maxBytes || index > 4)
            return 'other';
        if (byte >= 0x80)
            continue;
        const start = at + index + 1;
        const end = start + length;
        return end > bytes.length ? 'incomplete' : { text: bytes.subarray(start, end), end };
    }
}
/** The main module of a program, the modules in it, and the standard library. A replaced module counts as its replacement. */
function packagesOfGo({ version, modules }, place) {
    const [, release] = /^go(\d\S*)/.exec(version) ?? [];
    const found = [{ ...place, ecosystem: 'golang', name: 'stdlib', version: release }];
    for (const line of (0,paragraphs/* linesOf */.D)(modules)) {
        const [kind = '', name = '', moduleVersion = ''] = line.split('\t');
        if (name === '' || name.length > 1024)
            continue;
        if (kind === '=>')
            found.pop();
        if (kind !== 'mod' && kind !== 'dep' && kind !== '=>')
            continue;
        const isKnown = moduleVersion !== '' && moduleVersion !== '(devel)' && moduleVersion.length <= 256;
        found.push({
            ...place,
            ecosystem: 'golang',
            name,
            ...(isKnown && { version: moduleVersion }),
            ...(kind === 'mod' && { isProgram: true }),
        });
    }
    return found;
}

;// CONCATENATED MODULE: ./build/sbom/os-release.js

/** Files that can be an os-release, under any name that a link may lead to. */
const CANDIDATE = /^(?:etc|usr\/lib)\/(?:os-release[^/]*|os\.release\.d\/[^/]+)$/;
const PLACES = ['etc/os-release', 'usr/lib/os-release'];
const os_release_MAX_CANDIDATES = 64;
const MAX_LINKS = 8;
/** The os-release files of a tree and the links to them, in any order. */
class OsReleases {
    #files = new Map();
    #links = new Map();
    /** True for a path whose file `addFile`, or whose link `addLink`, should get. */
    static isCandidate(path) {
        return CANDIDATE.test(path);
    }
    addFile(path, bytes) {
        if (this.#files.size < os_release_MAX_CANDIDATES)
            this.#files.set(path, bytes);
    }
    addLink(path, target) {
        if (this.#links.size < os_release_MAX_CANDIDATES)
            this.#links.set(path, target);
    }
    /** The distribution of the tree; undefined if no file names one. Links are followed inside the tree. */
    distribution() {
        for (const place of PLACES) {
            const path = this.#resolve(place);
            const bytes = path === undefined ? undefined : this.#files.get(path);
            const found = path === undefined || bytes === undefined ? undefined : os_release_parse(bytes, path);
            if (found !== undefined)
                return found;
        }
        return undefined;
    }
    #resolve(start) {
        let path = start;
        for (let links = 0; links <= MAX_LINKS; links += 1) {
            const target = this.#links.get(path);
            if (target === undefined)
                return path;
            path = joined(path, target);
        }
        return undefined;
    }
}
/** The path that a link at `link` leads to. As in a root directory, `..` does not leave the tree. */
function joined(link, target) {
    const names = target.startsWith('/') ? [] : link.split('/').slice(0, -1);
    for (const name of target.split('/')) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return names.join('/');
}
function os_release_parse(bytes, path) {
    const values = new Map();
    for (const line of (0,paragraphs/* linesOf */.D)(bytes)) {
        const [, key, value] = /^(ID|VERSION_ID|PRETTY_NAME)=(.*)$/.exec(line) ?? [];
        if (key !== undefined && value !== undefined)
            values.set(key, unquoted(value.trim()).slice(0, 256));
    }
    const id = values.get('ID') ?? '';
    if (!/^[a-z0-9._-]+$/i.test(id))
        return undefined;
    const version = values.get('VERSION_ID');
    return { id, title: values.get('PRETTY_NAME'), path, ...(version !== '' && { version }) };
}
/** The value as a shell would read it. */
function unquoted(value) {
    const [, , inner] = /^(["'])(.*)\1$/.exec(value) ?? [];
    return inner === undefined ? value : inner.replace(/\\(["'$`\\])/g, '$1');
}

// EXTERNAL MODULE: ./build/sbom/readers.js + 6 modules
var readers = __webpack_require__(63920);
// EXTERNAL MODULE: ./build/inside/content.js
var content = __webpack_require__(48884);
;// CONCATENATED MODULE: ./build/sbom/busybox-version.js
const BEGIN = Buffer.from('BusyBox v', 'latin1');
const busybox_version_MAX_VERSION_BYTES = 32;
/** Finds the version that a busybox prints, such as `1.36.1`, in its bytes, which arrive in pieces. */
class BusyboxVersionScanner {
    #pending = Buffer.alloc(0);
    #found;
    get found() {
        return this.#found;
    }
    /** Adds the next bytes. Returns false if no more bytes are needed. */
    add(bytes) {
        const all = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
        for (let at = all.indexOf(BEGIN); at !== -1; at = all.indexOf(BEGIN, at + 1)) {
            const text = all.toString('latin1', at + BEGIN.length, at + BEGIN.length + busybox_version_MAX_VERSION_BYTES);
            const [version] = /^\d+\.\d+[\w.-]*/.exec(text) ?? [];
            if (version === undefined || version.length === busybox_version_MAX_VERSION_BYTES)
                continue;
            if (version.length === text.length)
                break;
            this.#found = version;
            return false;
        }
        this.#pending = Buffer.from(all.subarray(-(BEGIN.length + busybox_version_MAX_VERSION_BYTES)));
        return true;
    }
}

;// CONCATENATED MODULE: ./build/sbom/sinks.js



/** Reads the data of an entry once, for all sinks, until none needs more. Returns the number of bytes that were read. */
async function feed(entry, sinks) {
    let open = [...sinks];
    let read = 0;
    for await (const { bytes, offset } of entry.content()) {
        read += bytes.length;
        open = open.filter((sink) => sink.add(bytes, offset));
        if (open.length === 0)
            break;
    }
    return read;
}
/** Collects a whole file, holes as zeros. */
class WholeFile {
    bytes;
    /** `size` is that of the file, and must be bounded by the caller. */
    constructor(size) {
        this.bytes = Buffer.alloc(size);
    }
    add(bytes, offset) {
        bytes.copy(this.bytes, offset);
        return true;
    }
}
/** Computes the SHA-256 of a file, holes as zeros. */
class DigestSink {
    #digest = new content/* ContentDigest */.ed();
    add(bytes, offset) {
        this.#digest.add({ offset, bytes });
        return true;
    }
    /** In hexadecimal digits, for a file of `size` bytes. */
    digest(size) {
        return this.#digest.digest(size);
    }
}
const ELF_MAGIC = Buffer.from('\x7fELF', 'latin1');
/** Searches a program for what its linker or its authors wrote into it. A file that is not an ELF file is not searched. */
class ProgramScan {
    #go = new GoBuildInfoScanner();
    #busybox;
    #isElf;
    #needsGo = true;
    #needsBusybox;
    constructor({ isBusybox }) {
        this.#busybox = isBusybox ? new BusyboxVersionScanner() : undefined;
        this.#needsBusybox = isBusybox;
    }
    get buildInfo() {
        return this.#go.found;
    }
    get busyboxVersion() {
        return this.#busybox?.found;
    }
    add(bytes, offset) {
        this.#isElf ??= offset === 0 && bytes.subarray(0, ELF_MAGIC.length).equals(ELF_MAGIC);
        if (!this.#isElf)
            return false;
        this.#needsGo &&= this.#go.add(bytes, offset);
        this.#needsBusybox &&= this.#busybox?.add(bytes) ?? false;
        return this.#needsGo || this.#needsBusybox;
    }
}

// EXTERNAL MODULE: ./build/sbom/unreadable.js
var unreadable = __webpack_require__(98249);
;// CONCATENATED MODULE: ./build/sbom/collect.js






/** The places of the programs that a build adds; `/bin` can be a link to `/usr/bin`. */
const PROGRAM_PLACES = new Set([
    'init',
    ...['bin', 'usr/bin'].flatMap((directory) => [`${directory}/kestrel`, `${directory}/busybox`]),
]);
const GIBIBYTE = 1024 * units/* MEBIBYTE */.gJ;
/** Limits for hostile artifacts, in which any number of files can share their data. A component needs about 10 KB of memory. */
const MAX_PACKAGES = 100_000;
const MAX_FILES = 100_000;
const MAX_UNREAD = 100;
const MAX_MANIFESTS_BYTES = 2 * GIBIBYTE;
const MAX_SCANNED_BYTES = 32 * GIBIBYTE;
const MAX_PROGRAM_BYTES = GIBIBYTE;
const MAX_OS_RELEASE_BYTES = units/* MEBIBYTE */.gJ / 16;
/**
 * Reads the entries of an artifact once, in their order, and collects packages and files. Of each file at most the bounded part
 * that is needed is read. What is damaged or too large is listed as unread.
 *
 * @throws FledgeError if the artifact itself is damaged.
 */
async function collect(entries, { isListed }) {
    const collection = new Collection();
    for await (const entry of entries)
        await collection.add(entry, isListed(entry));
    return collection.result();
}
class Collection {
    #releases = new OsReleases();
    #packages = [];
    #busyboxes = [];
    #files = [];
    #unread = [];
    #scanned = new Set();
    #manifestBytes = 0;
    #scannedBytes = 0;
    result() {
        return {
            distribution: this.#releases.distribution(),
            packages: this.#packages,
            busyboxes: this.#busyboxes,
            files: this.#files,
            unread: this.#unread,
        };
    }
    async add(entry, isListed) {
        const { path, kind, target, size } = entry;
        const isRelease = OsReleases.isCandidate(path);
        if (isRelease && target !== undefined)
            this.#releases.addLink(path, target);
        if (kind !== 'file')
            return;
        const reader = (0,readers/* readerFor */.d)(path);
        const whole = reader === undefined ? undefined : this.#wholeFile(entry, reader);
        const release = isRelease && size <= MAX_OS_RELEASE_BYTES ? new WholeFile(size) : undefined;
        const digest = this.#digestOf(entry, isListed);
        const scan = this.#scanOf(entry);
        const sinks = [whole, release, digest, scan].filter((sink) => sink !== undefined);
        if (sinks.length === 0)
            return;
        // Once for all, because the data of a stream can be read once only.
        const read = await feed(entry, sinks);
        const place = placeOf(entry);
        if (release !== undefined)
            this.#releases.addFile(path, release.bytes);
        if (digest !== undefined)
            this.#files.push({ ...place, size, sha256: digest.digest(size), isListed });
        if (scan !== undefined)
            this.#addProgram(scan, entry, read);
        if (reader !== undefined && whole !== undefined)
            await this.#addPackages(reader, whole.bytes, place);
    }
    #wholeFile({ path, size }, { maxBytes }) {
        if (maxBytes === Number.POSITIVE_INFINITY)
            return new WholeFile(0);
        if (size > maxBytes) {
            this.#leaveOut(path, `it has ${size} bytes, and the limit is ${maxBytes / units/* MEBIBYTE */.gJ} MiB`);
            return undefined;
        }
        this.#manifestBytes += size;
        if (this.#manifestBytes <= MAX_MANIFESTS_BYTES)
            return new WholeFile(size);
        this.#leaveOut(path, `the files with packages have more than ${MAX_MANIFESTS_BYTES / GIBIBYTE} GiB`);
        return undefined;
    }
    #digestOf(entry, isListed) {
        const isProgram = PROGRAM_PLACES.has(entry.path) && entry.size <= MAX_PROGRAM_BYTES;
        if (!isProgram && !isListed)
            return undefined;
        if (this.#files.length < MAX_FILES)
            return new DigestSink();
        this.#leaveOut(entry.path, `there are more than ${MAX_FILES} files`);
        return undefined;
    }
    /** A program is searched once, whatever the number of its names. */
    #scanOf({ path, mode, ino }) {
        if ((mode & 0o111) === 0 || this.#scanned.has(ino))
            return undefined;
        if (this.#scannedBytes > MAX_SCANNED_BYTES) {
            this.#leaveOut(path, `the programs have more than ${MAX_SCANNED_BYTES / GIBIBYTE} GiB`);
            return undefined;
        }
        return new ProgramScan({ isBusybox: /(?:^|\/)busybox[^/]*$/.test(path) });
    }
    #addProgram(scan, entry, read) {
        const place = placeOf(entry);
        this.#scannedBytes += read;
        // In an archive, only one name of a file has its data.
        if (entry.links > 1 && read > 0)
            this.#scanned.add(entry.ino);
        if (scan.buildInfo !== undefined)
            this.#push(packagesOfGo(scan.buildInfo, place), place);
        const version = scan.busyboxVersion;
        if (version !== undefined)
            this.#busyboxes.push({ ...place, version });
    }
    async #addPackages(reader, bytes, place) {
        try {
            this.#push(await reader.read(bytes, place), place);
        }
        catch (error) {
            if (!(error instanceof unreadable/* UnreadablePart */.r))
                throw error;
            this.#leaveOut(place.path, error.message);
        }
    }
    #push(packages, { path }) {
        for (const found of packages) {
            if (this.#packages.length >= MAX_PACKAGES) {
                this.#leaveOut(path, `there are more than ${MAX_PACKAGES} packages`);
                return;
            }
            this.#packages.push(found);
        }
    }
    #leaveOut(path, reason) {
        if (this.#unread.length < MAX_UNREAD)
            this.#unread.push({ path, reason });
    }
}
function placeOf({ path, layer }) {
    return { path, ...(layer !== undefined && { layer: layer.diffId }) };
}


/***/ }),

/***/ 74473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ linesOf),
/* harmony export */   u: () => (/* binding */ readParagraphs)
/* harmony export */ });
/** Longer values are cut off: no name, version or licence is longer. In characters. */
const MAX_VALUE = 1024;
/**
 * The paragraphs of a text in the format of Debian's control files (deb-control(5)) or of RFC 822: lines with `Key: value`,
 * separated by empty lines. Keys are in lower case. Only the first line of a value is kept, and only the wanted keys.
 */
function* readParagraphs(bytes, wanted) {
    let fields = new Map();
    for (const line of linesOf(bytes)) {
        if (line.trim() === '') {
            if (fields.size > 0)
                yield fields;
            fields = new Map();
            continue;
        }
        const colon = line.indexOf(':');
        if (colon <= 0 || line.startsWith(' ') || line.startsWith('\t'))
            continue;
        const key = line.slice(0, colon).toLowerCase();
        if (wanted.has(key) && !fields.has(key))
            fields.set(key, copyOf(line.slice(colon + 1, colon + 1 + MAX_VALUE).trim()));
    }
    if (fields.size > 0)
        yield fields;
}
/** A part of a string keeps the whole string in memory, and many files can have a line of megabytes. */
function copyOf(text) {
    return Buffer.from(text, 'utf16le').toString('utf16le');
}
const LINE_FEED = 0x0a;
/** No reader needs more of a line. In bytes. */
const MAX_LINE = 16 * 1024;
/** The lines of a text, without their ends; of a long one, only its beginning. One at a time, so that no other copy of a large database is made. */
function* linesOf(bytes) {
    for (let start = 0; start < bytes.length;) {
        const found = bytes.indexOf(LINE_FEED, start);
        const end = found === -1 ? bytes.length : found;
        yield bytes.toString('utf8', start, Math.min(end, start + MAX_LINE)).replace(/\r$/, '');
        start = end + 1;
    }
}


/***/ }),

/***/ 63920:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ DATABASE_PATHS),
  d: () => (/* binding */ readerFor)
});

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/sbom/paragraphs.js
var paragraphs = __webpack_require__(74473);
;// CONCATENATED MODULE: ./build/sbom/apk.js

const MAX_VALUE = 1024;
/**
 * The packages of the database `installed` of apk-tools. A line is a letter, a colon and a value; an empty line ends a package.
 * P, V, A, L and o are name, version, architecture, licence and source package
 * (https://wiki.alpinelinux.org/wiki/Apk_spec, "Installed Database V2").
 */
function* readApkInstalled(bytes, place) {
    let fields = new Map();
    for (const line of (0,paragraphs/* linesOf */.D)(bytes)) {
        if (line === '') {
            yield* packageOf(fields, place);
            fields = new Map();
        }
        else if (line[1] === ':' && 'PVALo'.includes(line.charAt(0)) && !fields.has(line.charAt(0))) {
            fields.set(line.charAt(0), line.slice(2, 2 + MAX_VALUE));
        }
    }
    yield* packageOf(fields, place);
}
function* packageOf(fields, place) {
    const name = fields.get('P');
    if (name === undefined || name === '')
        return;
    const source = fields.get('o');
    yield {
        ...place,
        ecosystem: 'apk',
        name,
        version: fields.get('V'),
        architecture: fields.get('A'),
        licence: fields.get('L'),
        ...(source !== name && { source }),
    };
}

;// CONCATENATED MODULE: ./build/sbom/dpkg.js

const FIELDS = new Set(['package', 'status', 'version', 'architecture', 'source']);
/** States of dpkg(1) in which the files of a package are not on the disk. */
const WITHOUT_FILES = new Set(['not-installed', 'config-files']);
/**
 * The packages of a status file of dpkg, or of a file in the `status.d` of a distroless image, whose paragraphs have no status.
 * `Source` is a name, and a version in brackets if the source package has another version.
 */
function* readDpkgStatus(bytes, place) {
    for (const fields of (0,paragraphs/* readParagraphs */.u)(bytes, FIELDS)) {
        const name = fields.get('package');
        const state = fields.get('status')?.split(/\s+/)[2];
        if (name === undefined || name === '' || (state !== undefined && WITHOUT_FILES.has(state)))
            continue;
        const [, source, sourceVersion] = /^(\S+)(?:\s+\(([^)]*)\))?/.exec(fields.get('source') ?? '') ?? [];
        yield {
            ...place,
            ecosystem: 'deb',
            name,
            version: fields.get('version'),
            architecture: fields.get('architecture'),
            source: source === undefined || sourceVersion === undefined ? source : `${source}@${sourceVersion}`,
        };
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/sbom/unreadable.js
var unreadable = __webpack_require__(98249);
;// CONCATENATED MODULE: ./build/sbom/npm.js


const packageSchema = schemas/* object */.Ikc({
    name: schemas/* string */.YjP().min(1).max(214),
    version: schemas/* string */.YjP().max(256).optional().catch(undefined),
    license: schemas/* union */.KCZ([schemas/* string */.YjP().max(1024), schemas/* object */.Ikc({ type: schemas/* string */.YjP().max(1024) }).transform(({ type }) => type)])
        .optional()
        .catch(undefined),
});
/** The package of a package.json below `node_modules`. A file without a name, which chooses a module format, is not a package. */
function* readNpmPackage(bytes, place) {
    let document;
    try {
        document = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    }
    catch {
        throw new unreadable/* UnreadablePart */.r('it is not valid JSON');
    }
    const parsed = packageSchema.safeParse(document);
    if (!parsed.success)
        return;
    const { name, version, license } = parsed.data;
    yield { ...place, ecosystem: 'npm', name, version, licence: license };
}

;// CONCATENATED MODULE: ./build/sbom/python.js

const python_FIELDS = new Set(['name', 'version', 'license', 'license-expression']);
/** A longer value is the text of a licence, and not its name. In characters. */
const MAX_LICENCE_NAME = 100;
/** The package of a METADATA or PKG-INFO file (https://packaging.python.org/specifications/core-metadata). */
function* readPythonMetadata(bytes, place) {
    // The description, which can have fields of the same names, follows an empty line.
    const [fields] = (0,paragraphs/* readParagraphs */.u)(bytes, python_FIELDS);
    const name = fields?.get('name');
    if (fields === undefined || name === undefined || name === '')
        return;
    const licence = fields.get('license-expression') ?? fields.get('license') ?? '';
    const isName = licence !== '' && licence !== 'UNKNOWN' && licence.length <= MAX_LICENCE_NAME;
    yield { ...place, ecosystem: 'pypi', name, version: fields.get('version'), ...(isName && { licence }) };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
;// CONCATENATED MODULE: ./build/sbom/rpm-header.js

/** Sizes in bytes, tags and types of a header (https://rpm-software-management.github.io/rpm/manual/format_header.html). */
const INTRO_BYTES = 8;
const INDEX_ENTRY_BYTES = 16;
const NAME = 1000;
const VERSION = 1001;
const RELEASE = 1002;
const EPOCH = 1003;
const LICENCE = 1014;
const ARCHITECTURE = 1022;
const SOURCE_RPM = 1044;
const INT32 = 4;
const STRING_TYPES = new Set([6, 9]);
const rpm_header_MAX_VALUE = 1024;
/** A key for signatures, which rpm stores like a package. */
const PUBLIC_KEY = 'gpg-pubkey';
/**
 * The package of a header in a database of rpm, which begins with the lengths of its index and its data.
 *
 * @throws UnreadablePart if the header is damaged.
 */
function readRpmHeader(header, place) {
    const values = valuesOf(header);
    const text = (tag) => {
        const value = values.get(tag);
        return typeof value === 'string' ? value : undefined;
    };
    const name = text(NAME);
    const version = text(VERSION);
    if (name === undefined || version === undefined)
        throw damaged();
    if (name === PUBLIC_KEY)
        return undefined;
    const release = text(RELEASE);
    const epoch = values.get(EPOCH);
    return {
        ...place,
        ecosystem: 'rpm',
        name,
        version: release === undefined ? version : `${version}-${release}`,
        architecture: text(ARCHITECTURE),
        epoch: typeof epoch === 'number' ? epoch : undefined,
        source: text(SOURCE_RPM),
        licence: text(LICENCE),
    };
}
function valuesOf(header) {
    if (header.length < INTRO_BYTES)
        throw damaged();
    const entries = header.readUInt32BE(0);
    const dataBytes = header.readUInt32BE(4);
    const dataAt = INTRO_BYTES + entries * INDEX_ENTRY_BYTES;
    if (dataAt + dataBytes > header.length)
        throw damaged();
    const data = header.subarray(dataAt, dataAt + dataBytes);
    const values = new Map();
    for (let at = INTRO_BYTES; at < dataAt; at += INDEX_ENTRY_BYTES) {
        const tag = header.readUInt32BE(at);
        const type = header.readUInt32BE(at + 4);
        const offset = header.readUInt32BE(at + 8);
        if (tag < NAME || tag > SOURCE_RPM)
            continue;
        if (type === INT32 && offset + 4 <= data.length)
            values.set(tag, data.readUInt32BE(offset));
        if (!STRING_TYPES.has(type) || offset >= data.length)
            continue;
        const end = data.indexOf(0, offset);
        if (end !== -1)
            values.set(tag, data.toString('utf8', offset, Math.min(end, offset + rpm_header_MAX_VALUE)));
    }
    return values;
}
function damaged() {
    return new unreadable/* UnreadablePart */.r('a header of a package in it is damaged');
}

;// CONCATENATED MODULE: ./build/sbom/rpm-database.js






/** The table of rpm, without white space and quotes. A view, or a column that is computed, could keep SQLite busy for ever. */
const TABLE = 'createtablepackages(hnumintegerprimarykeyautoincrement,blobblobnotnull)';
/** More rows than any system has packages. */
const MAX_ROWS = 200_000;
/**
 * The packages of an `rpmdb.sqlite`, which is read as a temporary file, because SQLite opens files only.
 *
 * @throws UnreadablePart if it is not a database of rpm, or is damaged.
 */
async function readRpmDatabase(bytes, place) {
    const scratch = (0,files_scratch/* temporaryDirectory */.De)('sbom');
    try {
        const path = (0,external_node_path_.join)(scratch.path, 'rpmdb.sqlite');
        await (0,promises_.writeFile)(path, bytes, { mode: 0o600, flag: 'wx' });
        return packagesIn(path, bytes.length, place);
    }
    finally {
        scratch.dispose();
    }
}
function packagesIn(path, size, place) {
    const { DatabaseSync } = sqlite();
    let database;
    try {
        database = new DatabaseSync(path, { readOnly: true, allowExtension: false, enableForeignKeyConstraints: false });
        database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
        const table = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'Packages'").get();
        const statement = String(table?.['sql'] ?? '');
        if (statement.replace(/[\s'"`]|IF NOT EXISTS/gi, '').toLowerCase() !== TABLE) {
            throw new unreadable/* UnreadablePart */.r('it has no table of packages as rpm makes it');
        }
        const packages = [];
        let rows = 0;
        let headerBytes = 0;
        for (const { blob } of database.prepare('SELECT blob FROM Packages').iterate()) {
            rows += 1;
            if (rows > MAX_ROWS)
                throw new unreadable/* UnreadablePart */.r(`it has more than ${MAX_ROWS} packages`);
            headerBytes += blob instanceof Uint8Array ? blob.length : 0;
            // In a damaged file, rows can share pages, and be repeated any number of times.
            if (!(blob instanceof Uint8Array) || headerBytes > size)
                throw new unreadable/* UnreadablePart */.r('it is damaged');
            const found = readRpmHeader(Buffer.from(blob.buffer, blob.byteOffset, blob.length), place);
            if (found !== undefined)
                packages.push(found);
        }
        return packages;
    }
    catch (error) {
        if (error instanceof unreadable/* UnreadablePart */.r)
            throw error;
        throw new unreadable/* UnreadablePart */.r(`SQLite cannot read it: ${(0,errors/* messageOf */.bD)(error)}`);
    }
    finally {
        if (database?.isOpen === true)
            database.close();
    }
}
/** Node's SQLite, without the warning that it is experimental: users can do nothing about it. */
function sqlite() {
    const { emitWarning } = process;
    process.emitWarning = () => { };
    try {
        return process.getBuiltinModule('node:sqlite');
    }
    finally {
        process.emitWarning = emitWarning;
    }
}

;// CONCATENATED MODULE: ./build/sbom/readers.js








const MAX_DATABASE_BYTES = 64 * units/* MEBIBYTE */.gJ;
/** A header of rpm lists all files of a package, so that the database of a large system has hundreds of megabytes. */
const MAX_RPM_BYTES = 512 * units/* MEBIBYTE */.gJ;
const MAX_MANIFEST_BYTES = 4 * units/* MEBIBYTE */.gJ;
const RPM_DIRECTORIES = ['var/lib/rpm', 'usr/lib/sysimage/rpm', 'usr/share/rpm'];
/** The databases with all packages of a system, at their places. A layer of an image replaces a database as a whole. */
const DATABASES = new Map([
    ['var/lib/dpkg/status', { maxBytes: MAX_DATABASE_BYTES, read: readDpkgStatus }],
    ...['lib/apk/db/installed', 'usr/lib/apk/db/installed'].map((path) => [path, { maxBytes: MAX_DATABASE_BYTES, read: readApkInstalled }]),
    ...RPM_DIRECTORIES.map((directory) => [`${directory}/rpmdb.sqlite`, { maxBytes: MAX_RPM_BYTES, read: readRpmDatabase }]),
].map(([path, reader]) => [(0,byte_string/* byteStringFromText */.dw)(path), reader]));
/** The paths of the databases with all packages of a system. */
const DATABASE_PATHS = [...DATABASES.keys()];
/** Files at places that a pattern describes. */
const OTHERS = [
    {
        matches: /^var\/lib\/dpkg\/status\.d\/(?!.*\.md5sums$)[^/]+$/,
        maxBytes: MAX_MANIFEST_BYTES,
        read: readDpkgStatus,
    },
    {
        matches: new RegExp(`^(?:${RPM_DIRECTORIES.join('|')})/Packages(?:\\.db)?$`),
        maxBytes: Number.POSITIVE_INFINITY,
        read: () => {
            throw new unreadable/* UnreadablePart */.r('databases of rpm that are not SQLite (Berkeley DB and ndb) are not supported');
        },
    },
    {
        matches: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/]+\/package\.json$/,
        maxBytes: MAX_MANIFEST_BYTES,
        read: readNpmPackage,
    },
    {
        matches: /(?:^|\/)[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO|egg-info)$/,
        maxBytes: MAX_MANIFEST_BYTES,
        read: readPythonMetadata,
    },
];
/** The names of the files that a pattern describes. Most paths do not match, so that they need one look only. */
const LAST_NAMES = new RegExp([/\/(?:Packages|Packages\.db|package\.json|METADATA|PKG-INFO|[^/]*\.egg-info)$/, /^var\/lib\/dpkg\/status\.d\//]
    .map(({ source }) => source)
    .join('|'));
/** The reader for the file at a path; undefined if the file names no packages. */
function readerFor(path) {
    const database = DATABASES.get(path);
    if (database !== undefined || !LAST_NAMES.test(path))
        return database;
    return OTHERS.find(({ matches }) => matches.test(path));
}


/***/ }),

/***/ 98249:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ UnreadablePart)
/* harmony export */ });
/** A file of an artifact whose packages cannot be listed. The message is a clause that follows `cannot read FILE: `. */
class UnreadablePart extends Error {
    name = 'UnreadablePart';
}


/***/ })

};
