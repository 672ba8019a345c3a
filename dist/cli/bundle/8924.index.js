export const id = 8924;
export const ids = [8924];
export const modules = {

/***/ 88924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Console: () => (/* binding */ Console),
/* harmony export */   linesTo: () => (/* binding */ linesTo),
/* harmony export */   plainText: () => (/* binding */ plainText)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _support_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35921);


const LIMITS = { first: 64 * 1024, last: 1024 * 1024, file: 64 * 1024 * 1024 };
/** Escape sequences of terminals (ECMA-48: CSI, OSC, and those of one character). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences begin with a control character
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are removed
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;
/**
 * The text of a console. A guest can print without end: in memory are the first and the last part, and the file has at most
 * 64 MiB.
 */
class Console {
    #limits;
    #first = '';
    #last = '';
    #left = 0;
    #descriptor;
    #fileBytes = 0;
    #fileFailure;
    /**
     * @param file the path of a file for the text, if it is wanted.
     * @throws FledgeError `output` if the file cannot be created.
     */
    constructor(file, limits = {}) {
        this.#limits = { ...LIMITS, ...limits };
        if (file === undefined)
            return;
        try {
            this.#descriptor = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(file, 'w');
        }
        catch (error) {
            throw new _support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .FledgeError */ .aE('output', `cannot write the console to ${file}: ${(0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error)}`, {
                cause: error,
                fix: 'name another file for the console',
            });
        }
    }
    /** Adds text, without the lines of events. */
    add(text) {
        const { first, last } = this.#limits;
        this.#write(text);
        const room = first - this.#first.length;
        this.#first += text.slice(0, Math.max(0, room));
        this.#last += text.slice(Math.max(0, room));
        // Not at each piece, because a cut copies the text.
        if (this.#last.length <= 2 * last)
            return;
        this.#left += this.#last.length - last;
        this.#last = this.#last.slice(-last);
    }
    /** The text, without its middle if it is long. */
    get text() {
        const gap = this.#left === 0 ? '' : `\n[${this.#left} characters left out]\n`;
        return `${this.#first}${gap}${this.#last}`;
    }
    /** The last lines that are not empty, for people: without escape sequences and control characters. */
    lastLines(count) {
        return plainText(this.text)
            .split('\n')
            .filter((line) => line.trim() !== '')
            .slice(-count);
    }
    /** The reason why the file is incomplete; undefined if it is complete. */
    get fileFailure() {
        return this.#fileFailure;
    }
    /** Closes the file. */
    close() {
        if (this.#descriptor !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(this.#descriptor);
        this.#descriptor = undefined;
    }
    #write(text) {
        if (this.#descriptor === undefined || this.#fileFailure !== undefined)
            return;
        const bytes = Buffer.from(text);
        const room = this.#limits.file - this.#fileBytes;
        if (bytes.length > room)
            this.#fileFailure = `the console has more than ${this.#limits.file} bytes`;
        try {
            for (let done = 0; done < Math.min(bytes.length, room);) {
                done += (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(this.#descriptor, bytes, done, Math.min(bytes.length, room) - done);
            }
            this.#fileBytes += Math.min(bytes.length, room);
        }
        catch (error) {
            this.#fileFailure = (0,_support_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .writeFailureOf */ .PI)(error);
        }
    }
}
/** Text of a console without escape sequences and control characters, except line breaks and tabs. */
function plainText(text) {
    return text.replace(ESCAPES, '').replace(CONTROLS, '');
}
/** In characters: a longer line is cut. */
const MAX_LINE = 4096;
/** In characters: the log of a program gets no more of a console that floods. */
const MAX_PRINTED = 4 * 1024 * 1024;
/**
 * Calls `print` with each complete line of a console that arrives in pieces, as plain text, until 4 MiB are printed. A line that
 * does not end is printed in parts.
 */
function linesTo(print) {
    let rest = '';
    let printed = 0;
    return (text) => {
        if (printed >= MAX_PRINTED)
            return;
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        if (rest.length > MAX_LINE) {
            lines.push(rest);
            rest = '';
        }
        for (const line of lines) {
            printed += line.length + 1;
            print(plainText(line));
            if (printed < MAX_PRINTED)
                continue;
            print('[the console has more text, which is not printed; --console FILE keeps it]');
            return;
        }
    };
}


/***/ })

};
