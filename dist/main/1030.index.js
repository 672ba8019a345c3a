export const id = 1030;
export const ids = [1030];
export const modules = {

/***/ 50573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ parseDockerfile),
  c: () => (/* binding */ withImageNames)
});

// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
;// CONCATENATED MODULE: ./build/config/dockerfile-problem.js
/** A Dockerfile that cannot be built, or that builders read differently. */
class DockerfileProblem extends Error {
    name = 'DockerfileProblem';
    /** From 1; undefined for a problem of the whole file. */
    line;
    /** `message` is a sentence after the line; without a line, it is the end of a sentence that begins with the file. */
    constructor(line, message) {
        super(message);
        this.line = line;
    }
}

;// CONCATENATED MODULE: ./build/config/dockerfile-heredocs.js

/** A heredoc as BuildKit and imagebuilder find it: a whole word, with an optional number of a file descriptor. */
const HEREDOC = /^\d*<<-?[^<]/;
/** A variable that all versions evaluate, in one word. */
const PLAIN_VARIABLE = /\$\{\w+(?::[-+][\w./-]*)?\}/g;
/** A heredoc that all versions find, with the name as it is written. */
const PLAIN_HEREDOC = /^\d*<<(-?)(["']?)([\w.-]+)\2$/;
/**
 * The heredocs that an instruction begins, in the order of their bodies. They are words outside of quotes, so that
 * `echo "<<EOF"` and `$((1<<2))` are none.
 *
 * @throws DockerfileProblem if it is not clear which words are heredocs.
 */
function heredocsIn(text, line) {
    if (!text.includes('<<'))
        return [];
    const words = shellWords(text);
    const candidates = words?.filter((word) => HEREDOC.test(word) && !word.slice(word.indexOf('<<') + 2).includes('<'));
    if (candidates?.length === 0)
        return [];
    // Builders ignore the heredocs of a line with a variable that they cannot evaluate.
    const isClear = !text.replace(PLAIN_VARIABLE, '').includes('${');
    const found = (candidates ?? []).flatMap((word) => {
        const [, tabs, , name] = PLAIN_HEREDOC.exec(word) ?? [];
        return name === undefined ? [] : [{ name, stripsTabs: tabs === '-' }];
    });
    if (isClear && found.length === candidates?.length)
        return found;
    const message = 'builders differ in whether "<<" begins a heredoc here; write the line differently';
    throw new DockerfileProblem(line, message);
}
/** The words of a shell command with their quotes and escapes; undefined if a quote is not closed. */
function shellWords(text) {
    const words = [];
    let word = '';
    let quote = '';
    for (let at = 0; at < text.length; at += 1) {
        const character = text.charAt(at);
        if (quote === '' && /[\s\u0085]/.test(character)) {
            words.push(word);
            word = '';
            continue;
        }
        word += character;
        if (character === '\\' && quote !== "'") {
            at += 1;
            word += text.charAt(at);
        }
        else if (character === quote)
            quote = '';
        else if (quote === '' && (character === '"' || character === "'"))
            quote = character;
    }
    return quote === '' ? [...words, word] : undefined;
}

;// CONCATENATED MODULE: ./build/config/dockerfile-instructions.js
/*
 * The instructions of a Dockerfile, as all builders read them: BuildKit (frontend/dockerfile/parser) and the parser of
 * podman and buildah (openshift/imagebuilder). Text that they read differently is a problem, because an instruction that
 * fledge does not see can name an image that is not pinned.
 */


const INSTRUCTIONS = new Set([
    ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER'],
    ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]);
/** Instructions with options that can name an image, and with heredocs. */
const WITH_FLAGS = new Set(['ADD', 'COPY', 'FROM', 'RUN']);
const WITH_HEREDOCS = new Set(['ADD', 'COPY', 'RUN']);
/** The characters of Go's unicode.IsSpace, as builders trim lines. */
const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING_SPACE = new RegExp(`^[${SPACE}]*`);
/** Builders separate words at these characters, and some of them at other spaces, too. */
const WORD = /[^\t\v\f\r ]+/g;
const OTHER_SPACE = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
/**
 * The instructions of a Dockerfile: continued lines joined, without comments and the bodies of heredocs.
 *
 * @throws DockerfileProblem
 */
function* instructionsOf(source) {
    const lines = linesOf(source);
    const escapedBy = escapeCharacterOf(lines);
    for (let at = 0; at < lines.length; at += 1) {
        const line = at + 1;
        const pieces = [];
        for (let isContinued = true; isContinued && at < lines.length;) {
            const piece = lines[at] ?? { text: '', start: 0 };
            const [indent = ''] = LEADING_SPACE.exec(piece.text) ?? [];
            const isSkipped = indent.length === piece.text.length || piece.text[indent.length] === '#';
            if (isSkipped)
                isContinued = pieces.length > 0;
            else {
                const skip = pieces.length === 0 ? indent.length : 0;
                const text = piece.text.slice(skip);
                const end = endOfContinued(text, escapedBy, at + 1);
                isContinued = end !== undefined;
                pieces.push({ text: text.slice(0, end), start: piece.start + skip });
            }
            if (isContinued)
                at += 1;
        }
        const text = pieces.map((piece) => piece.text).join('');
        if (text.trim() === '')
            continue;
        const instruction = instructionIn(text, pieces, { line, escapedBy });
        const heredocs = WITH_HEREDOCS.has(instruction.name) ? heredocsIn(text, line) : [];
        for (const { name, stripsTabs } of heredocs) {
            const isEnd = (body) => body.replace(stripsTabs ? /^\t+|\r+$/g : /\r+$/, '') === name;
            do
                at += 1;
            while (at < lines.length && !isEnd(lines[at]?.text ?? ''));
            if (at >= lines.length)
                throw new DockerfileProblem(line, `the heredoc ${name} has no end`);
        }
        yield { ...instruction, hasHeredoc: heredocs.length > 0 };
    }
}
function linesOf(source) {
    const lines = [];
    let start = source.startsWith('\ufeff') ? 1 : 0;
    for (const text of source.slice(start).split('\n')) {
        lines.push({ text: text.replace(/\r$/, ''), start });
        start += text.length + 1;
    }
    return lines;
}
/** The escape character: a directive can change it. Builders agree on a directive in the first line only. */
function escapeCharacterOf(lines) {
    for (const [index, { text }] of lines.entries()) {
        if (!text.trimStart().startsWith('#'))
            break;
        const [, character] = /^\s*#\s*escape\s*=\s*(.*?)\s*$/i.exec(text) ?? [];
        if (character === undefined || character === '\\')
            continue;
        if (character !== '`')
            throw new DockerfileProblem(index + 1, 'the escape character must be \\ or `');
        if (index > 0) {
            throw new DockerfileProblem(index + 1, 'builders read "# escape" differently here; move it to the first line');
        }
        return character;
    }
    return '\\';
}
/** The length of the text before a continuation; undefined if the line is not continued. */
function endOfContinued(text, escapedBy, line) {
    const trimmed = text.replace(/[ \t]+$/, '');
    if (!trimmed.endsWith(escapedBy))
        return undefined;
    if (trimmed.endsWith(escapedBy + escapedBy)) {
        throw new DockerfileProblem(line, `builders read ${escapedBy}${escapedBy} at the end of a line differently; change the end`);
    }
    return trimmed.length - 1;
}
/** Reads a logical line that consists of pieces of lines of the file. */
function instructionIn(text, pieces, { line, escapedBy }) {
    const places = placeFinder(pieces);
    const all = [...text.matchAll(WORD)].map((match) => {
        const after = match.index + match[0].length;
        return { text: match[0], place: places(match.index, after), after };
    });
    let [first, ...rest] = all;
    if (first?.text.toUpperCase() === 'ONBUILD')
        [first, ...rest] = rest;
    const name = first?.text.toUpperCase() ?? '';
    if (!INSTRUCTIONS.has(name)) {
        const shown = JSON.stringify((first?.text ?? 'ONBUILD').slice(0, 40));
        throw new DockerfileProblem(line, `${shown} is not an instruction of a Dockerfile`);
    }
    const end = rest.findIndex((word) => !word.text.startsWith('--'));
    const flags = end < 0 ? rest : rest.slice(0, end);
    return {
        name,
        flags: WITH_FLAGS.has(name) ? flags.map((flag) => plainFlag(flag, escapedBy, line)) : [],
        words: end < 0 ? [] : rest.slice(end),
        text: text.slice(first?.after ?? 0),
        line,
    };
}
/** An option without quotes: builders remove them. */
function plainFlag({ text, place }, escapedBy, line) {
    const plain = text.replace(/"([^"']*)"|'([^"']*)'/g, '$1$2');
    if (/["']/.test(plain) || plain.includes('\\') || plain.includes(escapedBy) || OTHER_SPACE.test(plain)) {
        const message = `the option ${text} has a space, an escape or nested quotes, which builders read differently; write it without`;
        throw new DockerfileProblem(line, message);
    }
    return { text: plain, place };
}
/**
 * Finds the offsets in the file of parts of a logical line, which come in order; undefined for a part that is in several
 * lines.
 */
function placeFinder(pieces) {
    let index = 0;
    let before = 0;
    return (start, end) => {
        let piece = pieces[index];
        while (piece !== undefined && start >= before + piece.text.length) {
            before += piece.text.length;
            index += 1;
            piece = pieces[index];
        }
        if (piece === undefined || end > before + piece.text.length)
            return undefined;
        return { start: piece.start + start - before, end: piece.start + end - before };
    };
}

;// CONCATENATED MODULE: ./build/config/dockerfile-mounts.js

const MOUNT = '--mount=';
const KEY = /^[A-Za-z-]+$/;
/**
 * The image or stage that a `--mount` option names, if it names one.
 *
 * podman and buildah replace variables in the whole option, and then split it at commas; BuildKit replaces them in values
 * only. `canHaveComma` is true for a variable whose value in this Dockerfile could contain further keys.
 *
 * @throws DockerfileProblem for an option that could name an image by a variable.
 */
function imageOfMount({ text: option }, line, canHaveComma) {
    let image;
    let start = MOUNT.length;
    for (const field of option.slice(MOUNT.length).split(',')) {
        const equals = field.indexOf('=');
        const key = equals < 0 ? field : field.slice(0, equals);
        if (!KEY.test(key)) {
            const reason = key.includes('$')
                ? 'has a variable in its keys, which could name an image'
                : 'is not a list of KEY=VALUE';
            throw new DockerfileProblem(line, `the option ${option} ${reason}; write its keys literally`);
        }
        const value = equals < 0 ? '' : field.slice(equals + 1);
        for (const [, variable = ''] of value.matchAll(/\$\{?(\w+)/g)) {
            if (!canHaveComma(variable))
                continue;
            throw new DockerfileProblem(line, `the option ${option} has the variable ${variable}, whose value has a comma and so could add a key; write the value literally`);
        }
        if (key.toLowerCase() === 'from' && value !== '') {
            if (image !== undefined)
                throw new DockerfileProblem(line, `the option ${option} has two from; keep one`);
            const at = start + equals + 1;
            image = { text: value, before: option.slice(0, at), after: option.slice(at + value.length) };
        }
        start += field.length + 1;
    }
    return image;
}

;// CONCATENATED MODULE: ./build/config/dockerfile-variables.js
const NAME = /^[A-Za-z_]\w*/;
/** Expressions within each other; a Dockerfile that is no attack has two or three. */
const MAX_DEPTH = 20;
/**
 * Replaces the variables in a word of a Dockerfile (docs.docker.com/reference/dockerfile, "Environment replacement"): `$A`,
 * `${A}`, `${A:-word}`, `${A-word}`, `${A:+word}` and `${A+word}`, also within each other. Quotes around the word are removed.
 */
function expandVariables(word, variables) {
    const source = word.replace(/^(["'])(.*)\1$/, '$2');
    const unset = [];
    let unsupported;
    let at = 0;
    let depth = 0;
    /** Reads up to the end, or up to the brace that closes an expression. `counts`: the text is used. */
    const read = (isNested, counts) => {
        let text = '';
        while (at < source.length && !(isNested && source[at] === '}')) {
            if (source[at] === '$')
                text += readVariable(counts);
            else {
                text += source.charAt(at);
                at += 1;
            }
        }
        return text;
    };
    const plainValue = (name, counts) => {
        const value = variables.get(name);
        if (value === undefined && counts)
            unset.push(name);
        return value ?? '';
    };
    const readVariable = (counts) => {
        const start = at;
        at += source[at + 1] === '{' ? 2 : 1;
        const isBraced = at === start + 2;
        const [name = ''] = NAME.exec(source.slice(at)) ?? [];
        at += name.length;
        if (!isBraced)
            return name === '' ? '$' : plainValue(name, counts);
        const [operator] = /^(?::?[-+]|(?=\}))/.exec(source.slice(at)) ?? [];
        if (name === '' || operator === undefined || depth >= MAX_DEPTH) {
            const end = source.indexOf('}', at);
            at = end < 0 ? source.length : end + 1;
            unsupported ??= source.slice(start, at);
            return source.slice(start, at);
        }
        at += operator.length;
        const value = variables.get(name);
        const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
        const isOtherUsed = operator.endsWith('-') ? !isSet : operator.endsWith('+') && isSet;
        depth += 1;
        const other = read(true, counts && isOtherUsed);
        depth -= 1;
        if (source[at] !== '}')
            unsupported ??= source.slice(start);
        at += 1;
        if (operator.endsWith('-'))
            return isSet ? value : other;
        if (operator.endsWith('+'))
            return isSet ? other : '';
        return plainValue(name, counts);
    };
    return { text: read(false, true), unset, unsupported };
}

;// CONCATENATED MODULE: ./build/config/dockerfile-stages.js




const FROM_OPTION = '--from=';
const OPTION_NAME = /^--[A-Za-z-]+(?:=|$)/;
const STAGE_NAME = /^[A-Za-z][\w.-]*$/;
/** More characters than the name of an image can have. */
const MAX_VALUE = 4096;
/**
 * Reads the stages of a Dockerfile.
 *
 * @throws DockerfileProblem with the first problem.
 */
function stagesOf(source, { buildArgs, platform }) {
    const instructions = [...instructionsOf(source)];
    const canHaveComma = commaFinder(instructions, buildArgs);
    const variables = new Map(automaticVariables(platform));
    const stages = [];
    for (const instruction of instructions) {
        const { name, flags, words, line } = instruction;
        const odd = flags.find(({ text }) => !OPTION_NAME.test(text));
        if (odd !== undefined) {
            throw new DockerfileProblem(line, `the option ${odd.text} has no literal name; write the name literally`);
        }
        const current = stages.at(-1);
        if (name === 'FROM')
            stages.push(stageOf(instruction, variables));
        else if (name === 'ARG' && current === undefined)
            defineArguments(words, line, { variables, buildArgs });
        else if (name === 'COPY' || name === 'ADD' || name === 'RUN') {
            for (const flag of flags) {
                const use = useOf(flag, instruction, canHaveComma);
                if (use !== undefined)
                    current?.uses.push(use);
            }
        }
    }
    const args = instructions.flatMap(({ name, words }) => (name === 'ARG' ? words.map(({ text }) => nameIn(text)) : []));
    return { stages, args: new Set(args), heredocLine: instructions.find(({ hasHeredoc }) => hasHeredoc)?.line };
}
function stageOf({ words, line }, variables) {
    const [image, as, name] = words;
    if (image === undefined)
        throw new DockerfileProblem(line, 'FROM names no image');
    if (words.length !== 1 && (words.length !== 3 || as?.text.toUpperCase() !== 'AS')) {
        throw new DockerfileProblem(line, 'FROM has other words than IMAGE or IMAGE AS NAME');
    }
    if (name !== undefined && !STAGE_NAME.test(name.text)) {
        throw new DockerfileProblem(line, `FROM gives a stage the name ${JSON.stringify(name.text)}; use letters, digits, _, . and -`);
    }
    const { text, unset, unsupported } = expandVariables(image.text, variables);
    if (unsupported !== undefined) {
        const message = `FROM names ${image.text}, and fledge does not evaluate ${unsupported}; use a plain variable, :- or :+`;
        throw new DockerfileProblem(line, message);
    }
    const place = placeOf(image, line, 'FROM');
    return {
        name: name?.text,
        uses: [{ text, written: image.text, line, place, write: (other) => other, where: 'FROM', unset }],
    };
}
function useOf(flag, { name, line }, canHaveComma) {
    const isMount = name === 'RUN' && flag.text.startsWith(MOUNT);
    const isFrom = name !== 'RUN' && flag.text.startsWith(FROM_OPTION);
    if (!isMount && !isFrom)
        return undefined;
    const image = isMount
        ? imageOfMount(flag, line, canHaveComma)
        : { before: FROM_OPTION, text: flag.text.slice(FROM_OPTION.length), after: '' };
    if (image === undefined)
        return undefined;
    const { text, before, after } = image;
    const where = isMount ? 'RUN --mount' : 'COPY --from';
    if (text.includes('$')) {
        const fix = `name a stage: FROM ${text} AS base`;
        throw new DockerfileProblem(line, `${where} names ${text}, and builders do not replace variables there; ${fix}`);
    }
    return {
        text,
        written: text,
        line,
        place: placeOf(flag, line, where),
        write: (other) => before + other + after,
        where,
        unset: [],
    };
}
function placeOf({ text, place }, line, where) {
    if (place !== undefined)
        return place;
    throw new DockerfileProblem(line, `${where} continues ${text} on another line; write it on one line`);
}
/** The variables that builders define for FROM. The platform of the builder is taken to be that of the image. */
function automaticVariables(platform) {
    const [os = '', architecture = ''] = platform.split('/');
    const values = { PLATFORM: platform, OS: os, ARCH: architecture, VARIANT: '' };
    return ['TARGET', 'BUILD'].flatMap((prefix) => Object.entries(values).map(([name, value]) => [`${prefix}${name}`, value]));
}
function defineArguments(words, line, { variables, buildArgs }) {
    for (const { text } of words) {
        const name = nameIn(text);
        const own = Object.hasOwn(buildArgs, name) ? buildArgs[name] : undefined;
        const value = own ?? (name === text ? undefined : expandVariables(text.slice(name.length + 1), variables).text);
        if (value === undefined)
            continue;
        // Each ARG can contain the one before it several times.
        if (value.length > MAX_VALUE)
            throw new DockerfileProblem(line, `ARG ${name} has more than ${MAX_VALUE} characters`);
        variables.set(name, value);
    }
}
/** The name in `NAME=VALUE`. */
function nameIn(text) {
    const equals = text.indexOf('=');
    return equals < 0 ? text : text.slice(0, equals);
}
/**
 * Finds variables whose value can contain a comma, by the texts of all ARGs and ENVs that contain their names. The
 * variables of base images are not known; base images are pinned.
 */
function commaFinder(instructions, buildArgs) {
    const definitions = new Map();
    for (const { name, text } of instructions) {
        if (name !== 'ARG' && name !== 'ENV')
            continue;
        for (const word of text.match(/\w+/g) ?? []) {
            const texts = definitions.get(word) ?? new Set();
            definitions.set(word, texts.add(text));
        }
    }
    return (variable) => {
        const seen = new Set([variable]);
        for (const name of seen) {
            if (Object.hasOwn(buildArgs, name) && buildArgs[name]?.includes(',') === true)
                return true;
            for (const text of definitions.get(name) ?? []) {
                if (text.includes(','))
                    return true;
                for (const [, other = ''] of text.matchAll(/\$\{?(\w+)/g))
                    seen.add(other);
            }
        }
        return false;
    };
}

// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(25326);
;// CONCATENATED MODULE: ./build/config/dockerfile.js




/** Reads a Dockerfile. Text that builders read differently is a problem. */
function parseDockerfile(source, request) {
    try {
        const contents = stagesOf(source, request);
        const { stages, args, heredocLine } = contents;
        if (stages.length === 0) {
            throw new DockerfileProblem(undefined, source.trim() === '' ? 'is empty' : 'has no FROM');
        }
        const target = indexOfTarget(stages, request.target);
        if (target === undefined) {
            const message = `has no stage ${JSON.stringify(request.target)}`;
            return { ok: false, line: undefined, message, isTarget: true };
        }
        const images = imagesOf(usesOf(contents, target));
        const bases = new Map(images.map(({ base }) => [base.text, base]));
        return { ok: true, bases: [...bases.values()], args, heredocLine };
    }
    catch (error) {
        if (!(error instanceof DockerfileProblem))
            throw error;
        return { ok: false, line: error.line, message: error.message };
    }
}
/**
 * A copy of a Dockerfile in which the images that `parseDockerfile` finds have other names: `nameOf` returns the name for an
 * image. Stages are named exactly, because buildah 1.28 takes `--from=BUILD` for an image if the stage is called `build`.
 * Lines keep their numbers.
 *
 * @throws FledgeError `internal` if the Dockerfile has a problem, which `parseDockerfile` reports.
 */
function withImageNames(source, request, nameOf) {
    try {
        const contents = stagesOf(source, request);
        const uses = usesOf(contents, indexOfTarget(contents.stages, request.target) ?? 0);
        const changes = [
            ...imagesOf(uses).map(({ base, use }) => ({ use, name: nameOf(base) })),
            ...uses.flatMap(({ use, stage }) => (stage?.name === undefined ? [] : [{ use, name: stage.name }])),
        ];
        let result = '';
        let end = 0;
        for (const { use, name } of changes.toSorted((a, b) => a.use.place.start - b.use.place.start)) {
            result += source.slice(end, use.place.start) + use.write(name);
            end = use.place.end;
        }
        return result + source.slice(end);
    }
    catch (error) {
        if (!(error instanceof DockerfileProblem))
            throw error;
        throw new errors/* FledgeError */.aE('internal', `a Dockerfile ${error.message}`, { cause: error });
    }
}
/** The uses of the stages that a build of the target needs, in the order of the file. */
function usesOf({ stages }, target) {
    const needed = new Set([target]);
    const found = [];
    // Stages use earlier ones only, so one pass backwards finds all.
    for (let index = target; index >= 0; index -= 1) {
        if (!needed.has(index))
            continue;
        for (const use of (stages[index]?.uses ?? []).toReversed()) {
            const stage = indexOfStage(stages, use, index);
            if (stage !== undefined)
                needed.add(stage);
            found.unshift({ use, stage: stage === undefined ? undefined : stages[stage] });
        }
    }
    return found;
}
function imagesOf(uses) {
    return uses.flatMap(({ use, stage }) => {
        if (stage !== undefined || use.text.toLowerCase() === 'scratch')
            return [];
        return [{ base: baseOf(use), use }];
    });
}
function baseOf({ text, written, line, where, unset }) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(text);
    if (parsed.ok) {
        const { named, transport } = parsed.image;
        if (named !== undefined && transport === undefined)
            return { text, named };
        throw new DockerfileProblem(line, `${where} names ${text}, which is not an image of a registry`);
    }
    if (unset.length === 0) {
        throw new DockerfileProblem(line, `${where} names ${JSON.stringify(text)}, which ${parsed.message}`);
    }
    const variables = [...new Set(unset)].join(' and ');
    const fix = `declare ARG ${variables} before the first FROM, and set it in build_args`;
    throw new DockerfileProblem(line, `${where} names ${written}, and ${variables} has no value; ${fix}`);
}
/** The stage before `index` that a FROM or an option names: by its name, and except for FROM also by its number. */
function indexOfStage(stages, { text, where }, index) {
    const named = stages.slice(0, index).findLastIndex(({ name }) => name?.toLowerCase() === text.toLowerCase());
    if (named >= 0)
        return named;
    return where !== 'FROM' && /^\d+$/.test(text) && Number(text) < index ? Number(text) : undefined;
}
function indexOfTarget(stages, target) {
    if (target === undefined)
        return stages.length - 1;
    const named = stages.findLastIndex(({ name }) => name?.toLowerCase() === target.toLowerCase());
    if (named >= 0)
        return named;
    return /^\d+$/.test(target) && Number(target) < stages.length ? Number(target) : undefined;
}


/***/ }),

/***/ 89747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FX: () => (/* binding */ QCOW2_COMPRESSIONS),
/* harmony export */   R3: () => (/* binding */ DISK_FORMATS),
/* harmony export */   Vb: () => (/* binding */ defaultArtifactName),
/* harmony export */   gW: () => (/* binding */ FILESYSTEM_TRAITS),
/* harmony export */   mS: () => (/* binding */ FILESYSTEM_TYPES),
/* harmony export */   sD: () => (/* binding */ MAX_LEVEL),
/* harmony export */   xl: () => (/* binding */ filesystemsWith),
/* harmony export */   yM: () => (/* binding */ DEFAULT_FILESYSTEM)
/* harmony export */ });
/*
 * The effect of the keys of `[filesystem]` on each type of file system, and the suffixes of its images. Facts that
 * depend on the writers and tools (how an image is written and checked, the required tools, its limits) are in
 * recipe/filesystems/table.ts, which has an entry for each type of this list.
 */
/** The values of `[filesystem] type`. */
const FILESYSTEM_TYPES = ['ext4', 'xfs', 'btrfs', 'squashfs'];
const DEFAULT_FILESYSTEM = 'ext4';
/** The values of `[filesystem] format`. */
const DISK_FORMATS = ['raw', 'qcow2'];
/** The values of `[filesystem] compression`, and the highest level of each. */
const QCOW2_COMPRESSIONS = ['zstd', 'zlib', 'none'];
const MAX_LEVEL = { zstd: 22, zlib: 9 };
const FILESYSTEM_TRAITS = {
    ext4: {
        suffix: 'img',
        ownSuffixes: ['img', 'ext4'],
        isInReleaseKernel: true,
        isWritable: true,
        isCompressed: false,
    },
    xfs: { suffix: 'xfs', ownSuffixes: ['xfs'], isInReleaseKernel: false, isWritable: true, isCompressed: false },
    btrfs: {
        suffix: 'btrfs',
        ownSuffixes: ['btrfs'],
        isInReleaseKernel: false,
        isWritable: true,
        isCompressed: false,
    },
    squashfs: {
        suffix: 'squashfs',
        ownSuffixes: ['squashfs', 'sqfs', 'sfs'],
        isInReleaseKernel: false,
        isWritable: false,
        isCompressed: true,
    },
};
/** The types of which `has` is true. */
function filesystemsWith(has) {
    return FILESYSTEM_TYPES.filter((type) => has(FILESYSTEM_TRAITS[type]));
}
/** The default file name of an artifact: `plugin.cpio.gz`, or the image's name with the suffix of its format. */
function defaultArtifactName(config) {
    if (config.strategy === 'initramfs')
        return 'plugin.cpio.gz';
    const { type, qcow2 } = config.filesystem;
    return `${config.image.baseName.toLowerCase()}.${qcow2 === undefined ? FILESYSTEM_TRAITS[type].suffix : 'qcow2'}`;
}


/***/ }),

/***/ 17364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  qF: () => (/* binding */ parseGlob),
  lb: () => (/* binding */ problemOfGlob),
  aC: () => (/* binding */ problemOfGlobs)
});

// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
;// CONCATENATED MODULE: ./build/config/glob-lexemes.js
/** The text of pieces in a glob. */
const textOf = (lexemes) => lexemes.map(({ text }) => text).join('');
/** The problem of a glob. `problemOfGlob` returns it. */
class GlobProblem extends Error {
    complaint;
    constructor(message, suggestion) {
        super(message);
        this.complaint = { message, ...(suggestion !== undefined && { suggestion }) };
    }
}
/**
 * The pieces of a glob.
 *
 * @throws GlobProblem for a bracket without its counterpart, and for a class that matches nothing.
 */
function lex(glob) {
    const lexemes = [];
    for (let at = 0; at < glob.length;) {
        const character = String.fromCodePoint(glob.codePointAt(at) ?? 0);
        const lexeme = character === '[' ? lexClass(glob, at) : lexOther(glob, at, character);
        if (character === ']')
            throw new GlobProblem('"]" has no "[" before it; write []] for the character');
        lexemes.push(lexeme);
        at += lexeme.text.length;
    }
    return lexemes;
}
/** Marks have no token. */
function lexOther(glob, start, character) {
    if (character === '*')
        return { text: glob.slice(start).match(/^\*+/)?.[0] ?? character, token: { kind: 'star' } };
    if (character === '?')
        return { text: character, token: { kind: 'any' } };
    return { text: character, token: '{},/'.includes(character) ? undefined : literal(character) };
}
/** The token of a character without a special meaning. */
function literal(character) {
    return { kind: 'character', code: character.codePointAt(0) ?? 0 };
}
/**
 * The class that begins at a bracket. As in POSIX, a `]` directly after the `[` belongs to the class. `!` or `^` negates a
 * class, and is a character if the class has no other.
 */
function lexClass(glob, start) {
    const end = glob.indexOf(']', start + 2);
    if (end < 0) {
        const isEmpty = glob.startsWith('[]', start);
        throw new GlobProblem(`"[${isEmpty ? ']" has no characters' : '" has no "]" after it'}; write [[] for the character "["`);
    }
    const text = glob.slice(start, end + 1);
    if (text.includes('/'))
        throw new GlobProblem(`${text} contains a slash, which no file name has; remove the slash`);
    const negated = /^\[[!^]./.test(text) && text.length > '[!]'.length;
    const members = Array.from(text.slice(negated ? 2 : 1, -1));
    const ranges = [];
    for (let index = 0; index < members.length; index += 1) {
        const [from = '', dash, to] = members.slice(index, index + 3);
        const isRange = dash === '-' && to !== undefined;
        const first = from.codePointAt(0) ?? 0;
        const last = isRange ? (to.codePointAt(0) ?? 0) : first;
        if (last < first)
            throw new GlobProblem(`the range ${from}-${to} of ${text} is empty; write ${to}-${from}`);
        ranges.push({ first, last });
        if (isRange)
            index += 2;
    }
    return { text, token: { kind: 'class', negated, ranges } };
}

;// CONCATENATED MODULE: ./build/config/glob.js


const MAX_LENGTH = 1000;
const MAX_ALTERNATIVES = 100;
/** For all globs of a mapping. */
const MAX_ALTERNATIVES_OF_MAPPING = 1000;
const isGroup = (part) => Array.isArray(part);
/**
 * The alternatives of a glob.
 *
 * @throws Error if it is not valid, see `problemOfGlob`.
 */
function parseGlob(glob) {
    checkText(glob);
    const sequence = parseSequences(lex(glob));
    const count = countAlternatives(sequence);
    if (count > MAX_ALTERNATIVES) {
        throw new GlobProblem(`the braces stand for more than ${MAX_ALTERNATIVES} alternatives; write several patterns`);
    }
    return expand(sequence).map((lexemes) => componentsOf(lexemes, count > 1));
}
/** The problem with a glob of `exclude`, or undefined. */
function problemOfGlob(glob) {
    try {
        parseGlob(glob);
        return undefined;
    }
    catch (error) {
        if (error instanceof GlobProblem)
            return error.complaint;
        throw error;
    }
}
/** The problem with the globs of one mapping together, as far as each is valid; or undefined. */
function problemOfGlobs(globs) {
    const count = globs.reduce((sum, glob) => sum + (problemOfGlob(glob) === undefined ? parseGlob(glob).length : 0), 0);
    if (count <= MAX_ALTERNATIVES_OF_MAPPING)
        return undefined;
    return `the braces of all patterns stand for ${count} alternatives, and a mapping has at most ${MAX_ALTERNATIVES_OF_MAPPING}; write shorter patterns, such as **/*.o`;
}
function checkText(glob) {
    if (glob === '')
        throw new GlobProblem('must not be empty');
    if (glob.includes('\0'))
        throw new GlobProblem('must not contain a NUL character');
    if (glob.length > MAX_LENGTH)
        throw new GlobProblem(`a pattern has at most ${MAX_LENGTH} characters`);
    if (glob.includes('\\')) {
        throw new GlobProblem('a backslash has no meaning in a pattern; write [*] for the character *');
    }
}
/** @throws GlobProblem for a brace without its counterpart or without a comma. */
function parseSequences(lexemes) {
    const outer = [];
    let top = { start: 0, done: [], current: [] };
    for (const [index, lexeme] of lexemes.entries()) {
        const { text } = lexeme;
        if (text === '{') {
            outer.push(top);
            top = { start: index, done: [], current: [] };
        }
        else if (text === ',' && outer.length > 0) {
            top.done.push(top.current);
            top.current = [];
        }
        else if (text === '}') {
            const above = outer.pop();
            if (above === undefined)
                throw new GlobProblem('"}" has no "{" before it; write [}] for the character');
            if (top.done.length === 0)
                throw withoutComma(lexemes.slice(top.start, index + 1));
            above.current.push([...top.done, top.current]);
            top = above;
        }
        else
            top.current.push(text === ',' ? { text, token: literal(text) } : lexeme);
    }
    if (outer.length > 0)
        throw new GlobProblem('"{" has no "}" after it; write [{] for the character');
    return top.current;
}
function withoutComma(lexemes) {
    const text = textOf(lexemes);
    const [, first, last] = /^\{(.)\.\.(.)\}$/u.exec(text) ?? [];
    const instead = first !== undefined && last !== undefined ? `write [${first}-${last}]` : 'write {a,b}';
    return new GlobProblem(`${text} has no comma; ${instead} for alternatives, or [{] for the character`);
}
/** Infinite if there are very many. */
function countAlternatives(sequence) {
    return sequence
        .filter(isGroup)
        .reduce((product, group) => product * group.reduce((sum, inner) => sum + countAlternatives(inner), 0), 1);
}
function expand(sequence) {
    let prefixes = [[]];
    for (const part of sequence) {
        if (isGroup(part)) {
            const suffixes = part.flatMap(expand);
            prefixes = prefixes.flatMap((prefix) => suffixes.map((suffix) => [...prefix, ...suffix]));
        }
        else
            for (const prefix of prefixes)
                prefix.push(part);
    }
    return prefixes;
}
/** @throws GlobProblem if an alternative is not a relative path. */
function componentsOf(lexemes, isOneOfSeveral) {
    const names = splitAtSlashes(lexemes);
    const complaint = problemOfNames(names);
    if (complaint !== undefined) {
        if (!isOneOfSeveral)
            throw new GlobProblem(complaint.message, complaint.suggestion);
        const text = JSON.stringify(textOf(lexemes));
        throw new GlobProblem(`${text} is an alternative of the braces: ${complaint.message}`);
    }
    const components = names.map((name) => (isGlobstar(name) ? '**' : name.flatMap(({ token }) => token ?? [])));
    // `a/**` does not match `a` itself.
    return components.at(-1) === '**' ? [...components, [{ kind: 'star' }]] : components;
}
function splitAtSlashes(lexemes) {
    const names = [[]];
    for (const lexeme of lexemes) {
        if (lexeme.text === '/')
            names.push([]);
        else
            names.at(-1)?.push(lexeme);
    }
    return names;
}
const isGlobstar = ([first, ...others]) => first?.text === '**' && others.length === 0;
function problemOfNames(lexemes) {
    const names = lexemes.map(textOf);
    const suggest = (message, suggestion) => suggestion === '' ? { message } : { message, suggestion };
    if (names.join('') === '' && names.length === 1)
        return { message: 'must not be empty' };
    if (names[0]?.startsWith('!') === true)
        return { message: 'a pattern cannot be negated; list what to exclude' };
    if (names[0] === '' || names[0] === '.') {
        const message = 'a pattern is relative to the mapped directory and does not begin with a slash or a dot component';
        return suggest(message, names.filter((name) => name !== '' && name !== '.').join('/'));
    }
    if (names.at(-1) === '') {
        const message = 'a pattern does not end with a slash; a directory is excluded with everything in it';
        return suggest(message, (0,support_text/* withoutSlashes */.C2)(names.join('/')));
    }
    if (names.some((name) => name === '' || name === '.' || name === '..')) {
        return { message: 'a pattern must not contain empty components, "." and ".."' };
    }
    if (lexemes.some((name) => name.some(hasSeveralStars) && !isGlobstar(name))) {
        const message = '"**" is any number of directories, as a whole component only; write * for characters of a name';
        return suggest(message, lexemes.map(withSingleStars).join('/'));
    }
    return undefined;
}
const hasSeveralStars = ({ text }) => text.startsWith('**');
/** The pattern that was probably meant: `**` for more stars alone, and `**` as a component where a name begins with it. */
function withSingleStars(name) {
    const [first, ...others] = name;
    if (first === undefined || !name.some(hasSeveralStars))
        return textOf(name);
    if (others.length === 0)
        return '**';
    const single = name.map((lexeme) => (hasSeveralStars(lexeme) ? '*' : lexeme.text)).join('');
    return hasSeveralStars(first) ? `**/${single}` : single;
}


/***/ }),

