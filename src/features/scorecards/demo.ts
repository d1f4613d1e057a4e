/** webpack gathers the files when the bundle is built: the same documents that compose and preview provision. */
const files = import.meta.webpackContext('../../../provisioning/scorecards', { regExp: /\.ya?ml$/ });

/** The demo organisation as one YAML stream. */
export function demoDocuments(): string {
  return files
    .keys()
    .sort()
    .map((file) => String(files(file)))
    .join('\n---\n');
}
