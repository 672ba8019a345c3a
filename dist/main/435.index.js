export const id = 435;
export const ids = [435];
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
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
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
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9691);
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

/***/ 17206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  R: () => (/* binding */ TarReader)
});

// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/sources/image/layer/pax.js



/** Memory of an attribute in addition to its name and value, in bytes. */
const XATTR_OVERHEAD_BYTES = 256;
const SCHILY_XATTR = 'SCHILY.xattr.';
const GNU_SPARSE = 'GNU.sparse.';
/**
 * Reads a pax header (POSIX.1-2017 pax, "pax Extended Header") with the rules of Go's archive/tar, which Docker,
 * containerd, umoci and scanners use. The last of several equal keywords is used; an empty value selects the value of
 * the entry's own header. Ignored are times of access and change, names of owners, unknown keywords, and libarchive's
 * own form of extended attributes (it writes SCHILY's as well).
 */
function readPaxHeader(header, { fail, spend }) {
    const overrides = {};
    let xattrs;
    let listBytes = 0;
    let sparse;
    const count = (0,tar_format/* visitPaxRecords */.NG)(header, (keyword, value) => {
        const isEmpty = value.length === 0;
        switch (keyword) {
            case 'path':
                if (isEmpty)
                    delete overrides.path;
                else
                    overrides.path = readPath(value, fail);
                return;
            case 'linkpath':
                if (isEmpty)
                    delete overrides.linkPath;
                else
                    overrides.linkPath = readPath(value, fail);
                return;
            case 'size':
            case 'uid':
            case 'gid': {
                const field = keyword;
                if (isEmpty)
                    delete overrides[field];
                else
                    overrides[field] = readInteger(keyword, value, fail);
                return;
            }
            case 'mtime':
                if (isEmpty)
                    delete overrides.mtime;
                else
                    overrides.mtime = readTime(value, fail);
                return;
        }
        if (keyword.startsWith(SCHILY_XATTR)) {
            const name = keyword.slice(SCHILY_XATTR.length);
            xattrs ??= new Map();
            if (!xattrs.has(name))
                listBytes += name.length + 1;
            if (listBytes > linux_limits/* MAX_XATTR_LIST_BYTES */.Um) {
                fail(`the names of its extended attributes have more than ${linux_limits/* MAX_XATTR_LIST_BYTES */.Um} bytes, the limit of Linux`);
            }
            setXattr(xattrs, name, value, fail);
        }
        else if (keyword.startsWith(GNU_SPARSE)) {
            sparse ??= { pairs: [] };
            addSparseRecord(sparse, keyword.slice(GNU_SPARSE.length), value, fail);
        }
    });
    if (count === undefined)
        return fail('its pax header is damaged');
    spend('headers', count);
    if (xattrs !== undefined) {
        overrides.xattrs = xattrs;
        spend('memory', listBytes + XATTR_OVERHEAD_BYTES * xattrs.size);
    }
    if (sparse !== undefined)
        overrides.sparse = paxSparseOf(sparse, fail);
    return overrides;
}
/** Keywords about the archive instead of its entries: of git archive, GNU tar and star. */
const ARCHIVE_KEYWORDS = new Set([
    'comment',
    'GNU.volume.label',
    'SCHILY.archtype',
    'SCHILY.release',
]);
const STAR_VOLUME = 'SCHILY.volhdr.';
/**
 * Refuses a global pax header that affects the following entries. Programs that use Go's archive/tar ignore it (umoci
 * refuses all of them), GNU tar applies it: one archive would be two different trees.
 */
function checkGlobalHeader(header, fail) {
    const count = (0,tar_format/* visitPaxRecords */.NG)(header, (keyword) => {
        if (ARCHIVE_KEYWORDS.has(keyword) || keyword.startsWith(STAR_VOLUME))
            return;
        fail(`it is a global pax header with ${(0,byte_string/* showName */.$i)(keyword)}, which Docker and containerd ignore and GNU tar obeys`, 'build the layer without that global pax header; fledge accepts only comments in one');
    });
    if (count === undefined)
        fail('its pax header is damaged');
}
function readPath(value, fail) {
    if (value.includes(0))
        fail('its pax header has a path with a NUL in it');
    return value.toString('latin1');
}
function readInteger(keyword, value, fail) {
    return decimalOf(value.toString('latin1')) ?? refuseValue(keyword, value, fail);
}
/** A decimal integer with an optional sign and leading zeros; undefined if it is not a safe integer. */
function decimalOf(text) {
    const number = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
    // Adding 0 converts -0 to 0.
    return Number.isSafeInteger(number) ? number + 0 : undefined;
}
/**
 * Reads decimal seconds with a fraction. Digits beyond nanoseconds are cut off, as in the kernel. A number that is not
 * a safe integer becomes the nearest one, which is far out of the range of every file system.
 */