/***/ 29181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rc: () => (/* binding */ fetchedImagesOf),
/* harmony export */   S9: () => (/* binding */ dockerfileOf),
/* harmony export */   Vm: () => (/* binding */ contextOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** The images that a build itself fetches: the image, and that of busybox. The images of a Dockerfile are not included. */
function fetchedImagesOf(config) {
    const { image, imageLock: lock } = config;
    const main = image?.kind === 'reference' ? [{ reference: image, lock, key: 'image' }] : [];
    if (config.strategy === 'oci_rootfs' || config.busybox.image === undefined)
        return main;
    return [...main, { reference: config.busybox.image, lock: config.busybox.imageLock, key: 'busybox_image' }];
}
/** The Dockerfile of a config, if its image is built from one. */
function dockerfileOf({ image }) {
    return image?.kind === 'dockerfile' ? image : undefined;
}
/** The path of the context of a Dockerfile, relative to fledge.toml. */
function contextOf({ text, context }) {
    return context ?? (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(text);
}


/***/ }),

/***/ 53214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ DEFAULT_CONFIG_FILE),
/* harmony export */   l: () => (/* binding */ missingConfig)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1318);
/* harmony import */ var _support_wording_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(11720);





const DEFAULT_CONFIG_FILE = 'fledge.toml';
/** The error for a config that does not exist. `file` is the file in the directory `path`, or `path` itself. */
function missingConfig(path, file) {
    return new _support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .FledgeError */ .aE('config', messageFor(path, file), { fix: fixFor(path, file) });
}
function messageFor(path, file) {
    if (file === DEFAULT_CONFIG_FILE) {
        return (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `there is no fledge.toml in this directory; run fledge in the plugin's directory, or set ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('config')}`;
    }
    if (path === file)
        return `there is no file ${JSON.stringify(file)}`;
    if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) === DEFAULT_CONFIG_FILE)
        return `${path} is a directory, and there is no fledge.toml in it`;
    return `there is no fledge.toml in ${path}`;
}
/**
 * Names the file with the most similar name, which was probably meant: Linux distinguishes upper and lower case. Without one, it
 * names the command that writes a fledge.toml.
 */
function fixFor(path, file) {
    const name = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file);
    let names;
    try {
        names = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(file));
    }
    catch {
        return undefined;
    }
    const similar = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .nearest */ .p)(name, names.filter((other) => other !== name && !other.endsWith('.lock')));
    if (similar !== undefined)
        return (0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .worded */ .MH) `rename ${similar} to ${name}, or name it with ${(0,_support_wording_js__WEBPACK_IMPORTED_MODULE_3__/* .option */ .uK)('config')}`;
    const isInDirectory = name === DEFAULT_CONFIG_FILE && (file === name || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(path) !== name);
    return isInDirectory ? 'to begin a plugin, run fledge init in its directory' : undefined;
}


/***/ }),

/***/ 74782:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q8: () => (/* binding */ withBaseImages),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   uq: () => (/* binding */ MAX_DOCKERFILE_BYTES),
/* harmony export */   xp: () => (/* binding */ dockerfileFailure)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35921);
/* harmony import */ var _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25423);
/* harmony import */ var _dockerfile_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50573);
/* harmony import */ var _images_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29181);






/** Far above the size of any Dockerfile. */
const MAX_DOCKERFILE_BYTES = 1024 * 1024;
/**
 * The config with the base images of its Dockerfile, or the problem of the Dockerfile or its context. A missing file is not
 * a problem here: it may not be written yet, and the build reports it. `directory` is that of fledge.toml.
 */
async function withBaseImages(config, directory) {
    const image = (0,_images_js__WEBPACK_IMPORTED_MODULE_5__/* .dockerfileOf */ .S9)(config);
    if (image === undefined)
        return { config };
    const problem = await contextProblem(image, directory);
    if (problem !== undefined)
        return { config, problem };
    let source;
    try {
        source = textOf(await (0,_support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .readRegularFile */ .XF)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, image.text), MAX_DOCKERFILE_BYTES));
    }
    catch (error) {
        if ((0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .systemCodeOf */ .c7)(error) === 'ENOENT')
            return { config };
        return { config, problem: { path: ['source', 'dockerfile'], message: dockerfileFailure(image, error) } };
    }
    const bases = { 'linux/amd64': [], 'linux/arm64': [] };
    let args = new Set();
    for (const platform of ['linux/amd64', 'linux/arm64']) {
        const parsed = (0,_dockerfile_js__WEBPACK_IMPORTED_MODULE_4__/* .parseDockerfile */ .A)(source, { target: image.target, buildArgs: image.buildArgs, platform });
        if (!parsed.ok) {
            const place = parsed.line === undefined ? image.text : `line ${parsed.line} of ${image.text}:`;
            const key = parsed.isTarget === true ? 'target' : 'dockerfile';
            return { config, problem: { path: ['source', key], message: `${place} ${parsed.message}` } };
        }
        bases[platform] = parsed.bases;
        args = parsed.args;
    }
    return { config: { ...config, image: { ...image, bases } }, notes: unusedArguments(image, args) };
}
/**
 * The text of a Dockerfile.
 *
 * @throws Error if it is not UTF-8: the copy with pinned base images would have other bytes.
 */
