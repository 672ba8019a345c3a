export const id = 5382;
export const ids = [5382];
export const modules = {

/***/ 33250:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SF: () => (/* binding */ booleanOf),
/* harmony export */   Yq: () => (/* binding */ choice),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   hD: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9691);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88532);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62625);



/* The kinds of values that inputs have. */
/** The values of `core.getBooleanInput` (YAML 1.2, core schema). */
const BOOLEANS = new Map([
    ...['true', 'True', 'TRUE'].map((text) => [text, true]),
    ...['false', 'False', 'FALSE'].map((text) => [text, false]),
]);
/** The boolean of an input, or undefined for another value. */
function booleanOf(value) {
    return BOOLEANS.get(value);
}
/** Any text. */
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional();
/** `true` or `false`. */
const flag = (byDefault) => zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .default(byDefault)
    .transform((value, context) => {
    const known = booleanOf(value);
    if (known !== undefined)
        return known;
    context.issues.push({ code: 'custom', input: value, message: `expected true or false, found ${quote(value)}` });
    return zod__WEBPACK_IMPORTED_MODULE_1__/* .NEVER */ .tm;
});
/** One of these values. */
const choice = (values) => zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(values, { error: ({ input }) => unknownChoice(String(input), values) });
/** The lines of an input that are not empty. */
function linesOf(value) {
    return value
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
}
/** The words of an input that lines or commas separate. */
function listOf(value) {
    return linesOf(value.replaceAll(',', '\n'));
}
/** A value in a message. */
function quote(value) {
    return JSON.stringify(value);
}
function unknownChoice(found, values) {
    const suggestion = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(found, values);
    const hint = suggestion === undefined ? '' : `; did you mean ${quote(suggestion)}?`;
    return `expected ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_3__/* .listWithOr */ .CO)(values)}, found ${quote(found)}${hint}`;
}


/***/ }),

/***/ 66724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  is: () => (/* binding */ inputSchema),
  $l: () => (/* binding */ maskSecret),
  Ko: () => (/* binding */ readInputs)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core_core = __webpack_require__(88532);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(25326);
// EXTERNAL MODULE: ./build/github/runner-labels.js
var runner_labels = __webpack_require__(81764);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/platform.js
var support_platform = __webpack_require__(61341);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/action/input-values.js
var input_values = __webpack_require__(33250);
;// CONCATENATED MODULE: ./build/action/boot-inputs.js



/** A day; a job on a hosted runner has less. */
const LONGEST_SECONDS = 24 * 60 * 60;
/** Booleans of older versions of YAML, which would be valid regular expressions. */
const BOOLEAN_WORDS = /^(?:yes|no|on|off|[yn01])$/i;
/** The schemas of these inputs, by name. */
const bootInputSchemas = {
    /** True, false, or a regular expression. */
    boot: schemas/* string */.YjP().default('false').transform(bootOf),
    'boot-expect': schemas/* string */.YjP().superRefine(requirePattern).optional(),
    'boot-timeout': schemas/* string */.YjP().transform(secondsOf).optional(),
    kernel: schemas/* string */.YjP().superRefine(requireKernelDigest).optional(),
};
/** The settings of the boot, or undefined if artifacts are not booted. */
function bootInputsOf({ boot, ...raw }) {
    if (boot === false)
        return undefined;
    return { expect: boot === true ? raw['boot-expect'] : boot, timeout: raw['boot-timeout'], kernel: raw.kernel };
}
/** Problems of these inputs that are valid on their own but not together, or not in this mode. */
function bootContradictions(mode, given) {
    const { boot = 'false' } = given;
    const settings = ['boot-expect', 'boot-timeout', 'kernel'].filter((name) => given[name] !== undefined);
    const isAsked = (0,input_values/* booleanOf */.SF)(boot) !== false;
    if (mode !== 'build') {
        const [first] = [...(isAsked ? ['boot'] : []), ...settings];
        return first === undefined ? [] : [`${first}: only for mode build; mode ${mode} builds nothing that can boot`];
    }
    if (!isAsked)
        return settings.map((name) => `${name}: has no effect without a boot; set boot: true`);
    if ((0,input_values/* booleanOf */.SF)(boot) === undefined && given['boot-expect'] !== undefined) {
        return ['boot-expect: boot is a regular expression already; set boot: true, or remove boot-expect'];
    }
    return [];
}
function bootOf(value, context) {
    const known = (0,input_values/* booleanOf */.SF)(value);
    if (known !== undefined)
        return known;
    if (BOOLEAN_WORDS.test(value)) {
        context.addIssue({
            code: 'custom',
            message: `expected true, false or a regular expression, found ${(0,input_values/* quote */.hD)(value)}; to wait for that text, set boot: true and boot-expect: ${value}`,
        });
        return core_core/* NEVER */.tm;
    }
    requirePattern(value, context);
    return value;
}
/** The expression is compiled here as for the boot, so that a mistake is found before the build. */
function requirePattern(value, context) {
    try {
        new RegExp(value, 'm');
    }
    catch (error) {
        const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
        context.addIssue({ code: 'custom', message: `expected a regular expression: ${reason}` });
    }
}
function secondsOf(value, context) {
    const seconds = Number(value);
    if (/^\d+(\.\d+)?$/.test(value) && seconds > 0 && seconds <= LONGEST_SECONDS)
        return seconds;
    context.addIssue({
        code: 'custom',
        message: `expected a number of seconds, at most ${LONGEST_SECONDS}, found ${(0,input_values/* quote */.hD)(value)}`,
    });
    return core_core/* NEVER */.tm;
}
/** Checks the digest at the end of a URL: `https://example.com/vmlinux#sha256=HEX`. */
function requireKernelDigest(value, context) {
    const fragment = /^https?:\/\/[^#]*#(.*)$/is.exec(value)?.[1];
    if (fragment === undefined)
        return;
    const problem = (0,values/* problemOfSha256 */.EK)(fragment.replace(/^sha256[=:]/i, ''));
    if (problem !== undefined) {
        context.addIssue({ code: 'custom', message: `the part after # must be sha256=HEX, the checksum: ${problem}` });
    }
}

;// CONCATENATED MODULE: ./build/action/release-inputs.js


/** `auto`, or a boolean. */
const automatic = schemas/* string */.YjP()
    .default('auto')
    .transform((value, context) => {
    const known = value === 'auto' ? value : (0,input_values/* booleanOf */.SF)(value);
    if (known !== undefined)
        return known;
    context.addIssue({ code: 'custom', message: `expected auto, true or false, found ${(0,input_values/* quote */.hD)(value)}` });
    return core_core/* NEVER */.tm;
});
/** The schemas of these inputs, by name. */
const releaseInputSchemas = {
    prerelease: automatic,
    'make-latest': automatic,
    draft: (0,input_values/* flag */.Jt)('false'),
    'release-notes': input_values/* text */.Qq,
};
function releaseInputsOf(raw) {
    const { prerelease, draft } = raw;
    return { prerelease, makeLatest: raw['make-latest'], draft, notes: raw['release-notes'] };
}
/** Problems of these inputs that are valid on their own but not together, or not without a release. */
function releaseContradictions(given) {
    const { mode = 'build', upload = 'artifact', prerelease = 'auto', draft = 'false', 'make-latest': latest = 'auto', } = given;
    const isForRelease = mode === 'release' || (mode === 'build' && (upload === 'release' || upload === 'both'));
    const isSet = {
        prerelease: prerelease !== 'auto',
        'make-latest': latest !== 'auto',
        draft: (0,input_values/* booleanOf */.SF)(draft) !== false,
        'release-notes': given['release-notes'] !== undefined,
    };
    if (!isForRelease) {
        const set = Object.entries(isSet).flatMap(([name, is]) => (is ? [name] : []));
        return set.map((name) => `${name}: has no effect without a release; set upload: release, or mode: release`);
    }
    if ((0,input_values/* booleanOf */.SF)(latest) !== true)
        return [];
    if ((0,input_values/* booleanOf */.SF)(prerelease) === true)
        return ['make-latest: a prerelease cannot be the latest release'];
    if ((0,input_values/* booleanOf */.SF)(draft) === true) {
        return ['make-latest: a draft cannot be the latest release; set it in the step that publishes the release'];
    }
    return [];
}

;// CONCATENATED MODULE: ./build/action/inputs.js









const MODES = ['build', 'plan', 'release', 'compare', 'setup'];
/** Inputs with secret values. */
const SECRET_INPUTS = ['password', 'token'];
const DOCKER_HUB = 'docker.io';
/** Every input by its name, with its default; a test compares it with action.yml. */
const inputSchema = schemas/* object */.Ikc({
    mode: (0,input_values/* choice */.Yq)(MODES).default('build'),
    config: schemas/* string */.YjP().default('fledge.toml'),
    manifest: input_values/* text */.Qq,
    'output-dir': schemas/* string */.YjP().default('dist'),
    platform: schemas/* string */.YjP()
        .transform(input_values/* listOf */.c3)
        .pipe(schemas/* array */.YOg((0,input_values/* choice */.Yq)(support_platform/* PLATFORMS */.P4)))
        .optional(),
    'runner-labels': schemas/* string */.YjP().transform(runnersOf).optional(),
    since: input_values/* text */.Qq,
    runner: (0,input_values/* choice */.Yq)(['auto', 'host', 'container']).default('auto'),
    'runner-image': schemas/* string */.YjP().superRefine(requireImageName).optional(),
    registry: input_values/* text */.Qq,
    username: input_values/* text */.Qq,
    password: input_values/* text */.Qq,
    'url-base': input_values/* text */.Qq,
    locked: (0,input_values/* flag */.Jt)('false'),
    strict: (0,input_values/* flag */.Jt)('false'),
    sbom: (0,input_values/* flag */.Jt)('false'),
    verify: (0,input_values/* choice */.Yq)(['none', 'fsck', 'full']).optional(),
    reproducible: (0,input_values/* choice */.Yq)(['off', 'check']).default('off'),
    ...bootInputSchemas,
    upload: (0,input_values/* choice */.Yq)(['artifact', 'release', 'both', 'none']).default('artifact'),
    'artifact-name': input_values/* text */.Qq,
    'retention-days': schemas/* string */.YjP()
        .regex(/^(?:0|[1-9]\d{0,3})$/, { error: ({ input }) => `expected a number of days, found ${(0,input_values/* quote */.hD)(String(input))}` })
        // As in actions/upload-artifact, 0 is the setting of the repository.
        .transform((days) => Number(days) || undefined)
        .optional(),
    overwrite: (0,input_values/* flag */.Jt)('false'),
    archive: (0,input_values/* flag */.Jt)('false'),
    'release-tag': input_values/* text */.Qq,
    ...releaseInputSchemas,
    token: input_values/* text */.Qq,
    cache: schemas/* string */.YjP().default('true').transform(cacheOf),
    left: input_values/* text */.Qq,
    right: input_values/* text */.Qq,
    summary: (0,input_values/* flag */.Jt)('true'),
});
/**
 * Reads and checks the inputs of this step. First of all, secrets are masked in the log and removed from the
 * environment, so that child processes do not inherit them.
 *
 * @throws FledgeError `usage` with all problems.
 */
function readInputs() {
    const given = Object.fromEntries(
    // An empty input counts as not set, such as `${{ inputs.tag }}` of a workflow without that input.
    Object.keys(inputSchema.shape).map((name) => [name, core/* getInput */.V4(name) || undefined]));
    for (const name of SECRET_INPUTS)
        hideSecret(name, given[name]);
    const parsed = inputSchema.safeParse(given);
    const problems = (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`);
    problems.push(...contradictionsOf(given));
    if (problems.length > 0 || parsed.data === undefined) {
        throw new errors/* FledgeError */.aE('usage', problems.map((problem) => `input ${problem}`).join('\n'));
    }
    return inputsOf(parsed.data);
}
/** Makes the runner mask a value in all later output. */
function maskSecret(value) {
    // The runner masks a secret of several lines only as a whole, so each line is masked too.
    for (const line of new Set([value, ...value.split(/\r?\n/)]))
        if (line.trim() !== '')
            core/* setSecret */.Pq(line);
}
function hideSecret(name, value) {
    if (value === undefined)
        return;
    maskSecret(value);
    delete process.env[`INPUT_${name.toUpperCase()}`];
}
function inputsOf(raw) {
    const { username, password, upload } = raw;
    const platform = raw.platform?.[0] ?? (0,support_platform/* hostPlatform */.ol)();
    const uploadRelease = raw.mode === 'release' || upload === 'release' || upload === 'both';
    const warnings = [
        ...(raw.registry !== undefined && password === undefined
            ? [
                `not logged in to ${raw.registry}: username and password are empty (secrets are not available to runs from forks)`,
            ]
            : []),
        ...(uploadRelease && raw.mode === 'build' && raw['url-base'] !== undefined
            ? ['url-base has no effect: in a release, the manifest contains the address of the asset']
            : []),
    ];
    return {
        mode: raw.mode,
        config: (0,input_values/* linesOf */.Dx)(raw.config),
        manifest: raw.manifest,
        outputDirectory: raw['output-dir'],
        platform,
        platforms: raw.platform ?? [platform],
        runnerOf: raw['runner-labels'] ?? runner_labels/* hostedRunner */.y,
        since: raw.since,
        runner: raw.runner,
        runnerImage: raw['runner-image'],
        login: username === undefined || password === undefined
            ? undefined
            : { registry: registryOf(raw.registry ?? DOCKER_HUB), username, password },
        urlBase: raw['url-base'],
        locked: raw.locked,
        strict: raw.strict,
        sbom: raw.sbom,
        verify: raw.verify ?? 'auto',
        reproducible: raw.reproducible,
        boot: bootInputsOf(raw),
        uploadArtifact: upload === 'artifact' || upload === 'both',
        uploadRelease,
        artifactName: raw['artifact-name'],
        retentionDays: raw['retention-days'],
        overwrite: raw.overwrite,
        archive: raw.archive,
        releaseTag: raw['release-tag'],
        release: releaseInputsOf(raw),
        token: raw.token,
        cache: raw.cache,
        left: raw.left,
        right: raw.right,
        summary: raw.summary,
        warnings,
    };
}
/** Problems of inputs that are valid on their own but not together. */
function contradictionsOf(given) {
    const problems = [];
    const isCompare = given['mode'] === 'compare';
    for (const side of ['left', 'right']) {
        if (isCompare && given[side] === undefined)
            problems.push(`${side}: missing; mode compare compares left with right`);
        if (!isCompare && given[side] !== undefined)
            problems.push(`${side}: only for mode compare; set mode: compare`);
    }
    if (given['mode'] !== 'plan') {
        if ((0,input_values/* listOf */.c3)(given['platform'] ?? '').length > 1) {
            problems.push('platform: only mode plan accepts several; use its output matrix');
        }
        for (const name of ['runner-labels', 'since']) {
            if (given[name] !== undefined)
                problems.push(`${name}: only for mode plan; set mode: plan`);
        }
    }
    problems.push(...releaseContradictions(given));
    const mode = MODES.find((known) => known === (given['mode'] ?? 'build'));
    if (mode !== undefined)
        problems.push(...bootContradictions(mode, given));
    const { username, password } = given;
    if (username !== undefined && password === undefined) {
        problems.push('password: missing, but username is set (secrets are not available to runs from forks)');
    }
    if (password !== undefined && username === undefined)
        problems.push('username: missing, but password is set');
    return problems;
}
/** Removes the scheme and slashes of `https://ghcr.io/`. */
function registryOf(value) {
    return value.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}
/** The name becomes an argument of docker, so it must be a valid image name and nothing else. */
function requireImageName(value, { addIssue }) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(value);
    if (parsed.ok && parsed.image.transport === undefined)
        return;
    const why = parsed.ok ? 'write the image without a transport' : parsed.message;
    addIssue({ code: 'custom', message: `expected a container image, found ${(0,input_values/* quote */.hD)(value)}: ${why}` });
}
function runnersOf(value, context) {
    const labels = (0,runner_labels/* parseRunnerLabels */.n)(value);
    if (labels.ok)
        return labels.runnerOf;
    context.addIssue({ code: 'custom', message: labels.message });
    return core_core/* NEVER */.tm;
}
/** A boolean, or `always`. */
function cacheOf(value, context) {
    const known = (0,input_values/* booleanOf */.SF)(value);
    if (known !== undefined)
        return known ? 'on' : 'off';
    if (value === 'always')
        return value;
    context.addIssue({ code: 'custom', message: `expected true, false or always, found ${(0,input_values/* quote */.hD)(value)}` });
    return core_core/* NEVER */.tm;
}


/***/ }),

