/** The part of picomatch that is used here; the package has no types. */
declare module 'picomatch' {
  interface Options {
    readonly dot: boolean;
    readonly nonegate: boolean;
    readonly noextglob: boolean;
    readonly strictSlashes: boolean;
  }
  /** Compiles a glob to a predicate on whole paths. */
  function picomatch(glob: string, options: Options): (path: string) => boolean;
  export = picomatch;
}