function readTime(value, fail) {
    const [, sign, whole = '', fraction = ''] = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(value.toString('latin1')) ?? [];
    if (whole === '')
        return refuseValue('mtime', value, fail);
    const seconds = Number(whole);
    const isNegative = sign === '-';
    if (!Number.isSafeInteger(seconds)) {
        return { seconds: isNegative ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER, nanoseconds: 0 };
    }
    const nanoseconds = Number(fraction.slice(0, 9).padEnd(9, '0'));
    if (!isNegative)
        return { seconds, nanoseconds };
    return nanoseconds === 0
        ? { seconds: 0 - seconds, nanoseconds }
        : { seconds: -seconds - 1, nanoseconds: 1_000_000_000 - nanoseconds };
}
function refuseValue(keyword, value, fail) {
    return fail(`its pax header has ${keyword} ${JSON.stringify(value.toString('latin1', 0, 40))}`);
}
function setXattr(xattrs, name, value, fail) {
    if (name === '' || name.length > linux_limits/* MAX_XATTR_NAME_BYTES */.rf) {
        fail(`it has an extended attribute with a name of ${name.length} bytes; Linux allows 1 to ${linux_limits/* MAX_XATTR_NAME_BYTES */.rf}`);
    }
    if (value.length > linux_limits/* MAX_XATTR_VALUE_BYTES */.be) {
        fail(`its extended attribute ${(0,byte_string/* showName */.$i)(name)} has ${value.length} bytes; Linux allows at most ${linux_limits/* MAX_XATTR_VALUE_BYTES */.be}`);
    }
    // Copied, because the header is a view of a large chunk that would stay in memory.
    xattrs.set(name, Buffer.from(value));
}
function addSparseRecord(sparse, name, value, fail) {
    const number = () => readInteger(`${GNU_SPARSE}${name}`, value, fail);
    if (name === 'offset' || name === 'numbytes') {
        const isTurn = (name === 'offset') === (sparse.pairs.length % 2 === 0);
        if (!isTurn)
            fail('its map of data and holes is damaged');
        sparse.pairs.push(number());
        return;
    }
    const isEmpty = value.length === 0;
    switch (name) {
        case 'major':
        case 'minor':
            sparse[name] = value.toString('latin1', 0, 40);
            return;
        case 'name':
            if (isEmpty)
                delete sparse.name;
            else
                sparse.name = readPath(value, fail);
            return;
        case 'size':
            if (isEmpty)
                delete sparse.size;
            else
                sparse.size = number();
            return;
        case 'realsize':
            if (isEmpty)
                delete sparse.realSize;
            else
                sparse.realSize = number();
            return;
        case 'numblocks':
            if (isEmpty)
                delete sparse.pieceCount;
            else
                sparse.pieceCount = number();
            return;
        case 'map':
            if (isEmpty)
                delete sparse.map;
            else {
                const texts = value.toString('latin1').split(',');
                sparse.map = texts.map((text) => decimalOf(text) ?? refuseValue(`${GNU_SPARSE}map`, value, fail));
            }
    }
}
/**
 * Combines the records. Headers that Go's archive/tar does not treat as a sparse file are errors, because GNU tar does.
 */
function paxSparseOf(records, fail) {
    const { major = '', minor = '', name, pieceCount, pairs } = records;
    const numbers = pairs.length > 0 ? pairs : (records.map ?? []);
    const version = major === '' && minor === '' ? undefined : `${major}.${minor}`;
    if (version !== undefined && !['0.0', '0.1', '1.0'].includes(version)) {
        fail(`it is a sparse file in GNU tar's format ${version}; only 0.0, 0.1 and 1.0 are supported`);
    }
    if (version === undefined && numbers.length === 0) {
        fail('its pax header describes a sparse file but has no map of data and holes');
    }
    const isMapInData = version === '1.0';
    if (!isMapInData && pieceCount !== undefined && numbers.length !== 2 * pieceCount) {
        fail(`its map of data and holes has ${numbers.length} numbers for ${pieceCount} pieces`);
    }
    const realSize = records.size ?? records.realSize;
    return {
        isMapInData,
        ...(name !== undefined && { name }),
        ...(realSize !== undefined && { realSize }),
        numbers,
    };
}

;// CONCATENATED MODULE: ./build/sources/image/layer/sparse.js

