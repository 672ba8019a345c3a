export const id = 621;
export const ids = [621];
export const modules = {

/***/ 30621:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PL: () => (/* binding */ readAnyArchive),
  z9: () => (/* binding */ readDockerArchive),
  GW: () => (/* binding */ readOciArchive)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(12311);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(25326);
// EXTERNAL MODULE: ./build/support/budget.js
var support_budget = __webpack_require__(60975);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/sources/image/archive-index.js



/** An archive of 100 images of 100 layers has 40,000 headers. */
const MAX_HEADERS = 500_000;
/** Of names and link targets, in characters. */
const MAX_NAME_CHARACTERS = 64 * 1024 * 1024;
/** Maximum size of a long name or a pax header. */
const MAX_HEADER_BYTES = 1024 * 1024;
const NO_FILES = { find: () => undefined };
const WINDOW_BYTES = 64 * 1024;
const SPARSE_PROBLEM = 'sparse files are not supported';
/**
 * Reads the headers of an archive of a container image, but none of its data. Unlike `TarReader`, it accepts only the
 * entries of such archives: files, directories, links, pax headers and long names. Of several files with one name, the
 * last is used.
 *
 * @throws FledgeError `input`, calling the archive `label`, if it is damaged, truncated or has too many files.
 */
async function indexArchive(handle, label, { signal, isAnyArchive = false } = {}) {
    const { size: end } = await handle.stat();
    const members = new Map();
    const headerAt = headerReader(handle);
    let characters = 0;
    let overrides = {};
    const fail = (position, problem) => {
        throw new errors/* FledgeError */.aE('input', `${label}: not a valid archive of this type, or corrupted: at byte ${position}: ${problem}`, {
            fix: 'create the archive again with docker save or skopeo copy',
        });
    };
    let headers = 0;
    for (let position = 0; position < end;) {
        signal?.throwIfAborted();
        headers += 1;
        if (headers > MAX_HEADERS && isAnyArchive)
            return NO_FILES;
        if (headers > MAX_HEADERS)
            return fail(position, `it has more than ${MAX_HEADERS} headers`);
        const block = await headerAt(position);
        if (block.length < tar_format/* BLOCK_BYTES */.Yo)
            return fail(position, 'the archive ends inside a header');
        if ((0,tar_format/* isZeroBlock */.ei)(block))
            break;
        if (!(0,tar_format/* hasValidChecksum */.Qp)(block))
            return fail(position, 'the checksum of the header is wrong');
        const type = String.fromCharCode(block[tar_format/* FIELDS */.cJ.type.offset] ?? 0);
        const isExtension = type === 'x' || type === 'g' || type === 'L' || type === 'K';
        const size = (isExtension ? undefined : overrides.size) ?? (0,tar_format/* readNumber */.kz)(block, tar_format/* FIELDS */.cJ.size) ?? -1;
        const isFile = type === '0' || type === '\0' || type === '7';
        // Links, devices, directories and fifos have no data, whatever size their header declares.
        const hasData = !/[1-6]/.test(type);
        if (type === 'S' && !isAnyArchive)
            return fail(position, SPARSE_PROBLEM);
        const offset = position + tar_format/* BLOCK_BYTES */.Yo + (type === 'S' ? await mapBytes(handle, block, position) : 0);
        if (size < 0)
            return fail(position, 'the size in the header is not a number');
        if (hasData && offset + size > end)
            return fail(position, `the archive ends ${offset + size - end} bytes too early`);
        position = offset + (hasData ? size + (0,tar_format/* paddingOf */.Zt)(size) : 0);
        if (isExtension) {
            if (size > MAX_HEADER_BYTES)
                return fail(offset, `an extended header has ${size} bytes; the limit is ${MAX_HEADER_BYTES}`);
            const data = Buffer.alloc(size);
            await handle.read(data, 0, size, offset);
            const problem = addOverrides(overrides, type, data);
            if (problem !== undefined && (problem !== SPARSE_PROBLEM || !isAnyArchive))
                return fail(offset, problem);
            continue;
        }
        const name = normalise(overrides.path ?? (0,tar_format/* readName */.MQ)(block, (0,tar_format/* formatOf */.be)(block)));
        const target = overrides.target ?? (0,tar_format/* readText */.yR)(block, tar_format/* FIELDS */.cJ.linkName);
        overrides = {};
        const member = isFile ? { offset, length: size } : linkOf(type, name, target);
        if (member === undefined || name === undefined)
            continue;
        characters += name.length + ('link' in member ? member.link.length : 0);
        members.set(name, member);
        if (characters > MAX_NAME_CHARACTERS && isAnyArchive)
            return NO_FILES;
        if (characters > MAX_NAME_CHARACTERS)
            return fail(position, `the names of the files have more than ${MAX_NAME_CHARACTERS} characters in total`);
    }
    return {
        find(wanted) {
            let member = members.get(wanted);
            for (let links = 0; member !== undefined && 'link' in member; links += 1) {
                if (links === linux_limits/* MAX_SYMLINKS */.oG)
                    throw new errors/* FledgeError */.aE('input', `${label}: the link ${JSON.stringify(wanted.slice(0, 300))} is part of a loop of links`);
                member = members.get(member.link);
            }
            return member;
        },
    };
}
/**
 * Reads blocks at ascending positions, with those after them: many small files are near each other. A block is valid until
 * the next call, and shorter at the end of the file.
 */
function headerReader(handle) {
    const window = Buffer.allocUnsafeSlow(WINDOW_BYTES);
    let start = 0;
    let length = 0;
    return async (position) => {
        if (position < start || position + tar_format/* BLOCK_BYTES */.Yo > start + length) {
            start = position;
            length = (await handle.read(window, 0, WINDOW_BYTES, position)).bytesRead;
        }
        return window.subarray(position - start, Math.min(position - start + tar_format/* BLOCK_BYTES */.Yo, length));
    };
}
/** The size of the blocks between the header of an old GNU sparse file and its data, which continue its map. */
async function mapBytes(handle, header, position) {
    let isExtended = header[tar_format/* GNU_FIELDS */.LV.isExtended.offset] !== 0;
    const block = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    let bytes = 0;
    while (isExtended) {
        bytes += tar_format/* BLOCK_BYTES */.Yo;
        const { bytesRead } = await handle.read(block, 0, tar_format/* BLOCK_BYTES */.Yo, position + bytes);
        isExtended = bytesRead === tar_format/* BLOCK_BYTES */.Yo && block[tar_format/* GNU_SPARSE_FIELDS */.sR.isExtended.offset] !== 0;
    }
    return bytes;
}
/** Adds the values of an extended header to `overrides`. Returns a problem of the header, or undefined. */
function addOverrides(overrides, type, data) {
    const text = (0,tar_format/* readText */.yR)(data, { offset: 0, length: data.length });
    if (type === 'L')
        overrides.path = text;
    if (type === 'K')
        overrides.target = text;
    // A global header applies to no particular file.
    if (type !== 'x')
        return undefined;
    let problem;
    const count = (0,tar_format/* visitPaxRecords */.NG)(data, (keyword, value) => {
        const text = value.toString('latin1');
        if (keyword === 'path')
            overrides.path = text;
        else if (keyword === 'linkpath')
            overrides.target = text;
        else if (keyword === 'size') {
            if (!/^[0-9]{1,15}$/.test(text))
                problem = 'the size in the pax header is not a number';
            overrides.size = Number(text);
        }
        else if (keyword.startsWith('GNU.sparse.'))
            problem ??= SPARSE_PROBLEM;
    });
    return count === undefined ? 'the pax header is damaged' : problem;
}
function linkOf(type, name, target) {
    if (name === undefined || (type !== '1' && type !== '2'))
        return undefined;
    // The target of a hardlink is relative to the root of the archive, that of a symbolic link to its own directory.
    const directory = type === '2' && !target.startsWith('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
    const link = normalise(directory + target);
    return link === undefined ? undefined : { link };
}
/** A name without empty components, `.` and `..`; undefined if the name is empty or leads out of the archive. */
function normalise(name) {
    const components = [];
    for (const component of name.split('/')) {
        if (component === '' || component === '.')
            continue;
        if (component !== '..')
            components.push(component);
        else if (components.pop() === undefined)
            return undefined;
    }
    return components.length === 0 ? undefined : components.join('/');
}

// EXTERNAL MODULE: ./build/sources/image/image.js
var image_image = __webpack_require__(74526);
// EXTERNAL MODULE: ./build/sources/image/image-json.js
var image_json = __webpack_require__(309);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var compression = __webpack_require__(16687);
// EXTERNAL MODULE: ./build/sources/image/layer/decompress.js + 1 modules
var decompress = __webpack_require__(76368);
// EXTERNAL MODULE: ./build/sources/image/layout.js
var layout = __webpack_require__(24321);
;// CONCATENATED MODULE: ./build/sources/image/archive.js














/** Maximum number of names in a message. */
const MAX_NAMES = 10;
const READ_BYTES = 1024 * 1024;
const OTHER_KIND = 'use oci-archive:PATH for an OCI archive, and docker-archive:PATH for the output of docker save';
/** manifest.json of `docker save` (moby, image/spec/spec.md, "Combined Image JSON + Filesystem Changeset Format"). */
const savedImagesSchema = schemas/* array */.YOg((0,image_json/* goStruct */.cM)({
    Config: schemas/* string */.YjP(),
    RepoTags: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
    Layers: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
}));
/**
 * Reads an image from an OCI layout in a tar archive, in place where it is not compressed.
 *
 * @throws FledgeError `input` as `readLayout` does, or for a file that is not such an archive; `output` if the archive
 *   cannot be decompressed.
 */
function readOciArchive(request) {
    return withArchive(request, (archive) => ociImageIn(archive, request));
}
/**
 * Reads an image from an archive in the format of `docker save`. Its manifest is the one that skopeo generates for it:
 * in Docker's format, with uncompressed layers.
 *
 * @throws FledgeError as `readOciArchive` does.
 */
function readDockerArchive(request) {
    return withArchive(request, (archive) => dockerImageIn(archive, request));
}
/**
 * Reads an image from an archive of either kind, or recognises the archive of a root file system, as `docker export`
 * writes it. One with an OCI layout and the documents of `docker save`, which Docker writes since version 25, is read as
 * an OCI layout.
 *
 * @throws FledgeError as `readOciArchive` and `readDockerArchive` do.
 */
function readAnyArchive(request) {
    const work = async (archive) => {
        if (archive.index.find('oci-layout') !== undefined) {
            return { kind: 'oci-archive', image: await ociImageIn(archive, request) };
        }
        if (!(await hasSavedImages(archive)))
            return { kind: 'tar', path: archive.path };
        return { kind: 'docker-archive', image: await dockerImageIn(archive, request) };
    };
    return withArchive(request, work, { isAnyArchive: true });
}
/** True if manifest.json is that of `docker save`, or is damaged. In a root file system it can be any other document. */
async function hasSavedImages(archive) {
    const place = archive.index.find('manifest.json');
    if (place === undefined || place.length > image_json/* MAX_DOCUMENT_BYTES */.bi)
        return false;
    try {
        return Array.isArray(JSON.parse((await archive.read(place, 'manifest.json')).toString('utf8')));
    }
    catch {
        return true;
    }
}
function ociImageIn(archive, { member, digest, platform, label, file }) {
    const files = {
        place: file,
        async document(name) {
            const slice = archive.index.find(name);
            if (slice === undefined)
                throw otherKind(label, `there is no ${name} in it`);
            return archive.read(slice, name);
        },
        store: archiveBlobs(archive, (digest) => archive.index.find(`blobs/${digest.replace(':', '/')}`)),
    };
    return (0,layout/* readLayout */.T4)(files, { member, digest, platform, label, transport: 'oci-archive' });
}
async function dockerImageIn(archive, request) {
    const { platform, label, member } = request;
    const place = archive.index.find('manifest.json');
    if (place === undefined)
        throw otherKind(label, 'there is no manifest.json in it');
    const bytes = await archive.read(place, 'manifest.json');
    const images = (0,image_json/* parseDocument */.Tp)(bytes, savedImagesSchema, `manifest.json in ${request.file}`);
    const image = chooseImage(images, member, request);
    const configPlace = archive.find(image.Config, `the config of ${label}`);
    const config = await archive.read(configPlace, `the config of ${label}`);
    const { digest: configDigest } = (0,image_image/* documentOf */.lM)(config);
    requireNamedDigest(image.Config, configDigest, label);
    const diffIds = (0,image_json/* parseDocument */.Tp)(config, image_json/* configSchema */.Qn, `the config of ${label}`).rootfs.diff_ids ?? [];
    const layers = image.Layers ?? [];
    if (layers.length !== diffIds.length) {
        throw new errors/* FledgeError */.aE('input', `${label} has ${layers.length} layers, but its config lists ${diffIds.length}`);
    }
    const places = new Map([[configDigest, { path: archive.path, slice: configPlace }]]);
    const described = [];
    for (const [index, name] of layers.entries()) {
        const what = `layer ${index + 1} of ${layers.length} of ${label}`;
        const digest = diffIds[index] ?? '';
        const layer = places.get(digest) ?? (await archive.plain(archive.find(name, what), what, index));
        places.set(digest, layer);
        const mediaType = 'application/vnd.docker.image.rootfs.diff.tar.gzip';
        described.push({ mediaType, size: layer.slice.length, digest });
    }
    const configType = 'application/vnd.docker.container.image.v1+json';
    // The keys are in the order of skopeo, because the digest of this manifest is recorded as the digest of the image.
    const manifest = {
        schemaVersion: 2,
        mediaType: 'application/vnd.docker.distribution.manifest.v2+json',
        config: { mediaType: configType, size: config.length, digest: configDigest },
        layers: described,
    };
    const { digest } = (0,image_image/* documentOf */.lM)(Buffer.from(JSON.stringify(manifest)));
    const store = {
        pathOf: (wanted) => places.get(wanted)?.path ?? archive.path,
        sliceOf: (wanted) => places.get(wanted)?.slice,
    };
    return (0,image_image/* readImage */.AM)({ digest, manifest }, { platform, label }, store);
}
async function withArchive(request, work, options = {}) {
    const { label, scratchDirectory, maxUnpackedBytes, signal } = request;
    const budget = new support_budget/* Budget */._({ unpacked: maxUnpackedBytes });
    const given = await openArchive(request);
    let opened = { path: request.file, handle: given };
    const doing = `cannot read the image ${label}`;
    const unpack = async (slice, to, what) => {
        const compression = await compressionOf(opened.handle, slice, what);
        if (compression === 'none')
            return { path: opened.path, slice };
        const path = (0,external_node_path_.join)(scratchDirectory, to);
        const chunks = readSlice(opened.handle, slice, signal);
        const length = await decompressTo(path, { chunks, compression, budget, what });
        return { path, slice: { offset: 0, length } };
    };
    try {
        const whole = { offset: 0, length: (await given.stat()).size };
        const { path } = await unpack(whole, 'archive.tar', doing);
        if (path !== request.file)
            opened = { path, handle: await (0,promises_.open)(path, 'r') };
        const { handle } = opened;
        const index = await indexArchive(handle, doing, { ...options, signal });
        return await work({
            path,
            index,
            find(name, what) {
                const slice = index.find(normalise(Buffer.from(name, 'utf8').toString('latin1')) ?? '');
                if (slice !== undefined)
                    return slice;
                const message = `${what} is missing: there is no ${JSON.stringify(name.slice(0, 300))} in ${request.file}`;
                throw new errors/* FledgeError */.aE('input', message, { fix: 'create the archive again with docker save or skopeo copy' });
            },
            async read({ offset, length }, what) {
                if (length > image_json/* MAX_DOCUMENT_BYTES */.bi) {
                    throw new errors/* FledgeError */.aE('input', `${what} in ${request.file} has ${length} bytes; the limit is ${image_json/* MAX_DOCUMENT_BYTES */.bi}`);
                }
                const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
                return buffer.subarray(0, bytesRead);
            },
            plain: (slice, what, number) => unpack(slice, `layer-${number}.tar`, what),
        });
    }
    finally {
        await opened.handle.close();
        if (opened.handle !== given)
            await given.close();
    }
}
async function openArchive({ file, label }) {
    const doing = `cannot read the image ${label}`;
    try {
        return await (0,regular_file/* openRegularFile */.ZU)(file);
    }
    catch (error) {
        if (error instanceof regular_file/* NotRegularFile */.k1) {
            const fix = 'use oci:PATH or dir:PATH for a directory; an archive is a file';
            throw new errors/* FledgeError */.aE('input', `${doing}: ${file} is ${error.kind}, not a regular file`, { fix });
        }
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'EACCES') {
            const fix = 'make it readable for the user who builds';
            throw new errors/* FledgeError */.aE('input', `${doing}: cannot read ${file}: permission denied`, { cause: error, fix });
        }
        const reason = code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : 'it cannot be opened';
        const fix = 'check the path; a relative path starts at the directory of fledge.toml';
        throw new errors/* FledgeError */.aE('input', `${doing}: ${reason}: ${code === 'ENOENT' ? file : (0,errors/* messageOf */.bD)(error)}`, {
            cause: error,
            fix,
        });
    }
}
function archiveBlobs({ path }, find) {
    return {
        // A blob that is not in the archive is reported as missing at this path.
        pathOf: (digest) => (find(digest) === undefined ? (0,external_node_path_.join)(path, 'blobs', ...digest.split(':')) : path),
        sliceOf: find,
    };
}
function chooseImage(images, member, { file, label }) {
    const named = images.map(({ RepoTags }, index) => ({ names: RepoTags ?? [], place: `@${index}` }));
    const listed = named.map(({ names, place }) => (names.length === 0 ? place : names.join(', ')));
    const list = `${listed.slice(0, MAX_NAMES).join(', ')}${listed.length > MAX_NAMES ? ', …' : ''}`;
    const [first] = images;
    if (first === undefined)
        throw new errors/* FledgeError */.aE('input', `${label}: there is no image in ${file}`);
    if (member === undefined) {
        const isOne = images.every(({ Config, Layers }) => Config === first.Config && JSON.stringify(Layers) === JSON.stringify(first.Layers));
        if (isOne)
            return first;
        throw new errors/* FledgeError */.aE('input', `${label}: there are several images in ${file}: ${list}`, {
            fix: 'append the name of one of them: docker-archive:PATH:NAME, or docker-archive:PATH:@0 for the first',
        });
    }
    const wanted = fullName(member);
    const found = member.startsWith('@')
        ? images[Number(member.slice(1))]
        : images.find(({ RepoTags }) => (RepoTags ?? []).some((tag) => fullName(tag) === wanted));
    if (found !== undefined)
        return found;
    throw new errors/* FledgeError */.aE('input', `${label}: there is no image ${JSON.stringify(member)} in ${file}; it has ${list}`, {
        fix: 'append the name of one of them: docker-archive:PATH:NAME',
    });
}
/** The name with its domain and tag; text that is not a valid name is returned unchanged. */
function fullName(text) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(text);
    const named = parsed.ok ? parsed.image.named : undefined;
    return named === undefined ? text : `${named.domain}/${named.repository}:${named.tag ?? 'latest'}`;
}
/** Checks the digest of a config whose file name is a digest, as most tools write it. */
function requireNamedDigest(name, actual, label) {
    const [, hex] = /^(?:blobs\/sha256\/|sha256:)?([0-9a-f]{64})(?:\.json)?$/.exec(name) ?? [];
    if (hex === undefined || actual === `sha256:${hex}`)
        return;
    throw new errors/* FledgeError */.aE('input', `the config of ${label} is damaged: its digest is ${actual}, but its name has sha256:${hex}`, {
        fix: 'create the archive again with docker save or skopeo copy',
    });
}
function otherKind(label, problem) {
    return new errors/* FledgeError */.aE('input', `cannot read the image ${label}: not an archive of this type: ${problem}`, {
        fix: OTHER_KIND,
    });
}
async function compressionOf(handle, { offset, length }, what) {
    const head = Buffer.alloc(Math.min(tar_format/* BLOCK_BYTES */.Yo, length));
    const { bytesRead } = await handle.read(head, 0, head.length, offset);
    try {
        return (0,compression/* detectCompression */.I)(head.subarray(0, bytesRead));
    }
    catch (error) {
        throw explain(error, what);
    }
}
async function* readSlice(handle, { offset, length }, signal) {
    for (let done = 0; done < length;) {
        signal?.throwIfAborted();
        const chunk = Buffer.allocUnsafe(Math.min(READ_BYTES, length - done));
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, offset + done);
        if (bytesRead === 0)
            return;
        done += bytesRead;
        yield chunk.subarray(0, bytesRead);
    }
}
/** Decompresses to a file, and returns the length of the output in bytes. */
async function decompressTo(path, { chunks, compression, budget, what, }) {
    let length = 0;
    const writing = async (work) => work.catch((error) => {
        throw new errors/* FledgeError */.aE('output', `${what}: cannot decompress it to ${path}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
            cause: error,
            fix: 'free some space, or set TMPDIR to a directory on another disk',
        });
    });
    const handle = await writing((0,promises_.open)(path, 'wx', 0o600));
    try {
        for await (const chunk of (0,decompress/* decompress */.m)(chunks, compression)) {
            budget.spend('unpacked', chunk.length);
            for (let done = 0; done < chunk.length;) {
                done += (await writing(handle.write(chunk, done, chunk.length - done, length + done))).bytesWritten;
            }
            length += chunk.length;
        }
    }
    catch (error) {
        throw explain(error, what);
    }
    finally {
        await handle.close();
    }
    return length;
}
function explain(error, what) {
    if (!(error instanceof compression/* DecompressionError */.e))
        return error;
    const message = `${what}: not a valid archive of this type, or corrupted: ${error.message.replace(', but layers must be plain tar, or tar in gzip or zstd', '')}`;
    return new errors/* FledgeError */.aE('input', message, {
        cause: error,
        fix: 'create the archive again with docker save or skopeo copy',
    });
}


/***/ }),

/***/ 65432:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gm: () => (/* binding */ readBlob),
/* harmony export */   m: () => (/* binding */ parseDigest),
/* harmony export */   m0: () => (/* binding */ requireDigest),
/* harmony export */   tp: () => (/* binding */ readSmallBlob)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(25423);



const READ_BYTES = 1024 * 1024;
/**
 * Number of buffers that are used in turn: two for the chunks that are read and hashed, the others for chunks that a
 * decompressor still uses.
 */
const BUFFERS = 6;
const HEX_DIGITS = { sha256: 64, sha512: 128 };
/**
 * The parts of a digest of an algorithm that the OCI image specification registers, or undefined. Only such a digest
 * may become part of a path.
 */
function parseDigest(digest) {
    const [, algorithm, hex] = /^(sha256|sha512):([0-9a-f]+)$/.exec(digest) ?? [];
    if (hex === undefined || (algorithm !== 'sha256' && algorithm !== 'sha512'))
        return undefined;
    return hex.length === HEX_DIGITS[algorithm] ? { algorithm, hex } : undefined;
}
/** @throws FledgeError `input` if the digest is invalid or of another algorithm. */
function requireDigest(digest, label) {
    const parsed = parseDigest(digest);
    if (parsed !== undefined)
        return parsed;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has the digest ${JSON.stringify(digest.slice(0, 200))}; only sha256 and sha512 can be verified`);
}
/**
 * Reads a blob, one chunk ahead of the consumer. Its size and digest are verified at the end. A chunk stays unchanged
 * until the fifth one after it is requested.
 *
 * @throws FledgeError `input` if the blob is missing, or its size or digest differs.
 */
async function* readBlob(blob, signal) {
    const { algorithm } = requireDigest(blob.digest, blob.label);
    const handle = await openBlob(blob);
    try {
        const fileSize = (await handle.stat()).size;
        const { offset: start, length: present } = blob.slice ?? { offset: 0, length: fileSize };
        if (present !== blob.size)
            throw wrongSize(blob, present);
        // A file is read to its end: it may have grown.
        const end = blob.slice === undefined ? Number.POSITIVE_INFINITY : start + present;
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
        const buffers = [];
        let count = 0;
        const readChunk = async (position) => {
            const index = count++ % BUFFERS;
            buffers[index] ??= Buffer.allocUnsafeSlow(READ_BYTES);
            const length = Math.min(READ_BYTES, end - start - position);
            const { buffer, bytesRead } = await handle.read(buffers[index], 0, length, start + position);
            return buffer.subarray(0, bytesRead);
        };
        let size = 0;
        let next = readChunk(0);
        try {
            for (;;) {
                signal?.throwIfAborted();
                const chunk = await next;
                if (chunk.length === 0)
                    break;
                size += chunk.length;
                if (size > blob.size)
                    throw wrongSize(blob, size);
                next = readChunk(size);
                hash.update(chunk);
                yield chunk;
            }
        }
        finally {
            // An earlier error is thrown instead of this one.
            await next.catch(() => { });
        }
        if (size !== blob.size)
            throw wrongSize(blob, size);
        const actual = `${algorithm}:${hash.digest('hex')}`;
        if (actual !== blob.digest) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${blob.label} is damaged: its digest is ${actual}, but the image lists ${blob.digest}`, {
                fix: 'fetch or build the image again',
            });
        }
    }
    finally {
        await handle.close();
    }
}
/**
 * Reads and verifies a blob of at most `maxBytes`.
 *
 * @throws FledgeError `input` if it is larger, missing or damaged.
 */
async function readSmallBlob(blob, maxBytes) {
    if (blob.size > maxBytes) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${blob.label} has ${blob.size} bytes; the limit is ${maxBytes}`);
    }
    const chunks = [];
    for await (const chunk of readBlob(blob))
        chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
}
async function openBlob({ path, label, digest }) {
    try {
        return await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .openRegularFile */ .ZU)(path);
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_2__/* .NotRegularFile */ .k1) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label}: ${path} is ${error.kind}, not a regular file`);
        }
        const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
        const message = code === 'ENOENT' || code === 'ENOTDIR'
            ? `${label} is missing: there is no blob ${digest} (${path})`
            : `cannot read ${label}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .messageOf */ .bD)(error)}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', message, { cause: error, fix: 'fetch or build the image again' });
    }
}
function wrongSize({ label, size }, actual) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is damaged: it has ${actual} bytes, but the image lists ${size}`, {
        fix: 'fetch or build the image again',
    });
}


/***/ }),

/***/ 309:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ foldFields),
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   Tp: () => (/* binding */ parseDocument),
/* harmony export */   bi: () => (/* binding */ MAX_DOCUMENT_BYTES),
/* harmony export */   cM: () => (/* binding */ goStruct),
/* harmony export */   mM: () => (/* binding */ layoutSchema),
/* harmony export */   me: () => (/* binding */ indexSchema),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   rc: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12311);
/* harmony import */ var _document_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45460);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);



/** Limit of a document, which is read into memory. Registries refuse larger ones. */
const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;
/**
 * Renames the keys of `value` that differ from a name in `fields` only in case to that name, as Go's encoding/json reads
 * them; most other tools for images use it. `twice` is the first name that `value` has more than once.
 */
function foldFields(value, fields) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return { value };
    const fieldOf = new Map(fields.map((field) => [foldCase(field), field]));
    const folded = new Map();
    let twice;
    for (const [key, item] of Object.entries(value)) {
        const name = fieldOf.get(foldCase(key)) ?? key;
        if (folded.has(name))
            twice ??= name;
        folded.set(name, item);
    }
    return { value: Object.fromEntries(folded), ...(twice !== undefined && { twice }) };
}
/** The form in which Go compares keys. It folds the long s (U+017F) to s, and the kelvin sign (U+212A) to k. */
function foldCase(key) {
    return key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}
/** The schema of an object with these fields, with keys in any case, as in a Go struct. */
function goStruct(shape) {
    const fields = Object.keys(shape);
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .preprocess */ .vkY((input, context) => {
        const { value, twice } = foldFields(input, fields);
        if (twice !== undefined)
            context.addIssue({ code: 'custom', message: `the key ${twice} is there twice` });
        return value;
    }, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc(shape));
}
/** OCI image specification, descriptor.md. */
const descriptorFields = {
    // Old tools omit it.
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    digest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    size: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(0),
    urls: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    annotations: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
};
const descriptorSchema = goStruct(descriptorFields);
const indexEntrySchema = goStruct({
    ...descriptorFields,
    platform: goStruct({
        architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        variant: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    }).nullish(),
});
/** A list. Go writes an empty list as null, or omits it. */
function listOf(item) {
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .preprocess */ .vkY((value) => value ?? [], zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item));
}
/** image-index.md, and Docker's manifest list. */
const indexSchema = goStruct({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(2),
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    manifests: listOf(indexEntrySchema),
});
/** manifest.md, and Docker's image manifest version 2, schema 2. */
const manifestSchema = goStruct({
    schemaVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(2),
    mediaType: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    config: descriptorSchema,
    layers: listOf(descriptorSchema),
});
const textList = zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish();
/** Docker also accepts a single word, and null, which Go reads as the empty string. */
const word = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .nullable()
    .transform((text) => text ?? '');
const command = zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().transform((text) => [text]), zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(word)]).nullish();
/** config.md; Docker's config has more keys. An image without a base image has no platform (`crane append`). */
const configSchema = goStruct({
    architecture: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    os: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    variant: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
    rootfs: goStruct({ type: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['layers', '']).nullish(), diff_ids: textList }),
    config: goStruct({
        Entrypoint: command,
        Cmd: command,
        Env: textList,
        WorkingDir: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        User: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullish(),
        ExposedPorts: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()).nullish(),
        Labels: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()).nullish(),
    }).nullish(),
});
/** image-layout.md. */
const layoutSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ imageLayoutVersion: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() });
/** Maximum length of a key in a message, in characters. */
const MAX_SHOWN_KEY = 100;
/** @throws FledgeError `input`, calling the document `label`, if it is not JSON or does not match the schema. */
function parseDocument(bytes, schema, label) {
    const parsed = schema.safeParse(parseJson(bytes, label));
    if (parsed.success)
        return parsed.data;
    const problems = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not valid: ${problems.join('; ')}`);
}
/**
 * @throws FledgeError `input`, calling the document `label`, if it is not JSON, or has a key twice in one object: tools
 *   differ in which of the two counts, so that one digest would stand for two images.
 */
