export const id = 697;
export const ids = [697];
export const modules = {

/***/ 11671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ unexplained),
/* harmony export */   KU: () => (/* binding */ compareContainers),
/* harmony export */   NT: () => (/* binding */ followsFromEntries),
/* harmony export */   aG: () => (/* binding */ wordOf),
/* harmony export */   gb: () => (/* binding */ isIgnoredPart)
/* harmony export */ });
/* unused harmony export compareFacts */
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/** The differences outside of the entries. Facts of headers are compared only if both artifacts have the same format. */
async function compareContainers(left, right) {
    const [a, b] = [describeFormat(left.artifact), describeFormat(right.artifact)];
    const order = left.stream !== undefined && right.stream !== undefined ? compareOrder(left.stream, right.stream) : [];
    if (a !== b)
        return [{ key: 'format', title: 'format', left: a, right: b }, ...order];
    return [...compareFacts(await left.artifact.facts(), await right.artifact.facts()), ...order];
}
/** The word of `--ignore` for a difference. */
function wordOf({ key }) {
    return key === 'order' || key === 'inode' ? 'order' : 'container';
}
function isIgnoredPart(key, ignored) {
    return ignored.has(wordOf({ key }));
}
/** Facts that follow from the entries: other times or contents have another compressed size. */
const AMOUNTS = new Set(['compressedSize', 'fileSize', 'size', 'used', 'free']);
/** Whether a difference follows from other entries, so that it does not count if these are ignored. */
function followsFromEntries({ key }) {
    return AMOUNTS.has(key);
}
/** `ext4`, or `cpio in gzip`. */
function describeFormat({ format, wrapper }) {
    return wrapper === undefined ? format : `${format} in ${wrapper}`;
}
/** The facts whose values differ, in the order of the left side, and then those of the right side only. */
function compareFacts(left, right) {
    const others = new Map(right.map((fact) => [fact.key, fact]));
    const differences = [];
    for (const fact of left) {
        const other = others.get(fact.key);
        others.delete(fact.key);
        const { key, title } = fact;
        const both = valuesOf(fact, other);
        if (both !== undefined)
            differences.push({ key, title, ...both });
    }
    for (const fact of others.values())
        differences.push({ key: fact.key, title: fact.title, right: valueText(fact) });
    return differences;
}
function valuesOf(fact, other) {
    if (other === undefined)
        return { left: valueText(fact) };
    if (!Array.isArray(fact.value) || !Array.isArray(other.value)) {
        const [left, right] = [valueText(fact, other), valueText(other, fact)];
        return left === right ? undefined : { left, right };
    }
    const only = (values, others) => values.filter((value) => !others.includes(value));
    const [left, right] = [only(fact.value, other.value), only(other.value, fact.value)];
    if (left.length === 0 && right.length === 0) {
        return valueText(fact) === valueText(other) ? undefined : { left: valueText(fact), right: valueText(other) };
    }
    return { ...(left.length > 0 && { left: left.join(', ') }), ...(right.length > 0 && { right: right.join(', ') }) };
}
/** Sizes that look equal when they are rounded are shown in bytes. */
function valueText({ value, unit }, other) {
    if (typeof value === 'object')
        return value.join(', ');
    if (unit !== 'bytes' || typeof value !== 'number')
        return String(value);
    const isClose = typeof other?.value === 'number' && (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(other.value) === (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(value);
    return isClose ? `${value} bytes` : (0,_support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBytes */ .z3)(value);
}
/** The first entry that is at another place of an archive, and the first one with another number of its inode. */
function compareOrder(left, right) {
    const [inLeft, inRight] = [pathsOf(left), pathsOf(right)];
    const a = left.order.filter(({ path }) => inRight.has(path));
    const b = right.order.filter(({ path }) => inLeft.has(path));
    const at = a.findIndex(({ path }, index) => path !== b[index]?.path);
    const [x, y] = [a[at], b[at]];
    if (x !== undefined && y !== undefined) {
        const sides = { left: nameOf(x.path), right: nameOf(y.path) };
        return [{ key: 'order', title: `entry ${at + 1} of those on both sides`, ...sides }];
    }
    // After an entry on one side only, all numbers are others.
    if (a.length !== left.order.length || b.length !== right.order.length)
        return [];
    const index = a.findIndex(({ ino }, position) => ino !== b[position]?.ino);
    const [first, other] = [a[index], b[index]];
    if (first === undefined || other === undefined)
        return [];
    const title = `inode number of ${nameOf(first.path)}`;
    return [{ key: 'inode', title, left: String(first.ino), right: String(other.ino) }];
}
function pathsOf({ order }) {
    return new Set(order.map(({ path }) => path));
}
function nameOf(path) {
    return `/${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .displayByteString */ .oO)(path)}`;
}
/** Named if nothing else is: both have the same entries and the same facts. */
function unexplained({ format, wrapper }, firstDifference) {
    const place = firstDifference === undefined ? '' : `, first at byte ${firstDifference}`;
    return { key: 'bytes', title: `${placeOf(format, wrapper, firstDifference ?? 0)}${place}` };
}
function placeOf(format, wrapper, offset) {
    if (wrapper === 'gzip')
        return 'compressed data, although the entries are equal';
    if (wrapper === 'qcow2')
        return 'clusters or tables of the qcow2 image, although the entries are equal';
    if (format === 'cpio')
        return 'padding, or fields that the kernel ignores';
    if (format.startsWith('oci') || format === 'docker-archive')
        return 'files that are not a part of the image';
    if (format === 'tar')
        return 'padding, or the order or the form of the headers';
    if (format === 'ext4' && offset < 1024)
        return 'boot sector';
    if (format === 'ext4' && offset < 2048)
        return 'superblock';
    return 'structures or unused space of the file system, although the entries are equal';
}


/***/ }),

