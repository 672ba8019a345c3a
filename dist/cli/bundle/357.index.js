export const id = 357;
export const ids = [357];
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

/***/ 80357:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  loadConfig: () => (/* binding */ loadConfig),
  validateConfigText: () => (/* binding */ validateConfigText)
});

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
// EXTERNAL MODULE: ./build/config/mapping-values.js
var mapping_values = __webpack_require__(87780);
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
        mode: mode === undefined ? undefined : (0,mapping_values/* modeOf */.VV)(mode),
        directoryMode: directoryMode === undefined ? undefined : (0,mapping_values/* modeOf */.VV)(directoryMode),
        owner: owner === undefined ? undefined : (0,mapping_values/* ownerOf */.bf)(owner),
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
        mode: mode === undefined ? undefined : (0,mapping_values/* modeOf */.VV)(mode),
        owner: owner === undefined ? undefined : (0,mapping_values/* ownerOf */.bf)(owner),
        key: ['directories', path],
    }))
        .sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** The problems with the paths of `[directories]`. */
function findDirectoryProblems(table = {}) {
    const seen = new Map();
    return Object.keys(table).flatMap((written) => {
        const path = ['directories', written];
        const problem = (0,mapping_values/* problemOfDestination */.f)(written);
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

// EXTERNAL MODULE: ./build/config/dockerfile-name.js
var dockerfile_name = __webpack_require__(56745);
// EXTERNAL MODULE: ./build/document/vocabulary.js
var vocabulary = __webpack_require__(69374);
// EXTERNAL MODULE: ./build/config/schema.js
var schema = __webpack_require__(57096);
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
const fledge_vocabulary_vocabulary = (0,vocabulary/* vocabularyOf */.Y)(schema/* documentSchema */.L, { unknown: 'unknown key', tableNoun: 'a table' }, { file: 'manifest.toml', names: MANIFEST_NAMES });
/** Explanations of unknown keys of fledge.toml. */
const fledgeVocabulary = {
    ...fledge_vocabulary_vocabulary,
    explain(name, path) {
        if (path.length === 0)
            return OTHER_TABLES.get(name) ?? fledge_vocabulary_vocabulary.explain(name, path);
        if (path[0] === 'agent' && name === 'strategy')
            return { message: 'unknown key', suggestion: 'source_strategy' };
        // A key of one mapping or directory: another table has a key of this name by chance.
        return path.length > 1 ? undefined : fledge_vocabulary_vocabulary.explain(name, path);
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

// EXTERNAL MODULE: ./build/support/linux-limits.js
var linux_limits = __webpack_require__(26471);
// EXTERNAL MODULE: ./build/config/mapping-schema.js
var mapping_schema = __webpack_require__(17317);
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
    if (names.length === 0 || names.some((name) => mapping_schema/* MAPPING_KEYS */.qr.includes(name)))
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
// EXTERNAL MODULE: ./build/config/filesystems.js
var filesystems = __webpack_require__(89747);
// EXTERNAL MODULE: ./build/config/image-reference.js
var image_reference = __webpack_require__(25326);
// EXTERNAL MODULE: ./build/support/text.js
var support_text = __webpack_require__(62625);
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

// EXTERNAL MODULE: ./build/config/variants.js
var variants = __webpack_require__(385);
;// CONCATENATED MODULE: ./build/config/source-rules.js


const ARG_NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** The build argument that fledge itself sets. */
const EPOCH = 'SOURCE_DATE_EPOCH';
/** True if `[source]` names an image or a Dockerfile. */
function hasImage(raw) {
    return variants/* IMAGE_KEYS */.CT.some((key) => hasKey(raw, key));
}
/** Finds problems between the keys of `[source]`; `raw` is the whole file. */
function findImageProblems({ strategy, source }, raw) {
    const findings = [];
    const find = (key, message) => {
        findings.push({ path: ['source', key], message });
    };
    if (strategy === variants/* IMAGE_STRATEGY */.sg && !hasImage(raw)) {
        const message = `missing; strategy "${strategy}" needs it, or dockerfile`;
        findings.push({ path: ['source', 'image'], message, about: 'missing' });
    }
    const hasDockerfile = hasKey(raw, 'dockerfile');
    if (hasDockerfile && hasKey(raw, 'image'))
        find('dockerfile', 'image and dockerfile are mutually exclusive; keep one');
    for (const key of variants/* DOCKERFILE_KEYS */.wB) {
        if (hasKey(raw, key) && !hasDockerfile)
            find(key, 'belongs to dockerfile, which is missing');
    }
    const hasBusyboxImage = hasKey(raw, 'busybox_image');
    for (const key of variants/* BUSYBOX_FILE_KEYS */.Px) {
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
    return variants/* STRATEGY_KEYS */.BS.filter((key) => key.strategy !== strategy && isPresent(raw, key.path)).map((key) => ({
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
    if (variant === 'none' && strategy !== undefined && strategy !== variants/* AGENTLESS_STRATEGY */.H1) {
        findings.push({
            path: ['agent', 'source_strategy'],
            message: `"none" is only for strategy "${variants/* AGENTLESS_STRATEGY */.H1}"; for an initramfs without agent, set [init] path or none`,
        });
    }
    const { required, optional } = variants/* AGENT_VARIANTS */.TF[variant];
    for (const key of variants/* AGENT_KEYS */.TQ) {
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
    const orNone = strategy === variants/* AGENTLESS_STRATEGY */.H1 ? ', or set source_strategy = "none"' : '';
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
    const owners = Object.entries(variants/* AGENT_VARIANTS */.TF)
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
    if ((0,dockerfile_name/* isDockerfileName */.S)(file)) {
        const message = `${file} is a Dockerfile; fledge builds what a fledge.toml describes`;
        throw new errors/* FledgeError */.aE('config', message, { fix: (0,dockerfile_name/* howToBegin */.x)(file) });
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
    const parsed = schema/* documentSchema */.L.safeParse(raw, zod_problems/* PARSE_ONCE */.Mh);
    const issues = parsed.error?.issues ?? [];
    const draft = parsed.data ?? (0,document_document/* draftOf */.bz)(schema/* draftSchema */.X, raw, issues) ?? {};
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


/***/ })

};