function parseJson(bytes, label) {
    let text;
    let value;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        value = JSON.parse(text);
    }
    catch (cause) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not valid JSON`, { cause });
    }
    for (const path of (0,_document_json_js__WEBPACK_IMPORTED_MODULE_0__/* .repeatedKeys */ .fg)(text)) {
        const key = String(path.at(-1)).slice(0, MAX_SHOWN_KEY);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has the key ${JSON.stringify(key)} twice in one object`, {
            fix: 'do not trust the image',
        });
    }
    return value;
}


/***/ }),

/***/ 74526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AM: () => (/* binding */ readImage),
/* harmony export */   DE: () => (/* binding */ blobOf),
/* harmony export */   lM: () => (/* binding */ documentOf),
/* harmony export */   yA: () => (/* binding */ parseManifestOrIndex),
/* harmony export */   yY: () => (/* binding */ selectManifest)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65432);
/* harmony import */ var _image_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(309);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(77079);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82792);






/** More than known tools generate. */
const MAX_INDEX_DEPTH = 4;
/** overlayfs supports 128 layers, and Docker 127. */
const MAX_LAYERS = 1000;
/** A document with its computed digest. */
function documentOf(bytes) {
    return { bytes, digest: `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex')}` };
}
/**
 * Selects the manifest for the platform, from a manifest or through nested indexes. `read` returns the verified
 * document of a descriptor.
 *
 * @throws FledgeError `input` if there is none (the message lists the platforms), or the document is not an image.
 */