/***/ 90697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  containerText: () => (/* binding */ containerText),
  countsText: () => (/* binding */ countsText),
  describeEntry: () => (/* binding */ describeEntry),
  describeInside: () => (/* binding */ describeInside),
  fieldText: () => (/* binding */ fieldText),
  formatExplained: () => (/* binding */ formatExplained),
  formatInside: () => (/* binding */ formatInside),
  shownEntries: () => (/* binding */ shownEntries)
});

// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/compare/comparison-text.js


/** The files that are not identical. */
function differencesOf({ files }) {
    return files.filter(({ status }) => status !== 'identical');
}
/** A difference on a line, and each side on a line below it. */
function formatDifference(file) {
    const { left, right } = sidesOf(file);
    return [
        headOf(file),
        ...(left === undefined ? [] : [`  left   ${left}`]),
        ...(right === undefined ? [] : [`  right  ${right}`]),
    ];
}
/** The same on one line. */
function describeDifference(file) {
    const { left, right } = sidesOf(file);
    const sides = [left && `left ${left}`, right && `right ${right}`].filter((text) => text !== undefined);
    return sides.length === 0 ? headOf(file) : `${headOf(file)} (${sides.join(', ')})`;
}
/** `identical: 2 files`, or `1 of 2 files differs`. */
function sumUp(comparison) {
    const count = (0,support_text/* counted */.hS)(comparison.files.length, 'file');
    if (comparison.identical)
        return `identical: ${count}`;
    const { length } = differencesOf(comparison);
    return `${length} of ${count} ${length === 1 ? 'differs' : 'differ'}`;
}
function headOf({ path, status, firstDifference }) {
    switch (status) {
        case 'identical':
            return `${path}: identical`;
        case 'only-left':
            return `${path}: only left`;
        case 'only-right':
            return `${path}: only right`;
        case 'differs':
            return `${path}: differs${firstDifference === undefined ? '' : `, first at byte ${firstDifference}`}`;
    }
}
/** The description of each side if both exist and differ. */
function sidesOf({ status, left, right }) {
    if (status !== 'differs')
        return {};
    return { ...(left && { left: describeFile(left) }), ...(right && { right: describeFile(right) }) };
}
function describeFile({ kind, size, sha256, target }) {
    if (target !== undefined)
        return `${kind} -> ${target}`;
    if (sha256 === undefined)
        return kind;
    return `sha256:${sha256}${size === undefined ? '' : `  ${size} bytes${size < 1024 ? '' : ` (${(0,units/* formatBytes */.z3)(size)})`}`}`;
}