/** Limit of pieces, which need about 20 MB of memory. */
const MAX_PIECES = 262_144;
/** Adds the numbers (alternating offset and length) of an old GNU sparse map; the first blank piece ends it. */
function addOldGnuPieces(block, field, numbers, fail) {
    const { bytes, numberBytes } = tar_format/* GNU_SPARSE_PIECE */.f$;
    for (let at = field.offset; at < field.offset + field.length; at += bytes) {
        if (block[at] === 0)
            return;
        const offset = (0,tar_format/* readNumber */.kz)(block, { offset: at, length: numberBytes });
        const length = (0,tar_format/* readNumber */.kz)(block, { offset: at + numberBytes, length: numberBytes });
        if (offset === undefined || length === undefined)
            fail('its map of data and holes is damaged');
        numbers.push(offset, length);
        if (numbers.length > 2 * MAX_PIECES)
            refuseLongMap(fail);
    }
}
/** Reads the map of GNU tar's sparse format 1.0, which precedes the data: decimal numbers, one in a line. */
class SparseMapParser {
    /** Offset and length of each piece. */
    numbers = [];
    /** Size of the blocks that were read. */
    bytes = 0;
    #fail;
    #count;
    #value = 0;
    #digits = 0;
    constructor(fail) {
        this.#fail = fail;
    }
    /** Adds the next block. Returns true if it was the last. */
    push(block) {
        this.bytes += tar_format/* BLOCK_BYTES */.Yo;
        for (const byte of block) {
            if (byte === 0x0a && this.#digits > 0) {
                this.#endNumber();
                if (this.numbers.length === 2 * (this.#count ?? -1))
                    return true;
            }
            else {
                const digit = byte - 0x30;
                this.#value = this.#value * 10 + digit;
                this.#digits += 1;
                if (digit < 0 || digit > 9 || this.#value > Number.MAX_SAFE_INTEGER)
                    this.#fail('its map of data and holes is damaged');
            }
        }
        return false;
    }
    #endNumber() {
        if (this.#count === undefined) {
            this.#count = this.#value;
            if (this.#count > MAX_PIECES)
                refuseLongMap(this.#fail);
        }
        else
            this.numbers.push(this.#value);
        this.#value = 0;
        this.#digits = 0;
    }
}
function refuseLongMap(fail) {
    return fail(`it has more than ${MAX_PIECES} pieces of data between holes`);
}
/**
 * Converts the numbers to pieces. Fails unless the pieces are in order, do not overlap, end within the file, and have
 * `stored` bytes in total.
 */
function piecesOf(numbers, sizes, fail) {
    const pieces = [];
    let end = 0;
    let total = 0;
    for (let index = 0; index < numbers.length; index += 2) {
        const offset = numbers[index] ?? -1;
        const length = numbers[index + 1] ?? -1;
        if (offset < end || length < 0 || offset + length > sizes.real)
            return fail('its map of data and holes is damaged');
        end = offset + length;
        total += length;
        if (length > 0)
            pieces.push({ offset, length });
    }
    if (total !== sizes.stored) {
        return fail(`its map of data and holes has ${total} bytes, but the archive has ${sizes.stored} bytes of data`);
    }
    return pieces;
}

;// CONCATENATED MODULE: ./build/sources/image/layer/tar.js






/** Limit of a long name or a pax header, as in Go's archive/tar. */
const MAX_HEADER_BYTES = 1024 * 1024;
const NO_XATTRS = new Map();
const NO_OVERRIDES = {};
/** Memory of a piece of a sparse file, in bytes. */
const PIECE_BYTES = 128;
/**
 * Reads a tar archive that is pushed in chunks of any size, and passes its entries to the handler. It supports v7,
 * ustar, pax, GNU and star headers, with long names, base-256 numbers, extended attributes and all sparse formats of
 * GNU tar. No declared size is trusted before the bytes arrive. Data that follows the end of the archive is ignored.
 *
 * `push` and `finish` throw FledgeError `input`, with the label, the offset and the entry, for a damaged or truncated
 * archive, and for entries of an unknown type.
 */
class TarReader {
    #handler;
    #label;
    #expected = 'header';
    /** Offset in the archive of the current block or data. */
    #offset = 0;
    /**
     * Offset of the last block that was read, for messages. While data of an extended header arrives, the offset of that
     * header.
     */
    #blockOffset = 0;
    /** A partially received block. */
    #partial = Buffer.alloc(tar_format/* BLOCK_BYTES */.Yo);
    #partialBytes = 0;
    /** Remaining bytes of the entry's data, of ignored data, and of padding, in this order. */
    #dataLeft = 0;
    #unwantedLeft = 0;
    #paddingLeft = 0;
    #extension;
    #pax;
    #longName;
    #longLink;
    /** True after an extended header of the next entry, even an empty one. */
    #isEntryBegun = false;
    #sparse;
    /** Bytes of data that a hardlink may have. */
    #linkBytes = 0;
    /** For messages. */
    #entryName;
    #fail = (problem, fix) => this.#throw(problem, { fix });
    #spend;
    /** `spend` is called with the resources of extended headers, and may throw. */
    constructor(handler, label, spend = () => { }) {
        this.#handler = handler;
        this.#label = label;
        this.#spend = spend;
    }
    /** Reads the next bytes. The handler gets views of the chunk; none of them is kept. */
    push(chunk) {
        let at = 0;
        while (at < chunk.length && this.#expected !== 'nothing') {
            const used = this.#take(at === 0 ? chunk : chunk.subarray(at));
            at += used;
            this.#offset += used;
        }
    }
    /** Ends the archive. */
    finish() {
        if (this.#expected === 'nothing')
            return;
        const missing = this.#dataLeft + this.#unwantedLeft + (this.#extension ? this.#extension.size - this.#extension.bytes : 0);
        const offset = this.#offset;
        if (missing > 0)
            this.#throw(`the archive ends ${missing} bytes too early`, { offset });
        if (this.#partialBytes > 0)
            this.#throw('the archive ends inside a header', { offset });
        // Many archives lack the zero blocks at the end, and the last padding.
        const isComplete = this.#expected === 'header' || this.#expected === 'second-zero-block';
        if ((!isComplete && this.#expected !== 'header-or-link-data') || this.#isEntryBegun) {
            this.#throw('the archive ends before the entry does', { offset });
        }
    }
    /** Uses some of the bytes. Returns their number. */
    #take(bytes) {
        if (this.#dataLeft > 0) {
            const used = Math.min(this.#dataLeft, bytes.length);
            this.#dataLeft -= used;
            this.#handler.data(used === bytes.length ? bytes : bytes.subarray(0, used));
            return used;
        }
        if (this.#unwantedLeft > 0) {
            const used = Math.min(this.#unwantedLeft, bytes.length);
            this.#unwantedLeft -= used;
            return used;
        }
        if (this.#extension !== undefined)
            return this.#takeExtension(bytes, this.#extension);
        if (this.#paddingLeft > 0) {
            const used = Math.min(this.#paddingLeft, bytes.length);
            this.#paddingLeft -= used;
            return used;
        }
        if (this.#partialBytes === 0 && bytes.length >= tar_format/* BLOCK_BYTES */.Yo) {
            this.#takeBlock(bytes.subarray(0, tar_format/* BLOCK_BYTES */.Yo));
            return tar_format/* BLOCK_BYTES */.Yo;
        }
        const used = bytes.copy(this.#partial, this.#partialBytes, 0, tar_format/* BLOCK_BYTES */.Yo - this.#partialBytes);
        this.#partialBytes += used;
        if (this.#partialBytes === tar_format/* BLOCK_BYTES */.Yo) {
            this.#partialBytes = 0;
            this.#takeBlock(this.#partial);
        }
        return used;
    }
    #takeBlock(block) {
        this.#blockOffset = this.#offset - (this.#offset % tar_format/* BLOCK_BYTES */.Yo);
        switch (this.#expected) {
            case 'header':
                this.#takeHeader(block);
                return;
            case 'second-zero-block':
                if (!(0,tar_format/* isZeroBlock */.ei)(block))
                    this.#fail('there is one block of zeros where the end of an archive has two');
                this.#expected = 'nothing';
                return;
            case 'old-sparse-map':
                this.#takeOldSparseMap(block);
                return;
            case 'sparse-map':
                this.#takeSparseMap(block);
                return;
            case 'header-or-link-data':
                this.#expected = 'header';
                // pax may store the data with each name of a file, while older tars declare a size and store nothing. Go's
                // archive/tar, which Docker and umoci use, never has data here, so a block with a valid header is a header.
                if ((0,tar_format/* isZeroBlock */.ei)(block) || (0,tar_format/* hasValidChecksum */.Qp)(block))
                    this.#takeHeader(block);
                else {
                    this.#unwantedLeft = Math.max(0, this.#linkBytes - tar_format/* BLOCK_BYTES */.Yo);
                    this.#paddingLeft = this.#linkBytes < tar_format/* BLOCK_BYTES */.Yo ? 0 : (0,tar_format/* paddingOf */.Zt)(this.#linkBytes);
                }
                return;
            case 'nothing':
                return;
        }
    }
    #takeHeader(block) {
        if ((0,tar_format/* isZeroBlock */.ei)(block)) {
            this.#expected = 'second-zero-block';
            return;
        }
        if (!(0,tar_format/* hasValidChecksum */.Qp)(block)) {
            const after = this.#entryName === undefined ? '' : ' after this entry';
            this.#fail(this.#blockOffset === 0 ? 'not a tar archive' : `the header${after} has a wrong checksum`);
        }
        const type = String.fromCharCode(block[tar_format/* FIELDS */.cJ.type.offset] ?? 0);
        switch (type) {
            case 'x':
            case 'g':
            case 'L':
            case 'K':
                this.#beginExtension(block, type);
                return;
        }
        const overrides = this.#pax ?? NO_OVERRIDES;
        const { sparse } = overrides;
        const format = (0,tar_format/* formatOf */.be)(block);
        const name = this.#longName ?? overrides.path ?? (0,tar_format/* readName */.MQ)(block, format);
        this.#entryName = sparse?.name ?? name;
        // Before ustar, a slash at the end was the only mark of a directory.
        const isFile = type === '0' || type === '7' || (type === '\0' && !name.endsWith('/'));
        if (sparse !== undefined && !isFile)
            this.#fail('its pax header describes a sparse file, but the entry is not a regular file');
        const common = {
            path: this.#entryName,
            mode: this.#numberOf(block, tar_format/* FIELDS */.cJ.mode, 'mode') & 0o7777,
            uid: this.#ownerOf(overrides.uid ?? this.#numberOf(block, tar_format/* FIELDS */.cJ.uid, 'uid')),
            gid: this.#ownerOf(overrides.gid ?? this.#numberOf(block, tar_format/* FIELDS */.cJ.gid, 'gid')),
            mtime: overrides.mtime ?? this.#timeOf(block),
            xattrs: overrides.xattrs ?? NO_XATTRS,
        };
        const target = this.#longLink ?? overrides.linkPath;
        this.#pax = undefined;
        this.#longName = undefined;
        this.#longLink = undefined;
        this.#isEntryBegun = false;
        if (isFile) {
            this.#beginFile(block, common, overrides);
            return;
        }
        switch (type) {
            case '\0':
                this.#handler.entry({ ...common, kind: 'directory' });
                return;
            // GNU tar's volume name.
            case 'V':
                this.#skipData(this.#sizeOf(block, overrides));
                return;
            case 'S':
                if (format !== 'gnu')
                    this.#fail("it is a sparse file in star's format; only GNU tar's formats are supported");
                this.#beginOldSparseFile(block, common, overrides);
                return;
            case '1':
                this.#handler.entry({ ...common, kind: 'hardlink', target: target ?? (0,tar_format/* readText */.yR)(block, tar_format/* FIELDS */.cJ.linkName) });
                this.#linkBytes = this.#sizeOf(block, overrides);
                if (this.#linkBytes > 0)
                    this.#expected = 'header-or-link-data';
                return;
            case '2':
                this.#handler.entry({ ...common, kind: 'symlink', target: target ?? (0,tar_format/* readText */.yR)(block, tar_format/* FIELDS */.cJ.linkName) });
                return;
            case '3':
            case '4': {
                const hasNumbers = format !== 'v7';
                const major = hasNumbers ? this.#numberOf(block, tar_format/* FIELDS */.cJ.major, 'major device number') : 0;
                const minor = hasNumbers ? this.#numberOf(block, tar_format/* FIELDS */.cJ.minor, 'minor device number') : 0;
                this.#handler.entry({ ...common, kind: type === '3' ? 'char-device' : 'block-device', major, minor });
                return;
            }
            case '5':
                this.#handler.entry({ ...common, kind: 'directory' });
                return;
            case '6':
                this.#handler.entry({ ...common, kind: 'fifo' });
                return;
            // A directory of GNU tar's incremental backups; its data is a list of names.
            case 'D':
                this.#handler.entry({ ...common, kind: 'directory' });
                this.#skipData(this.#sizeOf(block, overrides));
                return;
            default:
                this.#fail(`it has the unknown type ${JSON.stringify(type)}`);
        }
    }
    #beginFile(block, common, overrides) {
        const stored = this.#sizeOf(block, overrides);
        const { sparse } = overrides;
        if (sparse === undefined) {
            const pieces = stored === 0 ? [] : [{ offset: 0, length: stored }];
            this.#deliver({ ...common, kind: 'file', size: stored, pieces }, stored);
            return;
        }
        const { realSize } = sparse;
        if (realSize === undefined || realSize < 0)
            this.#fail('its pax header lacks the size of the sparse file');
        if (sparse.isMapInData) {
            const map = new SparseMapParser(this.#fail);
            this.#sparse = { common, realSize, stored, numbers: map.numbers, map };
            this.#expected = 'sparse-map';
            return;
        }
        const pieces = piecesOf(sparse.numbers, { real: realSize, stored }, this.#fail);
        this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
    }
    #beginOldSparseFile(block, common, overrides) {
        const stored = this.#sizeOf(block, overrides);
        const numbers = [];
        addOldGnuPieces(block, tar_format/* GNU_FIELDS */.LV.sparse, numbers, this.#fail);
        const realSize = this.#numberOf(block, tar_format/* GNU_FIELDS */.LV.realSize, 'real size');
        this.#sparse = { common, realSize, stored, numbers, map: undefined };
        if (block[tar_format/* GNU_FIELDS */.LV.isExtended.offset] === 0)
            this.#endSparseFile(this.#sparse, stored);
        else
            this.#expected = 'old-sparse-map';
    }
    #takeOldSparseMap(block) {
        const sparse = this.#sparse ?? this.#fail('internal: no sparse file');
        addOldGnuPieces(block, tar_format/* GNU_SPARSE_FIELDS */.sR.sparse, sparse.numbers, this.#fail);
        if (block[tar_format/* GNU_SPARSE_FIELDS */.sR.isExtended.offset] === 0)
            this.#endSparseFile(sparse, sparse.stored);
    }
    #takeSparseMap(block) {
        const { map, ...sparse } = this.#sparse ?? this.#fail('internal: no sparse file');
        if (map === undefined)
            this.#fail('internal: no sparse map');
        const isLast = map.push(block);
        // The map is part of the data.
        if (map.bytes > sparse.stored)
            this.#fail('its map of data and holes is damaged');
        if (isLast)
            this.#endSparseFile({ ...sparse, map }, sparse.stored - map.bytes);
    }
    #endSparseFile({ common, realSize, numbers }, stored) {
        this.#sparse = undefined;
        this.#expected = 'header';
        const pieces = piecesOf(numbers, { real: realSize, stored }, this.#fail);
        this.#deliver({ ...common, kind: 'file', size: realSize, pieces }, stored);
    }
    #deliver(entry, stored) {
        const { length } = entry.pieces;
        if (length > 1)
            this.#spend('memory', PIECE_BYTES * length);
        this.#handler.entry(entry);
        this.#dataLeft = stored;
        this.#paddingLeft = (0,tar_format/* paddingOf */.Zt)(stored);
    }
    #skipData(size) {
        this.#unwantedLeft = size;
        this.#paddingLeft = (0,tar_format/* paddingOf */.Zt)(size);
    }
    #beginExtension(block, type) {
        this.#entryName = (0,tar_format/* readName */.MQ)(block, (0,tar_format/* formatOf */.be)(block));
        const size = this.#sizeOf(block, NO_OVERRIDES);
        if (size > MAX_HEADER_BYTES)
            this.#fail(`an extended header has ${size} bytes; the limit is ${MAX_HEADER_BYTES}`);
        this.#extension = { type, size, chunks: [], bytes: 0 };
        this.#paddingLeft = (0,tar_format/* paddingOf */.Zt)(size);
        if (size === 0)
            this.#takeExtension(Buffer.alloc(0), this.#extension);
    }
    #takeExtension(bytes, extension) {
        const used = Math.min(extension.size - extension.bytes, bytes.length);
        const piece = bytes.subarray(0, used);
        extension.bytes += used;
        if (extension.bytes === extension.size) {
            this.#extension = undefined;
            const data = extension.chunks.length === 0 ? piece : Buffer.concat([...extension.chunks, piece]);
            this.#endExtension(extension.type, data);
        }
        else
            extension.chunks.push(Buffer.from(piece));
        return used;
    }
    #endExtension(type, data) {
        if (type === 'g') {
            // Go's archive/tar drops the earlier headers, GNU tar does not.
            if (this.#isEntryBegun)
                this.#fail('it is a global pax header between an extended header and its entry');
            checkGlobalHeader(data, this.#fail);
            return;
        }
        this.#isEntryBegun = true;
        if (type === 'x') {
            this.#pax = readPaxHeader(data, { fail: this.#fail, spend: this.#spend });
            return;
        }
        // An empty name has no effect.
        const text = (0,tar_format/* readText */.yR)(data, { offset: 0, length: data.length });
        if (type === 'L')
            this.#longName = text === '' ? undefined : text;
        else
            this.#longLink = text === '' ? undefined : text;
    }
    #sizeOf(block, { size }) {
        const bytes = size ?? this.#numberOf(block, tar_format/* FIELDS */.cJ.size, 'size');
        return bytes >= 0 ? bytes : this.#fail(`its size is ${bytes}`);
    }
    #ownerOf(value) {
        // Systems with signed owners write the user "nobody" as -2.
        const owner = value < 0 ? value + 2 ** 32 : value;
        return owner >= 0 && owner <= linux_limits/* MAX_OWNER */.xy
            ? owner
            : this.#fail(`its owner ${value} is not a valid user or group id of Linux`);
    }
    #timeOf(block) {
        const seconds = (0,tar_format/* readTimeField */.YP)(block, tar_format/* FIELDS */.cJ.mtime) ?? this.#fail('the mtime in its header is not a number');
        return { seconds, nanoseconds: 0 };
    }
    #numberOf(block, field, what) {
        return (0,tar_format/* readNumber */.kz)(block, field) ?? this.#fail(`the ${what} in its header is not a number`);
    }
    #throw(problem, { offset = this.#blockOffset, fix } = {}) {
        const entry = this.#entryName === undefined ? '' : `, entry ${(0,byte_string/* showName */.$i)(this.#entryName)}`;
        throw new errors/* FledgeError */.aE('input', `${this.#label}: at byte ${offset}${entry}: ${problem}`, fix === undefined ? {} : { fix });
    }
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


/***/ }),

/***/ 74823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rX: () => (/* binding */ closeLayers),
  m6: () => (/* binding */ unpackImage),
  xP: () => (/* binding */ unpackRootArchive)
});