async function selectManifest(root, request, read) {
    const { platform, label } = request;
    let document = root;
    for (let depth = 0; depth <= MAX_INDEX_DEPTH; depth += 1) {
        const parsed = parseManifestOrIndex(document, label);
        if ('layers' in parsed)
            return { digest: document.digest, manifest: parsed };
        const entry = (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .selectPlatform */ .md)(parsed.manifests, platform, label);
        document = { bytes: await read(entry), digest: entry.digest, mediaType: entry.mediaType };
    }
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has indexes that are nested more than ${MAX_INDEX_DEPTH} deep`);
}
/** @throws FledgeError `input` if the document is not a supported manifest or index. */
function parseManifestOrIndex({ bytes, mediaType }, label) {
    const raw = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(bytes, `the manifest of ${label}`);
    const { value } = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .foldFields */ .Dm)(raw, ['schemaVersion', 'mediaType', 'config', 'layers', 'manifests']);
    const fields = typeof value === 'object' && value !== null ? value : {};
    const own = 'mediaType' in fields && typeof fields.mediaType === 'string' ? fields.mediaType : undefined;
    // The media type is optional in OCI documents and in descriptors. Without one, the keys decide.
    const byKeys = ('manifests' in fields ? _media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .INDEX_TYPES */ .V[0] : _media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TYPES */ ._P[0]) ?? '';
    const type = [own, mediaType].find((given) => !(0,_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnspecified */ .QN)(given)) ?? byKeys;
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .SCHEMA1_TYPE */ .a3.test(type) || ('schemaVersion' in fields && fields.schemaVersion === 1)) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} has a manifest of Docker's schema 1, which cannot be verified`, {
            fix: 'push the image again with a tool that supports manifest schema 2',
        });
    }
    // Another program may read the document as the other type (CVE-2021-41190), so one digest would mean two images.
    if ('manifests' in fields && ('layers' in fields || 'config' in fields)) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `the manifest of ${label} is also an index, so one of the two must be a forgery`, {
            fix: 'do not trust the image',
        });
    }
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .INDEX_TYPES */ .V.includes(type))
        return (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDocument */ .Tp)(bytes, _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .indexSchema */ .me, `the index of ${label}`);
    if (_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .MANIFEST_TYPES */ ._P.includes(type))
        return (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDocument */ .Tp)(bytes, _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .manifestSchema */ .rc, `the manifest of ${label}`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not a container image: its media type is ${JSON.stringify(type)}`);
}
/**
 * Reads the image of a manifest whose config and layers are in `store`.
 *
 * @throws FledgeError `input` if the config is missing or damaged, is not the config of an image, or is for another
 *   platform.
 */
async function readImage({ digest, manifest }, request, store) {
    const { platform, label } = request;
    const rawConfig = await (0,_blob_js__WEBPACK_IMPORTED_MODULE_2__/* .readSmallBlob */ .tp)(blobOf(manifest.config, `the config of ${label}`, store), _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_DOCUMENT_BYTES */ .bi);
    const config = parseConfig(manifest, rawConfig, label);
    (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .requirePlatform */ .Fj)(config, platform, label);
    const { config: run } = config;
    return {
        digest,
        platform,
        configPlatform: (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .describePlatform */ .d5)(config),
        newerVariant: platform === 'any' ? undefined : (0,_platform_js__WEBPACK_IMPORTED_MODULE_4__/* .newerVariantOf */ .Ie)(config, platform),
        configDigest: manifest.config.digest,
        entrypoint: run?.Entrypoint ?? [],
        cmd: run?.Cmd ?? [],
        env: run?.Env ?? [],
        workdir: run?.WorkingDir || undefined,
        user: run?.User || undefined,
        exposedPorts: Object.keys(run?.ExposedPorts ?? {}),
        labels: run?.Labels ?? {},
        rawConfig,
        layers: layersOf(manifest, config, { label, store }),
    };
}
function parseConfig(manifest, bytes, label) {
    const { mediaType } = manifest.config;
    if (!(0,_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .isUnspecified */ .QN)(mediaType) && !_media_types_js__WEBPACK_IMPORTED_MODULE_5__/* .CONFIG_TYPES */ .li.includes(mediaType ?? '')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${label} is not a container image: its config has the media type ${JSON.stringify(mediaType)}`);
    }
    return (0,_image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseDocument */ .Tp)(bytes, _image_json_js__WEBPACK_IMPORTED_MODULE_3__/* .configSchema */ .Qn, `the config of ${label}`);
}
function layersOf(manifest, config, from) {
    const diffIds = config.rootfs.diff_ids ?? [];
    const count = manifest.layers.length;
    if (count !== diffIds.length) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${from.label} has ${count} layers, but its config lists ${diffIds.length}`);
    }
    if (count > MAX_LAYERS)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `${from.label} has ${count} layers; the limit is ${MAX_LAYERS}`);
    return manifest.layers.map((layer, index) => ({
        ...blobOf(layer, `layer ${index + 1} of ${count} of ${from.label}`, from.store),
        mediaType: layer.mediaType ?? '',
        diffId: diffIds[index] ?? '',
        urls: layer.urls ?? [],
    }));
}
/** A blob in a store. Its digest is checked before it becomes part of a path. */
function blobOf({ digest, size }, label, store) {
    (0,_blob_js__WEBPACK_IMPORTED_MODULE_2__/* .requireDigest */ .m0)(digest, label);
    const slice = store.sliceOf?.(digest);
    return { digest, size, label, path: store.pathOf(digest), ...(slice !== undefined && { slice }) };
}


/***/ }),

/***/ 24321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ ociBlobs),
/* harmony export */   I$: () => (/* binding */ readOciLayout),
/* harmony export */   T4: () => (/* binding */ readLayout),
/* harmony export */   h0: () => (/* binding */ readDirectoryImage)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);
/* harmony import */ var _blob_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65432);
/* harmony import */ var _image_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(74526);
/* harmony import */ var _image_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(309);
/* harmony import */ var _media_types_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(77079);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82792);









/** The annotation for names of images (image-spec, annotations.md). */
const REF_NAME = 'org.opencontainers.image.ref.name';
/**
 * The annotation of containerd, and of Docker with the containerd store, for the full name. `REF_NAME` then holds the
 * tag only.
 */
const CONTAINERD_NAME = 'io.containerd.image.name';
/** Maximum number of names in a message. */
const MAX_NAMES = 10;
/** The blobs of an OCI layout: `ALGORITHM/HEX` in the directory. The caller must have checked the digest. */
function ociBlobs(directory) {
    return { pathOf: (digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, ...digest.split(':')) };
}
/**
 * Reads an image from an OCI layout (image-spec, image-layout.md), in place.
 *
 * @throws FledgeError `input` if there is no layout, or it has no such image or none for the platform, or it is
 *   damaged.
 */
function readOciLayout({ directory, ...request }) {
    const problem = `${request.label}: ${directory} is not an OCI layout`;
    const files = {
        place: directory,
        document: (name) => readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, name), problem),
        store: ociBlobs((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'blobs')),
    };
    return readLayout(files, { ...request, transport: 'oci' });
}
/**
 * Reads an image from an OCI layout in a directory or an archive.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
async function readLayout(files, request) {
    const { platform, label } = request;
    const { place, store } = files;
    const layout = await files.document('oci-layout');
    const { imageLayoutVersion } = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDocument */ .Tp)(layout, _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .layoutSchema */ .mM, `oci-layout in ${place}`);
    if (!imageLayoutVersion.startsWith('1.')) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${place} is an OCI layout of the unsupported version ${imageLayoutVersion}`);
    }
    const index = (0,_image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDocument */ .Tp)(await files.document('index.json'), _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .indexSchema */ .me, `index.json in ${place}`);
    const root = rootOf(index, { ...request, place });
    const read = (descriptor) => (0,_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .readSmallBlob */ .tp)((0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .blobOf */ .DE)(descriptor, `the manifest of ${label}`, store), _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_DOCUMENT_BYTES */ .bi);
    return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .readImage */ .AM)(await (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .selectManifest */ .yY)(root, { platform, label }, read), { platform, label }, store);
}
/**
 * The entries of a layout's index that are the image, as an index of their own: there may be one for each of several
 * platforms.
 */