function textOf(bytes) {
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes))
        throw new Error('it is not UTF-8 text; convert it with iconv');
    return text;
}
/** The message for a Dockerfile that cannot be read. */
function dockerfileFailure({ text }, error) {
    if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .NotRegularFile */ .k1) {
        const example = error.kind === 'a directory' ? `, such as ${text.replace(/\/*$/, '')}/Dockerfile` : '';
        return `${text} is ${error.kind}; name the Dockerfile${example}`;
    }
    if (error instanceof _support_files_regular_file_js__WEBPACK_IMPORTED_MODULE_3__/* .FileTooLarge */ .Sv)
        return `${text} is larger than ${MAX_DOCKERFILE_BYTES} bytes; name a Dockerfile`;
    return `cannot read ${text}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .readFailureOf */ .Og)(error)}`;
}
/** The problem of a context that exists and is not a directory. */
async function contextProblem(image, directory) {
    const stats = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, (0,_images_js__WEBPACK_IMPORTED_MODULE_5__/* .contextOf */ .Vm)(image))).catch(() => undefined);
    if (stats === undefined || stats.isDirectory())
        return undefined;
    const key = image.context === undefined ? 'dockerfile' : 'context';
    const fix = 'name the directory with the files that the Dockerfile copies';
    return { path: ['source', key], message: `${(0,_images_js__WEBPACK_IMPORTED_MODULE_5__/* .contextOf */ .Vm)(image)} is not a directory; ${fix}` };
}
/** Build arguments that builders know without an ARG. */
const PREDEFINED = /^(?:BUILDKIT_\w+|(?:https?|ftp|no|all)_proxy)$/i;
function unusedArguments({ text, buildArgs }, args) {
    return Object.keys(buildArgs).flatMap((name) => {
        if (args.has(name) || PREDEFINED.test(name))
            return [];
        const message = `has no effect: ${text} has no ARG ${name}; add it there, or remove it here`;
        return [{ path: ['source', 'build_args', name], message }];
    });
}


/***/ }),

/***/ 45460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ jsonSyntaxProblem),
/* harmony export */   fg: () => (/* binding */ repeatedKeys),
/* harmony export */   rz: () => (/* binding */ locateJson)
/* harmony export */ });
/* harmony import */ var _positions_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45868);

/*
 * JSON.parse reads the values. This module finds the positions of their keys, and keys that are repeated. jsonc-parser
 * describes syntax errors; it is loaded only if there is one.
 */
/** Messages by jsonc-parser's names of errors. */
const MESSAGES = {
    InvalidNumberFormat: 'this is not a number',
    PropertyNameExpected: 'expected a key in double quotes',
    ValueExpected: 'expected a value',
    ColonExpected: 'expected ":" after the key',
    CommaExpected: 'expected "," before this',
    CloseBraceExpected: 'expected "}"',
    CloseBracketExpected: 'expected "]"',
    EndOfFileExpected: 'expected nothing after the end of the value',
    InvalidCommentToken: 'comments are not allowed in JSON',
    UnexpectedEndOfComment: 'comments are not allowed in JSON',
    UnexpectedEndOfString: 'this string does not end on its line',
    UnexpectedEndOfNumber: 'this number is incomplete',
    InvalidUnicode: 'this string has an invalid escape sequence',
    InvalidEscapeCharacter: 'this string has an invalid escape sequence',
    InvalidCharacter: 'this string has an unescaped control character',
};
/** Maximum length of a symbol in a message, in characters. */
const MAX_SHOWN = 20;
/**
 * Yields the keys and elements of a JSON text that JSON.parse accepts, in their order, down to a depth. It is not recursive
 * and keeps nothing of deeper levels, because a hostile text can be nested a million times.
 */
function* membersOf(text, maxDepth) {
    const open = [];
    const path = () => open.map(({ segment = '' }) => segment);
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
        const container = depth <= maxDepth ? open.at(-1) : undefined;
        const character = text[at];
        switch (character) {
            case ' ':
            case '\t':
            case '\n':
            case '\r':
            case ':':
                continue;
            case ',':
                if (container?.kind === 'object')
                    container.isBeforeKey = true;
                continue;
            case '}':
            case ']':
                if (depth <= maxDepth)
                    open.pop();
                depth -= 1;
                continue;
        }
        const start = at;
        if (character === '"')
            at = endOfString(text, at) - 1;
        if (container?.kind === 'object' && container.isBeforeKey) {
            const key = String(JSON.parse(text.slice(start, at + 1)));
            const isRepeated = container.keys.has(key);
            container.keys.add(key);
            Object.assign(container, { segment: key, isBeforeKey: false });
            yield { offset: start, isRepeated, path };
            continue;
        }
        if (container?.kind === 'array') {
            container.segment = typeof container.segment === 'number' ? container.segment + 1 : 0;
            yield { offset: start, isRepeated: false, path };
        }
        if (character === '{' || character === '[') {
            depth += 1;
            if (depth > maxDepth)
                continue;
            const kind = character === '{' ? 'object' : 'array';
            open.push({ kind, segment: undefined, isBeforeKey: kind === 'object', keys: new Set() });
        }
        else if (character !== '"') {
            // A number or a literal.
            while (at + 1 < text.length && !ENDS_OF_WORD.has(text[at + 1] ?? ''))
                at += 1;
        }
    }
}
/** The characters that can follow a number or a literal. */
const ENDS_OF_WORD = new Set([',', '}', ']', ' ', '\t', '\n', '\r']);
/** The offset after the closing quote of a string that begins at `start`. */
function endOfString(text, start) {
    let at = start + 1;
    for (; text[at] !== '"'; at += 1)
        if (text[at] === '\\')
            at += 1;
    return at + 1;
}
/** The positions of the keys of a JSON text, which must be valid. Of a repeated key, it is the position of the last one. */
function locateJson(text) {
    const map = new _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .PositionMap */ .mG(text);
    let line = 1;
    let lineStart = 0;
    for (const { offset, path } of membersOf(text, _positions_js__WEBPACK_IMPORTED_MODULE_0__/* .MAX_DEPTH */ .lr)) {
        for (let end = text.indexOf('\n', lineStart); end !== -1 && end < offset; end = text.indexOf('\n', lineStart)) {
            line += 1;
            lineStart = end + 1;
        }
        map.add(path(), line, offset - lineStart);
    }
    return map;
}
/** The maximum depth at which repeated keys are found: deeper than any document that fledge reads. */
const MAX_KEY_DEPTH = 100;
/**
 * The paths of the keys that one object has more than once, in a text that JSON.parse accepts. JSON.parse uses the last
 * one; other programs use the first one.
 */
function* repeatedKeys(text) {
    for (const { isRepeated, path } of membersOf(text, MAX_KEY_DEPTH))
        if (isRepeated)
            yield path();
}
/** The first syntax error of a text that JSON.parse rejects. */
async function jsonSyntaxProblem(text, file) {
    const { printParseErrorCode, visit } = await __webpack_require__.e(/* import() */ 9547).then(__webpack_require__.t.bind(__webpack_require__, 99547, 19));
    const found = [];
    const onError = (code, offset, length) => {
        if (found.length === 0)
            found.push(explain(printParseErrorCode(code), { offset, length }, text));
    };
    try {
        visit(text, { onError }, { disallowComments: true });
    }
    catch (error) {
        // The parser is recursive, and the text can be nested too deeply for it.
        if (!(error instanceof RangeError))
            throw error;
    }
    const [{ offset, message } = { offset: 0, message: 'this is not valid JSON' }] = found;
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    return { file, line, column, key: undefined, message };
}
function explain(name, { offset, length }, text) {
    const isAtEnd = text.slice(offset).trim() === '';
    const isOpenString = name === 'UnexpectedEndOfString' && offset + length === text.length;
    if (isAtEnd || isOpenString)
        return { offset: text.length, message: 'the JSON text ends too early' };
    const message = MESSAGES[name];
    if (message !== undefined)
        return { offset, message };
    const symbol = text.slice(offset, offset + Math.min(length, MAX_SHOWN));
    return { offset, message: `unexpected ${JSON.stringify(symbol)}` };
}


/***/ }),

/***/ 95484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ remarksOnTrimming),
/* harmony export */   k: () => (/* binding */ entrypointOf)
/* harmony export */ });
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39965);

const ADVICE = 'set [workload] entrypoint in manifest.toml';
/** The program and arguments of the workload: those of the template, otherwise of the image or the mappings. */
function entrypointOf({ entrypoint, args }, source) {
    if (entrypoint !== undefined)
        return { program: entrypoint, remarks: [] };
    return source.kind === 'image' ? ofImage(source, args) : ofMappings(source.executables, args);
}
function ofImage({ entrypoint, cmd }, args) {
    // As for `docker run IMAGE ARGS`: arguments replace Cmd.
    const program = [...withoutEmpty(entrypoint), ...(args ?? cmd)];
    const [first, ...others] = program;
    if (first !== undefined && first !== '')
        return { program, remarks: [] };
    const what = others.length === 0
        ? 'the image has no Entrypoint and no Cmd'
        : `the image starts a program with an empty name (${JSON.stringify(program)}), which is not possible`;
    return guess(['/bin/sh'], `${what}; the workload is /bin/sh: ${ADVICE}`);
}
function ofMappings(executables, args = []) {
    const [first, ...others] = executables;
    const program = [first ?? '/bin/sh', ...args];
    if (first === undefined) {
        return guess(program, `no mapping puts an executable into a bin directory; the workload is /bin/sh: ${ADVICE}`);
    }
    if (others.length === 0)
        return { program, remarks: [] };
    return guess(program, `the workload is ${first}, the first of ${others.length + 1} mapped executables: ${ADVICE}`);
}
function guess(program, message) {
    return { program, remarks: [{ code: 'entrypoint', message }] };
}
/** `ENTRYPOINT [""]` in a Dockerfile removes the Entrypoint of its base image (moby, daemon/create.go). */
function withoutEmpty(entrypoint) {
    return entrypoint.length === 1 && entrypoint[0] === '' ? [] : entrypoint;
}
/** Warnings for arguments and variables that kestrel changes: it trims all of them, and drops empty arguments. */
function remarksOnTrimming(program, env, { workload }, image) {
    const ofProgram = workload.entrypoint !== undefined
        ? (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('workload', 'entrypoint')
        : workload.args !== undefined
            ? (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('workload', 'args')
            : (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atImage */ .f3)(image);
    const isTrimmed = (text) => text !== text.trim();
    const changed = program.filter((word) => word === '' || isTrimmed(word));
    const variables = Object.keys(env).filter((name) => isTrimmed(env[name] ?? ''));
    const fix = 'start the workload through a script that sets these values';
    return [
        ...changed.slice(0, 1).map((word) => ({
            code: 'argument-trimmed',
            message: `kestrel ${word.trim() === '' ? 'drops' : 'trims'} the argument ${JSON.stringify(word)} of the workload`,
            fix,
            ...ofProgram,
        })),
        ...variables.slice(0, 1).map((name) => ({
            code: 'argument-trimmed',
            message: `kestrel trims the value of the variable ${name}, which begins or ends with white space`,
            fix,
            ...(workload.env?.[name] === undefined ? (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atImage */ .f3)(image) : (0,_remarks_js__WEBPACK_IMPORTED_MODULE_0__/* .atTemplate */ .CV)('workload', 'env', name)),
        })),
    ];
}


/***/ }),

/***/ 14255:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ cloudInitDocumentSchema),
/* harmony export */   BI: () => (/* binding */ initramfsSchema),
/* harmony export */   HQ: () => (/* binding */ actionsSchema),
/* harmony export */   KR: () => (/* binding */ healthCheckSchema),
/* harmony export */   KT: () => (/* binding */ disksSchema),
/* harmony export */   PL: () => (/* binding */ resourcesSchema),
/* harmony export */   Pr: () => (/* binding */ labelsSchema),
/* harmony export */   Z7: () => (/* binding */ workloadSchema),
/* harmony export */   fz: () => (/* binding */ rootfsSchema),
/* harmony export */   jC: () => (/* binding */ devicesSchema),
/* harmony export */   pf: () => (/* binding */ cloudInitSchema),
/* harmony export */   uT: () => (/* binding */ networkSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9691);

/*
 * The tables of Volant's plugin manifest v1, key by key and in its order. The manifest (manifest-schema.ts) and its
 * template (template-schema.ts) consist of these tables.
 */
const milliseconds = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(0);
const texts = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP());
const labelsSchema = texts;
const resourcesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    cpu_cores: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
    memory_mb: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1),
});
const workloadSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    /** Volant 0.6.5 accepts `http` only. */
    type: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['http', 'exec', 'grpc']),
    base_url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    entrypoint: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).min(1),
    env: texts.optional(),
    workdir: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const healthCheckSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    endpoint: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    timeout_ms: milliseconds,
});
const actionsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    description: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    method: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    timeout_ms: milliseconds.optional(),
}));
const rootfsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    format: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['raw', 'qcow2']).optional(),
});
const initramfsSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    url: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const disksSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    source: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP(),
    checksum: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    format: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['raw', 'qcow2']).optional(),
    readonly: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    target: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
}));
const cloudInitDocumentSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    inline: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    content: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    path: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
});
const cloudInitSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    datasource: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    seed_mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['vfat']).optional(),
    user_data: cloudInitDocumentSchema.optional(),
    meta_data: cloudInitDocumentSchema.optional(),
    network_config: cloudInitDocumentSchema.optional(),
});
/** Port numbers. Volant 0.6.5 ignores the whole list. */
const port = zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().min(1).max(65535);
const networkSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['vsock', 'bridged', 'dhcp']).optional(),
    subnet: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    gateway: zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().optional(),
    auto_assign: zod__WEBPACK_IMPORTED_MODULE_0__/* .boolean */ .zMY().optional(),
    expose: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({ port, protocol: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(['tcp', 'udp']).optional(), host_port: port.optional() }))
        .optional(),
});
const devicesSchema = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    pci_passthrough: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
    allowlist: zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()).optional(),
});


/***/ }),

/***/ 90671:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ manifestSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9691);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14255);


/**
 * Volant's plugin manifest v1, with the rules of its JSON Schema (plugin-manifest-v1.json) and the keys in its order. Three
 * rules are wider, as in Volant's code: newer types of workloads, `network.expose`, and both media in one manifest.
 */
const manifestSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    $schema: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    schema_version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    version: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    runtime: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().min(1),
    image: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    image_digest: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    enabled: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
    openapi: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional(),
    labels: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .labelsSchema */ .Pr.optional(),
    resources: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .resourcesSchema */ .PL,
    workload: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadSchema */ .Z7,
    health_check: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .healthCheckSchema */ .KR.optional(),
    actions: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .actionsSchema */ .HQ.optional(),
    rootfs: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .rootfsSchema */ .fz.optional(),
    initramfs: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .initramfsSchema */ .BI.optional(),
    disks: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .disksSchema */ .KT.optional(),
    cloud_init: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .cloudInitSchema */ .pf.optional(),
    network: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .networkSchema */ .uT.optional(),
    devices: _fields_js__WEBPACK_IMPORTED_MODULE_0__/* .devicesSchema */ .jC.optional(),
})
    .check((context) => {
    const { rootfs, initramfs } = context.value;
    if (rootfs !== undefined || initramfs !== undefined)
        return;
    const message = 'rootfs or initramfs is needed';
    context.issues.push({ code: 'custom', input: context.value, message });
});


/***/ }),

/***/ 17054:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  XI: () => (/* binding */ deriveManifest),
  oj: () => (/* binding */ nameOfPlugin),
  NQ: () => (/* binding */ pluginName),
  xb: () => (/* binding */ programSourceOf),
  sB: () => (/* binding */ renderManifest)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
// EXTERNAL MODULE: ./build/document/zod-problems.js + 1 modules
var zod_problems = __webpack_require__(12673);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/manifest/encoded-size.js


/*
 * Volant passes the manifest to the machine as `volant.manifest=` on the kernel's command line: base64url of gzip of JSON.
 * On x86 that line has 2,048 bytes, of which the other words need about 300.
 */
/** In bytes, encoded. */
const NOTE_SIZE = 1200;
const WARNING_SIZE = 1600;
const MAX_SIZE = 1740;
/** The number of fields that a message names. */
const NAMED_FIELDS = 3;
/** The length of a manifest on the kernel's command line, in bytes. */
function encodedSize(manifest) {
    return (0,external_node_zlib_.gzipSync)(JSON.stringify(manifest)).toString('base64url').length;
}
/**
 * A remark if a manifest of this length is nearly too long.
 *
 * @throws FledgeError `input` if it does not fit on the command line.
 */
function remarksOnEncodedSize(manifest, size) {
    if (size < NOTE_SIZE)
        return [];
    const message = `the manifest has ${size} bytes on the kernel's command line, of at most about ${MAX_SIZE}`;
    const fix = `shorten its largest fields: ${largestFields(manifest).join(', ')}`;
    if (size >= MAX_SIZE) {
        throw new errors/* FledgeError */.aE('input', `${message}; the machine would stop before it prints anything`, { fix });
    }
    return [{ code: size >= WARNING_SIZE ? 'manifest-size' : 'note', message, fix }];
}
function largestFields({ workload, ...fields }) {
    const { env, ...others } = workload;
    return Object.entries({ ...fields, workload: others, 'workload.env': env })
        .map(([name, value]) => [name, JSON.stringify(value ?? '').length])
        .sort(([, a], [, b]) => b - a)
        .slice(0, NAMED_FIELDS)
        .map(([name]) => name);
}

// EXTERNAL MODULE: ./build/manifest/entrypoint.js
var manifest_entrypoint = __webpack_require__(95484);
// EXTERNAL MODULE: ./build/manifest/remarks.js
var manifest_remarks = __webpack_require__(39965);
;// CONCATENATED MODULE: ./build/manifest/health-check.js

/** Default `timeout_ms` of a health check. kestrel probes for two minutes, whatever it is. */
const DEFAULT_TIMEOUT_MS = 10_000;
/** Well-known ports of servers that do not speak HTTP (IANA's registry). */
const OTHER_PROTOCOLS = new Map([
    [21, 'FTP'],
    [22, 'SSH'],
    [25, 'SMTP'],
    [53, 'DNS'],
    [389, 'LDAP'],
    [1883, 'MQTT'],
    [3306, 'MySQL'],
    [4222, 'NATS'],
    [5432, 'PostgreSQL'],
    [5672, 'AMQP'],
    [6379, 'Redis'],
    [9042, 'Cassandra'],
    [9092, 'Kafka'],
    [11211, 'memcached'],
    [27017, 'MongoDB'],
]);
/** The health check of the template, completed; undefined if it has none. */
function healthCheckOf({ health_check: check }) {
    if (check === undefined)
        return undefined;
    return { endpoint: check.endpoint ?? '/', timeout_ms: check.timeout_ms ?? DEFAULT_TIMEOUT_MS };
}
/** Remarks about the health check of a plugin with an agent. kestrel probes with HTTP GET until it gets a 2xx status. */
function remarksOnHealthCheck(template, known) {
    const { type = 'http' } = template.workload;
    const check = healthCheckOf(template);
    if (check === undefined) {
        if (type !== 'http')
            return [];
        const message = 'the manifest has no health_check; to add one, set endpoint in [health_check] of manifest.toml; kestrel then stops the machine if the workload does not answer GET on that path with a 2xx status within two minutes';
        return [{ code: 'note', message }];
    }
    // An empty endpoint turns the probe off.
    if (check.endpoint === '')
        return [];
    const protocol = known === undefined ? undefined : OTHER_PROTOCOLS.get(known.port);
    const reason = type !== 'http'
        ? `the type of the workload is "${type}"`
        : protocol === undefined
            ? undefined
            : `port ${known?.port} usually speaks ${protocol}`;
    if (reason === undefined)
        return [];
    return [
        {
            code: 'health-check',
            message: `kestrel probes with HTTP, but ${reason}; a probe that fails for two minutes stops the machine`,
            fix: 'remove [health_check], or set its endpoint to "" to turn the probe off',
            ...(0,manifest_remarks/* atTemplate */.CV)('health_check'),
        },
    ];
}

// EXTERNAL MODULE: ./build/manifest/manifest-schema.js
var manifest_schema = __webpack_require__(90671);
// EXTERNAL MODULE: ./build/manifest/template-values.js
var template_values = __webpack_require__(33267);
// EXTERNAL MODULE: ./build/manifest/template-warnings.js
var template_warnings = __webpack_require__(87520);
;// CONCATENATED MODULE: ./build/manifest/media.js



/** The medium of the template that this build does not write. It needs a URL; a file system as its format means raw. */
function otherMedium({ rootfs, initramfs }, strategy) {
    if (strategy === 'oci_rootfs') {
        if (initramfs?.url === undefined || (0,template_values/* problemOfBlank */.d8)(initramfs.url) !== undefined)
            return {};
        return { initramfs: { ...initramfs, url: initramfs.url } };
    }
    if (rootfs?.url === undefined || (0,template_values/* problemOfBlank */.d8)(rootfs.url) !== undefined)
        return {};
    const { format, ...others } = rootfs;
    return {
        rootfs: {
            ...others,
            url: rootfs.url,
            ...(format !== undefined && { format: format === 'qcow2' ? format : 'raw' }),
        },
    };
}
/** Remarks on the media of the template: one is replaced by the build, the other stands. */
function remarksOnMedia(template, manifest, strategy) {
    const [own, other] = strategy === 'initramfs' ? ['initramfs', 'rootfs'] : ['rootfs', 'initramfs'];
    const remarks = [];
    const url = template[own]?.url;
    const made = manifest[own]?.url;
    if (url !== undefined && url !== made) {
        const message = `${own}.url of the manifest template is replaced by ${made}; set it with --url-base`;
        remarks.push({ code: 'template', message, ...(0,manifest_remarks/* atTemplate */.CV)(own, 'url') });
    }
    if (template[other] !== undefined && manifest[other] === undefined) {
        const message = `${other} of the manifest template is ignored: it has no url, and this build does not write ${other}`;
        remarks.push({ code: 'template', message, ...(0,manifest_remarks/* atTemplate */.CV)(other) });
    }
    else if (manifest[other] !== undefined) {
        const { url: otherUrl = '', checksum = '' } = manifest[other];
        const problems = [
            ['url', (0,template_warnings/* problemOfMediumUrl */.d$)(otherUrl)],
            ['checksum', (0,template_warnings/* problemOfMediumChecksum */.Zi)(checksum)],
        ];
        for (const [key, problem] of problems) {
            if (problem !== undefined)
                remarks.push({ code: 'manifest-value', message: problem, ...(0,manifest_remarks/* atTemplate */.CV)(other, key) });
        }
        const message = `the manifest has ${own} and ${other}: Volant accepts both, but its JSON schema only one`;
        remarks.push({ code: 'note', message, ...(0,manifest_remarks/* atTemplate */.CV)(other) });
    }
    return remarks;
}

