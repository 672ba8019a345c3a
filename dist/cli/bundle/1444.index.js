export const id = 1444;
export const ids = [1444];
export const modules = {

/***/ 41444:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SS: () => (/* binding */ findBeside),
/* harmony export */   hO: () => (/* binding */ errorOfChecks),
/* harmony export */   ic: () => (/* binding */ checkDigests)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _inside_beside_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19147);
/* harmony import */ var _inside_beside_names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);
/* harmony import */ var _inside_beside_provenance_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45389);
/* harmony import */ var _sources_local_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64925);
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(25423);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(62625);
/* harmony import */ var _checksum_list_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(358);










/**
 * Finds the files beside an artifact. There are none for a directory or a name with a transport. A list of checksums that cannot
 * be read is a warning.
 */
async function findBeside(path, reporter) {
    // A name with a transport, such as oci:image, is not a path.
    if (!(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_7__/* .isRegularFile */ .Ze)(path)))
        return { digests: [] };
    const [manifest, provenance] = await Promise.all([(0,_inside_beside_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .manifestBeside */ .yt)(path), (0,_inside_beside_provenance_js__WEBPACK_IMPORTED_MODULE_3__/* .provenanceBeside */ .a6)(path)]);
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    const listed = (await listsBeside(path, reporter)).flatMap(({ source, files }) => [path, manifest?.path, provenance?.path].flatMap((file) => {
        const found = file === undefined ? undefined : files.get((0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_5__/* .byteStringFromText */ .dw)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(file)));
        return file === undefined || found === undefined
            ? []
            : [{ source, path: file, name: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(file), sha256: found.sha256 }];
    }));
    const ofManifest = manifest && (0,_inside_beside_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .mediaDigest */ .jq)(manifest, name);
    return {
        ...(manifest !== undefined && { manifest }),
        ...(provenance !== undefined && { provenance }),
        digests: [
            ...listed,
            ...statedBy(manifest?.path, ofManifest, path),
            ...statedBy(provenance?.path, provenance?.sha256, path),
        ],
    };
}
function statedBy(source, sha256, path) {
    return source === undefined || sha256 === undefined
        ? []
        : [{ source: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(source), path, name: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path), sha256 }];
}
/** The lists of checksums beside an artifact: `STEM.SHA256SUMS` of a release, and `SHA256SUMS`. */
async function listsBeside(path, reporter) {
    const lists = [];
    for (const source of new Set([`${(0,_inside_beside_names_js__WEBPACK_IMPORTED_MODULE_2__/* .nameAndStem */ .y)(path).stem}.SHA256SUMS`, 'SHA256SUMS'])) {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), source);
        try {
            const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_7__/* .openRegularFile */ .ZU)(file);
            try {
                const files = await (0,_checksum_list_js__WEBPACK_IMPORTED_MODULE_8__/* .readChecksumList */ .k4)(handle, file);
                lists.push({ source, files: new Map(files.map((listed) => [listed.name, listed])) });
            }
            finally {
                await handle.close();
            }
        }
        catch (error) {
            if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemCodeOf */ .c7)(error) === 'ENOENT')
                continue;
            const reason = error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .FledgeError */ .aE ? error.message : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .readFailureOf */ .Og)(error);
            reporter.warn(`cannot verify ${path} with ${source}: ${reason}`, {
                ...(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .FledgeError */ .aE && { fix: error.fix }),
            });
        }
    }
    return lists;
}
/**
 * Compares digests with the bytes of their files. Each file is read once.
 *
 * @throws FledgeError `input` for a file that cannot be read.
 */