function rootOf(index, choice) {
    const { member, digest, label, place, transport } = choice;
    const { manifests: all } = index;
    if (all.length === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${label}: there is no image in ${place}`);
    const manifests = digest === undefined ? matching(all, member) : all.filter((entry) => entry.digest === digest);
    if (manifests.length === 0) {
        const wanted = digest ?? JSON.stringify(member);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${label}: there is no image ${wanted} in ${place}; it has ${listNames(all, all)}`);
    }
    if (digest === undefined && !isOneImage(manifests)) {
        const what = member === undefined ? 'several images' : `several images ${JSON.stringify(member)}`;
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${label}: there are ${what} in ${place}: ${listNames(manifests, all)}`, {
            fix: `append the name of one of them: ${transport}:PATH:NAME`,
        });
    }
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: _media_types_js__WEBPACK_IMPORTED_MODULE_8__/* .INDEX_TYPES */ .V[0], manifests }));
    return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .documentOf */ .lM)(bytes);
}
function matching(entries, member) {
    if (member === undefined)
        return entries;
    const place = /^@(\d+)$/.exec(member)?.[1];
    if (place !== undefined)
        return entries.slice(Number(place), Number(place) + 1);
    return entries.filter(({ annotations }) => annotations?.[REF_NAME] === member || annotations?.[CONTAINERD_NAME] === member);
}
/** True if all entries are one image: the same one, or one for each of several platforms. */
function isOneImage(entries) {
    const byDigest = new Map(entries.map((entry) => [entry.digest, entry]));
    const names = new Set(entries.map(({ annotations }) => annotations?.[CONTAINERD_NAME] ?? annotations?.[REF_NAME]));
    if (byDigest.size === 1)
        return true;
    const images = [...byDigest.values()].filter((entry) => !(0,_platform_js__WEBPACK_IMPORTED_MODULE_7__/* .isAttestation */ .H3)(entry));
    const platforms = new Set(images.map(({ platform }) => platform && (0,_platform_js__WEBPACK_IMPORTED_MODULE_7__/* .describePlatform */ .d5)(platform)));
    return names.size === 1 && !platforms.has(undefined) && !platforms.has(null) && platforms.size === images.length;
}
/** The text that selects each entry: its name, or `@` and its index. */
function listNames(entries, all) {
    const refNames = all.map(({ annotations }) => annotations?.[REF_NAME]);
    const names = entries.map((entry) => {
        const name = entry.annotations?.[REF_NAME];
        const isUnique = refNames.indexOf(name) === refNames.lastIndexOf(name);
        return (isUnique ? name : entry.annotations?.[CONTAINERD_NAME]) ?? `@${all.indexOf(entry)}`;
    });
    const distinct = [...new Set(names)];
    return `${distinct.slice(0, MAX_NAMES).join(', ')}${distinct.length > MAX_NAMES ? ', …' : ''}`;
}
/**
 * Reads an image from a directory in the format of skopeo (containers-transports(5), `dir:`): the unchanged manifest,
 * with the blobs in the same directory.
 *
 * @throws FledgeError as `readOciLayout` does.
 */
async function readDirectoryImage({ directory, platform, label, }) {
    const bytes = await readDocument((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, 'manifest.json'), `${label}: ${directory} is not an image in skopeo's dir: format`);
    const store = { pathOf: (digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, hexOf(digest)) };
    const manifests = { pathOf: (digest) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, `${hexOf(digest)}.manifest.json`) };
    const read = (descriptor) => (0,_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .readSmallBlob */ .tp)((0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .blobOf */ .DE)(descriptor, `the manifest of ${label}`, manifests), _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_DOCUMENT_BYTES */ .bi);
    return (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .readImage */ .AM)(await (0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .selectManifest */ .yY)((0,_image_js__WEBPACK_IMPORTED_MODULE_5__/* .documentOf */ .lM)(bytes), { platform, label }, read), { platform, label }, store);
}
function hexOf(digest) {
    const { algorithm, hex } = (0,_blob_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDigest */ .m)(digest) ?? { algorithm: 'sha256', hex: '' };
    return algorithm === 'sha256' ? hex : `${algorithm}-${hex}`;
}
/** Reads a small file without a digest from the directory of an image. */
async function readDocument(path, problem) {
    try {
        return await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)(path, _image_json_js__WEBPACK_IMPORTED_MODULE_6__/* .MAX_DOCUMENT_BYTES */ .bi);
    }
    catch (error) {
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .FileTooLarge */ .Sv)
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', error.message);
        if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .NotRegularFile */ .k1) {
            const fix = 'write the image again with an image tool, such as skopeo copy';
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${problem}: ${error.message}`, { fix });
        }
        throw unreadable(path, problem, error);
    }
}
function unreadable(path, problem, cause) {
    const code = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(cause);
    if (code === 'EACCES') {
        const fix = 'make it readable for the user who builds';
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `cannot read ${path}: permission denied`, { cause, fix });
    }
    if (code === 'ENOTDIR' && isFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path))) {
        const fix = 'use oci-archive:PATH, or docker-archive:PATH for the output of docker save';
        return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${problem}: it is a file`, { cause, fix });
    }
    const reason = code === 'ENOENT' || code === 'ENOTDIR' ? `there is no ${path}` : (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(cause);
    const fix = 'check the path; a relative path starts at the directory of fledge.toml';
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('input', `${problem}: ${reason}`, { cause, fix });
}
function isFile(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 77079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QN: () => (/* binding */ isUnspecified),
/* harmony export */   V: () => (/* binding */ INDEX_TYPES),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   a3: () => (/* binding */ SCHEMA1_TYPE),
/* harmony export */   li: () => (/* binding */ CONFIG_TYPES),
/* harmony export */   pc: () => (/* binding */ layerKindOf)
/* harmony export */ });
/** Media types of the OCI image specification (media-types.md) and of Docker's image manifest version 2, schema 2. */
const INDEX_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
];
const MANIFEST_TYPES = [
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
const CONFIG_TYPES = [
    'application/vnd.oci.image.config.v1+json',
    'application/vnd.docker.container.image.v1+json',
];
/** Media types without information, which early registries and tools used for configs and layers. */
const UNSPECIFIC_TYPES = [
    '',
    'application/octet-stream',
    'text/html',
    'text/plain',
    'application/json',
];
/** True if a media type has no information about the content, as in moby (distribution/registry.go). */
function isUnspecified(mediaType) {
    return UNSPECIFIC_TYPES.includes((mediaType ?? '').replace(/;.*$/s, '').trim().toLowerCase());
}
/** Docker's manifest schema 1, which has no digests to verify. */
const SCHEMA1_TYPE = /^application\/vnd\.docker\.distribution\.manifest\.v1\+(?:json|prettyjws)$/;
const LAYER_TYPE = /^application\/vnd\.(?:oci\.image\.layer\.(?<oci>nondistributable\.)?v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.(?<docker>foreign\.)?diff\.tar(?:\.(?:gzip|zstd))?)(?<encrypted>\+encrypted)?$/;
/** A `foreign` layer may be missing in registries: its publisher provides it at a URL. */
function layerKindOf(mediaType) {
    if (isUnspecified(mediaType))
        return 'layer';
    const groups = LAYER_TYPE.exec(mediaType)?.groups;
    if (groups === undefined)
        return 'unknown';
    if (groups['encrypted'] !== undefined)
        return 'encrypted';
    return groups['oci'] === undefined && groups['docker'] === undefined ? 'layer' : 'foreign';
}


/***/ }),