/***/ 43284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EC: () => (/* binding */ preformatted),
/* harmony export */   Ix: () => (/* binding */ facts),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   zW: () => (/* binding */ fencedBlock)
/* harmony export */ });
/* harmony import */ var _support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42012);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/*
 * The parts of a job summary. They are HTML blocks without a blank line, in which Markdown has no meaning (CommonMark 0.31,
 * 4.6), so that text needs the escapes of HTML only.
 */
/** Limits in characters of a name or path, and of a sentence. Longer ones lose their middle. */
const MAX_CODE = 1000;
const MAX_PROSE = 4000;
const REFERENCES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/**
 * Text of a sentence, on one line. GitHub finds mentions, references to issues and emoji in the text of the page, so each
 * `@`, `#` and `:` is an element of its own.
 */
function prose(text) {
    return escaped(oneLine((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(text, MAX_PROSE))).replace(/[@:]|(?<!&)#/g, '<span>$&</span>');
}
/** A number with its unit, which stay on one line. */
function amount(text) {
    return prose(text).replaceAll(' ', '&nbsp;');
}
/** Text as code, on one line. GitHub looks for nothing in code. */
function code(text, limit = MAX_CODE) {
    return text === '' ? '' : `<code>${escaped(oneLine((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .shortened */ .vI)(text, limit)))}</code>`;
}
/** A `sha256:` digest or hexadecimal digits as code: the first 12 digits, and all of them in a tooltip. */
function digest(text) {
    const [, algorithm = '', digits = ''] = /^([a-z0-9]+:)?([0-9a-f]{13,128})$/.exec(text) ?? [];
    if (digits === '')
        return code(text);
    return `<code title="${escaped(text)}">${escaped(algorithm + digits.slice(0, 12))}</code>`;
}
/** A link with a label of ours. Empty if the address is not an http(s) URL. */
function link(label, url) {
    const protocol = url === undefined ? undefined : URL.parse(url)?.protocol;
    if (url === undefined || (protocol !== 'https:' && protocol !== 'http:'))
        return '';
    return `<a href="${escaped(oneLine(url))}">${escaped(label)}</a>`;
}
/** Text with line breaks, in a block of code. */
function preformatted(text) {
    return `<pre><code>${escaped(text).replaceAll('\n', '&#10;')}</code></pre>\n`;
}
/** A table. Its cells are HTML. */
function table(header, rows) {
    const row = (name, cells) => `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>\n`;
    return `<table>\n${row('th', header)}${rows.map((cells) => row('td', cells)).join('')}</table>\n`;
}
/** A table with a name and a value in each row. */
function facts(rows) {
    return `<table>\n${rows.map(([name, value]) => `<tr><th align="left">${name}</th><td>${value}</td></tr>\n`).join('')}</table>\n`;
}
/** A part that the reader unfolds by a click on its title. */
function folded(title, content, { isOpen = false } = {}) {
    return `<details${isOpen ? ' open' : ''}><summary>${title}</summary>\n${content}</details>\n`;
}
/** A fenced block of Markdown, whose fence is longer than any in its text (CommonMark 0.31, 4.5). */
function fencedBlock(language, text) {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    return `\n${fence}${language}\n${(0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text)}\n${fence}\n\n`;
}
function escaped(text) {
    return (0,_support_byte_string_js__WEBPACK_IMPORTED_MODULE_0__/* .printable */ .g$)(text).replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}
function oneLine(text) {
    return text.replaceAll('\n', ' ');
}


/***/ }),