async function checkDigests(digests, reporter) {
    const actual = new Map();
    for (const { path } of digests) {
        if (!actual.has(path))
            actual.set(path, await digestOf(path, reporter));
    }
    return digests.map((digest) => {
        const found = actual.get(digest.path) ?? '';
        return { ...digest, actual: found, ok: found === digest.sha256 };
    });
}
async function digestOf(path, reporter) {
    let handle;
    const progress = reporter.progress(`verify ${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path)}`, 'bytes');
    try {
        handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_7__/* .openRegularFile */ .ZU)(path);
        const { size: total } = await handle.stat();
        const { sha256 } = await (0,_sources_local_file_js__WEBPACK_IMPORTED_MODULE_4__/* .digestHandle */ .t)(handle, undefined, (done) => progress.update(done, total));
        return sha256;
    }
    catch (error) {
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .systemCodeOf */ .c7)(error) === undefined ? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .messageOf */ .bD)(error) : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .readFailureOf */ .Og)(error);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .FledgeError */ .aE('input', `cannot read ${path}: ${reason}`, { cause: error });
    }
    finally {
        progress.end();
        await handle?.close();
    }
}
/** The error for files that have other digests than stated; undefined if there are none. `artifact` is the path of the artifact. */
function errorOfChecks(checks, artifact) {
    const wrong = checks.filter(({ ok }) => !ok);
    const [first] = wrong;
    if (first === undefined)
        return undefined;
    const sources = [...new Set(wrong.filter(({ name }) => name === first.name).map(({ source }) => source))];
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .FledgeError */ .aE('input', `${first.path} does not have the digest of ${sources.join(' and ')}: sha256 ${first.actual}, stated ${first.sha256}`, {
        fix: `build or download the files again; to list it without the check: fledge inspect --no-verify ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_9__/* .shellWord */ .r7)(artifact)}`,
    });
}


/***/ }),

/***/ 358:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hb: () => (/* binding */ parseChecksumList),
/* harmony export */   k4: () => (/* binding */ readChecksumList),
/* harmony export */   n$: () => (/* binding */ isChecksumListName)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



/** Limit of a list, enough for half a million files. A larger file is probably not a list. */
const MAX_BYTES = 64 * 1024 * 1024;
const FIX = 'create the list again: sha256sum FILE... > SHA256SUMS';
/** `HASH  NAME` or `HASH *NAME`, with a backslash before it where the name is escaped. */
const GNU_LINE = /^(\\?)([0-9a-f]{64})[ ][ *]([^\0]+)$/is;
/** `SHA256 (NAME) = HASH`, of `sha256sum --tag` and of BSD. */
const TAGGED_LINE = /^(\\?)SHA256 \(([^\0]+)\) = ([0-9a-f]{64})$/is;
/**
 * True if the name of a file is that of a list of SHA-256 digests: `SHA256SUMS`, `web_SHA256SUMS.txt`,
 * `web.img.sha256`, …
 */
function isChecksumListName(name) {
    return /(?:^|[._-])sha256sums?(?:\.txt)?$|\.sha256$/i.test(name);
}
/**
 * Reads an open SHA256SUMS file; `label` names it in errors.
 *
 * @throws FledgeError `input` as `parseChecksumList` does, or if it is too large.
 */
async function readChecksumList(handle, label) {
    try {
        return parseChecksumList(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readBounded */ .CB)(handle, label, MAX_BYTES), label);
    }
    catch (error) {
        if (!(error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv))
            throw error;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has ${error.bytes} bytes; a list of digests has at most ${MAX_BYTES}`);
    }
}
/**
 * Parses a list of `sha256sum`, with or without `--tag` or `--binary` (coreutils manual, "md5sum invocation"): names
 * may be escaped, lines may end in CR LF. Empty lines and lines that begin with `#` are ignored.
 *
 * @throws FledgeError `input` with the first line that is invalid, or whose file has another digest on an earlier line;
 *   or if there is no file.
 */
function parseChecksumList(bytes, label) {
    const byName = new Map();
    for (const [index, text] of (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .byteStringFromBytes */ .Pb)(bytes).split('\n').entries()) {
        const line = index + 1;
        const stripped = text.replace(/\r$/, '');
        if (stripped === '' || stripped.startsWith('#'))
            continue;
        const listed = parseLine(stripped, line);
        if (listed === undefined)
            throw problem(label, line, 'not a line of sha256sum');
        const { name, sha256 } = listed;
        const earlier = byName.get(name);
        if (earlier !== undefined && earlier.sha256 !== sha256) {
            const what = `${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(name)} has another digest than on line ${earlier.line}`;
            throw problem(label, line, what);
        }
        byName.set(name, earlier ?? listed);
    }
    if (byName.size === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} does not list any file`, { fix: FIX });
    return [...byName.values()];
}
function parseLine(text, line) {
    const [, gnuEscape, gnuDigest, gnuName] = GNU_LINE.exec(text) ?? [];
    const [, tagEscape, tagName, tagDigest] = TAGGED_LINE.exec(text) ?? [];
    const written = gnuName ?? tagName;
    const digest = gnuDigest ?? tagDigest;
    if (written === undefined || digest === undefined)
        return undefined;
    const name = (gnuEscape ?? tagEscape) === '\\' ? unescapeName(written) : written;
    const normalised = normalise(name ?? '');
    // A name of slashes and dots only is a directory, which has no digest.
    if (normalised === '' || normalised === '/')
        return undefined;
    return { name: normalised, sha256: digest.toLowerCase(), line };
}
/** Undefined for an escape that coreutils does not write. */
function unescapeName(name) {
    const characters = { '\\\\': '\\', '\\n': '\n', '\\r': '\r' };
    const parts = name.match(/\\.?|[^\\]+/gs) ?? [];
    if (parts.some((part) => part.startsWith('\\') && characters[part] === undefined))
        return undefined;
    return parts.map((part) => characters[part] ?? part).join('');
}
function normalise(name) {
    const components = name.split('/').filter((component) => component !== '' && component !== '.');
    return `${name.startsWith('/') ? '/' : ''}${components.join('/')}`;
}
function problem(label, line, message) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label}:${line}: ${message}`, { fix: FIX });
}