// EXTERNAL MODULE: ./build/support/concurrency.js
var concurrency = __webpack_require__(58375);
// EXTERNAL MODULE: ./build/tree/layers.js
var tree_layers = __webpack_require__(85351);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/support/byte-string.js
var byte_string = __webpack_require__(42012);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
// EXTERNAL MODULE: ./build/sources/image/blob.js
var image_blob = __webpack_require__(65432);
// EXTERNAL MODULE: ./build/sources/image/media-types.js
var media_types = __webpack_require__(77079);
// EXTERNAL MODULE: ./build/sources/image/layer/compression.js
var compression = __webpack_require__(16687);
// EXTERNAL MODULE: ./build/sources/image/layer/decompress.js + 1 modules
var decompress = __webpack_require__(76368);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./build/support/files/disk-space.js
var disk_space = __webpack_require__(58068);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var files_scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/files/write-file.js
var write_file = __webpack_require__(23486);
;// CONCATENATED MODULE: ./build/sources/image/layer/spool.js







/** Small files are buffered up to this size; larger chunks are written directly. */
const BUFFER_BYTES = 1024 * 1024;
const DIRECT_BYTES = 128 * 1024;
/** Writes a spool sequentially. */
class SpoolWriter {
    spool;
    #directory;
    #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);
    #reserve;
    #buffered = 0;
    #written = 0;
    #closing;
    /**
     * Creates the file and unlinks it at once, so that it is removed however the process ends.
     *
     * @throws FledgeError `output`, as `append` and `finish` do.
     */
    constructor(directory, label) {
        this.#directory = directory;
        this.#reserve = new disk_space/* DiskReserve */.Gs(directory);
        const scratch = (0,files_scratch/* scratchFile */.LE)(directory, 'layer');
        try {
            this.spool = { descriptor: (0,external_node_fs_.openSync)(scratch.path, 'wx+', 0o600), label };
        }
        catch (error) {
            throw spoolError(error, directory, label);
        }
        finally {
            scratch.dispose();
        }
    }
    /** Offset of the next byte. */
    get position() {
        return this.#written + this.#buffered;
    }
    append(bytes) {
        if (this.#buffered + bytes.length > BUFFER_BYTES)
            this.#flush();
        if (bytes.length >= DIRECT_BYTES) {
            this.#flush();
            this.#write(bytes);
        }
        else {
            bytes.copy(this.#buffer, this.#buffered);
            this.#buffered += bytes.length;
        }
    }
    /** Writes the buffered bytes. `append` must not be called afterwards. */
    finish() {
        this.#flush();
        // Frees the buffer: the spool is open until the end of the build, and an image may have a hundred of them.
        this.#buffer.buffer.transfer(0);
    }
    /** Frees the disk space in another thread, because that is slow for a large file. May be called twice. */
    async close() {
        this.#closing ??= (0,external_node_util_.promisify)(external_node_fs_.close)(this.spool.descriptor);
        await this.#closing;
    }
    #flush() {
        const bytes = this.#buffer.subarray(0, this.#buffered);
        this.#buffered = 0;
        this.#write(bytes);
    }
    #write(bytes) {
        // The size of a compressed layer is unknown in advance, so free space is checked before each write.
        const left = this.#reserve.claim(bytes.length);
        if (left !== undefined)
            throw this.#full(left);
        try {
            (0,write_file/* writeFully */.KM)(this.spool.descriptor, bytes, this.#written);
        }
        catch (error) {
            throw spoolError(error, this.#directory, this.spool.label);
        }
        this.#written += bytes.length;
    }
    #full({ free }) {
        const doing = `cannot unpack ${this.spool.label} to ${this.#directory}`;
        return new errors/* FledgeError */.aE('output', `${doing}: only ${(0,units/* formatBytes */.z3)(free)} are free on the disk`, {
            fix: FULL_FIX,
        });
    }
}
const FULL_FIX = 'free some space, or set TMPDIR to a directory on another disk; if the image should be smaller than that, do not trust it';
function spoolError(error, directory, label) {
    const code = (0,errors/* systemCodeOf */.c7)(error);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    return new errors/* FledgeError */.aE('output', `cannot unpack ${label} to ${directory}: ${(0,errors/* writeFailureOf */.PI)(error)}`, {
        cause: error,
        fix: isFull ? FULL_FIX : 'set TMPDIR to a directory that you can write to',
    });
}

// EXTERNAL MODULE: ./build/sources/image/layer/tar.js + 2 modules
var tar = __webpack_require__(17206);
// EXTERNAL MODULE: ./build/sources/image/layer/tar-format.js
var tar_format = __webpack_require__(70288);
;// CONCATENATED MODULE: ./build/sources/image/layer/layer.js













const READ_BYTES = 1024 * 1024;
/** Maximum number of queued entries. Most layers have fewer, so they are unpacked before their entries are read. */
const MAX_ENTRIES_AHEAD = 20_000;
/**
 * Starts to unpack a layer before its entries are read: a decompressor keeps one thread busy, and another one can work
 * on the next layer. The layer is decompressed once; the blob's digest, the diff_id and every declared size are
 * verified in the same pass. The contents of its files are written to a spool, without holes. Devices and fifos are
 * only described.
 *
 * @throws FledgeError, as the reading of the entries does: `input` if the layer is damaged, hostile, encrypted or of an
 *   unknown kind, `output` if the spool cannot be written.
 */
function unpackLayer(blob, options) {
    requireReadable(blob);
    return unpack(verifiedSource(blob), options);
}
/**
 * Starts to unpack a tar archive without a digest, such as the output of `docker export`: plain, in gzip or in zstd.
 *
 * @throws FledgeError as `unpackLayer` does.
 */
function unpackArchive({ path, label }, options) {
    return unpack({ label, bytes: (signal) => readArchive(path, signal), explain: explainDecompression }, options);
}
function verifiedSource(blob) {
    return {
        label: blob.label,
        digests: blob,
        bytes: (signal) => (0,image_blob/* readBlob */.gm)(blob, signal),
        explain: (error, _, signal) => explainFailure(error, blob, signal),
    };
}
async function* readArchive(path, signal) {
    const handle = await (0,regular_file/* openRegularFile */.ZU)(path);
    try {
        for await (const bytes of handle.createReadStream({ highWaterMark: READ_BYTES, autoClose: false, signal }))
            yield bytes;
    }
    finally {
        await handle.close();
    }
}
function unpack(blob, options) {
    const writer = new SpoolWriter(options.spoolDirectory, blob.label);
    const closing = new AbortController();
    const signals = [closing.signal, ...(options.signal === undefined ? [] : [options.signal])];
    const source = readEntries(blob, { ...options, signal: AbortSignal.any(signals) }, writer);
    const entries = (0,concurrency/* readAhead */.Ek)(source, MAX_ENTRIES_AHEAD);
    return {
        label: blob.label,
        spool: writer.spool,
        entries,
        async close() {
            // The abort also stops the reads of a large file, which yield no entry.
            closing.abort();
            await entries.stop();
            await writer.close();
        },
    };
}
async function* readEntries(source, options, writer) {
    const { label, digests } = source;
    try {
        const collector = new EntryCollector(writer);
        const spend = (item, amount) => options.budget.spend(item, amount);
        const reader = new tar/* TarReader */.R(collector, label, spend);
        const diffHash = digests && diffHashOf(digests, label);
        const { compression, chunks } = await withCompression(countedBytes(source, options));
        // The bytes of a plain tar are already hashed as the blob.
        const isHashed = compression === 'none' && digests !== undefined && diffHash?.algorithm === algorithmOf(digests.digest);
        for await (const chunk of (0,decompress/* decompress */.m)(chunks, compression, spend)) {
            if (!isHashed)
                diffHash?.hash.update(chunk);
            reader.push(chunk);
            const { entries, dataBytes, apparentBytes, largest } = collector.take();
            options.budget.spend('unpacked', chunk.length);
            options.budget.spend('metadata', chunk.length - dataBytes);
            options.budget.spend('apparent', apparentBytes, () => describeLargest(largest, label));
            if (entries.length > 0)
                yield entries;
        }
        reader.finish();
        if (digests !== undefined && diffHash !== undefined) {
            const actual = isHashed ? digests.digest : `${diffHash.algorithm}:${diffHash.hash.digest('hex')}`;
            requireDiffId(actual, digests.diffId, label);
        }
        writer.finish();
    }
    catch (error) {
        await writer.close();
        throw await source.explain(error, label, options.signal);
    }
}
function diffHashOf({ diffId }, label) {
    const { algorithm } = (0,image_blob/* requireDigest */.m0)(diffId, `the diff_id of ${label}`);
    return { algorithm, hash: (0,external_node_crypto_.createHash)(algorithm) };
}
function requireDiffId(actual, diffId, label) {
    if (actual === diffId)
        return;
    throw new errors/* FledgeError */.aE('input', `${label} unpacks to ${actual}, but the image's config lists ${diffId}`, {
        fix: 'build or push the image again; it is inconsistent',
    });
}
function algorithmOf(digest) {
    return digest.slice(0, digest.indexOf(':'));
}
function requireReadable({ mediaType, label }) {
    switch ((0,media_types/* layerKindOf */.pc)(mediaType)) {
        case 'encrypted':
            throw new errors/* FledgeError */.aE('input', `${label} is encrypted`, {
                fix: 'decrypt the image first: skopeo copy --decryption-key KEY docker://IMAGE oci:DIRECTORY, and use oci:DIRECTORY',
            });
        case 'unknown':
            throw new errors/* FledgeError */.aE('input', `${label} has the unknown media type ${JSON.stringify(mediaType)}`, {
                fix: 'use an image with file system layers; this may be another kind of artifact',
            });
    }
}
async function* countedBytes(source, options) {
    for await (const chunk of source.bytes(options.signal)) {
        options.onRead?.(chunk.length);
        yield chunk;
    }
}
/** Detects the compression of a stream, and returns the stream with its first bytes. */
async function withCompression(bytes) {
    const first = await bytes.next();
    const head = first.done === true ? Buffer.alloc(0) : first.value;
    const chunks = async function* () {
        try {
            yield head;
            yield* bytes;
        }
        finally {
            await bytes.return();
        }
    };
    try {
        return { compression: (0,compression/* detectCompression */.I)(head.subarray(0, tar_format/* BLOCK_BYTES */.Yo)), chunks: chunks() };
    }
    catch (error) {
        await bytes.return();
        throw error;
    }
}
function describeLargest(largest, label) {
    if (largest === undefined)
        return `the last of them are in ${label}`;
    return `one of them is ${(0,byte_string/* displayByteString */.oO)(largest.path)} with ${(0,units/* formatBytes */.z3)(largest.size)}, in ${label}`;
}
class EntryCollector {
    #entries = [];
    #dataBytes = 0;
    #apparentBytes = 0;
    #largest;
    #writer;
    constructor(writer) {
        this.#writer = writer;
    }
    /** Returns the entries and sizes since the last call. */
    take() {
        const taken = {
            entries: this.#entries,
            dataBytes: this.#dataBytes,
            apparentBytes: this.#apparentBytes,
            largest: this.#largest,
        };
        this.#entries = [];
        this.#dataBytes = 0;
        this.#apparentBytes = 0;
        this.#largest = undefined;
        return taken;
    }
    entry(entry) {
        if (entry.kind !== 'file') {
            this.#entries.push(entry);
            return;
        }
        this.#apparentBytes += entry.size;
        if (entry.size > (this.#largest?.size ?? 0))
            this.#largest = entry;
        let { position } = this.#writer;
        // `map` allocates the exact length. An array that grows has unused capacity, and there is one array for each file.
        const pieces = entry.pieces.map(({ offset, length }) => {
            const piece = { offset, length, position };
            position += length;
            return piece;
        });
        this.#entries.push({ ...entry, pieces });
    }
    data(bytes) {
        this.#dataBytes += bytes.length;
        this.#writer.append(bytes);
    }
}
/**
 * Finds the cause of a failure. A damaged blob first causes an error of tar or gzip; the digest mismatch is more
 * useful, and is found by reading the rest of the blob.
 */
async function explainFailure(error, blob, signal) {
    const isContent = error instanceof compression/* DecompressionError */.e || (error instanceof errors/* FledgeError */.aE && error.code === 'input');
    if (!isContent)
        return error;
    try {
        for await (const _ of (0,image_blob/* readBlob */.gm)(blob, signal))
            ;
    }
    catch (blobError) {
        if (blobError instanceof errors/* FledgeError */.aE && (0,media_types/* layerKindOf */.pc)(blob.mediaType) === 'foreign')
            return explainForeign(blob, blobError);
        return blobError;
    }
    return explainDecompression(error, blob.label);
}
function explainDecompression(error, label) {
    if (!(error instanceof compression/* DecompressionError */.e))
        return error;
    return new errors/* FledgeError */.aE('input', `${label} cannot be unpacked: ${error.message}`, {
        cause: error,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
function explainForeign({ label, urls }, cause) {
    const where = urls.length === 0 ? '' : ` (${urls.slice(0, 3).join(', ')})`;
    return new errors/* FledgeError */.aE('input', `${label} is not in the image: only its publisher may distribute it${where}`, {
        cause,
        fix: 'use an image whose layers are all in the registry',
    });
}

;// CONCATENATED MODULE: ./build/sources/image/unpack.js



/**
 * Applies the layers of an image to a tree, from the bottom up. The next layer is unpacked while one is applied.
 *
 * @throws FledgeError `input` or `output` as `unpackLayer` and `applyLayer` do. The tree is then unusable.
 */
async function unpackImage({ layers: blobs }, { tree, layers, onLayer, ...options }) {
    for (const layer of beginInTurn(blobs, options, layers)) {
        await (0,tree_layers/* applyLayer */.c)(tree, layer);
        await onLayer?.(layer);
    }
}
/**
 * Unpacks the archive of a root file system to an empty tree.
 *
 * @throws FledgeError `input` or `output` as `unpackArchive` and `applyLayer` do. The tree is then unusable.
 */
async function unpackRootArchive(archive, { tree, layers, ...options }) {
    const layer = unpackArchive(archive, options);
    layers.push(layer);
    await (0,tree_layers/* applyLayer */.c)(tree, layer, { whiteouts: false });
}
/** Frees the disk space of layers. May be called twice. */
async function closeLayers(layers) {
    await (0,concurrency/* settleAll */.j3)(...layers.map((layer) => layer.close()));
}
/** Unpacks the layers from the bottom up, and adds all to `begun`. Before one is yielded, the next one is started. */
function* beginInTurn(blobs, options, begun) {
    let due;
    for (const blob of blobs) {
        const next = unpackLayer(blob, options);
        begun.push(next);
        if (due !== undefined)
            yield due;
        due = next;
    }
    if (due !== undefined)
        yield due;
}


/***/ }),

/***/ 85351:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ applyLayer),
/* harmony export */   i: () => (/* binding */ isLeftover)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);
/* harmony import */ var _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26471);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82581);




