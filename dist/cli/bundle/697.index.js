export const id = 697;
export const ids = [697];
export const modules = {

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
    const count = comparison.files.length === 1 ? '1 file' : `${comparison.files.length} files`;
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
        const found = [...shownEntries(artifact, false).map(describeDifferent), ...container.map(containerText)];
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
        return `${name} (${below.entries} ${below.entries === 1 ? 'entry' : 'entries'}, ${(0,units/* formatBytes */.z3)(below.bytes)})`;
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