/***/ }),

/***/ 19147:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WI: () => (/* binding */ readManifest),
/* harmony export */   ZO: () => (/* binding */ mediaNames),
/* harmony export */   jq: () => (/* binding */ mediaDigest),
/* harmony export */   my: () => (/* binding */ manifestWithDigest),
/* harmony export */   yt: () => (/* binding */ manifestBeside)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12311);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(62625);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7060);






const media = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), checksum: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(), format: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional() });
/** The keys of Volant's manifest that fledge reads again. Other keys are in the document only. */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
    name: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1),
    version: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    runtime: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    resources: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ cpu_cores: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(1).optional(), memory_mb: zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr().min(1).optional() }).optional(),
    workload: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({
        type: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
        base_url: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
        entrypoint: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
        args: zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
        env: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
        workdir: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(),
    })
        .optional(),
    health_check: zod__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ikc({ endpoint: zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().optional(), timeout_ms: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().optional() }).optional(),
    rootfs: media.optional(),
    initramfs: media.optional(),
    labels: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()).optional(),
});
const MANIFEST_FILE = 'manifest.json';
/** Far above the size of a manifest that fits on a kernel's command line. */
const MAX_MANIFEST_BYTES = 1024 * 1024;
/**
 * The manifest beside an artifact that names it: `ARTIFACT.manifest.json`, `STEM.manifest.json` or `manifest.json`;
 * undefined if there is none. A manifest that cannot be read is not used.
 */
function manifestBeside(path) {
    const { name, stem } = (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .nameAndStem */ .y)(path);
    const files = new Set([`${name}.${MANIFEST_FILE}`, `${stem}.${MANIFEST_FILE}`, MANIFEST_FILE]);
    return firstManifest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), files, (manifest) => mediaNames(manifest).includes(name));
}
/**
 * The manifest beside an artifact that has its digest, which is 64 lower-case hexadecimal digits; undefined if there is none. A
 * manifest that cannot be read is not used.
 */