/** OCI image specification, layer.md, "Whiteouts". */
const WHITEOUT_PREFIX = '.wh.';
const OPAQUE_WHITEOUT = '.wh..wh..opq';
/**
 * Prefix of the metadata of aufs in old layers, such as the directory `.wh..wh.plnk` with files that have other names
 * in the layer. They are not part of the image.
 */
const AUFS_PREFIX = '.wh..wh.';
/** The mode that Linux reports for every symlink. */
const SYMLINK_MODE = 0o777;
/**
 * Applies a layer to the tree (OCI image specification, layer.md). Whiteouts hide entries of lower layers only,
 * wherever they are in the archive. Of several entries with one name, the last wins. A directory that is added again
 * keeps its children, and replaces anything else. A hardlink is a second name of the inode that its target has at that
 * moment, with the owner, mode and attributes of the inode. Absolute names, `..` and links in the parent part of a name
 * cannot leave the root. Missing parents are created 0755 root:root with the tree's own time; below a setgid directory
 * they are setgid and have its group, as with mkdir(2). A file of a lower layer is removed if it is a parent of a name,
 * as overlayfs hides it. Metadata of aufs is skipped.
 *
 * @throws FledgeError `input`, naming layer and entry, for entries that a file system cannot hold, and any error of
 *   reading the layer. The tree is then unusable.
 */
