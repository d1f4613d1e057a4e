interface ImportMeta {
  /** Modules of a folder, gathered by webpack when the bundle is built. */
  webpackContext(
    folder: string,
    options: { regExp: RegExp; recursive?: boolean }
  ): { keys(): string[]; (file: string): unknown };
}
