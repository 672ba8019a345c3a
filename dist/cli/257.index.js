export const id = 257;
export const ids = [257];
export const modules = {

/***/ 2257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fledgeTomlJsonSchema: () => (/* binding */ fledgeTomlJsonSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8439);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7096);
/* harmony import */ var _variants_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(385);



/**
 * The JSON Schema (draft 2020-12) of fledge.toml, for editors. `fledge validate` refuses everything that the schema
 * refuses, and more: the schema cannot express all rules, such as two mappings to one destination.
 */
function fledgeTomlJsonSchema() {
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .toJSONSchema */ .bl(_schema_js__WEBPACK_IMPORTED_MODULE_0__/* .documentSchema */ .L, { target: 'draft-2020-12', override: dropSafeIntegerLimit });
    return {
        ...schema,
        allOf: [...strategyConditions(), ...sourceConditions(), ...agentConditions(), ...initConditions()],
    };
}
/** A file with an image, which may have an init. */
const WITH_IMAGE = has({ source: { anyOf: _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_KEYS */ .CT.map((key) => ({ required: [key] })) } });
/** Destinations that are /init or the root, however many slashes and dots they have. */
const PROVIDES_INIT = '^/(?:\\.?/)*(?:\\.|init)?$';
/** Removes the maximum of 2^53 that zod adds to integers: it does not help the author of a size. */
function dropSafeIntegerLimit({ jsonSchema }) {
    if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER)
        delete jsonSchema['maximum'];
}
function strategyConditions() {
    return ['initramfs', 'oci_rootfs'].map((strategy) => ({
        if: has({ strategy: { const: strategy } }),
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
        then: merge([
            ..._variants_js__WEBPACK_IMPORTED_MODULE_1__/* .STRATEGY_KEYS */ .BS.filter((key) => key.strategy !== strategy).map((key) => forbid(key.path)),
            ...(strategy === _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .IMAGE_STRATEGY */ .sg ? [WITH_IMAGE] : []),
            ...(strategy === _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .AGENTLESS_STRATEGY */ .H1 ? [] : [withoutNone()]),
        ]),
    }));
}
/** An image or a Dockerfile, with the keys of each; busybox from an image or a file. */
function sourceConditions() {
    const excludes = (key, others) => ({
        not: { allOf: [{ required: [key] }, { anyOf: others.map((other) => ({ required: [other] })) }] },
    });
    const dependentRequired = Object.fromEntries(_variants_js__WEBPACK_IMPORTED_MODULE_1__/* .DOCKERFILE_KEYS */ .wB.map((key) => [key, ['dockerfile']]));
    const rules = [
        excludes('image', ['dockerfile']),
        excludes('busybox_image', _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .BUSYBOX_FILE_KEYS */ .Px),
        { dependentRequired },
    ];
    return [{ properties: { source: { allOf: rules } } }];
}
/** Each `source_strategy` has its own keys, requires some of them, and accepts no others. */
function agentConditions() {
    return Object.entries(_variants_js__WEBPACK_IMPORTED_MODULE_1__/* .AGENT_VARIANTS */ .TF).map(([variant, { required, optional }]) => {
        const foreign = _variants_js__WEBPACK_IMPORTED_MODULE_1__/* .AGENT_KEYS */ .TQ.filter((key) => !required.includes(key) && !optional.includes(key));
        return {
            if: has({ agent: has({ source_strategy: { const: variant } }) }),
            // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
            then: {
                properties: {
                    agent: {
                        ...(required.length > 0 && { required }),
                        properties: Object.fromEntries(foreign.map((key) => [key, false])),
                    },
                },
            },
        };
    });
}
function initConditions() {
    const none = has({ none: { const: true } });
    return [
        { not: has({ init: { allOf: [{ required: ['path'] }, none] } }) },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
        { if: has({ init: { anyOf: [{ required: ['path'] }, none] } }), then: { properties: { agent: false } } },
        {
            if: has({ init: none }),
            // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
            then: { anyOf: [has({ mappings: someValue(providesInit()) }), WITH_IMAGE] },
        },
    ];
}
/** A mapping of which one destination may be /init. */
function providesInit() {
    const destination = { type: 'string', pattern: PROVIDES_INIT };
    const several = { type: 'array', contains: destination };
    return { anyOf: [destination, { type: 'object', ...has({ to: { anyOf: [destination, several] } }) }] };
}
/** An object with at least one value like this. */
function someValue(schema) {
    return { not: { additionalProperties: { not: schema } } };
}
function withoutNone() {
    return { properties: { agent: { properties: { source_strategy: { not: { const: 'none' } } } } } };
}
/** An object that has all of these properties, each as described. */
function has(properties) {
    return { required: Object.keys(properties), properties };
}
function forbid([first, ...rest]) {
    const [next, ...others] = rest;
    return { properties: { [first]: next === undefined ? false : forbid([next, ...others]) } };
}
function merge(schemas) {
    return { allOf: schemas };
}


/***/ })

};