/***/ 15382:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./build/github/addresses.js
var addresses = __webpack_require__(25362);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/files/scratch.js
var scratch = __webpack_require__(1022);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
// EXTERNAL MODULE: ./build/action/inputs.js + 2 modules
var action_inputs = __webpack_require__(66724);
// EXTERNAL MODULE: ./build/action/report/annotations.js
var annotations = __webpack_require__(38572);
// EXTERNAL MODULE: ./build/action/report/summary/html.js
var html = __webpack_require__(43284);
;// CONCATENATED MODULE: ./build/action/report/summary/failure-section.js


/** The sections of a step that failed before it had results, such as for a fledge.toml with problems. */
function failureSections(error) {
    const failures = error instanceof annotations/* ManyFailures */.j7 ? error.failures : [error];
    return failures.map((failure) => ({ rank: 'failure', text: (0,html/* preformatted */.EC)((0,annotations/* describeFailure */.Ic)(failure)) }));
}

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 7 modules
var core = __webpack_require__(33838);
// EXTERNAL MODULE: ./build/support/about.js
var about = __webpack_require__(92089);
// EXTERNAL MODULE: ./build/support/environment.js
var environment = __webpack_require__(12285);
;// CONCATENATED MODULE: ./build/action/report/summary/sections.js
/* The limit of a job summary. */
/** Limit of GitHub for the summary of a step, 1 MiB. GitHub shows nothing of a longer one. */
const MAX_BYTES = 1024 * 1024;
/** Replaces what does not fit. */
const CUT = '\n<p>✂️ The less important details are left out, because GitHub limits the summary of a step to 1 MiB. The log has more.</p>\n';
/** The importance of a section, the most important first. After the first section that does not fit, only more important ones are kept. */
const RANKS = ['result', 'failure', 'warnings', 'boot', 'install', 'inputs', 'statistics'];
/** The text of sections in their order. If they do not fit within the limit in bytes, the least important ones are left out. */
function fitSections(sections, limit = MAX_BYTES) {
    const blocks = sections
        .filter(({ text }) => text !== '')
        .map((section) => ({ ...section, text: `\n${section.text}` }));
    const all = blocks.map(({ text }) => text).join('');
    if (Buffer.byteLength(all) <= limit)
        return all;
    const order = blocks.toSorted((a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank));
    const kept = new Set();
    let room = limit - Buffer.byteLength(CUT);
    for (const block of order) {
        room -= Buffer.byteLength(block.text);
        if (room < 0)
            break;
        kept.add(block);
    }
    return (blocks
        .filter((block) => kept.has(block))
        .map(({ text }) => text)
        .join('') + CUT);
}

;// CONCATENATED MODULE: ./build/action/report/summary/job-summary.js






/** The job summary of this step. */
class JobSummary {
    #isWanted;
    #isWritten = false;
    /** `isWanted`: the input `summary`. */
    constructor({ isWanted, env }) {
        // Old GHES servers do not support summaries.
        this.#isWanted = isWanted && (0,environment/* environmentValue */.Jz)(env, 'GITHUB_STEP_SUMMARY') !== undefined;
    }
    /**
     * Writes sections below a title and above the version of fledge, unless a summary was written before. A failure is a warning.
     */
    async write(title, sections) {
        if (this.#isWritten || !this.#isWanted)
            return;
        this.#isWritten = true;
        const text = fitSections([
            { rank: 'result', text: `## ${title}\n` },
            ...sections,
            { rank: 'result', text: `<p><sub>fledge ${about/* VERSION */.x}</sub></p>\n` },
        ]);
        try {
            await core/* summary */.z.addRaw(text).write();
        }
        catch (error) {
            // The work of the step itself has succeeded or failed already.
            (0,annotations/* annotateWarning */.tf)(`cannot write the job summary: ${(0,errors/* messageOf */.bD)(error)}`);
        }
    }
}

// EXTERNAL MODULE: ./build/action/state.js
var state = __webpack_require__(90862);
;// CONCATENATED MODULE: ./build/action/run.js








/** The function of each mode. Only the code of the chosen mode is loaded. */
const MODES = {
    build: async () => (await Promise.all(/* import() */[__webpack_require__.e(3292), __webpack_require__.e(4925), __webpack_require__.e(5165), __webpack_require__.e(5823), __webpack_require__.e(1030), __webpack_require__.e(3546), __webpack_require__.e(8231), __webpack_require__.e(1365)]).then(__webpack_require__.bind(__webpack_require__, 51365))).buildPlugins,
    plan: async () => (await Promise.all(/* import() */[__webpack_require__.e(3292), __webpack_require__.e(5823), __webpack_require__.e(1030), __webpack_require__.e(883)]).then(__webpack_require__.bind(__webpack_require__, 70883))).planMatrix,
    release: async () => (await Promise.all(/* import() */[__webpack_require__.e(4925), __webpack_require__.e(191), __webpack_require__.e(3712)]).then(__webpack_require__.bind(__webpack_require__, 5155))).completeRelease,
    compare: async () => (await Promise.all(/* import() */[__webpack_require__.e(3292), __webpack_require__.e(6368), __webpack_require__.e(4925), __webpack_require__.e(5165), __webpack_require__.e(5823), __webpack_require__.e(8923), __webpack_require__.e(3240), __webpack_require__.e(8273), __webpack_require__.e(8231), __webpack_require__.e(3394)]).then(__webpack_require__.bind(__webpack_require__, 20814))).compareSides,
    setup: async () => (await Promise.all(/* import() */[__webpack_require__.e(3292), __webpack_require__.e(4925), __webpack_require__.e(5165), __webpack_require__.e(5823), __webpack_require__.e(1030), __webpack_require__.e(3546), __webpack_require__.e(9437)]).then(__webpack_require__.bind(__webpack_require__, 9437))).setUpTools,
};
/** Modes that read files and start no tool, and therefore run on every operating system. */
const PORTABLE_MODES = ['plan', 'release', 'compare'];
/**
 * Runs the mode of this step.
 *
 * @throws Error on any failure; none of them was reported before.
 */
async function run(reporter) {
    const inputs = (0,action_inputs/* readInputs */.Ko)();
    for (const warning of inputs.warnings)
        reporter.warn(warning);
    requireLinuxFor(inputs.mode);
    const directory = (0,state/* createStepDirectory */.MM)(process.env);
    // Post removes the temporary files of a build that was killed from there. A workflow sets TMPDIR to use another disk.
    if (process.env['TMPDIR'] === undefined)
        (0,scratch/* setTemporaryRoot */.aN)(directory);
    const runMode = await MODES[inputs.mode]();
    const env = environmentOf(inputs, directory);
    const summary = new JobSummary({ isWanted: inputs.summary, env });
    try {
        await runMode(inputs, { env, reporter, summary, directory });
    }
    catch (error) {
        await summary.write(`fledge ${inputs.mode}`, failureSections(error));
        throw error;
    }
}
function requireLinuxFor(mode) {
    if (process.platform === 'linux' || PORTABLE_MODES.includes(mode))
        return;
    const here = process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : process.platform;
    throw new errors/* FledgeError */.aE('usage', `mode ${mode} needs a Linux runner; on ${here}, the modes ${(0,support_text/* listWithAnd */.K1)(PORTABLE_MODES)} work`, {
        fix: 'set runs-on: ubuntu-latest, or ubuntu-24.04-arm for linux/arm64',
    });
}
/**
 * The environment of builds. Kestrel's releases are on github.com, which needs no token and refuses the token of
 * another server.
 */
function environmentOf({ token }, temporaryRoot) {
    const env = { TMPDIR: temporaryRoot, ...process.env };
    const isPublicGithub = (env['GITHUB_SERVER_URL'] ?? addresses/* PUBLIC_SERVER */.Ag) === addresses/* PUBLIC_SERVER */.Ag;
    const isTokenForReleases = isPublicGithub || env['FLEDGE_GITHUB_API_URL'] !== undefined;
    return token === undefined || !isTokenForReleases ? env : { GITHUB_TOKEN: token, ...env };
}


/***/ }),

/***/ 59559:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LZ: () => (/* binding */ saveState),
/* harmony export */   d9: () => (/* binding */ RUNNER_USER_FIX),
/* harmony export */   fM: () => (/* binding */ addPath),
/* harmony export */   lK: () => (/* binding */ requireRunnerFiles),
/* harmony export */   uH: () => (/* binding */ setOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33838);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);



/** The usual cause: in a job with `container:`, the step runs as another user than the owner of the runner's files. */
const RUNNER_USER_FIX = "run the step as the owner of the file; in a job with container:, set options: --user 1001 (the user of GitHub's runners) or --user 0";
/**
 * Checks, before any work, that the step can write outputs and state.
 *
 * @throws FledgeError `output` that names the file, with a fix.
 */
function requireRunnerFiles() {
    for (const variable of ['GITHUB_STATE', 'GITHUB_OUTPUT']) {
        const path = process.env[variable] || undefined;
        // Without O_CREAT: the runner has created it.
        if (path !== undefined)
            attempt(variable, () => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_APPEND)));
    }
}
/** Sets an output of the step. @throws FledgeError `output` if the runner's file cannot be written. */
function setOutput(name, value) {
    attempt('GITHUB_OUTPUT', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .setOutput */ .uH(name, value));
}
/** Saves a value for post. @throws FledgeError `output` if the runner's file cannot be written. */
function saveState(name, value) {
    attempt('GITHUB_STATE', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .saveState */ .LZ(name, value));
}
/** Puts a directory on the PATH of later steps. @throws FledgeError `output` if the runner's file cannot be written. */
function addPath(directory) {
    attempt('GITHUB_PATH', () => _actions_core__WEBPACK_IMPORTED_MODULE_1__/* .addPath */ .fM(directory));
}
function attempt(variable, action) {
    try {
        action();
    }
    catch (error) {
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .reasonOfCode */ .Hx)((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error)) ?? (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .messageOf */ .bD)(error);
        const path = process.env[variable] ?? '';
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('output', `cannot write the runner's file ${path} (${variable}): ${reason}`, {
            cause: error,
            fix: RUNNER_USER_FIX,
        });
    }
}


