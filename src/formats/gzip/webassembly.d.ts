/** The used part of WebAssembly. TypeScript declares it in its DOM library only, and @types/node 22 does not declare it. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }

  class Instance {
    constructor(module: Module);
    readonly exports: object;
  }

  interface Memory {
    readonly buffer: ArrayBuffer;
  }

  interface Global {
    readonly value: number;
  }
}