// EXTERNAL MODULE: ./build/manifest/memory.js
var memory = __webpack_require__(7141);
;// CONCATENATED MODULE: ./build/manifest/port.js

/** kestrel's own port. */
const AGENT_PORT = 8080;
/** The port in `base_url` if none is known. */
const FALLBACK_PORT = 80;
/** The first of: the port of the template's `base_url`, the first tcp port of `network.expose`, that of the image. */
function findPort({ workload, network }, image) {
    const { base_url: baseUrl } = workload;
    const url = baseUrl === undefined ? null : URL.parse(baseUrl);
    if (url !== null) {
        const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
        return { port, at: (0,manifest_remarks/* atTemplate */.CV)('workload', 'base_url') };
    }
    const expose = network?.expose ?? [];
    const index = expose.findIndex(isTcp);
    const exposed = expose[index];
    if (exposed !== undefined)
        return { port: exposed.port, at: (0,manifest_remarks/* atTemplate */.CV)('network', 'expose', index, 'port') };
    for (const text of image?.exposedPorts ?? []) {
        // A range counts as its first port. Docker's own tools expand ranges, other tools do not.
        const port = Number(/^(\d+)(?:-\d+)?(?:\/tcp)?$/i.exec(text)?.[1]);
        if (port >= 1 && port <= 65535)
            return { port, at: (0,manifest_remarks/* atImage */.f3)(image) };
    }
    return undefined;
}
/** `base_url` for a port. */
function baseUrlOf(port) {
    return `http://127.0.0.1:${port ?? FALLBACK_PORT}`;
}
/** Remarks about the port of a plugin with an agent. `needsPort` is true if the agent or Volant connects to the workload. */
function remarksOnPort({ network }, known, needsPort) {
    const expose = network?.expose ?? [];
    const others = expose.flatMap((entry, index) => isTcp(entry) && entry.port === AGENT_PORT ? [['network', 'expose', index, 'port']] : []);
    const [other] = others;
    const at = known?.port === AGENT_PORT ? known.at : other === undefined ? undefined : (0,manifest_remarks/* atTemplate */.CV)(...other);
    if (at !== undefined) {
        return [
            {
                code: 'agent-port',
                message: `the port of the workload is ${AGENT_PORT}, and kestrel listens on ${AGENT_PORT} itself: the agent cannot start, and the machine stops`,
                fix: 'let the workload listen on another port, and set base_url in [workload] of manifest.toml',
                ...at,
            },
        ];
    }
    if (known !== undefined || !needsPort)
        return [];
    return [
        {
            code: 'no-port',
            message: `the port of the workload is not known, so base_url has port ${FALLBACK_PORT}`,
            fix: 'set base_url in [workload] of manifest.toml, such as base_url = "http://127.0.0.1:3000"',
        },
    ];
}
function isTcp({ protocol = 'tcp' }) {
    return protocol === 'tcp';
}

// EXTERNAL MODULE: ./build/manifest/process.js
var process = __webpack_require__(87785);
;// CONCATENATED MODULE: ./build/manifest/manifest.js













const DEFAULT_VERSION = '0.1.0';
const VERSION_LABEL = 'org.opencontainers.image.version';
const FSTYPE_LABEL = 'volant.rootfs_fstype';
/**
 * Derives the manifest (docs/manifest.md). Each value is from the template, otherwise from the build, otherwise a
 * default. The artifact, its checksum and the image are always those of the build. Keys are in the order of the schema.
 *
 * @throws FledgeError `input` if the manifest is too long for the kernel's command line, or a program cannot be started with
 *   the values of the image; `internal` if the manifest does not match Volant's schema.
 */
function deriveManifest(input) {
    const { directoryName, artifact, built } = input;
    const template = input.template ?? { workload: {} };
    const { image } = built;
    const name = nameOf(template, image?.reference?.baseName ?? directoryName);
    const version = versionOf(template, image);
    const { hasAgent } = built;
    const entrypoint = (0,manifest_entrypoint/* entrypointOf */.k)(template.workload, programSourceOf(built));
    const type = template.workload.type ?? 'http';
    const port = findPort(template, image);
    const healthCheck = healthCheckOf(template);
    const size = built.strategy === 'initramfs' ? { compressed: artifact.size, unpacked: built.unpackedBytes } : undefined;
    const workdir = template.workload.workdir ?? (0,process/* workdirOf */.oG)(image?.workdir);
    const env = { ...(0,process/* environmentOf */.p7)(image?.env ?? []), ...template.workload.env };
    (0,process/* requireNoNul */.Mw)([...entrypoint.program, ...Object.entries(env).flat(), workdir ?? '']);
    const labels = { ...template.labels, ...(built.strategy === 'oci_rootfs' && { [FSTYPE_LABEL]: built.filesystem }) };
    // An image that a Dockerfile builds has no name, and its digest is that of no published image.
    const named = image?.reference === undefined ? undefined : image;
    const imageName = named?.reference?.text ?? template.image;
    const imageDigest = named?.digest ?? template.image_digest;
    const { disks, actions, cloud_init: cloudInit, network, devices, openapi, $schema } = template;
    const { url, sha256 } = artifact;
    const candidate = {
        ...($schema !== undefined && { $schema }),
        schema_version: '1.0',
        name,
        version: version.version,
        runtime: template.runtime ?? name,
        ...(imageName !== undefined && { image: imageName }),
        ...(imageDigest !== undefined && { image_digest: imageDigest }),
        enabled: template.enabled ?? true,
        ...(openapi !== undefined && { openapi }),
        ...(Object.keys(labels).length > 0 && { labels }),
        resources: {
            cpu_cores: template.resources?.cpu_cores ?? 1,
            memory_mb: template.resources?.memory_mb ?? (0,memory/* defaultMemory */.z7)(size),
        },
        workload: {
            type,
            base_url: template.workload.base_url ?? baseUrlOf(port?.port),
            entrypoint: [...entrypoint.program],
            ...(Object.keys(env).length > 0 && { env }),
            ...(workdir !== undefined && { workdir }),
        },
        ...(healthCheck !== undefined && { health_check: healthCheck }),
        ...(actions !== undefined && { actions }),
        ...otherMedium(template, built.strategy),
        ...(built.strategy === 'oci_rootfs'
            ? { rootfs: { url, checksum: `sha256:${sha256}`, format: built.format ?? 'raw' } }
            : { initramfs: { url, checksum: `sha256:${sha256}` } }),
        ...(disks !== undefined && { disks }),
        ...(cloudInit !== undefined && { cloud_init: cloudInit }),
        ...(network !== undefined && { network }),
        ...(devices !== undefined && { devices }),
    };
    const parsed = manifest_schema/* manifestSchema */.r.safeParse(candidate, zod_problems/* PARSE_ONCE */.Mh);
    if (!parsed.success) {
        const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
        throw new errors/* FledgeError */.aE('internal', `the manifest does not match Volant's schema: ${reason}`);
    }
    // zod builds its result in the order of the schema, including nested tables.
    const manifest = parsed.data;
    const encodedBytes = encodedSize(manifest);
    return {
        manifest,
        encodedBytes,
        remarks: [
            ...version.remarks,
            ...entrypoint.remarks,
            ...(hasAgent
                ? [
                    ...remarksOnPort(template, port, type === 'http'),
                    ...remarksOnHealthCheck(template, port),
                    ...(0,manifest_entrypoint/* remarksOnTrimming */.W)(entrypoint.program, env, template, image),
                    ...remarksOnUser(image),
                ]
                : []),
            ...(size === undefined ? [] : (0,memory/* remarksOnMemory */.AT)(template, size)),
            ...remarksOnMedia(template, manifest, built.strategy),
            ...remarksOnImage(template, manifest),
            ...remarksOnEncodedSize(manifest, encodedBytes),
        ],
    };
}
/** The text of manifest.json: two spaces of indent, and a newline at the end. */
function renderManifest(manifest) {
    return `${JSON.stringify(manifest, null, 2)}\n`;
}
/** The name of a plugin in its manifest. */
function nameOfPlugin({ config, directory }, template) {
    return nameOf(template?.fields, config.image?.kind === 'reference' ? config.image.baseName : (0,external_node_path_.basename)(directory));
}
/** The name in the template, otherwise one derived from the name of the image or the directory. */
function nameOf(template, source) {
    return template?.name ?? pluginName(source);
}
/**
 * Derives a plugin's name from that of a directory or an image: lower case ASCII letters and digits, `.`, `_` and `-`,
 * with a letter or digit at both ends. Accents are removed, and every other run of characters becomes one `-`.
 */
function pluginName(text) {
    const name = text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^a-z0-9._-]+/g, '-')
        .replace(/^[._-]+|[._-]+$/g, '');
    return name === '' ? 'plugin' : name;
}
/** The program of a plugin without a template. The program of an image in an initramfs has precedence over mapped ones. */
function programSourceOf(built) {
    const { image } = built;
    if (built.strategy === 'oci_rootfs')
        return { kind: 'image', ...programOf(built.image) };
    const hasProgram = image !== undefined && (image.entrypoint.length > 0 || image.cmd.length > 0);
    const isOfImage = hasProgram || (image !== undefined && built.executables.length === 0);
    return isOfImage ? { kind: 'image', ...programOf(image) } : { kind: 'mappings', executables: built.executables };
}
function programOf({ entrypoint, cmd }) {
    return { entrypoint, cmd };
}
/** The version of the template, the label, the tag, or a default. A label of an image may contain any text. */
function versionOf(template, image) {
    const tag = /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference?.named?.tag ?? '')?.[1];
    const derived = tag ?? DEFAULT_VERSION;
    const label = image?.labels[VERSION_LABEL]?.trim();
    if (template.version !== undefined)
        return { version: template.version, remarks: [] };
    if (label === undefined || label === '')
        return { version: derived, remarks: [] };
    if ((0,values/* problemOfPluginVersion */.oI)(label) === undefined)
        return { version: label, remarks: [] };
    const shown = JSON.stringify(label.length > 60 ? `${label.slice(0, 60)}…` : label);
    const advice = 'set version in manifest.toml';
    return {
        version: derived,
        remarks: [
            {
                code: 'version',
                message: `the image's label ${VERSION_LABEL} is not a valid version: ${shown}; the version is ${derived}: ${advice}`,
            },
        ],
    };
}
function remarksOnImage({ image }, manifest) {
    if (image === undefined || image === manifest.image)
        return [];
    const message = `image of the manifest template is replaced by ${manifest.image}, the source of this build`;
    return [{ code: 'template', message, ...(0,manifest_remarks/* atTemplate */.CV)('image') }];
}
function remarksOnUser(image) {
    const user = image?.user ?? '';
    if (user === '' || /^(?:root|0)(?::|$)/.test(user))
        return [];
    return [
        {
            code: 'image-user',
            message: `the image's User ${JSON.stringify(user)} has no effect: kestrel starts the workload as root`,
            fix: 'if the workload must not run as root, start it through a program that changes the user, such as setpriv',
            ...(0,manifest_remarks/* atImage */.f3)(image),
        },
    ];
}


/***/ }),

/***/ 7141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ remarksOnMemory),
/* harmony export */   DY: () => (/* binding */ requiredMemory),
/* harmony export */   z7: () => (/* binding */ defaultMemory)
/* harmony export */ });
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3795);
/* harmony import */ var _remarks_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39965);


/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;
/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
function requiredMemory({ compressed, unpacked }) {
    return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / _support_units_js__WEBPACK_IMPORTED_MODULE_0__/* .MEBIBYTE */ .gJ);
}
/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
function defaultMemory(size) {
    return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}
/** A warning if the template's `memory_mb` cannot hold an initramfs. */
function remarksOnMemory({ resources }, size) {
    const given = resources?.memory_mb;
    const required = requiredMemory(size);
    if (given === undefined || given >= required)
        return [];
    return [
        {
            code: 'memory',
            message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
            fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
            ...(0,_remarks_js__WEBPACK_IMPORTED_MODULE_1__/* .atTemplate */ .CV)('resources', 'memory_mb'),
        },
    ];
}


/***/ }),

/***/ 87785:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ requireNoNul),
/* harmony export */   oG: () => (/* binding */ workdirOf),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


/* The environment and the working directory of a workload, from the template and the image. */
/** The variables of an image, whose entries have the form `NAME=value`. Volant drops a variable without a name. */
function environmentOf(entries) {
    return Object.fromEntries(entries
        .map((entry) => [entry, entry.indexOf('=')])
        .filter(([entry, equals]) => entry.slice(0, Math.max(equals, 0)).trim() !== '')
        .map(([entry, equals]) => [entry.slice(0, equals), entry.slice(equals + 1)]));
}
/** The working directory of an image, which is relative to the root as for Docker; undefined if there is none. */
function workdirOf(written) {
    const path = written?.trim() ?? '';
    if (path === '')
        return undefined;
    return path.startsWith('/') ? written : node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', path);
}
/**
 * Checks what an image brings; a template and the names of files were checked before.
 *
 * @throws FledgeError `input` if a text contains a NUL character: no program can be started with it.
 */
function requireNoNul(texts) {
    const found = texts.find((text) => text.includes('\0'));
    if (found === undefined)
        return;
    throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('input', `the image cannot be started: its Entrypoint, Cmd, Env or WorkingDir contains a NUL character, in ${JSON.stringify(found.slice(0, 60))}`, { fix: 'build the image again without it, or set the value in [workload] of manifest.toml' });
}


/***/ }),

/***/ 39965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ atTemplate),
/* harmony export */   Oh: () => (/* binding */ atConfig),
/* harmony export */   f3: () => (/* binding */ atImage)
/* harmony export */ });
/** A remark about a key of the template. */
function atTemplate(...path) {
    return { at: { document: 'template', path } };
}
/** A remark about a key of fledge.toml. */
function atConfig(...path) {
    return { at: { document: 'config', path } };
}
/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
function atImage(image) {
    if (image === undefined)
        return {};
    return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
}


/***/ }),

/***/ 33267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BX: () => (/* binding */ problemOfAddress),
/* harmony export */   EI: () => (/* binding */ problemOfVariableName),
/* harmony export */   O0: () => (/* binding */ problemOfActionPath),
/* harmony export */   TG: () => (/* binding */ problemOfWorkdir),
/* harmony export */   Zm: () => (/* binding */ problemOfRequestPath),
/* harmony export */   d8: () => (/* binding */ problemOfBlank),
/* harmony export */   nb: () => (/* binding */ problemOfBaseUrl),
/* harmony export */   sm: () => (/* binding */ problemOfActionMethod)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93017);
/* harmony import */ var _support_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1318);
/* harmony import */ var _support_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62625);




/* The rules for single values of a template: values that Volant accepts, and that break the plugin later. */
/** The methods that the router of kestrel knows. It panics at another one, in lower or upper case. */
const ACTION_METHODS = [
    'GET',
    'POST',
    'PUT',
    'PATCH',
    'DELETE',
    'HEAD',
    'OPTIONS',
    'CONNECT',
    'TRACE',
];
const SCHEME_AND_HOST = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;
/** The problem with a text that Volant trims before it checks that it is not empty, or undefined. */
function problemOfBlank(value) {
    return value.trim() === '' ? 'must not be empty' : undefined;
}
/** The problem with an address that will be published in the manifest, or undefined. It may be a path, too. */
function problemOfAddress(value) {
    const isWithLogin = SCHEME_AND_HOST.exec(value)?.[0].includes('@') === true;
    return isWithLogin ? 'must not contain a login, because the manifest is public' : undefined;
}
/** The problem with the URL of a workload, or undefined. */
function problemOfBaseUrl(value) {
    const message = (0,_config_values_js__WEBPACK_IMPORTED_MODULE_1__/* .problemOfHttpUrl */ .ix)(value) ?? problemOfAddress(value);
    if (message !== undefined) {
        const isHost = /^[a-z0-9.-]+(?::\d+)?(?:\/[^\s@]*)?$/i.test(value);
        return isHost ? { message, suggestion: `http://${value}` } : message;
    }
    return URL.parse(value)?.port === '0' ? 'no program can listen on port 0' : undefined;
}
/** The problem with the name of an environment variable, or undefined. */
function problemOfVariableName(name) {
    if (name.trim() === '')
        return 'the name of a variable must not be empty';
    return name.includes('=') ? 'the name of a variable must not contain "="' : undefined;
}
/** The problem with the working directory of a workload, or undefined. kestrel trims it. */
function problemOfWorkdir(value) {
    const path = value.trim();
    if (path === '')
        return { message: 'must not be empty', suggestion: '/' };
    if (path.startsWith('/'))
        return undefined;
    const message = `must be an absolute path, found ${JSON.stringify(value)}`;
    return { message, suggestion: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join('/', path) };
}
/** The problem with the path of a request, or undefined. */
function problemOfRequestPath(value) {
    const host = SCHEME_AND_HOST.exec(value.trim())?.[0];
    if (host === undefined)
        return undefined;
    const path = value.trim().slice(host.length);
    return {
        message: 'must be a path, without scheme and host',
        suggestion: path.startsWith('/') ? path : `/${path}`,
    };
}
/** The problem with the path of an action, or undefined. kestrel gives it to a router as a pattern, which panics. */
function problemOfActionPath(value) {
    const path = value.trim();
    if (path === '')
        return 'must not be empty';
    const problem = problemOfRequestPath(path);
    if (problem !== undefined)
        return problem;
    const literal = withoutParameters(path);
    if (literal === undefined)
        return 'kestrel stops at a "{" without its "}"; write a path without parameters';
    const star = literal.indexOf('*');
    return star >= 0 && star < literal.length - 1 ? 'kestrel stops at a "*" before the end of a path' : undefined;
}
/** A path with `-` for each `{parameter}`, which may contain braces; undefined if one does not end. */
function withoutParameters(path) {
    let literal = '';
    let depth = 0;
    for (const character of path) {
        if (character === '{')
            depth++;
        if (depth === 0)
            literal += character;
        if (character === '}' && depth > 0 && --depth === 0)
            literal += '-';
    }
    return depth === 0 ? literal : undefined;
}
/** The problem with the method of an action, or undefined. */
function problemOfActionMethod(value) {
    const method = value.trim().toUpperCase();
    if (method === '')
        return 'must not be empty';
    if (ACTION_METHODS.includes(method))
        return undefined;
    const message = `kestrel stops at a method other than ${(0,_support_text_js__WEBPACK_IMPORTED_MODULE_2__/* .listWithOr */ .CO)(ACTION_METHODS)}`;
    const suggestion = (0,_support_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .nearest */ .p)(method, ACTION_METHODS);
    return suggestion === undefined ? message : { message, suggestion };
}


/***/ }),

/***/ 87520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zi: () => (/* binding */ problemOfMediumChecksum),
/* harmony export */   d$: () => (/* binding */ problemOfMediumUrl),
/* harmony export */   hQ: () => (/* binding */ findTemplateNotes)
/* harmony export */ });
/* harmony import */ var _config_values_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(93017);
/* harmony import */ var _support_units_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3795);


/*
 * Values of a template that are valid, and that probably have another effect than the author expects. The rules are those
 * of Volant 0.6.5 and newer, and of kestrel. Values that are derived by a build have their remarks in other modules.
 */