/***/ }),

/***/ 90862:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ saveThatAllWasBuilt),
/* harmony export */   MM: () => (/* binding */ createStepDirectory),
/* harmony export */   VP: () => (/* binding */ saveCacheState)
/* harmony export */ });
/* unused harmony exports stepDirectoryOfMain, cacheStateOfMain, wasAllBuilt */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33838);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(32026);
/* harmony import */ var _runner_files_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(59559);








/** Names of the state of main for post. */
const STATE = { directory: 'directory', cache: 'cache', built: 'built' };
/**
 * Creates the directory of this step in RUNNER_TEMP. Its path is saved for post before any file is written, so post
 * finds it however main ends.
 *
 * @throws FledgeError `output` if it cannot be created, or the state cannot be saved.
 */
function createStepDirectory(env) {
    (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .requireRunnerFiles */ .lK)();
    const directory = makeDirectory((0,_support_environment_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentValue */ .Jz)(env, 'RUNNER_TEMP') ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)());
    try {
        (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)(STATE.directory, directory);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(directory);
        throw error;
    }
    return directory;
}
function makeDirectory(parent) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdtempSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(parent, _support_files_own_files_js__WEBPACK_IMPORTED_MODULE_5__/* .STEP_DIRECTORY */ .ji));
    }
    catch (error) {
        const reason = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .reasonOfCode */ .Hx)((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error)) ?? String(error);
        throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot create a directory in ${parent} (RUNNER_TEMP): ${reason}`, {
            cause: error,
            fix: _runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .RUNNER_USER_FIX */ .d9,
        });
    }
}
/** The directory of `createStepDirectory`, or undefined if main did not create it. */
function stepDirectoryOfMain() {
    return core.getState(STATE.directory) || undefined;
}
/** Saves a JSON document about the cache for post. */
function saveCacheState(document) {
    (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)(STATE.cache, JSON.stringify(document));
}
/** The last document of `saveCacheState`. */
function cacheStateOfMain() {
    const text = core.getState(STATE.cache);
    return text === '' ? undefined : JSON.parse(text);
}
/** Saves for post that all builds have succeeded, so that unused cached files can be removed. */
function saveThatAllWasBuilt() {
    (0,_runner_files_js__WEBPACK_IMPORTED_MODULE_6__/* .saveState */ .LZ)(STATE.built, 'all');
}
/** True if `saveThatAllWasBuilt` was called. */
function wasAllBuilt() {
    return core.getState(STATE.built) === 'all';
}


/***/ }),

/***/ 25326:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rl: () => (/* binding */ IMAGE_PATTERN),
/* harmony export */   o_: () => (/* binding */ parseImageReference)
/* harmony export */ });
/* unused harmony export TRANSPORTS */
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1318);

/** Transports of containers-transports(5) that fledge.toml accepts. */
const TRANSPORTS = [
    'docker',
    'docker-daemon',
    'docker-archive',
    'oci',
    'oci-archive',
    'dir',
    'containers-storage',
];
// The grammar of github.com/distribution/reference, reference.go.
const PATH_COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const DOMAIN_COMPONENT = '(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])';
const HOST = `(?:${DOMAIN_COMPONENT}(?:\\.${DOMAIN_COMPONENT})*|\\[[0-9A-Fa-f:]+\\])`;
const TAG = '[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}';
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const NAME = `(?:${HOST}(?::[0-9]+)?/)?${PATH_COMPONENT}(?:/${PATH_COMPONENT})*`;
const NAMED = `${NAME}(?::${TAG})?(?:@${DIGEST})?`;
/** The beginning of a reference to a path, which may contain spaces. */
const PATH_PREFIX = /^(?:docker-archive|oci|oci-archive|dir):[^ ]/;
const NAME_PATTERN = new RegExp(`^${NAME}$`);
const TAG_PATTERN = new RegExp(`^${TAG}$`);
const DIGEST_PATTERN = new RegExp(`^${DIGEST}$`);
/** Matches every image that `parseImageReference` accepts; it is a `pattern` in the JSON Schema. */
const IMAGE_PATTERN = `^(?:(?:docker://|docker-daemon:)?${NAMED}|docker-daemon:${DIGEST}` +
    '|(?:docker-archive|oci|oci-archive):[^:\\s](?:[ \\S]*\\S)?|dir:\\S(?:[ \\S]*\\S)?|containers-storage:[^\\s[\\]]+)$';
const IMAGE_ID = /^[0-9a-f]{64}$/;
/** The index of an image in an archive or a layout, from 0. */
const MEMBER_INDEX = /^@(?:0|[1-9][0-9]{0,5})$/;
/** docker's limit for a repository name with its domain, in characters. */
const MAX_NAME_LENGTH = 255;
/** PATH_MAX, with room for a transport. */
const MAX_TEXT_LENGTH = 4200;
/** Parses `[source] image` or `busybox_image`: a plain reference, or one with a transport of containers-transports(5). */
function parseImageReference(text) {
    if (text === '')
        return fail('must not be empty');
    if (text.length > MAX_TEXT_LENGTH)
        return fail(`has more than ${MAX_TEXT_LENGTH} characters`);
    if (/\p{Cc}|[^\S ]|^ | $/u.test(text))
        return fail('must not contain control characters, or begin or end with a space');
    if (/^(?:\.{0,2}\/|~)/.test(text)) {
        return fail('begins like a path; for an image on this machine, write oci:PATH, oci-archive:PATH, docker-archive:PATH or dir:PATH');
    }
    if (text.includes(' ') && !PATH_PREFIX.test(text))
        return fail('must not contain spaces');
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(text)?.[1];
    if (scheme === 'http' || scheme === 'https') {
        const image = withoutLogin(text.slice(scheme.length + 3)).replace(/\/+$/, '');
        return fail(`is a URL; write the image without ${scheme}://`, image);
    }
    if (scheme !== undefined && scheme !== 'docker') {
        const isKnown = TRANSPORTS.some((name) => name === scheme);
        if (!isKnown)
            return unknownTransport(scheme);
        return fail(`${scheme}: is written without //`, text.replace('://', ':'));
    }
    if (scheme === 'docker')
        return withNamed(text, 'docker', text.slice('docker://'.length));
    const prefix = /^([a-z-]+):/.exec(text)?.[1] ?? '';
    const rest = text.slice(prefix.length + 1);
    switch (prefix) {
        case 'docker-daemon':
            return parseDaemon(text, rest);
        case 'docker-archive':
        case 'oci':
        case 'oci-archive':
        case 'dir':
            return parsePath(text, prefix, rest);
        case 'containers-storage':
            return parseStorage(text, rest);
        case 'docker':
            // `docker:` begins a tag of the image `docker`, as in docker:dind. With a slash, the rest is not a tag.
            return rest.includes('/') && !/^[0-9]+\//.test(rest)
                ? fail('docker: is written with //', `docker://${withoutLogin(rest)}`)
                : withNamed(text, undefined, text);
        default:
            return isMistypedTransport(prefix) ? unknownTransport(prefix) : withNamed(text, undefined, text);
    }
}
/** Without a user and password before the host. */
function withoutLogin(reference) {
    return reference.replace(/^[^/]*@(?=[^/]+\/)/, '');
}
function parseDaemon(text, rest) {
    const id = idOf(rest);
    if (id !== undefined)
        return succeed(text, 'docker-daemon', { id, baseName: 'image' });
    if (/^sha(?:256|384|512):/.test(rest)) {
        return fail('the id of an image is "sha256:" and 64 lower-case hex digits; docker image inspect prints it');
    }
    const parsed = withNamed(text, 'docker-daemon', rest);
    if (!parsed.ok || parsed.image.named === undefined)
        return parsed;
    const { tag, digest } = parsed.image.named;
    if (tag !== undefined || digest !== undefined)
        return parsed;
    return fail('docker-daemon: needs a tag or a digest', `${text}:latest`);
}
function parsePath(text, transport, rest) {
    const colon = transport === 'dir' ? -1 : rest.indexOf(':');
    const path = colon < 0 ? rest : rest.slice(0, colon);
    const member = colon < 0 ? undefined : rest.slice(colon + 1);
    if (path === '')
        return fail(`needs a path after ${transport}:`);
    if (member === '')
        return fail('ends in a colon; write the name of an image after it, or remove it');
    if (/@sha(?:256|512)$/.test(path) && member !== undefined && /^[0-9a-f]{32,}$/.test(member)) {
        return fail('cannot be pinned by a digest; write a colon and the name of an image in it instead, or nothing');
    }
    if (member?.startsWith('@') && !MEMBER_INDEX.test(member)) {
        return fail(`${JSON.stringify(member)} is not an index of an image in the archive; the first image is @0`);
    }
    if (transport === 'docker-archive' && member !== undefined && !member.startsWith('@')) {
        const parsed = withNamed(text, undefined, member);
        if (!parsed.ok)
            return parsed;
        if (parsed.image.named?.digest !== undefined) {
            return fail('docker-archive: cannot be pinned by the digest of a manifest, because such an archive does not contain it');
        }
        return succeed(text, transport, { path, member, baseName: parsed.image.baseName });
    }
    return succeed(text, transport, { path, member, baseName: baseNameOfPath(path) });
}
function parseStorage(text, rest) {
    if (rest === '')
        return fail('needs an image after containers-storage:');
    if (/[[\]]/.test(rest)) {
        return fail('must not contain storage options, because they name directories and programs of this machine; set CONTAINERS_STORAGE_CONF to a storage.conf that contains them');
    }
    const whole = idOf(rest) ?? idOf(rest.replace(/^@/, ''));
    if (whole !== undefined)
        return succeed(text, 'containers-storage', { id: whole, baseName: 'image' });
    if (/^[0-9a-f]{12}$/.test(rest))
        return fail('is a shortened image id; write all 64 digits');
    const at = rest.lastIndexOf('@');
    const id = at < 0 || rest.includes(':', at) ? undefined : rest.slice(at + 1);
    if (id !== undefined && !IMAGE_ID.test(id)) {
        return fail(`${JSON.stringify(id)} is neither a digest, such as sha256:…, nor the 64 lower-case hex digits of an id`);
    }
    const parsed = withNamed(text, undefined, id === undefined ? rest : rest.slice(0, at));
    if (!parsed.ok)
        return parsed;
    const { named: stored, baseName } = parsed.image;
    return succeed(text, 'containers-storage', { stored, id, baseName });
}
/** The hex digits of an image ID, or undefined for any other text. */
function idOf(text) {
    return IMAGE_ID.exec(text.replace(/^sha256:/, ''))?.[0];
}
function withNamed(text, transport, reference) {
    const at = reference.indexOf('@');
    const digest = at < 0 ? undefined : reference.slice(at + 1);
    const beforeDigest = at < 0 ? reference : reference.slice(0, at);
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    const name = colon < 0 ? beforeDigest : beforeDigest.slice(0, colon);
    if (name === '')
        return fail('has no name');
    if (DIGEST_PATTERN.test(reference) && /:[0-9a-fA-F]{64}$/.test(reference)) {
        return fail('is only a digest; write it after the name, as in name@sha256:…');
    }
    const slash = name.indexOf('/');
    const first = name.slice(0, Math.max(slash, 0));
    const hasDomain = first === 'localhost' || /[.:]/.test(first);
    const repository = hasDomain ? name.slice(slash + 1) : name;
    if (/[A-Z]/.test(repository)) {
        return fail('repository names are lower case', text.replace(repository, repository.toLowerCase()));
    }
    if (!NAME_PATTERN.test(name))
        return fail(`${JSON.stringify(name)} is not a valid image name`);
    if (tag !== undefined && !TAG_PATTERN.test(tag))
        return fail(`${JSON.stringify(tag)} is not a valid tag`);
    const digestProblem = digest === undefined ? undefined : problemOfDigest(digest);
    if (digestProblem !== undefined)
        return fail(digestProblem);
    if (/^[0-9a-f]{64}$/.test(name))
        return fail('is an image id; write the name of the image instead');
    const domain = hasDomain && first !== 'index.docker.io' ? first : 'docker.io';
    const fullRepository = domain === 'docker.io' && !repository.includes('/') ? `library/${repository}` : repository;
    if (domain.length + 1 + fullRepository.length > MAX_NAME_LENGTH) {
        return fail(`has a name of more than ${MAX_NAME_LENGTH} characters`);
    }
    return succeed(text, transport, {
        named: { domain, repository: fullRepository, tag, digest },
        baseName: repository.slice(repository.lastIndexOf('/') + 1),
    });
}
function problemOfDigest(digest) {
    if (!DIGEST_PATTERN.test(digest))
        return `${JSON.stringify(digest)} is not a valid digest, such as sha256:…`;
    const [algorithm = '', hex = ''] = digest.split(':');
    const length = algorithm === 'sha256' ? 64 : algorithm === 'sha384' ? 96 : algorithm === 'sha512' ? 128 : undefined;
    if (length !== undefined && hex.length !== length) {
        return `the digest has ${hex.length} hex digits; ${algorithm} has ${length}`;
    }
    return hex === hex.toLowerCase() ? undefined : 'the hex digits of a digest are lower case';
}
/** True if a prefix is a typo of a long transport name. Short names such as `oci` are too similar to image names. */
function isMistypedTransport(prefix) {
    const near = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(prefix, TRANSPORTS.filter((name) => name.includes('-')));
    return near !== undefined && near.length >= 10;
}
function unknownTransport(name) {
    const near = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .nearest */ .p)(name, TRANSPORTS);
    return fail(`${JSON.stringify(name)} is not a supported transport`, near);
}
function baseNameOfPath(path) {
    const last = path
        .split('/')
        .filter((part) => part !== '' && part !== '.' && part !== '..')
        .at(-1) ?? 'image';
    return last.replace(/\.(?:tar|oci|tgz|tar\.gz|tar\.zst)$/i, '').replaceAll(' ', '-');
}
function succeed(text, transport, parts) {
    const { named, stored, id, path, member, baseName } = parts;
    return { ok: true, image: { kind: 'reference', text, transport, named, stored, id, path, member, baseName } };
}
function fail(message, suggestion) {
    return suggestion === undefined ? { ok: false, message } : { ok: false, message, suggestion };
}


/***/ }),