async function applyLayer(tree, layer, options = {}) {
    const { whiteouts = true } = options;
    tree.beginLayer();
    const leftovers = new Map();
    for await (const entries of layer.entries) {
        for (const entry of entries) {
            try {
                applyEntry(tree, entry, { layer, leftovers, whiteouts });
            }
            catch (error) {
                throw error instanceof _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE ? namingEntry(error, entry, layer) : error;
            }
        }
    }
    tree.endLayer();
}
function namingEntry(error, { path }, { label }) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE(error.code, `${label}, entry ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(path)}: ${error.message}`, {
        cause: error,
        ...(error.fix !== undefined && { fix: error.fix }),
    });
}
function applyEntry(tree, entry, { layer, leftovers, whiteouts }) {
    const { path } = entry;
    if (whiteouts && path.includes(WHITEOUT_PREFIX)) {
        const components = (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .splitPath */ .Uf)(path);
        if (isLeftover(components)) {
            if (entry.kind === 'directory')
                return;
            tree.budget.spend('nodes', 1);
            tree.budget.spend('pathBytes', path.length);
            leftovers.set((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(components), inodeOf(tree, entry, layer, leftovers));
            return;
        }
        const name = components.pop() ?? '';
        if (name.startsWith(WHITEOUT_PREFIX)) {
            applyWhiteout(tree, (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)(components), name);
            return;
        }
    }
    if (entry.kind === 'directory')
        tree.putDirectory(path, entry);
    else
        tree.put(path, inodeOf(tree, entry, layer, leftovers));
}
/** True if names refer to metadata of aufs: an entry with its prefix, or one below such a directory. */
function isLeftover(names) {
    const first = names.findIndex((name) => name.startsWith(AUFS_PREFIX));
    return first !== -1 && (first < names.length - 1 || names[first] !== OPAQUE_WHITEOUT);
}
function applyWhiteout(tree, directory, name) {
    if (name === OPAQUE_WHITEOUT) {
        tree.hideBelow(directory);
        return;
    }
    const hidden = name.slice(WHITEOUT_PREFIX.length);
    if (hidden === '' || hidden === '.' || hidden === '..') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', 'a whiteout must name a file in its own directory');
    }
    tree.hide(`${directory}/${hidden}`);
}
function inodeOf(tree, entry, layer, leftovers) {
    switch (entry.kind) {
        case 'file': {
            const { mode, uid, gid, mtime, xattrs, size, pieces } = entry;
            const content = { kind: 'spool', size, spool: layer.spool, extents: pieces };
            // Written out, because a spread needs more memory: most entries of a large image are files.
            return { mode, uid, gid, mtime, xattrs, kind: 'file', content };
        }
        case 'symlink':
            return { ...metadataOf(entry), mode: SYMLINK_MODE, kind: 'symlink', target: requireTarget(entry.target) };
        case 'hardlink':
            return linkedInode(tree, entry.target, leftovers);
        case 'char-device':
        case 'block-device': {
            const { major, minor } = entry;
            if (major < 0 || major > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_MAJOR */ .dJ || minor < 0 || minor > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_MINOR */ .VZ) {
                throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `its device numbers ${major} and ${minor} are out of the range of Linux`);
            }
            return { ...metadataOf(entry), kind: entry.kind, major, minor };
        }
        case 'fifo':
            return { ...metadataOf(entry), kind: 'fifo' };
    }
}
function metadataOf({ mode, uid, gid, mtime, xattrs }) {
    return { mode, uid, gid, mtime, xattrs };
}
function requireTarget(target) {
    if (target === '')
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', 'the symbolic link has an empty target');
    if (target.length > _support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PATH_BYTES */ .PR) {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `a link target of ${target.length} bytes is longer than ${_support_linux_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .MAX_PATH_BYTES */ .PR}, the limit of Linux`);
    }
    return target;
}
function linkedInode(tree, target, leftovers) {
    const leftover = leftovers.size > 0 && target.includes(AUFS_PREFIX) ? (0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .joinPath */ .uJ)((0,_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .splitPath */ .Uf)(target)) : undefined;
    const inode = (leftover === undefined ? undefined : leftovers.get(leftover)) ?? tree.get(target);
    if (inode === undefined)
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `it is a hardlink to ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(target)}, which does not exist`);
    if (inode.kind === 'directory') {
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `it is a hardlink to ${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .showName */ .$i)(target)}, which is a directory`);
    }
    return inode;
}


/***/ })

};