/** Finds the values of a template to warn of, and those that only newer versions of Volant use. */
function findTemplateNotes(template) {
    return [
        ...findNewFields(template),
        ...findMemoryInBytes(template),
        ...findTrimmedNames(template),
        ...findIgnoredParts(template),
        ...findOtherProbes(template),
        ...findNetworkWarnings(template),
        ...findDiskWarnings(template),
        ...findEmptyDocuments(template),
    ];
}
/** The problem with the URL of a medium or a disk, or undefined. volantd opens `file:` URLs as paths. */
function problemOfMediumUrl(value) {
    if (/^(?:https?:\/\/|\/)/.test(value.trim()))
        return undefined;
    return 'Volant cannot open it: it must be an http(s) URL or an absolute path';
}
/** The problem with the checksum of a medium or a disk, or undefined. Volant does not check a file without a checksum. */
function problemOfMediumChecksum(value) {
    const problem = value.trim() === '' ? undefined : (0,_config_values_js__WEBPACK_IMPORTED_MODULE_0__/* .problemOfSha256 */ .EK)(value.trim());
    return problem === undefined ? undefined : `Volant refuses the file: ${problem}`;
}
function findNewFields({ network, workload }) {
    const notes = [];
    if (workload?.type !== undefined && workload.type !== 'http') {
        const message = `Volant 0.6.5 accepts only "http"; a plugin of type "${workload.type}" needs a newer version`;
        notes.push({ path: ['workload', 'type'], message, code: 'note' });
    }
    if ((network?.expose ?? []).length > 0) {
        const message = 'Volant 0.6.5 ignores it, and its JSON schema has no such field; newer versions map these ports';
        notes.push({ path: ['network', 'expose'], message, code: 'note' });
    }
    return notes;
}
function findMemoryInBytes({ resources }) {
    const memory = resources?.memory_mb;
    if (memory === undefined || memory < _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ || memory % _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ !== 0)
        return [];
    const message = 'this is in MB, and the value is probably in bytes';
    return [{ path: ['resources', 'memory_mb'], message, suggestion: String(memory / _support_units_js__WEBPACK_IMPORTED_MODULE_1__/* .MEBIBYTE */ .gJ), code: 'size' }];
}
function findTrimmedNames({ env = {}, workload }) {
    const names = [
        ...Object.keys(env).map((name) => ['env', name]),
        ...Object.keys(workload?.env ?? {}).map((name) => ['workload', 'env', name]),
    ];
    return names
        .filter((path) => path.at(-1) !== path.at(-1)?.trim())
        .map((path) => ({ path, message: 'kestrel trims the name of this variable', code: 'argument-trimmed' }));
}
function findIgnoredParts({ workload, actions = {} }) {
    const findings = [];
    const url = workload?.base_url === undefined ? null : URL.parse(workload.base_url);
    if (url !== null && (url.search !== '' || url.hash !== '')) {
        const message = 'kestrel ignores the query and the fragment of this URL; remove them';
        findings.push({ path: ['workload', 'base_url'], message });
    }
    for (const [name, { path }] of Object.entries(actions)) {
        if (!/[?#]/.test(path))
            continue;
        const message = 'no request matches a path with "?" or "#"; remove the query, because kestrel forwards that of a request';
        findings.push({ path: ['actions', name, 'path'], message });
    }
    return findings;
}
function findOtherProbes({ health_check: check }) {
    const path = ['health_check', 'endpoint'];
    const endpoint = check?.endpoint?.trim() ?? '';
    if (endpoint === '')
        return [];
    if (!endpoint.startsWith('/')) {
        const message = 'a path without a slash at its beginning is relative to the path of base_url';
        return [{ path, message, suggestion: `/${endpoint}`, code: 'health-check' }];
    }
    const escaped = /[?#%]/.exec(endpoint)?.[0];
    if (escaped === undefined)
        return [];
    const message = `kestrel escapes "${escaped}", so it probes another path, and a probe that fails stops the machine`;
    return [{ path, message, code: 'health-check' }];
}
function findNetworkWarnings({ network }) {
    if (network === undefined)
        return [];
    const findings = [];
    if (network.mode === undefined) {
        const message = 'Volant refuses a manifest with [network] without mode; set mode = "bridged", "dhcp" or "vsock"';
        findings.push({ path: ['network'], message, code: 'manifest-value' });
    }
    const seen = new Map();
    for (const [index, { port, protocol = 'tcp', host_port: hostPort }] of (network.expose ?? []).entries()) {
        const name = `${port}/${protocol}`;
        const others = seen.get(name);
        // Several ports of the host can be mapped to one port.
        const isRepeated = others !== undefined && (hostPort === undefined || others.has(undefined));
        if (isRepeated) {
            findings.push({ path: ['network', 'expose', index, 'port'], message: `port ${name} is exposed twice; keep one` });
        }
        seen.set(name, new Set([...(others ?? []), hostPort]));
    }
    return findings;
}
function findDiskWarnings({ disks = [] }) {
    return disks.flatMap(({ source, checksum = '' }, index) => {
        const problems = [
            ['source', problemOfMediumUrl(source)],
            ['checksum', problemOfMediumChecksum(checksum)],
        ];
        return problems.flatMap(([key, message]) => message === undefined ? [] : [{ path: ['disks', index, key], message, code: 'manifest-value' }]);
    });
}
function findEmptyDocuments({ cloud_init: cloudInit }) {
    return ['user_data', 'meta_data', 'network_config']
        .filter((name) => {
        const document = cloudInit?.[name];
        return document !== undefined && document.content === undefined && document.path === undefined;
    })
        .map((name) => ({ path: ['cloud_init', name], message: 'has no effect without content or path' }));
}


/***/ }),

/***/ 11030:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  zu: () => (/* binding */ planBuilds)
});

// UNUSED EXPORTS: planBuild, planConfigs

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/config/missing-config.js
var missing_config = __webpack_require__(53214);
;// CONCATENATED MODULE: ./build/config/find-configs.js




/** Directories that contain no plugins of the author and are slow to search. */
const NEVER_SEARCHED = ['node_modules', '.git'];
/**
 * Expands patterns to the paths of configs, relative to the working directory, in byte order and without duplicates.
 *
 * - A path matches itself; the path of a directory matches the fledge.toml in it. `*`, `?`, `[…]`, `{a,b}` and `**`
 *   match configs in the same way: `plugins/*` matches every fledge.toml one level below plugins.
 * - A pattern with `!` before it excludes its matches and everything below them, at any position in the list.
 * - `**` does not follow symbolic links, to avoid cycles; node_modules and .git are not searched.
 *
 * @throws FledgeError `usage` with every pattern that matches nothing.
 */
async function findConfigs(patterns) {
    const excluded = patterns.filter(isExclusion).flatMap((pattern) => excluding(pattern.slice(1)));
    const wanted = patterns.filter((pattern) => !isExclusion(pattern));
    const problems = [];
    const found = new Set();
    for (const pattern of wanted) {
        const result = await expand(pattern, excluded);
        if (typeof result === 'string')
            problems.push(result);
        else
            for (const path of result)
                found.add(path);
    }
    if (patterns.length === 0)
        problems.push('no config was given');
    else if (wanted.length === 0)
        problems.push('no config was given, only exclusions');
    if (problems.length > 0)
        throw new errors/* FledgeError */.aE('usage', problems.join('\n'));
    return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
/** The paths that one pattern matches, or an error message if it matches none. */
async function expand(pattern, excluded) {
    const quoted = JSON.stringify(pattern);
    const literal = await findLiteral(pattern);
    if (literal !== undefined && literal !== 'empty' && excluded.length === 0)
        return [fromHere(literal, pattern)];
    // Loaded only for patterns.
    const { escapePath, isDynamicPattern } = await __webpack_require__.e(/* import() */ 3382).then(__webpack_require__.bind(__webpack_require__, 73382));
    if (literal === 'empty') {
        const below = `${escapePath(pattern).replace(/\/+$/, '')}/**`;
        return `there is no ${missing_config/* DEFAULT_CONFIG_FILE */.C} in ${pattern}; to include all configs below it, write ${below}`;
    }
    if (literal !== undefined) {
        const isLeftOut = (await match(escapePath(literal), excluded)).length === 0;
        return isLeftOut ? `${quoted} is excluded by a pattern with !` : [fromHere(literal, pattern)];
    }
    const isPattern = isDynamicPattern(pattern) || pattern.includes('\\');
    if (!isPattern)
        return `there is no file or directory ${quoted}`;
    const parts = pattern.split('/');
    const base = parts
        .slice(0, parts.findIndex((part) => isDynamicPattern(part)))
        .join('/');
    const unsearched = NEVER_SEARCHED.map((name) => `${base === '' ? '.' : base}/**/${name}/**`);
    const matched = await match(configPattern(pattern), [...excluded, ...unsearched]);
    if (matched.length > 0)
        return matched.map((path) => fromHere(path, pattern));
    const isForDirectories = configPattern(pattern).endsWith(`/${missing_config/* DEFAULT_CONFIG_FILE */.C}`);
    return `no ${isForDirectories ? missing_config/* DEFAULT_CONFIG_FILE */.C : 'config'} matches ${quoted}`;
}
/** The config at exactly this path, even if it looks like a pattern; `empty` for a directory without a config. */
async function findLiteral(path) {
    if (path === '')
        return undefined;
    const kind = await kindOf(path);
    if (kind !== 'directory')
        return kind === undefined ? undefined : path;
    const inside = (0,external_node_path_.join)(path, missing_config/* DEFAULT_CONFIG_FILE */.C);
    return (await kindOf(inside)) === undefined ? 'empty' : inside;
}
/**
 * The absolute paths of the files that a pattern matches. Patterns are made absolute first, because tinyglobby omits
 * the working directory itself from `../*`.
 */
async function match(pattern, ignore) {
    const { escapePath, glob } = await __webpack_require__.e(/* import() */ 3382).then(__webpack_require__.bind(__webpack_require__, 73382));
    const here = escapePath(process.cwd());
    const absolute = (relativePattern) => (0,external_node_path_.isAbsolute)(relativePattern) ? external_node_path_.posix.normalize(relativePattern) : external_node_path_.posix.join(here, relativePattern);
    return glob(absolute(pattern), {
        cwd: '/',
        absolute: true,
        expandDirectories: false,
        followSymbolicLinks: !pattern.includes('**'),
        ignore: ignore.map(absolute),
    });
}
/** A pattern whose last component does not contain `toml` matches directories. */
function configPattern(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return /toml[^/]*$/i.test(path) ? path : `${path}/${missing_config/* DEFAULT_CONFIG_FILE */.C}`;
}
function isExclusion(pattern) {
    return pattern.startsWith('!');
}
function excluding(pattern) {
    const path = pattern.replace(/\/+$/, '');
    return [path, `${path}/**`];
}
/** A path as the user would type it. Outside of the working directory it is absolute if the pattern is. */
function fromHere(path, pattern) {
    const near = (0,external_node_path_.relative)('.', path);
    return near.startsWith('../') && (0,external_node_path_.isAbsolute)(pattern) ? (0,external_node_path_.resolve)(path) : near;
}
async function kindOf(path) {
    try {
        return (await (0,promises_.stat)(path)).isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        // A path that cannot be examined counts as existing: loading it reports the reason.
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? undefined : 'other';
    }
}

// EXTERNAL MODULE: ./build/manifest/manifest.js + 4 modules
var manifest = __webpack_require__(17054);
// EXTERNAL MODULE: ./build/recipe/plugin.js + 19 modules
var recipe_plugin = __webpack_require__(60039);
;// CONCATENATED MODULE: ./build/recipe/plan.js





/**
 * The plugins that match patterns (see `findConfigs`), in byte order of their configs' paths.
 *
 * @throws FledgeError `usage` for a pattern without a match; `config` with all problems of all files, and with the plugins
 *   that have the same name. Its `problems` are those with a position.
 */
async function planBuilds(patterns, { manifest } = {}) {
    return planConfigs(await findConfigs(patterns), { manifest });
}
/**
 * The plugins of configs, in their order.
 *
 * @throws FledgeError `config` as `planBuilds` does.
 */
async function planConfigs(configs, { manifest } = {}) {
    const results = await Promise.allSettled(configs.map((config) => planBuild(config, manifest === undefined ? undefined : (0,external_node_path_.join)((0,external_node_path_.dirname)(config), manifest))));
    const builds = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    const failures = results.flatMap((result) => (result.status === 'rejected' ? [asFledgeError(result.reason)] : []));
    const problems = [...failures, ...findSharedNames(builds)];
    if (problems.length > 0) {
        const [first] = problems;
        throw problems.length === 1 && first !== undefined ? first : (0,errors/* joinErrors */._h)('config', problems);
    }
    return builds;
}
/**
 * The plugin of one config. `manifest` is the path of its template.
 *
 * @throws FledgeError as `loadPlugin` does.
 */
async function planBuild(config, manifest) {
    const plugin = await (0,recipe_plugin.loadPlugin)(config, manifest);
    const { strategy } = plugin.loaded.config;
    return { ...plugin, config, directory: directoryName(plugin.name), strategy };
}
/** The plugin's name, converted if it is not suitable as a directory name, as those of templates can be. */
function directoryName(name) {
    return /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name) ? name : (0,manifest/* pluginName */.NQ)(name).slice(0, 100);
}
function findSharedNames(builds) {
    const byDirectory = Map.groupBy(builds, ({ directory }) => directory);
    return [...byDirectory.values()]
        .filter((group) => group.length > 1)
        .map((group) => {
        const names = [...new Set(group.map(({ name }) => JSON.stringify(name)))].join(' and ');
        const configs = group.map(({ config }) => config).join(', ');
        return new errors/* FledgeError */.aE('config', `${group.length} plugins have the same name, ${names}: ${configs}`, {
            fix: 'give each a unique name, with name = "…" in a manifest.toml beside its fledge.toml',
        });
    });
}
function asFledgeError(error) {
    if (error instanceof errors/* FledgeError */.aE)
        return error;
    throw error;
}


/***/ }),

/***/ 60039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadPlugin: () => (/* binding */ loadPlugin),
  reportRemarks: () => (/* binding */ reportRemarks),
  warnOfNotes: () => (/* binding */ warnOfNotes)
});

// EXTERNAL MODULE: ./build/config/filesystems.js
var filesystems = __webpack_require__(89747);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/document/document.js
var document_document = __webpack_require__(28055);
// EXTERNAL MODULE: ./build/document/positions.js
var positions = __webpack_require__(45868);
// EXTERNAL MODULE: ./build/document/problems.js
var problems = __webpack_require__(60410);
// EXTERNAL MODULE: ./build/document/source-text.js
var source_text = __webpack_require__(10755);
// EXTERNAL MODULE: ./build/document/toml.js
var toml = __webpack_require__(45666);
// EXTERNAL MODULE: ./build/document/zod-problems.js + 1 modules
var zod_problems = __webpack_require__(12673);
// EXTERNAL MODULE: ./build/support/errors.js
var errors = __webpack_require__(35921);
// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
;// CONCATENATED MODULE: ./build/config/mapping-values.js

/** JSON Schema patterns of the rules below; each accepts everything that its rule accepts. */
const MAPPING_PATTERNS = {
    mode: '^[0-7]{3,4}$',
    owner: '^[^:\\s]+:[^:\\s]+$',
    glob: '^[^\\\\\\u0000]+$',
};
const MODE = new RegExp(MAPPING_PATTERNS.mode);
const ACCOUNT = /^[^\s:/\p{C}-][^\s:/\p{C}]*$/u;
/** The problem with a mapping's destination, or undefined. */
function problemOfDestination(value) {
    if (value === '')
        return 'the destination must not be empty';
    if (value.includes('\0'))
        return 'the destination must not contain a NUL character';
    if (!value.startsWith('/'))
        return `the destination must be absolute, found ${JSON.stringify(value)}`;
    const components = value.split('/');
    if (components.includes('..'))
        return `the destination must not contain "..", found ${JSON.stringify(value)}`;
    if (components.some((name) => Buffer.byteLength(name) > linux_limits/* MAX_NAME_BYTES */.pg)) {
        return `a file name has at most ${linux_limits/* MAX_NAME_BYTES */.pg} bytes`;
    }
    return Buffer.byteLength(value) > linux_limits/* MAX_PATH_BYTES */.PR ? `a path has at most ${linux_limits/* MAX_PATH_BYTES */.PR} bytes` : undefined;
}
/** The problem with the mode of a file or directory, or undefined. */
function problemOfMode(value) {
    if (MODE.test(value))
        return undefined;
    const message = `must be 3 or 4 octal digits, such as "0640", found ${JSON.stringify(value)}`;
    const digits = /^0o([0-7]{3,4})$/.exec(value)?.[1];
    return digits === undefined ? message : { message, suggestion: digits.padStart(4, '0') };
}
/** The permission bits of a valid mode. */
function modeOf(value) {
    return Number.parseInt(value, 8);
}
/** The problem with an owner, or undefined. Whether a name exists is known only when the tree is built. */
function problemOfOwner(value) {
    const parts = value.split(':');
    if (parts.length !== 2 || parts.includes('')) {
        const message = `must be a user and a group, such as "70:70" or "postgres:postgres", found ${JSON.stringify(value)}`;
        return ACCOUNT.test(value) ? { message, suggestion: `${value}:${value}` } : message;
    }
    for (const part of parts) {
        if (/^\d+$/.test(part) ? Number(part) > linux_limits/* MAX_OWNER */.xy : !ACCOUNT.test(part)) {
            return `${JSON.stringify(part)} is neither a name nor a number up to ${linux_limits/* MAX_OWNER */.xy}`;
        }
    }
    return undefined;
}
/** The user and group of a valid owner. */
function ownerOf(value) {
    const [user = '', group = ''] = value.split(':').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    return { user, group };
}

// EXTERNAL MODULE: ./build/config/values.js
var values = __webpack_require__(93017);
;// CONCATENATED MODULE: ./build/config/mappings.js


/**
 * Directories that most images and every initramfs have. A file that is mapped to one of them is put inside it, so two
 * files may have this destination. Which directories exist is known only when the tree is built.
 */
const USUAL_DIRECTORIES = new Set('/ /bin /boot /dev /etc /home /lib /lib64 /media /mnt /opt /opt/bin /opt/sbin /proc /root /run /sbin /srv /sys /tmp /usr /usr/bin /usr/lib /usr/lib64 /usr/local /usr/local/bin /usr/local/lib /usr/local/sbin /usr/sbin /usr/share /var /var/lib /var/log'.split(' '));
/** The settings of a mapping in string form. */
const NO_SETTINGS = {
    mode: undefined,
    directoryMode: undefined,
    owner: undefined,
    exclude: [],
    replace: false,
};
/** A mapping with its destination normalised. Both sides must be valid. */
function mappingOf(source, destination, settings = NO_SETTINGS) {
    return {
        source,
        destination: normalisedPath(destination),
        inside: /(?:^|\/)\.?$/.test(destination),
        key: ['mappings', source],
        settings,
    };
}
/** The mappings of one host path: one for each destination. The value must be valid. */
function mappingsOf(source, value) {
    if (typeof value === 'string')
        return [mappingOf(source, value)];
    const { to, mode, directory_mode: directoryMode, owner, exclude = [], replace = false } = value;
    const settings = {
        mode: mode === undefined ? undefined : modeOf(mode),
        directoryMode: directoryMode === undefined ? undefined : modeOf(directoryMode),
        owner: owner === undefined ? undefined : ownerOf(owner),
        exclude,
        replace,
    };
    return [to].flat().map((destination) => mappingOf(source, destination, settings));
}
/** An absolute path without `.`, repeated slashes and a slash at the end (but `/` for the root). */
function normalisedPath(path) {
    return `/${path
        .split('/')
        .filter((name) => name !== '' && name !== '.')
        .join('/')}`;
}
/** The problems with host paths. */
function findSourceProblems(sources) {
    return sources.flatMap((source) => {
        const problem = (0,values/* problemOfPath */._r)(source);
        return problem === undefined ? [] : [{ path: ['mappings', source], message: `the host path ${problem}` }];
    });
}
/**
 * Finds mappings that would put two files at the same path, as far as that is known without reading the host's files.
 * `lineOf` returns the line of a mapping.
 */
function findConflicts(mappings, lineOf) {
    const byPlace = new Map();
    const findings = [];
    for (const mapping of mappings) {
        const places = placesOf(mapping);
        const other = places.map((place) => byPlace.get(place)).find((found) => found !== undefined);
        if (other !== undefined) {
            findings.push({
                path: mapping.key,
                message: `${JSON.stringify(other.source)} on line ${lineOf(other)} is mapped to ${mapping.destination} too` +
                    (baseName(other) === baseName(mapping) || mapping.inside
                        ? ''
                        : `; if this is a directory, write "${mapping.destination}/"`),
            });
        }
        for (const place of places)
            if (!byPlace.has(place))
                byPlace.set(place, mapping);
    }
    return findings;
}
/** The keys of a mapping; two mappings with a common key conflict. */
function placesOf(mapping) {
    const { destination, inside } = mapping;
    const within = `${inside ? 'inside' : 'at'} ${destination} ${baseName(mapping)}`;
    return inside || USUAL_DIRECTORIES.has(destination) ? [within] : [within, `at ${destination}`];
}
/** The last component of the host path; empty for `.` and `dir/`, which stand for the contents of a directory. */
function baseName(mapping) {
    const last = mapping.source.slice(mapping.source.lastIndexOf('/') + 1);
    return last === '.' || last === '..' ? '' : last;
}

;// CONCATENATED MODULE: ./build/config/directories.js