/***/ 93017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CD: () => (/* binding */ problemOfLocation),
/* harmony export */   Ce: () => (/* binding */ MOUNT_POINTS),
/* harmony export */   EK: () => (/* binding */ problemOfSha256),
/* harmony export */   G3: () => (/* binding */ PATTERNS),
/* harmony export */   H9: () => (/* binding */ DEFAULT_BUSYBOX_URL),
/* harmony export */   Lb: () => (/* binding */ problemOfPluginName),
/* harmony export */   M9: () => (/* binding */ DEFAULT_QCOW2_LEVEL),
/* harmony export */   NM: () => (/* binding */ DEFAULT_SIZE_BUFFER_MB),
/* harmony export */   T9: () => (/* binding */ problemOfBuildArg),
/* harmony export */   WN: () => (/* binding */ normaliseSha256),
/* harmony export */   Wv: () => (/* binding */ DEFAULT_COMPRESSION_LEVEL),
/* harmony export */   _r: () => (/* binding */ problemOfPath),
/* harmony export */   fg: () => (/* binding */ DEFAULT_BUSYBOX_SHA256),
/* harmony export */   hD: () => (/* binding */ locationOf),
/* harmony export */   hp: () => (/* binding */ problemOfTag),
/* harmony export */   ix: () => (/* binding */ problemOfHttpUrl),
/* harmony export */   nR: () => (/* binding */ problemOfStage),
/* harmony export */   oI: () => (/* binding */ problemOfPluginVersion),
/* harmony export */   p3: () => (/* binding */ DEFAULT_MAX_UNPACKED_MB)
/* harmony export */ });
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73136);

/** Several times the unpacked size of the largest images in use, in MiB. */
const DEFAULT_MAX_UNPACKED_MB = 65_536;
/** Space for logs and small state of a plugin, in MiB. */
const DEFAULT_SIZE_BUFFER_MB = 100;
/** Measured: docs/benchmarks.md. */
const DEFAULT_COMPRESSION_LEVEL = 9;
/** Measured: docs/benchmarks.md. */
const DEFAULT_QCOW2_LEVEL = { zstd: 3, zlib: 6 };
/** Directories over which the C init and the agent mount file systems. They hide what the artifact has there. */
const MOUNT_POINTS = ['/dev', '/proc', '/sys', '/tmp', '/run'];
/** The default busybox: static, musl, x86_64. */
const DEFAULT_BUSYBOX_URL = 'https://busybox.net/downloads/binaries/1.35.0-x86_64-linux-musl/busybox';
const DEFAULT_BUSYBOX_SHA256 = '6e123e7f3202a8c1e9b1f94d8941580a25135382b99e8d3e34fb858bba311348';
/** JSON Schema patterns of the rules below; each accepts everything that its rule accepts. */
const PATTERNS = {
    sha256: '^(?:[sS][hH][aA]256:)?[0-9A-Fa-f]{64}$',
    httpUrl: '^[hH][tT][tT][pP][sS]?://[^\\s]+$',
    path: '^[^\\u0000]+$',
    tag: '^[^\\s~^:?*\\[\\\\\\u0000-\\u001f\\u007f]+$',
    stage: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
    buildArg: '^[^\\u0000]*$',
    destination: '^/(?!(?:[^\\u0000]*/)?\\.\\.(?:/|$))[^\\u0000]*$',
};
const CONTROL_OR_SPACE = /[\s\p{Cc}]/u;
const SHA256 = new RegExp(PATTERNS.sha256);
const TAG = new RegExp(PATTERNS.tag);
const STAGE = new RegExp(PATTERNS.stage);
/** The problem with a host path, or undefined. */
function problemOfPath(value) {
    if (value === '')
        return 'must not be empty';
    return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}
/** The problem with the name or number of a stage of a Dockerfile, or undefined. */
function problemOfStage(value) {
    if (value === '')
        return 'must not be empty';
    return STAGE.test(value) ? undefined : 'must be the name or the number of a stage: letters, digits, _, . and -';
}
/** The problem with the value of a build argument, or undefined. */
function problemOfBuildArg(value) {
    return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}
/** The problem with a sha256 as `HEX` or `sha256:HEX`, or undefined. */
function problemOfSha256(value) {
    if (value === '')
        return 'must not be empty';
    if (SHA256.test(value))
        return undefined;
    const other = /^([a-z0-9]+):/i.exec(value)?.[1];
    if (other !== undefined && other.toLowerCase() !== 'sha256')
        return `must be a sha256, found ${other}`;
    const digits = value.slice(other === undefined ? 0 : other.length + 1);
    return /^[0-9a-f]*$/i.test(digits)
        ? `a sha256 has 64 hex digits, found ${digits.length}`
        : 'must be 64 hex digits, with or without "sha256:" before them';
}
/** 64 lower-case hex digits of a valid sha256. */
function normaliseSha256(value) {
    return value.slice(-64).toLowerCase();
}
/** The problem with an http(s) URL, or undefined. */
function problemOfHttpUrl(value) {
    if (value === '')
        return 'must not be empty';
    if (CONTROL_OR_SPACE.test(value))
        return 'a URL must not contain spaces or control characters; write %20 for a space';
    if (!/^https?:\/\//i.test(value))
        return 'must be an http:// or https:// URL';
    return URL.canParse(value) ? undefined : 'is not a valid URL';
}
/** The problem with a release tag, or undefined. The characters are those of git-check-ref-format(1). */
function problemOfTag(value) {
    if (value === '')
        return 'must not be empty';
    return TAG.test(value) ? undefined : 'must be "latest" or the tag of a release';
}
const PLUGIN_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .,_+~@!-]{0,126}[\p{L}\p{N}\p{M}._+~!-])?$/u;
const PLUGIN_VERSION = /^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,127}$/;
/**
 * The problem with the name or the runtime of a plugin, or undefined. Volant accepts any text, but it is used in
 * file names, outputs of a step and shell commands.
 */