function manifestWithDigest(path, sha256) {
    return firstManifest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), (0,_names_js__WEBPACK_IMPORTED_MODULE_3__/* .namesBeside */ .d)(path, MANIFEST_FILE), ({ fields: { rootfs, initramfs } }) => [rootfs, initramfs].some((medium) => medium?.checksum === `sha256:${sha256}`));
}
async function firstManifest(directory, files, isWanted) {
    for (const file of files) {
        try {
            const manifest = await readManifest((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(directory, file));
            if (manifest !== undefined && isWanted(manifest))
                return manifest;
        }
        catch (error) {
            if (!(error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE))
                throw error;
        }
    }
    return undefined;
}
/**
 * Reads a manifest; undefined if the file does not exist.
 *
 * @throws FledgeError `input` if it cannot be read, or is not a manifest.
 */
async function readManifest(path) {
    let text;
    try {
        text = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readRegularFile */ .XF)(path, MAX_MANIFEST_BYTES)).toString('utf8');
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'ENOENT' || (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'ENOTDIR')
            return undefined;
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === undefined ? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error) : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readFailureOf */ .Og)(error);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${path}: ${reason}`, { cause: error });
    }
    const document = parseJson(text, path);
    const parsed = manifestSchema.safeParse(document);
    if (parsed.success && isObject(document))
        return { path, fields: parsed.data, document };
    const where = parsed.error?.issues[0]?.path.join('.') ?? '';
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path}: ${where === '' ? 'it' : where} is not what a manifest has there`, {
        fix: `build the plugin again, or use the artifact without ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_5__/* .shellWord */ .r7)(path)}`,
    });
}
function parseJson(text, path) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path}: it is not valid JSON`, {
            cause: error,
            fix: 'build the plugin again',
        });
    }
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The file names of the media of a manifest: the last components of their URLs or paths. */
function mediaNames({ fields: { rootfs, initramfs } }) {
    return [rootfs, initramfs].flatMap((entry) => (entry === undefined ? [] : [lastComponent(entry.url)]));
}
/** The digest that a manifest has for the medium of this name: 64 lower-case hexadecimal digits, if it has one. */
function mediaDigest({ fields: { rootfs, initramfs } }, name) {
    const medium = [rootfs, initramfs].find((entry) => entry !== undefined && lastComponent(entry.url) === name);
    return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(medium?.checksum ?? '')?.[1]?.toLowerCase();
}
function lastComponent(url) {
    const parsed = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
    const path = parsed === null ? url : parsed.pathname;
    const last = path.slice(path.lastIndexOf('/') + 1);
    try {
        return parsed === null ? last : decodeURIComponent(last);
    }
    catch {
        return last;
    }
}


/***/ }),

/***/ 7060:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ namesBeside),
/* harmony export */   y: () => (/* binding */ nameAndStem)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** The name of an artifact, and the name without its suffix: published files beside it begin with that. */
function nameAndStem(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    return { name, stem: name.replace(/\.(?:cpio\.gz|cpio|img|qcow2|squashfs|xfs|btrfs|ext4)$/, '') };
}
/** The names that a file beside an artifact can have: `STEM.FILE` of a release, and `FILE` of a build. */
function namesBeside(path, file) {
    return [...stemsOf(path).map((stem) => `${stem}.${file}`), file];
}
/** The names with which published files beside an artifact can begin: with an unknown suffix, both with and without it. */
function stemsOf(path) {
    const { name, stem } = nameAndStem(path);
    return stem === name ? [...new Set([name, name.replace(/\.[A-Za-z0-9]+$/, '')])] : [stem];
}


/***/ }),

/***/ 45389:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ provenanceOf),
/* harmony export */   _5: () => (/* binding */ provenanceNames),
/* harmony export */   a6: () => (/* binding */ provenanceBeside)
/* harmony export */ });
/* unused harmony export parseProvenance */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25423);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7060);



const PROVENANCE_FILE = 'provenance.json';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const MAX_BYTES = 8 * 1024 * 1024;
/** A text that is longer is not one that a build has written. */
const MAX_TEXT = 4096;
/** The names that the provenance of an artifact can have: releases have `web-linux-amd64.provenance.json` beside it. */
function provenanceNames(artifact) {
    return (0,_names_js__WEBPACK_IMPORTED_MODULE_2__/* .namesBeside */ .d)(artifact, PROVENANCE_FILE);
}
/**
 * The provenance beside an artifact that names it, with a platform; undefined if there is none. A file that is not a provenance
 * is not used.
 */
async function provenanceBeside(path) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.basename)(path);
    for await (const { file, parsed } of provenancesBeside(path)) {
        const subject = parsed?.subjects.find((each) => each.name === name);
        if (parsed?.record.platform === undefined || subject === undefined)
            continue;
        const sha256 = subject.sha256?.toLowerCase();
        const isDigest = sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256);
        const { platform } = parsed.record;
        return { ...parsed.record, path: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path), file), platform, ...(isDigest && { sha256 }) };
    }
    return undefined;
}
/**
 * The record of an artifact with this digest in a provenance beside it; `name` is the artifact in messages.
 *
 * @returns the reason if there is none: no file, one that cannot be read, or one of another artifact.
 */
async function provenanceOf(artifact, sha256, name = artifact) {
    let missing = `no ${PROVENANCE_FILE} beside ${name}`;
    for await (const { file, parsed } of provenancesBeside(artifact)) {
        if (parsed?.subjects.some((subject) => subject.sha256 === sha256))
            return parsed.record;
        missing = `${file} beside ${name} is ${parsed === undefined ? 'not a record of fledge' : 'that of another artifact'}`;
    }
    return { missing };
}
/** The files that exist, with what they state; undefined for one that is not a provenance. */
async function* provenancesBeside(artifact) {
    for (const file of provenanceNames(artifact)) {
        let json;
        try {
            json = (await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_1__/* .readRegularFile */ .XF)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(artifact), file), MAX_BYTES)).toString('utf8');
        }
        catch {
            // It is missing, or cannot be read: a provenance explains an artifact, and is not needed.
            continue;
        }
        yield { file, parsed: parseProvenance(json) };
    }
}
/** Undefined if the text is not an in-toto statement with a SLSA provenance (slsa.dev/spec/v1.0). */
function parseProvenance(json) {
    const statement = objectOf(parseJson(json));
    const predicate = objectOf(statement['predicate']);
    const definition = objectOf(predicate['buildDefinition']);
    const parameters = objectOf(definition['externalParameters']);
    const builder = objectOf(objectOf(predicate['runDetails'])['builder']);
    const type = statement['predicateType'] ?? PREDICATE_TYPE;
    if (type !== PREDICATE_TYPE || definition['externalParameters'] === undefined)
        return undefined;
    const epoch = parameters['sourceDateEpoch'];
    const [toolchain] = inputsIn(builder['builderDependencies']);
    const mappings = parameters['mappings'];
    const [strategy, platform] = [textOf(parameters['strategy']), textOf(parameters['platform'])];
    const fledge = textOf(objectOf(builder['version'])['fledge']);
    const record = {
        ...(strategy !== undefined && { strategy }),
        ...(platform !== undefined && { platform }),
        ...(typeof epoch === 'number' && Number.isSafeInteger(epoch) && { sourceDateEpoch: epoch }),
        ...(fledge !== undefined && { fledge }),
        inputs: inputsIn(definition['resolvedDependencies']),
        ...(toolchain !== undefined && { toolchain }),
        ...(Array.isArray(mappings) && { mappings: mappingsIn(mappings) }),
    };
    const subjects = arrayOf(statement['subject']).map((subject) => {
        const { name, digest } = objectOf(subject);
        const [nameText, sha256] = [textOf(name), textOf(objectOf(digest)['sha256'])];
        return { ...(nameText !== undefined && { name: nameText }), ...(sha256 !== undefined && { sha256 }) };
    });
    return { record, subjects };
}
function inputsIn(value) {
    return arrayOf(value).flatMap((item) => {
        const { name, uri, digest, annotations } = objectOf(item);
        const nameText = textOf(name);
        if (nameText === undefined)
            return [];
        const [algorithm, digits] = Object.entries(objectOf(digest))[0] ?? [];
        const digitsText = textOf(digits);
        const { layers } = objectOf(annotations);
        return [
            {
                name: nameText,
                uri: textOf(uri) ?? '',
                ...(digitsText !== undefined && { digest: `${algorithm}:${digitsText}` }),
                ...(Array.isArray(layers) && { layers: textsIn(layers) }),
            },
        ];
    });
}
function mappingsIn(values) {
    return values.map((value) => {
        const { source, destinations } = objectOf(value);
        const sourceText = textOf(source);
        return { ...(sourceText !== undefined && { source: sourceText }), destinations: textsIn(destinations) };
    });
}
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
function objectOf(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
function arrayOf(value) {
    return Array.isArray(value) ? value : [];
}
function textOf(value) {
    return typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;
}
function textsIn(value) {
    return arrayOf(value).flatMap((item) => textOf(item) ?? []);
}


/***/ }),

/***/ 64925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ digestFile),
/* harmony export */   t: () => (/* binding */ digestHandle)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



const READ_BYTES = 1024 * 1024;
/**
 * Size and SHA-256 of a regular file, read as a stream. Symlinks are followed; a file of another type is not opened.
 *
 * @throws FledgeError `input`; `label` is the file's name in messages.
 */
async function digestFile(path, options) {
    const { label, maxBytes } = options;
    try {
        const handle = await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
        try {
            const { size } = await handle.stat();
            if (size > maxBytes)
                throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv(path, size, maxBytes);
            return await digestHandle(handle, maxBytes);
        }
        finally {
            await handle.close();
        }
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot use ${path} as ${label}: it is ${error.kind}, not a regular file`, {
                fix: `set the path of ${label} to a regular file`,
            });
        }
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv) {
            const message = `cannot use ${path} as ${label}: it has ${error.bytes} bytes, and the limit is ${maxBytes}`;
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message);
        }
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `cannot read ${label} from ${path}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .readFailureOf */ .Og)(error)}`, {
            cause: error,
            fix: (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) === 'EACCES'
                ? 'make it readable for the user who builds'
                : `check the path of ${label}; a relative path starts at the directory of fledge.toml`,
        });
    }
}
/**
 * Size and SHA-256 of the content of an open file, read from its start in pieces of 1 MiB. `onRead` is called after each piece
 * with the number of bytes so far.
 *
 * @throws FileTooLarge if the content is longer than `maxBytes`, whatever size stat(2) has returned. Default: no limit.
 */