/** The directories of `[directories]`, in the order of their paths, so that parents precede their children. */
function directoriesOf(table = {}) {
    return Object.entries(table)
        .map(([path, { mode, owner }]) => ({
        path: normalisedPath(path),
        mode: mode === undefined ? undefined : modeOf(mode),
        owner: owner === undefined ? undefined : ownerOf(owner),
        key: ['directories', path],
    }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** The problems with the paths of `[directories]`. */
function findDirectoryProblems(table = {}) {
    const seen = new Map();
    return Object.keys(table).flatMap((written) => {
        const path = ['directories', written];
        const problem = problemOfDestination(written);
        if (problem !== undefined)
            return [{ path, message: problem.replace('the destination', 'the path') }];
        const normalised = normalisedPath(written);
        const other = seen.get(normalised);
        if (other !== undefined)
            return [{ path, message: `${JSON.stringify(other)} is the same directory; keep one` }];
        seen.set(normalised, written);
        return [];
    });
}

// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
;// CONCATENATED MODULE: ./build/config/dockerfile-name.js


/** True if a file has a usual name of a Dockerfile. */
function isDockerfileName(file) {
    return /^(?:(?:Docker|Container)file(?:\.(?!toml$).*)?|.*\.(?:docker|container)file)$/i.test((0,external_node_path_.basename)(file));
}
/** The fix for a Dockerfile in place of a fledge.toml. */
function howToBegin(file) {
    const directory = (0,external_node_path_.dirname)(file);
    const place = directory === '.' ? '' : ` ${(0,support_text/* shellWord */.r7)(directory)}`;
    return `begin a plugin with it: fledge init${place} --dockerfile ${(0,support_text/* shellWord */.r7)(file)}`;
}

// EXTERNAL MODULE: ./build/document/vocabulary.js
var document_vocabulary = __webpack_require__(69374);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 15 modules
var schemas = __webpack_require__(9691);
// EXTERNAL MODULE: ./build/document/checked-text.js
var checked_text = __webpack_require__(4769);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(25326);
// EXTERNAL MODULE: ./build/config/glob.js + 1 modules
var glob = __webpack_require__(17364);
;// CONCATENATED MODULE: ./build/config/mapping-schema.js





/** The schemas of the tables `[mappings]` and `[directories]`, whose keys are paths that the author chooses. */
const MAX_GLOBS = 100;
const destination = (0,checked_text/* checkedText */.N)(problemOfDestination).meta({
    description: 'An absolute path in the image; with a slash at the end, the directory that the file is put into.',
    pattern: values/* PATTERNS */.G3.destination,
});
const owner = (0,checked_text/* checkedText */.N)(problemOfOwner)
    .meta({
    description: 'User and group, as numbers or as names of /etc/passwd and /etc/group in the finished image.',
    examples: ['70:70', 'postgres:postgres'],
    pattern: MAPPING_PATTERNS.owner,
})
    .optional();
function mode(description, example) {
    return (0,checked_text/* checkedText */.N)(problemOfMode)
        .meta({ description, examples: [example], pattern: MAPPING_PATTERNS.mode })
        .optional();
}
const mappingTable = schemas/* strictObject */.rej({
    to: schemas/* union */.KCZ([destination, schemas/* array */.YOg(destination).min(1)])
        .meta({ description: 'The absolute destination in the image, or an array of several.' }),
    mode: mode('Mode of each mapped file: 3 or 4 octal digits in quotes.', '0640'),
    directory_mode: mode('Mode of each directory that the mapping creates: 3 or 4 octal digits in quotes.', '0750'),
    owner,
    exclude: schemas/* array */.YOg((0,checked_text/* checkedText */.N)(glob/* problemOfGlob */.lb).meta({ pattern: MAPPING_PATTERNS.glob }))
        .max(MAX_GLOBS)
        .check((context) => {
        const message = (0,glob/* problemOfGlobs */.aC)(context.value);
        if (message !== undefined)
            context.issues.push({ code: 'custom', input: context.value, message });
    })
        .meta({
        description: 'Files and directories that are not mapped: globs, relative to the mapped directory.',
        examples: [['**/*.md', 'cache/**']],
    })
        .optional(),
    replace: schemas/* boolean */.zMY()
        .meta({
        description: 'Allow that a directory replaces a file, and that a file replaces a directory.',
        default: false,
    })
        .optional(),
});
/** The keys of a mapping in table form. */
const MAPPING_KEYS = Object.keys(mappingTable.shape);
const mappings = schemas/* record */.g1P(schemas/* string */.YjP().meta({ pattern: values/* PATTERNS */.G3.path }), schemas/* union */.KCZ([destination, mappingTable]))
    .meta({
    description: 'Files to add: "host path" = "/absolute/destination", or a table with more settings. Host paths are relative to ' +
        'fledge.toml; directories are copied with their contents.',
});
const directories = schemas/* record */.g1P(schemas/* string */.YjP().meta({ pattern: values/* PATTERNS */.G3.destination }), schemas/* strictObject */.rej({
    mode: mode('Mode of the directory: 3 or 4 octal digits in quotes. Default: 0755, or as in the image.', '0750'),
    owner,
}))
    .meta({
    description: 'Directories to create, or to adjust where the image has them: "/absolute/path" = { mode = "0750", owner = "70:70" }.',
});

;// CONCATENATED MODULE: ./build/config/variants.js
/** The keys of `[agent]` for each `source_strategy`. */
const AGENT_VARIANTS = {
    release: { required: ['version'], optional: [] },
    local: { required: ['path'], optional: [] },
    http: { required: ['url'], optional: ['checksum'] },
    none: { required: [], optional: [] },
};
const AGENT_KEYS = ['version', 'path', 'url', 'checksum'];
/** Tables and keys that only one strategy has. */
const STRATEGY_KEYS = [
    { path: ['init'], strategy: 'initramfs' },
    { path: ['source', 'busybox_url'], strategy: 'initramfs' },
    { path: ['source', 'busybox_sha256'], strategy: 'initramfs' },
    { path: ['source', 'busybox_image'], strategy: 'initramfs' },
    { path: ['filesystem'], strategy: 'oci_rootfs' },
];
/** The strategy that needs an image. */
const IMAGE_STRATEGY = 'oci_rootfs';
/** The keys of `[source]` that provide the image. */
const IMAGE_KEYS = ['image', 'dockerfile'];
/** The keys of `[source]` that only a build from a Dockerfile has. */
const DOCKERFILE_KEYS = ['context', 'target', 'build_args', 'builder'];
/** The keys of `[source]` that exclude `busybox_image`. */
const BUSYBOX_FILE_KEYS = ['busybox_url', 'busybox_sha256'];
/** The programs that build Dockerfiles, in the order in which `auto` tries them. */
const IMAGE_BUILDERS = ['docker', 'podman', 'buildah'];
/** The strategy that allows an image without agent (`source_strategy = "none"`). */
const AGENTLESS_STRATEGY = 'oci_rootfs';

;// CONCATENATED MODULE: ./build/config/schema.js







/*
 * The shape of fledge.toml, key by key. Types, the JSON Schema of `fledge schema` and the check of docs/fledge-toml.md
 * are derived from it. Rules between keys are in variants.ts and rules.ts.
 */
/** 64 TiB. */
const MAX_SIZE_BUFFER_MB = 67_108_864;
const agent = schemas/* strictObject */.rej({
    source_strategy: schemas/* enum */.k5n(['release', 'local', 'http', 'none']).meta({
        description: 'Source of the kestrel agent: a GitHub release of volantvm/volant, a file on this machine, an http(s) ' +
            'URL, or none (oci_rootfs only).',
    }),
    version: schema_text(values/* problemOfTag */.hp, {
        description: 'For "release": `latest`, or the tag of a release.',
        examples: ['latest', 'v0.2.0'],
        pattern: values/* PATTERNS */.G3.tag,
    }).optional(),
    path: schema_text(values/* problemOfPath */._r, {
        description: 'For "local": path of the agent, relative to fledge.toml.',
        examples: ['./kestrel'],
        pattern: values/* PATTERNS */.G3.path,
    }).optional(),
    url: schema_text(values/* problemOfHttpUrl */.ix, {
        description: 'For "http": download URL of the agent.',
        examples: ['https://example.com/kestrel'],
        pattern: values/* PATTERNS */.G3.httpUrl,
    }).optional(),
    checksum: schema_text(values/* problemOfSha256 */.EK, {
        description: 'For "http": sha256 of the agent, with or without "sha256:" before the hex digits.',
        pattern: values/* PATTERNS */.G3.sha256,
    }).optional(),
})
    .meta({
    description: 'The kestrel agent. Default: the latest release. Not allowed in the custom and none init modes.',
});
const init = schemas/* strictObject */.rej({
    path: schema_text(values/* problemOfPath */._r, {
        description: 'Custom init: a file on this machine, relative to fledge.toml, installed as /init; or an absolute path that ' +
            'a mapping puts into the image, which the C init runs after mounting the file systems.',
        examples: ['./my-init'],
        pattern: values/* PATTERNS */.G3.path,
    }).optional(),
    none: schemas/* boolean */.zMY()
        .meta({ description: 'Do not install an init: a mapping provides /init.', default: false })
        .optional(),
    compile: schemas/* boolean */.zMY()
        .meta({
        description: 'Compile the C init with gcc, instead of using the binary that fledge contains.',
        default: false,
    })
        .optional(),
})
    .meta({ description: 'PID 1 of an initramfs. Default: the C init, which starts the agent.' });
const source = schemas/* strictObject */.rej({
    busybox_url: schema_text(values/* problemOfLocation */.CD, {
        description: 'Source of busybox: an http(s) URL, a file: URL or a path relative to fledge.toml.',
        default: values/* DEFAULT_BUSYBOX_URL */.H9,
        pattern: values/* PATTERNS */.G3.path,
    }).optional(),
    busybox_sha256: schema_text(values/* problemOfSha256 */.EK, {
        description: 'sha256 of busybox. The default is only used with the default URL.',
        default: values/* DEFAULT_BUSYBOX_SHA256 */.fg,
        pattern: values/* PATTERNS */.G3.sha256,
    }).optional(),
    busybox_image: schema_text(problemOfImage, {
        description: 'An image whose /bin/busybox is used, in place of busybox_url; references as for image.',
        examples: ['busybox:musl', 'docker://busybox:1.36.1-musl'],
        pattern: image_reference/* IMAGE_PATTERN */.Rl,
    }).optional(),
    image: schema_text(problemOfImage, {
        description: 'The image with the files of the plugin: a reference such as nginx:alpine, or one with a transport ' +
            '(docker://, docker-daemon:, docker-archive:, oci:, oci-archive:, dir:, containers-storage:).',
        examples: ['nginx:alpine', 'registry.example.com/app:v1', 'oci:./image'],
        pattern: image_reference/* IMAGE_PATTERN */.Rl,
    }).optional(),
    dockerfile: schema_text(values/* problemOfPath */._r, {
        description: 'A Dockerfile that builds the image, relative to fledge.toml; in place of image.',
        examples: ['./Dockerfile'],
        pattern: values/* PATTERNS */.G3.path,
    }).optional(),
    context: schema_text(values/* problemOfPath */._r, {
        description: 'The directory with the files that the Dockerfile copies. Default: the directory of the Dockerfile.',
        examples: ['.'],
        pattern: values/* PATTERNS */.G3.path,
    }).optional(),
    target: schema_text(values/* problemOfStage */.nR, {
        description: 'The stage of the Dockerfile to build. Default: the last one.',
        examples: ['runtime'],
        pattern: values/* PATTERNS */.G3.stage,
    }).optional(),
    build_args: schemas/* record */.g1P(schemas/* string */.YjP(), schema_text(values/* problemOfBuildArg */.T9, { description: 'The value of an ARG.', pattern: values/* PATTERNS */.G3.buildArg }))
        .meta({ description: 'Values of the ARGs of the Dockerfile. They are not secret.' })
        .optional(),
    builder: schemas/* enum */.k5n(['auto', ...IMAGE_BUILDERS])
        .meta({
        description: 'The program that builds the Dockerfile; auto: the first of docker, podman and buildah that can.',
        default: 'auto',
    })
        .optional(),
    max_unpacked_mb: schemas/* int */.Whr()
        .min(1)
        .meta({
        description: 'Limit for the unpacked layers of the image, in MiB; a larger image is refused.',
        default: values/* DEFAULT_MAX_UNPACKED_MB */.p3,
    })
        .optional(),
})
    .meta({ description: 'Sources of the plugin.' });
const filesystem = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(filesystems/* FILESYSTEM_TYPES */.mS)
        .meta({ description: 'The file system of the image.', default: filesystems/* DEFAULT_FILESYSTEM */.yM })
        .optional(),
    format: schemas/* enum */.k5n(filesystems/* DISK_FORMATS */.R3).meta({ description: 'The format of the image file.', default: 'raw' }).optional(),
    size_buffer_mb: schemas/* union */.KCZ([schemas/* int */.Whr().min(0).max(MAX_SIZE_BUFFER_MB), schemas/* literal */.euz('auto')])
        .meta({
        description: 'Free space after mounting, in MiB; or "auto": a quarter of the content, and at least 64. Ignored for squashfs.',
        default: values/* DEFAULT_SIZE_BUFFER_MB */.NM,
    })
        .optional(),
    overlay_size: schemas/* string */.YjP()
        .meta({ description: 'Accepted without effect, for files that were written for other builders.' })
        .optional(),
    preallocate: schemas/* boolean */.zMY()
        .meta({ description: 'Write the image without holes; its content is the same.', default: false })
        .optional(),
    compression: schemas/* enum */.k5n(filesystems/* QCOW2_COMPRESSIONS */.FX)
        .meta({ description: 'For qcow2: the compression of clusters. Default: zstd, but none for squashfs.' })
        .optional(),
    compression_level: schemas/* int */.Whr()
        .min(1)
        .max(filesystems/* MAX_LEVEL */.sD.zstd)
        .meta({
        description: 'For squashfs and qcow2: compression level, from 1 (fast) to 22 (small), for zlib to 9. ' +
            `Default: ${values/* DEFAULT_COMPRESSION_LEVEL */.Wv} for squashfs, for qcow2 ${values/* DEFAULT_QCOW2_LEVEL */.M9.zstd} (zstd) or ${values/* DEFAULT_QCOW2_LEVEL */.M9.zlib} (zlib).`,
    })
        .optional(),
})
    .meta({ description: 'The file system image that oci_rootfs builds.' });
/** The schema of fledge.toml, with every table and key. */
const documentSchema = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz('1').meta({ description: 'Version of this file format.' }),
    strategy: schemas/* enum */.k5n(['initramfs', 'oci_rootfs']).meta({
        description: 'Type of the plugin: an initramfs from your files, or a file system image from a container image.',
    }),
    agent: agent.optional(),
    init: init.optional(),
    source: source.optional(),
    filesystem: filesystem.optional(),
    mappings: mappings.optional(),
    directories: directories.optional(),
})
    .meta({ title: 'fledge.toml', description: 'Build configuration of a Volant plugin.' });
/** The schema of a fledge.toml from which all invalid keys were removed. */
const draftSchema = documentSchema.partial().extend({ agent: agent.partial().optional() });
function schema_text(problemOf, documentation) {
    return (0,checked_text/* checkedText */.N)(problemOf).meta({ ...documentation });
}
function problemOfImage(value) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(value);
    return parsed.ok ? undefined : parsed;
}

;// CONCATENATED MODULE: ./build/config/fledge-vocabulary.js


/** Top-level names that only manifest.toml has. */
const MANIFEST_NAMES = [
    '$schema',
    'schema_version',
    'name',
    'runtime',
    'image_digest',
    'enabled',
    'openapi',
    'labels',
    'resources',
    'workload',
    'health_check',
    'actions',
    'rootfs',
    'disks',
    'cloud_init',
    'network',
    'devices',
    'env',
];
/** Tables that other builders of Volant plugins read, and where their contents belong. */
const OTHER_TABLES = new Map([
    [
        'plugin',
        'is not a table of fledge.toml; write version and strategy at the top of the file, and the name and version of the plugin in manifest.toml',
    ],
    ['oci_source', 'is not a table of fledge.toml; name the image in [source]: image = "nginx:alpine"'],
]);
const vocabulary = (0,document_vocabulary/* vocabularyOf */.Y)(documentSchema, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'manifest.toml', names: MANIFEST_NAMES });
/** Explanations of unknown keys of fledge.toml. */
const fledgeVocabulary = {
    ...vocabulary,
    explain(name, path) {
        if (path.length === 0)
            return OTHER_TABLES.get(name) ?? vocabulary.explain(name, path);
        if (path[0] === 'agent' && name === 'strategy')
            return { message: 'unknown key', suggestion: 'source_strategy' };
        // A key of one mapping or directory: another table has a key of this name by chance.
        return path.length > 1 ? undefined : vocabulary.explain(name, path);
    },
};

// EXTERNAL MODULE: ./build/support/files/regular-file.js
var regular_file = __webpack_require__(25423);
;// CONCATENATED MODULE: ./build/config/image-file.js


const ARCHIVE_SUFFIX = /\.(?:tar|tgz|tar\.gz|tar\.zst|oci)$/i;
/** Finds an image name that is also the name of an archive beside fledge.toml, as in `image = "image.tar"`. */
async function findArchiveAsImage(config, directory) {
    if (config.image?.kind !== 'reference')
        return undefined;
    const { transport, text } = config.image;
    if (transport !== undefined || !ARCHIVE_SUFFIX.test(text))
        return undefined;
    if (!(await (0,regular_file/* isRegularFile */.Ze)((0,external_node_path_.resolve)(directory, text))))
        return undefined;
    return {
        path: ['source', 'image'],
        message: `is the name of a file beside fledge.toml; write docker-archive:${text} if docker save wrote it, or oci-archive:${text} if it contains an OCI layout (docker://${text} is the image of that name in a registry)`,
    };
}

;// CONCATENATED MODULE: ./build/config/mapping-hints.js




/** Rewrites findings of the schema in `[mappings]` and `[directories]` for the mistakes that authors make there. */
function explainMappings(findings, raw) {
    const unquoted = new Set();
    return findings.flatMap((finding) => {
        const [table, source] = finding.path;
        if (table !== 'mappings' && table !== 'directories')
            return [finding];
        if (table === 'mappings' && source === undefined && Array.isArray((0,zod_problems/* valueAt */.fK)(raw, [table]))) {
            const message = 'expected a table, found an array; write [mappings] and below it "host path" = "/destination"';
            return [{ ...finding, message }];
        }
        if (table === 'directories' || typeof source !== 'string')
            return [explainValue(finding, raw)];
        const hint = quoteHint(source, (0,zod_problems/* valueAt */.fK)(raw, [table, source]));
        if (hint === undefined)
            return [explainLateKey(explainValue(finding, raw), raw)];
        // One mistake has several findings: the key is unknown, and `to` is missing.
        if (unquoted.has(source))
            return [];
        unquoted.add(source);
        return [{ path: [table, source], message: hint }];
    });
}
/** The message for `app.conf = "/etc/app.conf"`, whose unquoted dot makes a table. */
function quoteHint(source, value) {
    if (!(0,toml/* isTable */.bI)(value))
        return undefined;
    const names = Object.keys(value);
    if (names.length === 0 || names.some((name) => MAPPING_KEYS.includes(name)))
        return undefined;
    let path = source;
    let inner = value;
    while ((0,toml/* isTable */.bI)(inner) && path.length < linux_limits/* MAX_NAME_BYTES */.pg) {
        const [first] = Object.entries(inner);
        if (first === undefined)
            break;
        path = `${path}.${first[0]}`;
        inner = first[1];
    }
    return `expected a destination, found a table; quote a host path with dots: ${JSON.stringify(path)} = "/..."`;
}
function explainValue(finding, raw) {
    const { path } = finding;
    const value = (0,zod_problems/* valueAt */.fK)(raw, path);
    const [table, , name] = path;
    if (path.length === 2) {
        if (table === 'directories' && typeof value === 'string') {
            return {
                ...finding,
                message: 'expected a table, found a string; write { mode = "0750" }, or {} for the defaults',
            };
        }
        if (table === 'mappings' && typeof value === 'string' && !value.startsWith('/')) {
            const hint = sidesHint(String(path[1]), value);
            return hint === undefined ? finding : { ...finding, message: `${finding.message}; ${hint}` };
        }
        if (table !== 'mappings' || !Array.isArray(value))
            return finding;
        return { ...finding, message: 'expected a destination or a table, found an array; write { to = ["/..."] }' };
    }
    if (path.length !== 3)
        return finding;
    if ((name === 'mode' || name === 'directory_mode') && isNumber(value)) {
        return { ...finding, message: `expected octal digits in quotes, such as ${name} = "0640", found an integer` };
    }
    if (name === 'owner' && isNumber(value)) {
        return { ...finding, message: `expected a user and a group in quotes, such as owner = "${value}:${value}"` };
    }
    if (name === 'exclude' && typeof value === 'string') {
        return { ...finding, message: `expected an array, found a string; write exclude = [${JSON.stringify(value)}]` };
    }
    return finding;
}
/** For `"/usr/bin/app" = "./app"`, and for `from = "app"` as in a list of tables. */
function sidesHint(source, destination) {
    if (/^(?:from|source|src|host|host_path)$/.test(source)) {
        return `the key is the host path: ${JSON.stringify(destination)} = "/..."`;
    }
    if (!source.startsWith('/') || destination === '')
        return undefined;
    return `the host path is on the left: ${JSON.stringify(destination)} = ${JSON.stringify(source)}`;
}
function isNumber(value) {
    return typeof value === 'number' || typeof value === 'bigint';
}
/** Every key below `[mappings]` is a host path, including a key that was meant for the top of the file. */
function explainLateKey(finding, raw) {
    const [, name, ...rest] = finding.path;
    if ((name !== 'version' && name !== 'strategy') || rest.length > 0)
        return finding;
    if ((0,zod_problems/* valueAt */.fK)(raw, [name]) !== undefined)
        return finding;
    return { ...finding, message: 'belongs at the top of the file, before the first [table]', about: 'unknown' };
}