function problemOfPluginName(value) {
    // Volant trims names before it checks that they are not empty.
    if (value.trim() === '')
        return 'must not be empty';
    return PLUGIN_NAME.test(value)
        ? undefined
        : 'must be 1 to 128 letters, digits, spaces and the characters . , _ + ~ @ ! -, with a letter or digit at its beginning';
}
/** The problem with the version of a plugin, or undefined; see `problemOfPluginName`. */
function problemOfPluginVersion(value) {
    if (value.trim() === '')
        return 'must not be empty';
    return PLUGIN_VERSION.test(value)
        ? undefined
        : 'must be 1 to 128 letters, digits and the characters . + _ ~ -, with a letter or digit at its beginning';
}
/** The problem with an http(s) URL, a file: URL or a path, or undefined. */
function problemOfLocation(value) {
    if (/^https?:/i.test(value))
        return problemOfHttpUrl(value);
    const problem = problemOfPath(value);
    if (problem !== undefined)
        return problem;
    if (/^file:/i.test(value))
        return pathOfFileUrl(value) === undefined ? 'is not a valid file: URL' : undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1];
    if (scheme === undefined)
        return undefined;
    const instead = scheme.toLowerCase() === 'docker' ? 'for an image, set busybox_image instead' : undefined;
    return `cannot fetch ${scheme}: URLs; ${instead ?? 'use https:, http:, file: or a path'}`;
}
/** The location that a valid text describes. */
function locationOf(value) {
    if (/^https?:/i.test(value))
        return { kind: 'url', url: value };
    return { kind: 'file', path: /^file:/i.test(value) ? (pathOfFileUrl(value) ?? value) : value };
}
/** `file:///abs`, `file:/abs` and, as curl and busybox wget users write it, `file:relative`. */
function pathOfFileUrl(value) {
    const rest = value.slice('file:'.length);
    if (/[?#]/.test(rest))
        return undefined;
    try {
        const path = rest.startsWith('/') ? (0,node_url__WEBPACK_IMPORTED_MODULE_0__.fileURLToPath)(new URL(value)) : decodeURIComponent(rest);
        return problemOfPath(path) === undefined ? path : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 25362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ PUBLIC_SERVER),
/* harmony export */   Bl: () => (/* binding */ PUBLIC_API),
/* harmony export */   TQ: () => (/* binding */ releaseAssetUrl),
/* harmony export */   jt: () => (/* binding */ sourceApiOf),
/* harmony export */   zz: () => (/* binding */ apiAddress)
/* harmony export */ });
/* harmony import */ var _net_redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13567);
/* harmony import */ var _support_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12285);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);



/** GitHub's REST API. */
const PUBLIC_API = 'https://api.github.com';
/** GitHub's web site. */
const PUBLIC_SERVER = 'https://github.com';
/**
 * The API that has the releases of sources: FLEDGE_GITHUB_API_URL, or the public one.
 *
 * @throws FledgeError `usage` if the variable is not an http(s) URL.
 */
