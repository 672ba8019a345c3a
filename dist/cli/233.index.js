export const id = 233;
export const ids = [233];
export const modules = {

/***/ 8233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  schemaCommand: () => (/* binding */ schemaCommand)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./build/config/schema.js
var config_schema = __webpack_require__(7096);
// EXTERNAL MODULE: ./build/config/variants.js
var variants = __webpack_require__(385);
;// CONCATENATED MODULE: ./build/config/json-schema.js



/**
 * The JSON Schema (draft 2020-12) of fledge.toml, for editors. What it refuses, `fledge validate` refuses; it cannot
 * say all that fledge checks, such as two mappings to one destination.
 */
function fledgeTomlJsonSchema() {
    const schema = json_schema_processors/* toJSONSchema */.bl(config_schema/* documentSchema */.L, { target: 'draft-2020-12', override: dropSafeIntegerLimit });
    return {
        ...schema,
        allOf: [...strategyConditions(), ...agentConditions(), ...initConditions()],
    };
}
/** Destinations that are /init or the root, however many slashes and dots they have. */
const PROVIDES_INIT = '^/(?:\\.?/)*(?:\\.|init)?$';
/** zod's integers end at 2^53, which is of no use to somebody who writes a size. */
function dropSafeIntegerLimit({ jsonSchema }) {
    if (jsonSchema['maximum'] === Number.MAX_SAFE_INTEGER)
        delete jsonSchema['maximum'];
}
function strategyConditions() {
    return ['initramfs', 'oci_rootfs'].map((strategy) => ({
        if: has({ strategy: { const: strategy } }),
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
        then: merge([
            ...variants/* STRATEGY_KEYS */.BS.filter((key) => key.strategy !== strategy).map((key) => forbid(key.path)),
            ...variants/* REQUIRED_KEYS */.py[strategy].map(([table, key]) => ({
                required: [table],
                properties: { [table]: { required: [key] } },
            })),
            ...(strategy === variants/* AGENTLESS_STRATEGY */.H1 ? [] : [withoutNone()]),
        ]),
    }));
}
/** Each `source_strategy` has its own keys, needs some of them, and takes no other's. */
function agentConditions() {
    return Object.entries(variants/* AGENT_VARIANTS */.TF).map(([variant, { required, optional }]) => {
        const foreign = variants/* AGENT_KEYS */.TQ.filter((key) => !required.includes(key) && !optional.includes(key));
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
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it that.
        { if: has({ init: none }), then: has({ mappings: someValue({ pattern: PROVIDES_INIT }) }) },
    ];
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

;// CONCATENATED MODULE: ./build/cli/schema.js

/** `fledge schema`: the JSON Schema of fledge.toml on stdout. */
function schemaCommand() {
    process.stdout.write(`${JSON.stringify(fledgeTomlJsonSchema(), null, 2)}\n`);
}


/***/ })

};