// EXTERNAL MODULE: ./build/config/missing-config.js
var missing_config = __webpack_require__(53214);
// EXTERNAL MODULE: ./build/support/units.js
var units = __webpack_require__(3795);
;// CONCATENATED MODULE: ./build/config/filesystem-rules.js




/** Finds keys of `[filesystem]` that contradict each other. `raw` is the whole file, `draft` has the valid keys only. */
function findFilesystemProblems({ filesystem = {} }, raw) {
    const isInvalid = (key) => filesystem[key] === undefined && isWritten(raw, key);
    if (isInvalid('type') || isInvalid('format'))
        return [];
    const findings = [];
    const isQcow2 = filesystem.format === 'qcow2';
    if (isWritten(raw, 'compression') && !isQcow2) {
        findings.push({ path: ['filesystem', 'compression'], message: 'belongs to format "qcow2", not to "raw"' });
    }
    if (isQcow2 && filesystem.preallocate === true && traitsOf(filesystem).isWritable) {
        const message = 'preallocate = true and format = "qcow2" are mutually exclusive; keep one';
        findings.push({ path: ['filesystem', 'preallocate'], message });
    }
    if (isWritten(raw, 'compression_level') && !isInvalid('compression')) {
        const message = problemOfLevel(filesystem);
        if (message !== undefined)
            findings.push({ path: ['filesystem', 'compression_level'], message });
    }
    return findings;
}
/** Finds keys of `[filesystem]` that have no effect, or one that is easily overlooked. */
function findFilesystemNotes({ strategy, filesystem }) {
    if (filesystem === undefined)
        return [];
    const { type = filesystems/* DEFAULT_FILESYSTEM */.yM, format } = filesystem;
    const findings = strategy === 'oci_rootfs' ? findKernelNotes(type) : [];
    if (!traitsOf(filesystem).isWritable) {
        const ignored = ['size_buffer_mb', 'preallocate'].filter((key) => filesystem[key] !== undefined);
        const message = `ignored: ${type} is read-only and has neither free space nor holes`;
        findings.push(...ignored.map((key) => ({ path: ['filesystem', key], message })));
    }
    if (format === 'qcow2' && type !== filesystems/* DEFAULT_FILESYSTEM */.yM) {
        const message = `Volant mounts a qcow2 image as ext4, because the suffix does not tell the file system; create machines with --kernel-cmdline volant.rootfs_fstype=${type}`;
        findings.push({ path: ['filesystem', 'format'], message, code: 'kernel-filesystem' });
    }
    return [...findings, ...findSizeNotes(filesystem)];
}
/** File systems that need another kernel, and a word on the kernel's command line of Volant 0.6.5. */
function findKernelNotes(type) {
    const { isInReleaseKernel, isWritable } = filesystems/* FILESYSTEM_TRAITS */.gW[type];
    if (isInReleaseKernel)
        return [];
    const older = isWritable
        ? `Volant 0.6.5 also needs volar vms create --kernel-cmdline volant.rootfs_fstype=${type}`
        : 'with Volant 0.6.5 it cannot work, because kestrel must write to the root file system';
    const message = `the kernel of Volant's releases does not support ${type}: the machine needs another kernel; ${older}`;
    return [{ path: ['filesystem', 'type'], message, code: 'kernel-filesystem' }];
}
/** 1 TiB, in MiB. No disk of a runner could hold such an image with `preallocate`. */
const HUGE_BUFFER_MB = 1_048_576;
/** A buffer of a TiB or more, which is probably in bytes, and a setting of other builders. */
function findSizeNotes({ size_buffer_mb: size, overlay_size: overlaySize }) {
    const findings = [];
    if (typeof size === 'number' && size >= HUGE_BUFFER_MB) {
        const message = `is ${(0,units/* formatBytes */.z3)(size * units/* MEBIBYTE */.gJ)} of free space, because the unit is MiB`;
        const suggestion = size % units/* MEBIBYTE */.gJ === 0 ? { suggestion: String(size / units/* MEBIBYTE */.gJ) } : {};
        findings.push({ path: ['filesystem', 'size_buffer_mb'], message, ...suggestion, code: 'size' });
    }
    if (overlaySize !== undefined) {
        findings.push({
            path: ['filesystem', 'overlay_size'],
            message: 'ignored: the image has no overlay, and its free space is set by size_buffer_mb; remove this key',
        });
    }
    return findings;
}
/** The problem with a compression level for this image: it is not compressed, or the level is too high. */
function problemOfLevel({ type = filesystems/* DEFAULT_FILESYSTEM */.yM, format, compression = 'zstd', ...keys }) {
    // The level of a squashfs is that of its own compression.
    if (filesystems/* FILESYSTEM_TRAITS */.gW[type].isCompressed)
        return undefined;
    if (format !== 'qcow2') {
        const compressed = (0,filesystems/* filesystemsWith */.xl)(({ isCompressed }) => isCompressed).map((name) => `type "${name}"`);
        return `belongs to ${(0,support_text/* listWithOr */.CO)([...compressed, 'format "qcow2"'])}, not to "${type}"`;
    }
    if (compression === 'none')
        return 'belongs to compression "zstd" or "zlib", not to "none"';
    const { compression_level: level = 0 } = keys;
    const maximum = filesystems/* MAX_LEVEL */.sD[compression];
    return level > maximum ? `must be at most ${maximum} for compression "${compression}", found ${level}` : undefined;
}
function traitsOf({ type = filesystems/* DEFAULT_FILESYSTEM */.yM }) {
    return filesystems/* FILESYSTEM_TRAITS */.gW[type];
}
function isWritten(raw, key) {
    return (0,zod_problems/* valueAt */.fK)(raw, ['filesystem', key]) !== undefined;
}

;// CONCATENATED MODULE: ./build/config/source-rules.js


const ARG_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** The build argument that fledge itself sets. */
const EPOCH = 'SOURCE_DATE_EPOCH';
/** True if `[source]` names an image or a Dockerfile. */
function hasImage(raw) {
    return IMAGE_KEYS.some((key) => hasKey(raw, key));
}
/** Finds problems between the keys of `[source]`; `raw` is the whole file. */
function findImageProblems({ strategy, source }, raw) {
    const findings = [];
    const find = (key, message) => {
        findings.push({ path: ['source', key], message });
    };
    if (strategy === IMAGE_STRATEGY && !hasImage(raw)) {
        const message = `missing; strategy "${strategy}" needs it, or dockerfile`;
        findings.push({ path: ['source', 'image'], message, about: 'missing' });
    }
    const hasDockerfile = hasKey(raw, 'dockerfile');
    if (hasDockerfile && hasKey(raw, 'image'))
        find('dockerfile', 'image and dockerfile are mutually exclusive; keep one');
    for (const key of DOCKERFILE_KEYS) {
        if (hasKey(raw, key) && !hasDockerfile)
            find(key, 'belongs to dockerfile, which is missing');
    }
    const hasBusyboxImage = hasKey(raw, 'busybox_image');
    for (const key of BUSYBOX_FILE_KEYS) {
        if (hasBusyboxImage && hasKey(raw, key))
            find(key, `${key} and busybox_image are mutually exclusive; keep one`);
    }
    if (strategy === 'initramfs' && hasKey(raw, 'max_unpacked_mb') && !hasImage(raw) && !hasBusyboxImage) {
        find('max_unpacked_mb', 'has no effect without an image; remove it');
    }
    for (const name of Object.keys(source?.build_args ?? {})) {
        const path = ['source', 'build_args', name];
        if (name === EPOCH)
            findings.push({ path, message: 'fledge sets it; set it in the environment of fledge' });
        else if (!ARG_NAME.test(name)) {
            findings.push({ path, message: 'the name of an ARG consists of letters, digits and _' });
        }
    }
    return findings;
}
function hasKey(raw, key) {
    return (0,zod_problems/* valueAt */.fK)(raw, ['source', key]) !== undefined;
}

;// CONCATENATED MODULE: ./build/config/rules.js








/**
 * Finds problems between the keys of a fledge.toml; each key by itself was checked before. `raw` is the whole file;
 * `draft` contains only the valid keys, so that one mistake is not reported again through its consequences.
 */
function findCrossFieldProblems(draft, raw) {
    return [
        ...findStrategyProblems(draft, raw),
        ...findImageProblems(draft, raw),
        ...findInitProblems(draft, raw),
        ...findAgentProblems(draft, raw),
        ...findTakenPlaces(draft),
        ...findFilesystemProblems(draft, raw),
        ...findSourceProblems(Object.keys(draft.mappings ?? {})),
        ...findDirectoryProblems(draft.directories),
    ];
}
/** Finds settings that are valid but have less effect than expected. */
function findNotes(draft, additions) {
    return [
        ...findDockerTagNotes(draft),
        ...findFilesystemNotes(draft),
        ...findHiddenPlaces(draft, additions),
        ...findVariables(additions.mappings),
    ];
}
/** The mode of PID 1; `none = false` has the same meaning as no `none`. */
function initModeOf(init) {
    const compile = init?.compile === true;
    if (init?.path !== undefined)
        return { mode: 'custom', path: init.path, compile };
    return init?.none === true ? { mode: 'none' } : { mode: 'default', compile };
}
function findStrategyProblems({ strategy }, raw) {
    if (strategy === undefined)
        return [];
    return STRATEGY_KEYS.filter((key) => key.strategy !== strategy && isPresent(raw, key.path)).map((key) => ({
        path: key.path,
        message: `belongs to strategy "${key.strategy}", not to "${strategy}"`,
    }));
}
function findInitProblems({ strategy, init, mappings }, raw) {
    if (strategy === 'oci_rootfs' || init?.none !== true)
        return [];
    const path = ['init', 'none'];
    if (isPresent(raw, ['init', 'path']))
        return [{ path, message: 'path and none = true are mutually exclusive; keep one' }];
    if (init.compile === true)
        return [{ path, message: 'compile and none = true are mutually exclusive; keep one' }];
    const written = (0,zod_problems/* valueAt */.fK)(raw, ['mappings']) ?? {};
    const allValid = Object.keys(written).length === Object.keys(mappings ?? {}).length;
    // The image may have an init.
    if (hasImage(raw))
        return [];
    if (strategy === undefined || !allValid || mayProvideInit(mappings ?? {}))
        return [];
    return [{ path, message: 'no mapping provides /init; add one, such as "./my-init" = "/init"' }];
}
/** A mapping to the root may be a directory that contains an init; that is known only when the tree is built. */
function mayProvideInit(mappings) {
    return Object.entries(mappings)
        .flatMap(([source, value]) => mappingsOf(source, value))
        .some(({ destination, inside }) => destination === '/' || (destination === '/init' && !inside));
}
function findAgentProblems({ strategy, init, agent }, raw) {
    if (!isPresent(raw, ['agent']))
        return [];
    const { mode } = initModeOf(init);
    if (strategy === 'initramfs' && mode !== 'default') {
        const key = mode === 'custom' ? 'path' : 'none';
        return [{ path: ['agent'], message: `[init] ${key} installs no agent; remove [agent], or [init] ${key}` }];
    }
    const variant = agent?.source_strategy;
    if (variant === undefined)
        return [];
    const findings = [];
    if (variant === 'none' && strategy !== undefined && strategy !== AGENTLESS_STRATEGY) {
        findings.push({
            path: ['agent', 'source_strategy'],
            message: `"none" is only for strategy "${AGENTLESS_STRATEGY}"; for an initramfs without agent, set [init] path or none`,
        });
    }
    const { required, optional } = AGENT_VARIANTS[variant];
    for (const key of AGENT_KEYS) {
        const path = ['agent', key];
        const present = isPresent(raw, path);
        if (required.includes(key) && !present) {
            findings.push({ path, message: `missing; source_strategy "${variant}" needs it`, about: 'missing' });
        }
        else if (present && !required.includes(key) && !optional.includes(key)) {
            findings.push({ path, message: `belongs to source_strategy ${ownersOf(key)}, not to "${variant}"` });
        }
    }
    return findings;
}
/** Mappings and directories at the paths of files of the build, as far as that is known without the image. */
function findTakenPlaces({ strategy, init, agent, mappings = {}, directories }) {
    const { mode } = initModeOf(init);
    const hasAgent = strategy === 'initramfs' ? mode === 'default' : agent?.source_strategy !== 'none';
    const orNone = strategy === AGENTLESS_STRATEGY ? ', or set source_strategy = "none"' : '';
    const mapped = Object.entries(mappings).flatMap(([source, value]) => mappingsOf(source, value));
    const places = [
        ...mapped.filter(({ inside }) => !inside),
        ...directoriesOf(directories).map(({ path, key }) => ({ destination: path, key })),
    ];
    return places.flatMap(({ destination, key }) => {
        if (strategy === undefined)
            return [];
        if (destination === '/init' && strategy === 'initramfs' && mode === 'default') {
            const fix = 'choose another destination, or set [init] none = true to bring /init by a mapping';
            return [{ path: key, message: `takes the place of the init, /init; ${fix}` }];
        }
        if (destination !== '/bin/kestrel' || !hasAgent)
            return [];
        const fix = `choose another destination, or name the file in [agent] with source_strategy = "local"${orNone}`;
        return [{ path: key, message: `takes the place of the agent, /bin/kestrel; ${fix}` }];
    });
}
function ownersOf(key) {
    const owners = Object.entries(AGENT_VARIANTS)
        .filter(([, { required, optional }]) => required.includes(key) || optional.includes(key))
        .map(([variant]) => `"${variant}"`);
    return (0,support_text/* listWithOr */.CO)(owners);
}
/** Beginnings of the tags of the image `docker`. */
const DOCKER_TAGS = /^(?:\d|latest|dind|cli|git|rc|edge|stable|test|beta|experimental|nightly|rootless|windowsservercore)/;
/** `docker:nginx` is the image `docker`, which contains Docker itself. */
function findDockerTagNotes({ source }) {
    const tag = /^docker:([^/@]+)$/.exec(source?.image ?? '')?.[1];
    if (tag === undefined || DOCKER_TAGS.test(tag))
        return [];
    const message = `is the tag ${JSON.stringify(tag)} of the image docker; the image ${tag} of a registry is docker://${tag}`;
    return [{ path: ['source', 'image'], message }];
}
function findHiddenPlaces({ strategy, init, agent }, { mappings, directories }) {
    const mounter = strategy === 'initramfs' ? 'the init' : 'the agent';
    const hasMounts = strategy === 'initramfs' ? initModeOf(init).mode === 'default' : agent?.source_strategy !== 'none';
    if (strategy === undefined || !hasMounts)
        return [];
    const places = [...mappings, ...directories.map(({ path, key }) => ({ destination: path, key }))];
    return places.flatMap(({ key, destination }) => {
        const mountPoint = values/* MOUNT_POINTS */.Ce.find((path) => destination === path || destination.startsWith(`${path}/`));
        if (mountPoint === undefined)
            return [];
        return [
            { path: key, message: `will be hidden: ${mounter} mounts a file system on ${mountPoint}`, code: 'hidden-path' },
        ];
    });
}
/** Variables that shells and templates would expand. */
const VARIABLE = /\$\{[^}]*\}|\$\([^)]*\)|\$[A-Za-z_]\w*|\{\{.*?\}\}/;
function findVariables(mappings) {
    return mappings.flatMap(({ key, destination }) => {
        const variable = VARIABLE.exec(destination)?.[0];
        if (variable === undefined)
            return [];
        const message = `${variable} stays in the destination, because fledge does not expand variables; write the path itself`;
        return [{ path: key, message }];
    });
}
function isPresent(raw, path) {
    return (0,zod_problems/* valueAt */.fK)(raw, path) !== undefined;
}

;// CONCATENATED MODULE: ./build/config/normalise.js





/**
 * The config of a document that passed all checks, with every default filled in.
 *
 * @throws FledgeError `internal` if a checked key is missing or not valid, which is a bug in the checks.
 */
function normaliseDocument(document, additions) {
    const { strategy, filesystem, source } = document;
    const image = imageOf(source);
    const maxUnpackedMb = source?.max_unpacked_mb ?? values/* DEFAULT_MAX_UNPACKED_MB */.p3;
    if (strategy === 'initramfs') {
        const init = initModeOf(document.init);
        const agent = init.mode === 'default' ? agentOf(document.agent) : undefined;
        return { strategy, init, agent, busybox: busyboxOf(source), image, maxUnpackedMb, ...additions };
    }
    if (image === undefined)
        throw unchecked('source.image');
    return {
        strategy,
        image,
        maxUnpackedMb,
        agent: agentOf(document.agent),
        filesystem: {
            type: filesystem?.type ?? filesystems/* DEFAULT_FILESYSTEM */.yM,
            sizeBufferMb: filesystem?.size_buffer_mb ?? values/* DEFAULT_SIZE_BUFFER_MB */.NM,
            preallocate: filesystem?.preallocate ?? false,
            compressionLevel: filesystem?.compression_level ?? values/* DEFAULT_COMPRESSION_LEVEL */.Wv,
            ...(filesystem?.format === 'qcow2' && { qcow2: { compression: qcow2CompressionOf(filesystem) } }),
        },
        ...additions,
    };
}
/** The compression of a qcow2 image. The level of fledge.toml is that of squashfs, for an image of it. */
function qcow2CompressionOf(filesystem) {
    const { isCompressed } = filesystems/* FILESYSTEM_TRAITS */.gW[filesystem.type ?? filesystems/* DEFAULT_FILESYSTEM */.yM];
    const method = filesystem.compression ?? (isCompressed ? 'none' : 'zstd');
    if (method === 'none')
        return undefined;
    const level = isCompressed ? undefined : filesystem.compression_level;
    return { method, level: level ?? values/* DEFAULT_QCOW2_LEVEL */.M9[method] };
}
function agentOf(agent) {
    if (agent === undefined)
        return { source: 'release', version: 'latest' };
    const { source_strategy: source, version, path, url, checksum } = agent;
    switch (source) {
        case 'release':
            if (version === undefined)
                throw unchecked('agent.version');
            return { source, version };
        case 'local':
            if (path === undefined)
                throw unchecked('agent.path');
            return { source, path };
        case 'http':
            if (url === undefined)
                throw unchecked('agent.url');
            return { source, url, sha256: checksum === undefined ? undefined : (0,values/* normaliseSha256 */.WN)(checksum) };
        case 'none':
            return undefined;
    }
}
function imageOf(source) {
    if (source?.dockerfile !== undefined) {
        const { dockerfile, context, target, build_args: buildArgs = {}, builder = 'auto' } = source;
        const bases = { 'linux/amd64': [], 'linux/arm64': [] };
        return { kind: 'dockerfile', text: dockerfile, baseName: 'plugin', context, target, buildArgs, builder, bases };
    }
    return source?.image === undefined ? undefined : referenceOf(source.image, 'source.image');
}
function referenceOf(text, key) {
    const parsed = (0,image_reference/* parseImageReference */.o_)(text);
    if (!parsed.ok)
        throw unchecked(key);
    return parsed.image;
}
function busyboxOf(source) {
    if (source?.busybox_image !== undefined)
        return { image: referenceOf(source.busybox_image, 'source.busybox_image') };
    const url = source?.busybox_url ?? values/* DEFAULT_BUSYBOX_URL */.H9;
    const sha256 = source?.busybox_sha256 ?? (url === values/* DEFAULT_BUSYBOX_URL */.H9 ? values/* DEFAULT_BUSYBOX_SHA256 */.fg : undefined);
    return { location: (0,values/* locationOf */.hD)(url), sha256: sha256 === undefined ? undefined : (0,values/* normaliseSha256 */.WN)(sha256) };
}
function unchecked(key) {
    return new errors/* FledgeError */.aE('internal', `${key} passed the checks of fledge.toml although it is not usable`);
}

// EXTERNAL MODULE: ./build/config/read-dockerfile.js
var read_dockerfile = __webpack_require__(74782);
;// CONCATENATED MODULE: ./build/config/load.js




















/**
 * Reads and checks a fledge.toml; `path` may also be its directory. Reads its Dockerfile, too, for the base images.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadConfig(path = missing_config/* DEFAULT_CONFIG_FILE */.C) {
    const file = (await isDirectory(path)) ? (0,external_node_path_.join)(path, missing_config/* DEFAULT_CONFIG_FILE */.C) : path;
    if (isDockerfileName(file)) {
        const message = `${file} is a Dockerfile; fledge builds what a fledge.toml describes`;
        throw new errors/* FledgeError */.aE('config', message, { fix: howToBegin(file) });
    }
    const checked = await (0,source_text/* checkSource */.A)(file, () => (0,missing_config/* missingConfig */.l)(path, file), (text) => validateConfigText(text, file));
    const directory = (0,external_node_path_.dirname)((0,external_node_path_.resolve)(file));
    const mistaken = await findArchiveAsImage(checked.config, directory);
    if (mistaken !== undefined)
        throw await checked.errorAt([mistaken]);
    const { config, problem, notes = [] } = await (0,read_dockerfile/* withBaseImages */.Q8)(checked.config, directory);
    if (problem !== undefined)
        throw await checked.errorAt([problem]);
    const located = await Promise.all(notes.map(async ({ path: key, message }) => {
        return { file, ...(await checked.positionOf(key)), key: (0,problems/* formatKeyPath */.K7)(key), message };
    }));
    return { ...checked, config, notes: [...checked.notes, ...located], file, directory };
}
/**
 * Checks the text of a fledge.toml by the rules of docs/fledge-toml.md. Reads no other file; `file` is the name in
 * problems.
 *
 * @throws FledgeError `config` with every problem.
 */