function sourceApiOf(env) {
    const text = (0,_support_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentValue */ .Jz)(env, 'FLEDGE_GITHUB_API_URL') ?? PUBLIC_API;
    const protocol = URL.parse(text)?.protocol;
    if (protocol === 'https:' || protocol === 'http:')
        return { url: text, variable: 'FLEDGE_GITHUB_API_URL' };
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `FLEDGE_GITHUB_API_URL is not an http(s) URL: ${(0,_net_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redactUrl */ .B)(text)}`, {
        fix: `unset it, or set it to ${PUBLIC_API} or https://HOST/api/v3`,
    });
}
/** The address of a request: `path` below the address of the API, or `path` itself if it is a whole URL. */
function apiAddress({ url: api }, path, query = {}) {
    if (!path.startsWith('/'))
        return withQuery(new URL(path), query);
    const url = new URL(api);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}${path}`;
    return withQuery(url, query);
}
function withQuery(url, query) {
    for (const [name, value] of Object.entries(query))
        url.searchParams.set(name, value);
    return url;
}
/**
 * The download address of a release asset, which may not exist yet. As in GitHub's own addresses, the slashes of a tag
 * are percent-encoded too.
 */
function releaseAssetUrl(where) {
    const { serverUrl, repository, tag, name } = where;
    const file = `${encodeURIComponent(tag)}/${encodeURIComponent(name)}`;
    return `${serverUrl.replace(/\/+$/, '')}/${repository}/releases/download/${file}`;
}


/***/ }),

/***/ 81764:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseRunnerLabels),
/* harmony export */   y: () => (/* binding */ hostedRunner)
/* harmony export */ });
/* harmony import */ var _support_platform_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61341);

/** Labels of GitHub's own runners. */
const HOSTED = {
    'linux/amd64': 'ubuntu-24.04',
    'linux/arm64': 'ubuntu-24.04-arm',
};
/** GitHub's own runners. */
const hostedRunner = (platform) => HOSTED[platform];
/**
 * Parses labels of runners by platform, as JSON: `{"linux/arm64": ["self-hosted", "arm64"]}`. Platforms without labels get
 * GitHub's own runners.
 */
function parseRunnerLabels(text) {
    const example = 'such as {"linux/arm64": "my-arm64"} or {"linux/arm64": ["self-hosted", "arm64"]}';
    const fail = (why) => ({ ok: false, message: `expected JSON ${example}: ${why}` });
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return fail('it is not valid JSON');
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value))
        return fail('it is not an object');
    const labels = new Map();
    for (const [key, given] of Object.entries(value)) {
        const platform = _support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORMS */ .P4.find((known) => known === key);
        if (platform === undefined)
            return fail(`${JSON.stringify(key)} is not one of ${_support_platform_js__WEBPACK_IMPORTED_MODULE_0__/* .PLATFORMS */ .P4.join(', ')}`);
        if (!isLabels(given))
            return fail(`the value of ${JSON.stringify(key)} is not a label or an array of labels`);
        labels.set(platform, given);
    }
    return { ok: true, runnerOf: (platform) => labels.get(platform) ?? hostedRunner(platform) };
}
function isLabels(value) {
    if (Array.isArray(value))
        return value.length > 0 && value.every(isLabel);
    return isLabel(value);
}
function isLabel(value) {
    return typeof value === 'string' && value.trim() !== '';
}


/***/ }),

/***/ 13567:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ redactUrl)
/* harmony export */ });
/* unused harmony export withoutTokens */
/** Query parameters whose value is a credential or a signature. */
const SECRET_NAME = /token|secret|signature|password|passwd|credential|api[-_]?key|access[-_]?key|auth|jwt|session|^(sig|key|code|pwd|pass|sas|hmac)$/i;
/** Query parameters and path segments whose value identifies content, if it has the form of a digest. */
const DIGEST_NAME = /^(sha-?\d*|md5|digest|checksum|hash|commit|ref|rev|revision|v|version)$/i;
/** Characters. Longer values are probably not names, and are redacted as a precaution. */
const LONGEST_INNOCENT_VALUE = 40;
/** Characters. A text of at least this length with mixed letters and digits can be a credential. */
const SHORTEST_TOKEN = 20;
const REDACTED = 'REDACTED';
/** Tokens with a known prefix: of GitHub, GitLab, Slack, AWS, npm, Docker, Hugging Face, PyPI; JWTs. */
const KNOWN_TOKEN = /(?:gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|xox[a-z]-|npm_|dckr_[op]at_|hf_|sk-|sk_live_|pypi-)[\w-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}|eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
/**
 * Redacts a URL for a log, an error or a provenance record: without user, password and fragment, and with possible
 * credentials replaced in query and path. Digests and commits stay: public URLs contain them as long names. The text need
 * not be a URL.
 */
function redactUrl(text) {
    const url = URL.parse(text);
    if (url === null)
        return withoutTokens(text.replace(/\/\/[^/?#]*@/g, '//').replace(/[?#].*$/s, ''));
    url.username = '';
    url.password = '';
    url.hash = '';
    url.pathname = redactPath(url.pathname);
    redactQuery(url.searchParams);
    return withoutTokens(url.href);
}
function redactPath(path) {
    const segments = path.split('/');
    return segments
        .map((segment, index) => {
        const before = segments[index - 1] ?? '';
        // The segment after the name of a secret is probably one: `/token/0123…/file`.
        if (isLikeToken(segment) && SECRET_NAME.test(before))
            return REDACTED;
        return isRandom(decoded(segment)) ? REDACTED : redactParameters(segment);
    })
        .join('/');
}
/** Parameters of a path segment, as in `;jsessionid=0123` (RFC 3986, 3.3). */
function redactParameters(segment) {
    return segment.replace(/;([^;=]+)=([^;]*)/g, (whole, name, value) => isSecret(name, decoded(value)) ? `;${name}=${REDACTED}` : whole);
}
function redactQuery(parameters) {
    const redacted = [...parameters].map(([name, value]) => {
        // Without a `=` there is only a name.
        if (value === '' && (isLikeToken(name) || name.length > LONGEST_INNOCENT_VALUE))
            return [REDACTED, ''];
        return [name, isSecret(name, value) ? REDACTED : value];
    });
    // Do not rewrite an unchanged query: its encoding could change.
    if (redacted.flat().join('\0') === [...parameters].flat().join('\0'))
        return;
    for (const name of new Set(parameters.keys()))
        parameters.delete(name);
    for (const [name, value] of redacted)
        parameters.append(name, value);
}
function isSecret(name, value) {
    if (SECRET_NAME.test(name) || value.includes('@'))
        return true;
    if (DIGEST_NAME.test(name) && isDigest(value))
        return false;
    return value.length > LONGEST_INNOCENT_VALUE || isLikeToken(value);
}
/** Letters and digits without a gap, long enough for a credential. */
function isLikeToken(text) {
    return new RegExp(`[A-Za-z0-9+/_=-]{${SHORTEST_TOKEN},}`).test(text) && /\d/.test(text) && /[a-z]/i.test(text);
}
/** MD5, SHA-1 and a Git commit, SHA-256, SHA-384 and SHA-512 in hexadecimal, with their algorithm or without. */
function isDigest(text) {
    return /^(?:(?:md5|sha\d+)[:-])?(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/.test(text);
}
/** Whether a name looks random: it often alternates between upper-case letters, lower-case letters and digits. */
function isRandom(text) {
    if (text.length < SHORTEST_TOKEN || isDigest(text))
        return false;
    return (text.match(/[A-Za-z0-9]{12,}/g) ?? []).some((piece) => {
        const runs = piece.match(/[a-z]+|[A-Z]+|\d+/g) ?? [];
        const digits = runs.filter((run) => /\d/.test(run));
        return runs.length > 6 && digits.length > 1 && /[a-z]/.test(piece) && /[A-Z]/.test(piece);
    });
}
function withoutTokens(text) {
    return text.replace(KNOWN_TOKEN, REDACTED);
}
function decoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}


/***/ }),

/***/ 12285:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CU: () => (/* binding */ DEFAULT_EPOCH),
/* harmony export */   JF: () => (/* binding */ definedVariables),
/* harmony export */   Jz: () => (/* binding */ environmentValue)
/* harmony export */ });
/** A value of the environment; an empty value counts as not set. */
function environmentValue(env, name) {
    const value = env[name];
    return value === undefined || value === '' ? undefined : value;
}
/** The variables of an environment that have a value, for a child process that gets only these. */
function definedVariables(env) {
    return Object.fromEntries(Object.entries(env).filter((pair) => pair[1] !== undefined));
}
/** The time of files in an artifact without SOURCE_DATE_EPOCH, in seconds: 2024-01-01T00:00:00Z. */
const DEFAULT_EPOCH = 1_704_067_200;


/***/ }),

/***/ 32026:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ji: () => (/* binding */ STEP_DIRECTORY),
/* harmony export */   sJ: () => (/* binding */ isOwnName),
/* harmony export */   yp: () => (/* binding */ OwnFiles)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _byte_string_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42012);
/* harmony import */ var _scratch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1022);




/** The prefix of the name of an action's step directory; mkdtemp(3) adds six characters. */
const STEP_DIRECTORY = '.fledge-step-';
const STEP_DIRECTORY_NAME = /^\.fledge-step-[0-9A-Za-z]{6}$/;
/** Whether a file or directory of this name belongs to a build. Check it first: scratch can vanish at any time. */
function isOwnName(name) {
    return (0,_scratch_js__WEBPACK_IMPORTED_MODULE_3__/* .isScratchName */ .gA)(name) || STEP_DIRECTORY_NAME.test(name);
}
/**
 * Files and directories that belong to builds and not to the author of a plugin. Scratch and step directories are
 * identified by their names, others by their inodes, so that no link and no second mount hides them. They can contain
 * logins.
 */
class OwnFiles {
    /** Device numbers by inode number. */
    #devices = new Map();
    /** `paths` are absolute; those that do not exist are left out. */
    constructor(paths) {
        for (const path of paths) {
            const stats = statsOf(path);
            if (stats === undefined)
                continue;
            const devices = this.#devices.get(stats.ino) ?? new Set();
            this.#devices.set(stats.ino, devices.add(stats.dev));
        }
    }
    /** Whether a file or directory is one of those that are identified by their inodes. */
    has({ dev, ino }) {
        return this.#devices.get(ino)?.has(dev) === true;
    }
    /**
     * Whether a file or directory is one of them, or is inside one. A directory that contains `directory` too does not
     * count, because the build's own files are there. Both paths are absolute and without links.
     */
    holds(path, directory) {
        for (let at = path; at !== '/'; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
            if (directory === at || directory.startsWith(`${at}/`))
                return false;
            if (isOwnName(at.slice(at.lastIndexOf('/') + 1)) || this.has((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,_byte_string_js__WEBPACK_IMPORTED_MODULE_2__/* .bytesOf */ .$$)(at))))
                return true;
        }
        return false;
    }
}
/** Undefined if stat fails, for example for a path that is too long: such a file cannot be mapped either. */
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 80735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nu: () => (/* binding */ removeAny),
/* harmony export */   cu: () => (/* binding */ identityOf),
/* harmony export */   q: () => (/* binding */ removeDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/** Opens a directory without permission to read it (open(2)); Node does not export it. */
const O_PATH = 0o10000000;
/** A program that was killed a moment ago can still be creating files. */
const ATTEMPTS = 4;
const PAUSE_MS = 20;
/** The identity of the file or directory at a path, or undefined if there is none. Links are not followed. */
function identityOf(path) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
}
function isSame(a, b) {
    return a.dev === b.dev && a.ino === b.ino;
}
/**
 * Removes a directory recursively, also if modes deny access to its owner. It does nothing if the path leads to another
 * directory than `expected`.
 *
 * Every step starts at an open directory (`/proc/self/fd`), so that a link in the place of a directory cannot redirect it.
 * Mounted file systems below are skipped. Directories are moved up before they are removed, so that neither the depth nor
 * the length of paths is limited, and at most three directories are open at once.
 *
 * @throws the system's error if something cannot be removed.
 */
function removeDirectory(path, expected) {
    const root = openDirectory(path, (found) => isSame(found, expected));
    if (root === undefined)
        return;
    try {
        for (let attempt = 1;; attempt++) {
            emptyDirectory(root, expected.dev);
            try {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path);
                return;
            }
            catch (error) {
                const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
                if (code === 'ENOENT')
                    return;
                if (code !== 'ENOTEMPTY' || attempt === ATTEMPTS)
                    throw error;
                Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
            }
        }
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(root.descriptor);
    }
}
/**
 * Removes the file at a path, or the directory with its content. A missing path is not an error.
 *
 * @throws the system's error if it cannot be removed.
 */
function removeAny(path) {
    const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
    if (found?.isDirectory() === true)
        removeDirectory(path, found);
    else if (found !== undefined)
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path);
}
/** Opens a directory, after giving its owner all permissions. Undefined if it is missing or not accepted. */
function openDirectory(path, accepts) {
    const handle = openToLook(path);
    if (handle === undefined)
        return undefined;
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(handle, { bigint: true });
        if (!accepts(stats))
            return undefined;
        const held = heldPath(handle) ?? path;
        if (lacksPermissions(stats))
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(held, 0o700);
        const descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(held, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY);
        return { descriptor, path: heldPath(descriptor) ?? path };
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(handle);
    }
}
function openToLook(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, O_PATH | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_DIRECTORY | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NOFOLLOW);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP')
            return undefined;
        throw error;
    }
}
function lacksPermissions({ mode }) {
    return (Number(mode) & 0o700) !== 0o700;
}
/** Undefined if there is no /proc. */
function heldPath(descriptor) {
    const path = `/proc/self/fd/${descriptor}`;
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path) ? path : undefined;
}
/** Removes the content of a directory. Subdirectories are moved up into it, and emptied in the next round. */
function emptyDirectory(root, dev) {
    // Mounted file systems are skipped.
    const isOnSameDevice = (found) => found.dev === dev;
    for (let changes = 1; changes > 0;) {
        changes = 0;
        for (const entry of entriesIn(root)) {
            const path = childOf(root, entry.name);
            const child = entry.isDirectory() ? openDirectory(path, isOnSameDevice) : undefined;
            if (child === undefined) {
                if (!entry.isDirectory() && removeFile(path))
                    changes += 1;
                continue;
            }
            try {
                for (const below of entriesIn(child)) {
                    const from = childOf(child, below.name);
                    if (below.isDirectory() ? moveUp(from, root, isOnSameDevice) : removeFile(from))
                        changes += 1;
                }
            }
            finally {
                (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(child.descriptor);
            }
            if (removeEmptyDirectory(path))
                changes += 1;
        }
    }
}
function entriesIn({ path }) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(path, { withFileTypes: true, encoding: 'buffer' });
}
function childOf({ path }, name) {
    return Buffer.concat([Buffer.from(path), Buffer.from('/'), name]);
}
/** False if it is now a directory. unlink(2) follows no link, and refuses a directory. */
function removeFile(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.unlinkSync)(path), ['ENOENT', 'EISDIR']);
}
/** False if it is not empty, or a mount point. */
function removeEmptyDirectory(path) {
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmdirSync)(path), ['ENOENT', 'ENOTEMPTY', 'EBUSY']);
}
/** Moves a directory to a new name in `root`. False if it is a mount point. */
function moveUp(path, root, accepts) {
    // A move changes the directory's `..`, and so needs the permission to write to it.
    const own = openDirectory(path, accepts);
    if (own === undefined)
        return false;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(own.descriptor);
    const name = `.moved-${process.hrtime.bigint()}`;
    return succeeds(() => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(path, childOf(root, Buffer.from(name))), ['ENOENT', 'EBUSY', 'EXDEV']);
}
function succeeds(action, expected) {
    try {
        action();
        return true;
    }
    catch (error) {
        if (expected.includes((0,_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .systemCodeOf */ .c7)(error) ?? ''))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   De: () => (/* binding */ temporaryDirectory),
/* harmony export */   LE: () => (/* binding */ scratchFile),
/* harmony export */   OB: () => (/* binding */ runningSince),
/* harmony export */   WL: () => (/* binding */ staleDirectoriesIn),
/* harmony export */   aN: () => (/* binding */ setTemporaryRoot),
/* harmony export */   eO: () => (/* binding */ removeStaleScratch),
/* harmony export */   gA: () => (/* binding */ isScratchName),
/* harmony export */   wd: () => (/* binding */ scratchDirectory)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(35921);
/* harmony import */ var _process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(72658);
/* harmony import */ var _remove_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(80735);







/**
 * The name of scratch: `.fledge-HOST-PID-START-RANDOM-LABEL`. HOST identifies machine and pid namespace, and START is
 * the process's start time, so that a later build can distinguish leftovers of a killed build from files of a running one.
 */
const SCRATCH_NAME = /^\.fledge-([0-9a-f]{8})-(\d+)-(\d+)-[0-9a-f]{12}-/;
/** Used as the start time if there is no /proc. */
const UNKNOWN_START = '0';
/** Scratch of another machine or container is stale if it was not modified for this time. */
const FOREIGN_LIFETIME_MS = 24 * 60 * 60 * 1000;
/**
 * A free path in `directory`, for a file that the caller creates (with `wx`) and later renames or disposes of. The file
 * is removed if the process ends first.
 */
function scratchFile(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    return scratchAt(path, () => removeFile(path));
}
/** Creates an empty directory in `directory`, accessible by this user only. */
function scratchDirectory(directory, label) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, scratchName(label));
    // Set once it exists. Another directory that later has its path is not removed.
    let own;
    const scratch = scratchAt(path, () => {
        if (own !== undefined)
            (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, own);
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(path, { mode: 0o700 });
    own = (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .identityOf */ .cu)(path);
    return scratch;
}
let temporaryRoot;
/** Sets the directory for temporary files; default: the directory of the operating system (TMPDIR). */
function setTemporaryRoot(directory) {
    temporaryRoot = directory;
}
/**
 * Creates a scratch directory in the directory for temporary files, after removing those of killed builds.
 *
 * @throws FledgeError `output` if it cannot be created.
 */
function temporaryDirectory(label) {
    const parent = temporaryRoot ?? (0,node_os__WEBPACK_IMPORTED_MODULE_2__.tmpdir)();
    removeStaleScratch(parent);
    try {
        return scratchDirectory(parent, label);
    }
    catch (error) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_4__/* .FledgeError */ .aE('output', `cannot create a temporary directory in ${parent}: ${(0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFailureOf */ .PI)(error)}`, {
            cause: error,
            fix: 'set TMPDIR to a directory that you may write to',
        });
    }
}
/**
 * Removes the leftovers of killed builds of this user from `directory`. It does not touch the scratch of a running build
 * or of another user, and follows no link. It keeps directories if other users could have replaced them.
 */
function removeStaleScratch(directory) {
    for (const { path, found } of staleScratchIn(directory)) {
        try {
            if (found.isFile())
                (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
            else if (found.isDirectory())
                (0,_remove_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .removeDirectory */ .q)(path, found);
        }
        catch {
            // It does not disturb any build, and the next build tries again.
        }
    }
}
/**
 * The scratch directories of killed builds of this user in `directory` that `removeStaleScratch` may remove. Those that it
 * could not remove contain files of other users of a user namespace.
 */
function staleDirectoriesIn(directory) {
    return staleScratchIn(directory).flatMap(({ path, found }) => (found.isDirectory() ? [path] : []));
}
/**
 * The times at which running processes of this user have created scratch files with this label in `directory`, in
 * milliseconds since 1970. A process of another machine or container counts as running for a day.
 */
function runningSince(directory, label) {
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter((name) => isScratchName(name) && name.endsWith(`-${label}`));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name), { bigint: true, throwIfNoEntry: false });
        return found?.isFile() && isOwn(found) && !isDead(name, found) ? [Number(found.mtimeMs)] : [];
    });
}
/** Whether the process that created a file with the name of scratch has ended. */
function isDead(name, found) {
    const [, host, pid, start] = SCRATCH_NAME.exec(name) ?? [];
    // Without /proc no start time is known, and the end of a process cannot be detected.
    return host === hostId() && start !== UNKNOWN_START ? startTimeOf(Number(pid)) !== start : isOld(found);
}
function staleScratchIn(directory) {
    let names;
    let keepsDirectories;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)(directory).filter(isScratchName);
        keepsDirectories = isOpenToOthers((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(directory, { bigint: true }));
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, name);
        const found = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.lstatSync)(path, { bigint: true, throwIfNoEntry: false });
        if (found === undefined || !isOwn(found) || (keepsDirectories && found.isDirectory()))
            return [];
        return isDead(name, found) ? [{ path, found }] : [];
    });
}
function isOwn({ uid }) {
    return uid === BigInt(process.geteuid?.() ?? 0);
}
/**
 * Whether other users than root can rename files of a directory: its owner can, and everyone with write permission unless
 * it is sticky (unlink(2), EPERM). A renamed directory keeps its owner, and can contain data of this user.
 */
function isOpenToOthers(directory) {
    const mode = Number(directory.mode);
    const isTrusted = isOwn(directory) || directory.uid === 0n;
    return !isTrusted || ((mode & 0o022) !== 0 && (mode & 0o1000) === 0);
}
/** Whether a file of this name is the scratch of a build, and not content of a user. */
function isScratchName(name) {
    return SCRATCH_NAME.test(name);
}
function scratchAt(path, remove) {
    const forget = (0,_process_cleanup_js__WEBPACK_IMPORTED_MODULE_5__/* .atExit */ .sz)(remove);
    return {
        path,
        dispose() {
            remove();
            forget();
        },
        moveTo(target) {
            (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.renameSync)(path, target);
            forget();
        },
    };
}
/** unlink(2) follows no link and removes no directory. */
function removeFile(path) {
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.unlinkSync)(path);
    }
    catch (error) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .systemCodeOf */ .c7)(error);
        if (code !== 'ENOENT' && code !== 'ENOTDIR' && code !== 'EISDIR')
            throw error;
    }
}
function scratchName(label) {
    const random = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(6).toString('hex');
    return `.fledge-${hostId()}-${process.pid}-${startTimeOf(process.pid) ?? UNKNOWN_START}-${random}-${label}`;
}
let knownHostId;
function hostId() {
    knownHostId ??= (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${readOr('/proc/sys/kernel/random/boot_id')}\0${pidNamespace()}\0${(0,node_os__WEBPACK_IMPORTED_MODULE_2__.hostname)()}`)
        .digest('hex')
        .slice(0, 8);
    return knownHostId;
}
function pidNamespace() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)('/proc/self/ns/pid');
    }
    catch {
        return '';
    }
}
/**
 * Field 22 of /proc/PID/stat (proc(5)), or undefined if there is no such process, or it is a zombie, as in a container
 * whose first process is not an init.
 */