/***/ 82792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Fj: () => (/* binding */ requirePlatform),
/* harmony export */   H3: () => (/* binding */ isAttestation),
/* harmony export */   Ie: () => (/* binding */ newerVariantOf),
/* harmony export */   b: () => (/* binding */ isForPlatform),
/* harmony export */   d5: () => (/* binding */ describePlatform),
/* harmony export */   md: () => (/* binding */ selectPlatform)
/* harmony export */ });
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11720);


const TARGETS = {
    'linux/amd64': { os: 'linux', architecture: 'amd64', variant: 'v1', newer: ['v2', 'v3', 'v4'] },
    'linux/arm64': {
        ...{ os: 'linux', architecture: 'arm64', variant: 'v8' },
        newer: [
            'v8.0',
            'v8.1',
            'v8.2',
            'v8.3',
            'v8.4',
            'v8.5',
            'v8.6',
            'v8.7',
            'v8.8',
            'v8.9',
            'v9',
            'v9.0',
            'v9.1',
            'v9.2',
        ],
    },
};
/** Operating system, architecture and variant of the platform, as skopeo names them. */
function targetOf(platform) {
    return TARGETS[platform];
}
/**
 * Rank of an image on the platform: 0 if it runs on all machines, higher the fewer machines it runs on, undefined if it
 * is for another platform. Missing fields match every platform.
 */