async function validateConfigText(text, file) {
    const source = text.replace(/^\ufeff/, '');
    const raw = (0,toml/* parseToml */.MT)(source, file);
    let located;
    const locate = () => {
        located ??= (0,positions/* locateToml */.Ls)(source);
        return located;
    };
    const parsed = documentSchema.safeParse(raw, zod_problems/* PARSE_ONCE */.Mh);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,document_document/* draftOf */.bz)(draftSchema, raw, issues) ?? {};
    const mappings = await orderedMappings(draft, locate);
    const findings = [
        ...explainMappings((0,zod_problems/* findingsOfIssues */.uT)(issues, raw, fledgeVocabulary), raw),
        ...(0,document_document/* findProtoKeys */.YN)(raw, [['mappings']], './__proto__'),
        ...(0,document_document/* findProtoKeys */.YN)(raw, [['directories']], '/__proto__'),
        ...findCrossFieldProblems(draft, raw),
        ...(await locatedConflicts(mappings, locate)),
    ];
    const errorAt = async (found) => (0,problems/* problemsError */.$j)((0,document_document/* locateFindings */.Hf)(found, file, await locate()));
    if (findings.length > 0 || parsed.data === undefined)
        throw await errorAt((0,document_document/* withoutExplainedGaps */.GD)(findings));
    const directories = directoriesOf(parsed.data.directories);
    const notes = findNotes(draft, { mappings, directories });
    return {
        config: normaliseDocument(parsed.data, { mappings, directories }),
        notes: notes.length === 0 ? [] : (0,problems/* firstNotes */.Ye)((0,document_document/* locateFindings */.Hf)(notes, file, await locate())),
        positionOf: async (path) => (await locate()).positionOf(path),
        errorAt,
    };
}
/** JavaScript puts keys that look like array indexes before all others; the author's order is in the text. */
async function orderedMappings(draft, locate) {
    const table = draft.mappings ?? {};
    const keys = Object.keys(table);
    const reordered = keys.length > 1 && keys.some((key) => /^\d+$/.test(key));
    const ordered = reordered ? (await locate()).keysOf(['mappings']).filter((key) => Object.hasOwn(table, key)) : keys;
    return (ordered.length === keys.length ? ordered : keys).flatMap((key) => mappingsOf(key, table[key] ?? ''));
}
async function locatedConflicts(mappings, locate) {
    if (findConflicts(mappings, () => 0).length === 0)
        return [];
    const locator = await locate();
    return findConflicts(mappings, (mapping) => locator.positionOf(mapping.key).line);
}
async function isDirectory(path) {
    try {
        return (await (0,promises_.stat)(path)).isDirectory();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/manifest/manifest.js + 4 modules
var manifest_manifest = __webpack_require__(17054);
// EXTERNAL MODULE: ./build/document/json.js
var json = __webpack_require__(45460);
// EXTERNAL MODULE: ./build/document/syntax-hints.js
var syntax_hints = __webpack_require__(35342);
// EXTERNAL MODULE: ./build/support/wording.js
var wording = __webpack_require__(11720);
// EXTERNAL MODULE: ./build/manifest/template-values.js
var template_values = __webpack_require__(33267);
;// CONCATENATED MODULE: ./build/manifest/template-rules.js

/** Finds problems between the keys of a template, and values that Volant's schema accepts but Volant refuses. */
function findTemplateProblems(template) {
    return [
        ...findEntrypointProblems(template.workload),
        ...findEnvironmentProblems(template),
        ...findCloudInitProblems(template.cloud_init),
        ...findActionProblems(template),
        ...findNetworkProblems(template.network ?? {}),
        ...findNulCharacters(template),
    ];
}
/** Converts a template to the spellings of the manifest. */
function normaliseTemplate(template) {
    const { schema_version: _, env, workload = {}, cloud_init: cloudInit, ...fields } = template;
    const { entrypoint, args, ...otherWorkload } = workload;
    const program = entrypoint === undefined ? undefined : [entrypoint, args ?? []].flat();
    const environment = { ...env, ...otherWorkload.env };
    return {
        ...fields,
        workload: {
            ...otherWorkload,
            ...(program !== undefined && { entrypoint: program }),
            ...(program === undefined && args !== undefined && { args }),
            ...(Object.keys(environment).length > 0 && { env: environment }),
        },
        ...(cloudInit !== undefined && { cloud_init: inlineDocuments(cloudInit) }),
    };
}
/** A string is not split at spaces: without the rules of a shell for quotes, the program would not start. */
function findEntrypointProblems(workload) {
    const entrypoint = workload?.entrypoint;
    const path = ['workload', 'entrypoint'];
    if (Array.isArray(entrypoint)) {
        return entrypoint[0]?.trim() === '' ? [{ path: [...path, 0], message: 'must not be empty' }] : [];
    }
    if (entrypoint === undefined || !/\s/.test(entrypoint))
        return [];
    const words = entrypoint.trim().split(/\s+/);
    return [
        {
            path,
            message: `a string is only the program; write program and arguments as an array: ${JSON.stringify(words)}`,
        },
    ];
}
function findEnvironmentProblems({ env = {}, workload }) {
    const tables = [
        [['env'], env],
        [['workload', 'env'], workload?.env ?? {}],
    ];
    const misnamed = tables.flatMap(([path, table]) => Object.keys(table).flatMap((name) => {
        const message = (0,template_values/* problemOfVariableName */.EI)(name);
        return message === undefined ? [] : [{ path: [...path, name], message }];
    }));
    const contradictory = Object.entries(env)
        .filter(([name, value]) => {
        const other = workload?.env?.[name];
        return other !== undefined && other !== value;
    })
        .map(([name]) => ({ path: ['env', name], message: 'has another value in [workload.env]; keep one' }));
    return [...misnamed, ...contradictory];
}
/** Volant refuses a document with both, and one whose `inline` contradicts its other key. */
function findCloudInitProblems(cloudInit) {
    return ['user_data', 'meta_data', 'network_config'].flatMap((name) => {
        const { inline, content, path } = cloudInit?.[name] ?? {};
        const key = ['cloud_init', name];
        if (content && path)
            return [{ path: [...key, 'path'], message: 'content and path are mutually exclusive; keep one' }];
        if (content && inline === false)
            return [{ path: [...key, 'inline'], message: 'must be true or omitted if content is set' }];
        if (path && inline === true)
            return [{ path: [...key, 'inline'], message: 'must be false or omitted if path is set' }];
        if (inline === true && content === undefined && path === undefined)
            return [{ path: [...key, 'inline'], message: 'content is missing; set it, or name a file with path' }];
        return [];
    });
}
function findActionProblems({ actions = {} }) {
    return Object.keys(actions)
        .filter((name) => name.trim() === '')
        .map((name) => ({ path: ['actions', name], message: 'the name of an action must not be empty' }));
}
function findNetworkProblems({ mode, subnet, gateway, auto_assign: isAssigned, expose = [] }) {
    const findings = [];
    if (mode === 'bridged' && subnet?.trim() && !gateway?.trim() && isAssigned !== true) {
        const message = 'Volant refuses a subnet without gateway or auto_assign; set one of them';
        findings.push({ path: ['network', 'subnet'], message });
    }
    const taken = new Set();
    for (const [index, { host_port: port, protocol = 'tcp' }] of expose.entries()) {
        const name = `${port}/${protocol}`;
        if (port === undefined)
            continue;
        const path = ['network', 'expose', index, 'host_port'];
        if (taken.has(name))
            findings.push({ path, message: `port ${name} of the host is mapped twice; keep one` });
        taken.add(name);
    }
    return findings;
}
/** No program, path or variable of Linux can contain a NUL character. */
function findNulCharacters(value, path = []) {
    if (typeof value === 'string') {
        return value.includes('\0') ? [{ path, message: 'must not contain a NUL character' }] : [];
    }
    if (Array.isArray(value))
        return value.flatMap((item, index) => findNulCharacters(item, [...path, index]));
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.entries(value).flatMap(([key, item]) => [
        ...findNulCharacters(key, [...path, key]),
        ...findNulCharacters(item, [...path, key]),
    ]);
}
/** Adds `inline = true` to `content`, as Volant requires; templates of its users omit it. */
function inlineDocuments(cloudInit) {
    const inlined = (document) => document.content ? { inline: true, content: document.content } : document;
    const { user_data: userData, meta_data: metaData, network_config: networkConfig, ...others } = cloudInit;
    return {
        ...others,
        ...(userData !== undefined && { user_data: inlined(userData) }),
        ...(metaData !== undefined && { meta_data: inlined(metaData) }),
        ...(networkConfig !== undefined && { network_config: inlined(networkConfig) }),
    };
}

// EXTERNAL MODULE: ./build/manifest/fields.js
var fields = __webpack_require__(14255);
;// CONCATENATED MODULE: ./build/manifest/template-schema.js






/*
 * manifest.toml: the fields of the manifest, all of them optional because a build fills in missing ones, and the
 * spellings that Volant's own projects use although the manifest does not have them. Rules between keys are in
 * template-rules.ts.
 */
const filled = (0,checked_text/* checkedText */.N)(template_values/* problemOfBlank */.d8);
const address = (0,checked_text/* checkedText */.N)(template_values/* problemOfAddress */.BX);
const program = schemas/* array */.YOg(schemas/* string */.YjP()).min(1);
const workload = fields/* workloadSchema */.Z7.partial().extend({
    base_url: (0,checked_text/* checkedText */.N)(template_values/* problemOfBaseUrl */.nb).optional(),
    entrypoint: schemas/* union */.KCZ([filled, program]).optional(),
    args: schemas/* array */.YOg(schemas/* string */.YjP()).optional(),
    workdir: (0,checked_text/* checkedText */.N)(template_values/* problemOfWorkdir */.TG).optional(),
});
const healthCheck = fields/* healthCheckSchema */.KR.extend({ endpoint: (0,checked_text/* checkedText */.N)(template_values/* problemOfRequestPath */.Zm) }).partial();
const actions = schemas/* record */.g1P(schemas/* string */.YjP(), fields/* actionsSchema */.HQ.valueType.extend({
    method: (0,checked_text/* checkedText */.N)(template_values/* problemOfActionMethod */.sm),
    path: (0,checked_text/* checkedText */.N)(template_values/* problemOfActionPath */.O0),
}));
const disks = schemas/* array */.YOg(fields/* disksSchema */.KT.element.extend({
    name: filled,
    source: (0,checked_text/* checkedText */.N)((value) => (0,template_values/* problemOfBlank */.d8)(value) ?? (0,template_values/* problemOfAddress */.BX)(value)),
}));
const cloudInitDocument = fields/* cloudInitDocumentSchema */.AK.extend({ path: (0,checked_text/* checkedText */.N)(values/* problemOfPath */._r).optional() }).optional();
const cloudInit = fields/* cloudInitSchema */.pf.extend({
    user_data: cloudInitDocument,
    meta_data: cloudInitDocument,
    network_config: cloudInitDocument,
});
const devices = fields/* devicesSchema */.jC.extend({
    pci_passthrough: schemas/* array */.YOg(filled).optional(),
    allowlist: schemas/* array */.YOg(filled).optional(),
});
/** `format` may be a file system, as in Volant's documentation, but the build does not use it. */
const rootfs = fields/* rootfsSchema */.fz.partial().extend({
    url: address.optional(),
    format: schemas/* enum */.k5n(['raw', 'qcow2', ...filesystems/* FILESYSTEM_TYPES */.mS]).optional(),
});
const templateSchema = schemas/* strictObject */.rej({
    $schema: schemas/* string */.YjP().optional(),
    schema_version: schemas/* enum */.k5n(['1.0', 'v1']).optional(),
    name: (0,checked_text/* checkedText */.N)(values/* problemOfPluginName */.Lb).optional(),
    version: (0,checked_text/* checkedText */.N)(values/* problemOfPluginVersion */.oI).optional(),
    runtime: (0,checked_text/* checkedText */.N)(values/* problemOfPluginName */.Lb).optional(),
    image: schemas/* string */.YjP().optional(),
    image_digest: schemas/* string */.YjP().optional(),
    enabled: schemas/* boolean */.zMY().optional(),
    openapi: address.optional(),
    labels: fields/* labelsSchema */.Pr.optional(),
    resources: fields/* resourcesSchema */.PL.partial().optional(),
    workload: workload.optional(),
    health_check: healthCheck.optional(),
    actions: actions.optional(),
    rootfs: rootfs.optional(),
    initramfs: schemas/* strictObject */.rej({ url: address, checksum: schemas/* string */.YjP() }).partial().optional(),
    disks: disks.optional(),
    cloud_init: cloudInit.optional(),
    network: fields/* networkSchema */.uT.optional(),
    devices: devices.optional(),
    env: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).optional(),
});

;// CONCATENATED MODULE: ./build/manifest/template-vocabulary.js



const UNKNOWN = "has no place in Volant's plugin manifest";
const ELSEWHERE = { file: 'fledge.toml', names: Object.keys(documentSchema.shape) };
/** Names of other formats, such as compose files, and the key of the manifest: `TABLE.NAME`. */
const OTHER_NAMES = new Map([
    ['health_check.path', 'endpoint'],
    ['health_check.url', 'endpoint'],
    ['network.port', 'expose'],
    ['network.ports', 'expose'],
    ['resources.cores', 'cpu_cores'],
    ['resources.cpus', 'cpu_cores'],
    ['resources.ram', 'memory_mb'],
    ['resources.vcpus', 'cpu_cores'],
    ['workload.cmd', 'entrypoint'],
    ['workload.command', 'entrypoint'],
    ['workload.cwd', 'workdir'],
    ['workload.environment', 'env'],
    ['workload.port', 'base_url'],
    ['workload.url', 'base_url'],
    ['workload.working_dir', 'workdir'],
]);
/** Explanations of unknown keys of a template; `tableNoun` is that of its format. */
function templateVocabulary(tableNoun) {
    const vocabulary = (0,document_vocabulary/* vocabularyOf */.Y)(templateSchema, { unknown: UNKNOWN, tableNoun }, ELSEWHERE);
    return {
        ...vocabulary,
        explain(name, path) {
            const key = OTHER_NAMES.get([...path, name].join('.'));
            return key === undefined ? vocabulary.explain(name, path) : { message: UNKNOWN, suggestion: key };
        },
    };
}

// EXTERNAL MODULE: ./build/manifest/template-warnings.js
var template_warnings = __webpack_require__(87520);
;// CONCATENATED MODULE: ./build/manifest/template.js
















/** The template that a build uses if none is named. */
const DEFAULT_TEMPLATE_FILE = 'manifest.toml';
/** The manifest.toml beside a fledge.toml, or undefined if there is none. */
async function findManifestTemplate(configFile) {
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(configFile), DEFAULT_TEMPLATE_FILE);
    try {
        // Not stat: a link to a file that does not exist is an error, and not a plugin without a template.
        await (0,promises_.lstat)(path);
        return path;
    }
    catch (error) {
        const code = (0,errors/* systemCodeOf */.c7)(error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            return undefined;
        return path;
    }
}
/**
 * Loads the template at `named`, otherwise manifest.toml beside a fledge.toml, if there is one.
 *
 * @throws FledgeError as `loadManifestTemplate` does.
 */
async function loadTemplateFor(configFile, named) {
    if (named !== undefined && (0,external_node_path_.resolve)(named) === (0,external_node_path_.resolve)(configFile)) {
        throw new errors/* FledgeError */.aE('config', `${named} is the config of the plugin, not a manifest template`, {
            fix: (0,wording/* worded */.MH) `name a file such as manifest.toml with ${(0,wording/* option */.uK)('manifest')}`,
        });
    }
    const path = named ?? (await findManifestTemplate(configFile));
    return path === undefined ? undefined : loadManifestTemplate(path);
}
/**
 * Reads and checks a template of the manifest: TOML, or JSON where the name ends in `.json`.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
async function loadManifestTemplate(path) {
    const missing = () => new errors/* FledgeError */.aE('config', `there is no manifest template ${path}`);
    return (0,source_text/* checkSource */.A)(path, missing, (text) => validateTemplateText(text, path));
}
/**
 * Checks the text of a template by the rules of docs/manifest.md. `file` is the name in problems; with the suffix
 * `.json` the text is JSON, otherwise TOML.
 *
 * @throws FledgeError `config` with every problem.
 */
async function validateTemplateText(text, file) {
    const source = text.replace(/^\ufeff/, '');
    const isJson = /\.json$/i.test(file);
    const raw = isJson ? await parseJson(source, file) : (0,toml/* parseToml */.MT)(source, file);
    let located;
    const locate = async () => {
        located ??= await (isJson ? (0,json/* locateJson */.rz)(source) : (0,positions/* locateToml */.Ls)(source));
        return located;
    };
    const errorAt = async (found) => (0,problems/* problemsError */.$j)((0,document_document/* locateFindings */.Hf)(found, file, await locate()));
    const parsed = templateSchema.safeParse(raw, zod_problems/* PARSE_ONCE */.Mh);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,document_document/* draftOf */.bz)(templateSchema, raw, issues) ?? {};
    const vocabulary = isJson ? jsonVocabulary : tomlVocabulary;
    const findings = [
        ...(0,zod_problems/* findingsOfIssues */.uT)(issues, raw, vocabulary),
        ...(0,document_document/* findProtoKeys */.YN)(raw, [['env'], ['workload', 'env'], ['labels'], ['actions']]),
        ...findTemplateProblems(draft),
        ...(isJson ? findRepeatedKeys(source) : []),
    ];
    if (findings.length > 0)
        throw await errorAt(findings);
    const notes = (0,template_warnings/* findTemplateNotes */.hQ)(draft);
    return {
        file,
        fields: normaliseTemplate(draft),
        notes: notes.length === 0 ? [] : (0,problems/* firstNotes */.Ye)((0,document_document/* locateFindings */.Hf)(notes, file, await locate())),
        positionOf: async (path) => (await locate()).positionOf(path),
        errorAt,
    };
}
/** Findings for the keys that an object has more than once. The parser of TOML refuses them itself. */
function findRepeatedKeys(source) {
    const paths = new Map();
    // A key that is there three times is one problem.
    for (const path of (0,json/* repeatedKeys */.fg)(source))
        paths.set(JSON.stringify(path), path);
    return [...paths.values()].map((path) => ({ path, message: 'this object has the key twice; keep one' }));
}
const tomlVocabulary = templateVocabulary('a table');
const jsonVocabulary = templateVocabulary('an object');
async function parseJson(text, file) {
    const value = await parseJsonValue(text, file);
    if ((0,toml/* isTable */.bI)(value))
        return value;
    throw (0,problems/* problemsError */.$j)([{ file, line: 1, column: 1, key: undefined, message: 'a manifest must be a JSON object' }]);
}
async function parseJsonValue(text, file) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        if (error instanceof SyntaxError) {
            const problem = await (0,json/* jsonSyntaxProblem */.F1)(text, file);
            const hint = (0,syntax_hints/* hintForJson */.H)(text);
            throw (0,problems/* problemsError */.$j)([hint === undefined ? problem : { ...problem, message: `${problem.message}; ${hint}` }]);
        }
        throw error;
    }
}

// EXTERNAL MODULE: ./build/support/report/warning.js
var warning = __webpack_require__(79391);
;// CONCATENATED MODULE: ./build/recipe/plugin.js






/**
 * Loads a plugin. `config` is a fledge.toml or its directory. `manifest` is a template; default: manifest.toml beside
 * fledge.toml, if it exists.
 *
 * @throws FledgeError `config` with all problems of a file, or if it cannot be read.
 */
async function loadPlugin(config, manifest) {
    const loaded = await loadConfig(config);
    const template = await loadTemplateFor(loaded.file, manifest);
    return {
        loaded,
        template,
        name: (0,manifest_manifest/* nameOfPlugin */.oj)(loaded, template),
        artifactFile: (0,filesystems/* defaultArtifactName */.Vb)(loaded.config),
    };
}
/** Reports each setting in the files of a plugin that is valid but has no or little effect. */
function warnOfNotes({ loaded, template }, reporter) {
    (0,problems/* reportProblems */.Tw)([...loaded.notes, ...(template?.notes ?? [])], reporter);
}
/** Reports remarks on a manifest, with the positions of the keys that they are about. */
async function reportRemarks(remarks, { loaded, template }, reporter) {
    for (const { code, message, fix, at } of remarks) {
        const document = at?.document === 'config' ? loaded : template;
        const place = at === undefined || document === undefined
            ? {}
            : { file: document.file, ...(await document.positionOf(at.path)), key: (0,problems/* formatKeyPath */.K7)(at.path) };
        if (code !== 'note')
            reporter.warn(message, { ...place, code, fix });
        else
            reporter.info(`note: ${(0,warning/* describeWarning */.U9)(message, place)}${fix === undefined ? '' : `; ${fix}`}`);
    }
}


/***/ })

};