// EXTERNAL MODULE: ./build/compare/explain/container.js
var explain_container = __webpack_require__(11671);
;// CONCATENATED MODULE: ./build/compare/explain/explanation-text.js




const MAX_ENTRIES = 100;
const MAX_DIFF_LINES = 30;
const MAX_FIELDS = 50;
/** Differences on one line. */
const MAX_CLAUSES = 3;
/** The differences, file by file with what is inside of them, and a summary as the last line. */
function formatExplained(explained, limits) {
    const lines = differencesOf(explained).flatMap((file) => [
        ...formatDifference(file),
        ...indented(formatInside(explained, file.path, limits)),
    ]);
    return [...lines, sumUpExplained(explained), ''].join('\n');
}
/** What is inside of one file that differs, as lines; none if it was not examined. */
function formatInside(explained, path, limits) {
    const artifact = explained.artifacts.find((candidate) => candidate.path === path);
    const document = explained.documents.find((candidate) => candidate.path === path);
    return [
        ...(artifact === undefined ? [] : formatArtifact(artifact, limits)),
        ...(document === undefined ? [] : formatDocument(document, limits)),
    ];
}
/** As `sumUp`, and says if only ignored properties differ. */
function sumUpExplained(explained) {
    if (!explained.onlyIgnored)
        return sumUp(explained);
    const ignored = [...new Set(explained.artifacts.flatMap((artifact) => artifact.ignored))];
    return `${sumUp(explained)}, only in what is ignored: ${ignored.join(', ')}`;
}
/** The first differences inside of artifacts, as clauses; empty if there are none. */
function describeInside({ artifacts }) {
    const clauses = artifacts.flatMap((artifact) => {
        const { path, container } = artifact;
        const entries = shownEntries(artifact, false);
        const headers = entries.length === 0 ? container : container.filter((one) => !(0,explain_container/* followsFromEntries */.NT)(one));
        const found = [...entries.map(describeDifferent), ...headers.map(containerText)];
        const more = found.length > MAX_CLAUSES ? ` and ${found.length - MAX_CLAUSES} more` : '';
        return found.length === 0 ? [] : [`; in ${path}: ${found.slice(0, MAX_CLAUSES).join('; ')}${more}`];
    });
    return clauses.join('');
}
function describeDifferent(entry) {
    return entry.status === 'changed' ? describeEntry(entry) : `${entry.status} ${describeEntry(entry)}`;
}
function formatArtifact(artifact, { all = false, full = false }) {
    const { notCompared, container, why } = artifact;
    const entries = shownEntries(artifact, all);
    const shown = all ? entries : entries.slice(0, MAX_ENTRIES);
    const rest = entries.length - shown.length;
    return [
        entriesHead(artifact),
        ...indented(shown.flatMap((entry) => formatEntry(entry, full))),
        ...(rest > 0 ? [`  and ${rest} more: use --all`] : []),
        ...notCompared.map((what) => `Not compared: ${what}`),
        ...section('Container', container.map(containerText)),
        ...section('Why', why.map(({ text }) => text)),
    ];
}
/** Without the contents of a directory that is on one side only, unless all are wanted. */
function shownEntries({ entries }, all) {
    if (all)
        return entries;
    let open;
    return entries.filter((entry) => {
        if (open !== undefined && entry.status === open.status && entry.path.startsWith(`${open.path}/`))
            return false;
        open = entry.below === undefined ? undefined : entry;
        return true;
    });
}
/** `Entries: 1 added, 2 changed`. */
function entriesHead({ counts, truncated, ignored, leftFormat, rightFormat }) {
    const listed = leftFormat !== undefined && rightFormat !== undefined;
    const ignoring = ignored.length === 0 ? '' : ` (ignored: ${ignored.join(', ')})`;
    const cut = truncated ? `; the first ones are listed` : '';
    return listed ? `Entries: ${countsText(counts)}${cut}${ignoring}` : 'Entries: not compared';
}
/** `1 added, 2 changed`, or `equal`. */
function countsText({ added, removed, changed }) {
    const parts = [
        ...(added > 0 ? [`${added} added`] : []),
        ...(removed > 0 ? [`${removed} removed`] : []),
        ...(changed > 0 ? [`${changed} changed`] : []),
    ];
    return parts.length === 0 ? 'equal' : parts.join(', ');
}
function formatEntry(entry, full) {
    const head = `${entry.status.padEnd(8)} ${describeEntry(entry)}`;
    const diffs = entry.changes.flatMap(({ content }) => (content?.diff === undefined ? [] : [content.diff]));
    return [head, ...diffs.flatMap((diff) => indented(diffLines(diff, full)))];
}
/** `/usr/share/doc/ (312 entries, 4.1 MiB)`, or `/etc/hosts: mode 0644 → 0600`. */
function describeEntry({ path, kind, size, below, changes, status }) {
    const name = kind === 'directory' && path !== '/' ? `${path}/` : path;
    if (status === 'changed')
        return `${name}: ${changes.map(changeText).join(', ')}`;
    if (below !== undefined && below.entries > 0) {
        return `${name} (${(0,support_text/* counted */.hS)(below.entries, 'entry', 'entries')}, ${(0,units/* formatBytes */.z3)(below.bytes)})`;
    }
    if (kind === 'file')
        return size === undefined ? name : `${name} (${(0,units/* formatBytes */.z3)(size)})`;
    return kind === 'directory' ? name : `${name} (${kind})`;
}
const TITLES = new Map([['mtime', 'time']]);
function changeText({ what, name, left, right, content }) {
    switch (what) {
        case 'content':
            return contentText(content);
        case 'links':
            return `${left === undefined ? 'no hard link' : `hard link to ${left}`} → ${right === undefined ? 'no hard link' : `hard link to ${right}`}`;
        case 'xattr':
            return `xattr ${name ?? ''} ${left ?? 'missing'} → ${right ?? 'missing'}`;
        default:
            return `${TITLES.get(what) ?? what} ${left ?? 'none'} → ${right ?? 'none'}`;
    }
}
function contentText(content) {
    const { firstDifference, section, leftBuildId, rightBuildId, diff } = content ?? {};
    if (firstDifference === undefined || diff !== undefined)
        return 'content';
    const place = section === undefined ? '' : section.startsWith('.') ? ` (section ${section})` : ` (${section})`;
    const hasIds = leftBuildId !== undefined || rightBuildId !== undefined;
    const ids = hasIds ? `, build id ${idText(leftBuildId)} → ${idText(rightBuildId)}` : '';
    return `content from byte ${firstDifference}${place}${leftBuildId === rightBuildId ? '' : ids}`;
}
function idText(id) {
    return id ?? 'none';
}
function diffLines(diff, full) {
    // A terminal needs no tabs.
    const lines = diff.split('\n').map((line) => line.replaceAll('\t', '    '));
    if (full || lines.length <= MAX_DIFF_LINES)
        return lines;
    return [...lines.slice(0, MAX_DIFF_LINES), `… ${lines.length - MAX_DIFF_LINES} more lines: use --full`];
}
/** `block size 1024 → 4096`. */
function containerText({ title, left, right }) {
    if (left === undefined && right === undefined)
        return title;
    return `${title} ${left ?? 'none'} → ${right ?? 'none'}`;
}
function formatDocument({ fields, truncated }, { all = false }) {
    const shown = all ? fields : fields.slice(0, MAX_FIELDS);
    const isCut = truncated || shown.length < fields.length;
    return [...shown.map(fieldText), ...(isCut ? [`and more fields${all ? '' : ': use --all'}`] : [])];
}
/** `resources.memory_mb 512 → 768`. */
function fieldText({ field, left, right }) {
    return `${field === '' ? 'the document' : field} ${left ?? 'missing'} → ${right ?? 'missing'}`;
}
function section(title, lines) {
    return lines.length === 0 ? [] : [`${title}:`, ...indented(lines)];
}
function indented(lines) {
    return lines.map((line) => `  ${line}`);
}


/***/ })

};