function rankOf({ os, architecture, variant }, platform) {
    const target = TARGETS[platform];
    if ((os && os !== target.os) || (architecture && architecture !== target.architecture))
        return undefined;
    if (!variant || variant === target.variant)
        return 0;
    const newer = target.newer.indexOf(variant);
    return newer === -1 ? undefined : newer + 1;
}
/** True if the image runs on some or all machines of the platform. */
function isForPlatform(fields, platform) {
    return rankOf(fields, platform) !== undefined;
}
/** The variant of an image, if some machines of the platform are too old for it. */
function newerVariantOf(fields, platform) {
    return (rankOf(fields, platform) ?? 0) > 0 ? (fields.variant ?? undefined) : undefined;
}
/** The platform as text, such as `linux/arm64/v8`; `?` replaces a missing field. */
function describePlatform({ os, architecture, variant }) {
    return [os || '?', architecture || '?', ...(variant ? [variant] : [])].join('/');
}
function hasPlatform({ platform }) {
    return Boolean(platform?.os || platform?.architecture);
}
/**
 * Selects the image for the platform from the entries of an index: the one that runs on most machines, and the first of
 * several. Attestations (platform `unknown/unknown`) are skipped. An entry without a platform is used only if there is
 * no other match; its config is checked later.
 *
 * @throws FledgeError `input` that lists the available platforms.
 */