function startTimeOf(pid) {
    const stat = readOr(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ended = fields[0] === 'Z' || fields[0] === 'X';
    return ended ? undefined : fields[19];
}
function readOr(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return '';
    }
}
function isOld({ mtimeMs }) {
    return Date.now() - Number(mtimeMs) > FOREIGN_LIFETIME_MS;
}


/***/ }),

/***/ 61341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P4: () => (/* binding */ PLATFORMS),
/* harmony export */   ol: () => (/* binding */ hostPlatform)
/* harmony export */ });
/* unused harmony export platformNamed */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35921);
/* harmony import */ var _wording_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11720);


/** The platforms that a plugin can be built for. */
const PLATFORMS = ['linux/amd64', 'linux/arm64'];
/** Other names of the platforms: those of uname(1), of Debian and of Docker. */
const ALIASES = new Map([
    ['amd64', 'linux/amd64'],
    ['x86_64', 'linux/amd64'],
    ['arm64', 'linux/arm64'],
    ['aarch64', 'linux/arm64'],
    ['arm64/v8', 'linux/arm64'],
]);
/** The platform with a name, such as `linux/arm64`, `arm64` or `aarch64`; undefined for any other text. */
function platformNamed(text) {
    return ALIASES.get(text.toLowerCase().replace(/^linux\//, ''));
}
/**
 * The platform of this machine.
 *
 * @throws FledgeError `usage` if plugins do not support it.
 */
function hostPlatform() {
    if (process.arch === 'x64')
        return 'linux/amd64';
    if (process.arch === 'arm64')
        return 'linux/arm64';
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .FledgeError */ .aE('usage', `cannot use this machine's architecture (${process.arch}) as the target platform`, {
        fix: (0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .worded */ .MH) `name the target platform: ${(0,_wording_js__WEBPACK_IMPORTED_MODULE_1__/* .option */ .uK)('platform', 'linux/amd64')} or linux/arm64`,
    });
}


/***/ }),

/***/ 1318:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/** Minimum length, in characters, of a name that is completed to a longer one. */
const MIN_PREFIX = 3;
/**
 * The candidate with the smallest edit distance to `name`, if it is small enough; the first one on a tie. Otherwise the
 * only candidate that continues `name` (`memory_mb` for `memory`).
 */
function nearest(name, candidates) {
    const limit = Math.max(1, Math.floor(Math.min(name.length, 40) / 3));
    let best;
    let bestDistance = limit + 1;
    for (const candidate of candidates) {
        if (Math.abs(candidate.length - name.length) >= bestDistance)
            continue;
        const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
        if (distance < bestDistance)
            [best, bestDistance] = [candidate, distance];
    }
    if (best !== undefined || name.length < MIN_PREFIX)
        return best;
    const longer = candidates.filter((candidate) => candidate.startsWith(`${name}_`) || candidate.startsWith(`${name}-`));
    return longer.length === 1 ? longer[0] : undefined;
}
/**
 * Damerau-Levenshtein distance (optimal string alignment): the number of characters to insert, delete, replace, or swap
 * with their neighbour.
 */
function editDistance(a, b) {
    let beforeLast = [];
    let last = Array.from({ length: b.length + 1 }, (_, index) => index);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            let distance = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, replaced);
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                distance = Math.min(distance, (beforeLast[j - 2] ?? 0) + 1);
            }
            row.push(distance);
        }
        [beforeLast, last] = [last, row];
    }
    return last[b.length] ?? 0;
}


/***/ })

};