async function digestHandle(handle, maxBytes = Number.POSITIVE_INFINITY, onRead = () => { }) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let size = 0;
    for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, size);
        if (bytesRead === 0)
            return { size, sha256: hash.digest('hex') };
        hash.update(buffer.subarray(0, bytesRead));
        size += bytesRead;
        if (size > maxBytes)
            throw new _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .FileTooLarge */ .Sv('the file', size, maxBytes);
        onRead(size);
    }
}


/***/ }),

/***/ 25423:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ readBounded),
/* harmony export */   J8: () => (/* binding */ fileChanged),
/* harmony export */   Sv: () => (/* binding */ FileTooLarge),
/* harmony export */   XF: () => (/* binding */ readRegularFile),
/* harmony export */   ZU: () => (/* binding */ openRegularFile),
/* harmony export */   Ze: () => (/* binding */ isRegularFile),
/* harmony export */   k1: () => (/* binding */ NotRegularFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** A path does not lead to a regular file; `kind` names its type, as in `a fifo`. */
class NotRegularFile extends Error {
    name = 'NotRegularFile';
    kind;
    constructor(path, kind) {
        super(`${path} is ${kind}, not a regular file`);
        this.kind = kind;
    }
}
/** A file is larger than its limit. */
class FileTooLarge extends Error {
    name = 'FileTooLarge';
    /** The number of bytes known when reading stopped; the file can be larger. */
    bytes;
    constructor(path, bytes, maxBytes) {
        super(`${path} has ${bytes} bytes; more than ${maxBytes} are not read`);
        this.bytes = bytes;
    }
}
/** The error for a file that was read before and has other bytes now. */
function fileChanged(label) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${label}: it changed during the build`, {
        fix: 'build again when no other process writes to the file',
    });
}
/** True if a path leads to a regular file; false if it does not, or cannot be examined. */
function isRegularFile(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).then((stats) => stats.isFile(), () => false);
}
/**
 * Opens an untrusted file for reading. Only a regular file is opened: opening another type can block for ever, or affect
 * a device. If a fifo replaces the file in the meantime, its open does not block. Links are followed.
 *
 * @throws NotRegularFile, or the error of the system.
 */
async function openRegularFile(path) {
    requireRegular(path, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path));
    const handle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.open)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOCTTY);
    try {
        requireRegular(path, await handle.stat());
        return handle;
    }
    catch (error) {
        await handle.close();
        throw error;
    }
}
/**
 * All bytes of an untrusted file. It does not read more than `maxBytes`, even if the size is wrong (files of /proc) or
 * grows.
 *
 * @throws NotRegularFile, FileTooLarge, or the error of the system.
 */
async function readRegularFile(path, maxBytes) {
    const handle = await openRegularFile(path);
    try {
        return await readBounded(handle, path, maxBytes);
    }
    finally {
        await handle.close();
    }
}
/** The growth of the buffer for a file whose size from stat is wrong, beyond doubling. */
const GROWTH_BYTES = 64 * 1024;
/**
 * All bytes of an open file, from its start.
 *
 * @throws FileTooLarge, or the error of the system.
 */
async function readBounded(handle, path, maxBytes) {
    const { size } = await handle.stat();
    if (size > maxBytes)
        throw new FileTooLarge(path, size, maxBytes);
    // One byte more than the size from stat shows whether the size is right. Such a read seldom needs a second buffer.
    let data = Buffer.allocUnsafeSlow(size + 1);
    let length = 0;
    for (;;) {
        if (length === data.length)
            data = Buffer.concat([data], Math.min(2 * length + GROWTH_BYTES, maxBytes + 1));
        const { bytesRead } = await handle.read(data, length, data.length - length, length);
        if (bytesRead === 0)
            return data.subarray(0, length);
        length += bytesRead;
        if (length > maxBytes)
            throw new FileTooLarge(path, length, maxBytes);
    }
}
function requireRegular(path, stats) {
    if (!stats.isFile())
        throw new NotRegularFile(path, kindOfStats(stats));
}
/** The type of a file that is not regular. */
function kindOfStats(stats) {
    if (stats.isDirectory())
        return 'a directory';
    if (stats.isFIFO())
        return 'a fifo';
    if (stats.isSocket())
        return 'a socket';
    return 'a device';
}


/***/ })

};