function selectPlatform(entries, wanted, label) {
    const images = entries.filter((entry) => !isAttestation(entry));
    const withPlatform = images.filter(hasPlatform);
    const platform = wanted === 'any' ? 'linux/amd64' : wanted;
    const [best] = withPlatform
        .flatMap((entry) => {
        const rank = rankOf(entry.platform ?? {}, platform);
        return rank === undefined ? [] : [{ entry, rank }];
    })
        .sort((a, b) => a.rank - b.rank);
    if (best !== undefined)
        return best.entry;
    const [only] = images;
    if (wanted === 'any' && only !== undefined && images.every(({ digest }) => digest === only.digest))
        return only;
    // Duplicates count once.
    const withoutPlatform = [
        ...new Map(images.filter((entry) => !hasPlatform(entry)).map((entry) => [entry.digest, entry])).values(),
    ];
    if (withoutPlatform.length === 1 && withoutPlatform[0] !== undefined)
        return withoutPlatform[0];
    if (withoutPlatform.length > 1) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has ${withoutPlatform.length} images, and none of them has a platform`, {
            fix: 'select one of them by its digest, as in name@sha256:…',
        });
    }
    const present = withPlatform.map((entry) => describePlatform(entry.platform ?? {}));
    if (present.length === 0)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is an index without an image in it`);
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} has no image for ${platform}; it has ${[...new Set(present)].join(', ')}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose one of these with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}
/** True if an entry of an index is an attestation of an image instead of an image. */
function isAttestation({ platform, annotations }) {
    return ((platform?.os === 'unknown' && platform.architecture === 'unknown') ||
        annotations?.['vnd.docker.reference.type'] === 'attestation-manifest');
}
/** @throws FledgeError `input` if the image's config is for another platform. */
function requirePlatform(config, platform, label) {
    if (platform === 'any' || isForPlatform(config, platform))
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('input', `${label} is for ${describePlatform(config)}, not for ${platform}`, {
        fix: (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `choose its platform with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform')} if fledge builds for it, or use another image`,
    });
}


/***/ })

};
