const { existsSync, readdirSync } = require('node:fs');
const path = require('node:path');

const src = path.resolve(__dirname, '..', '..', 'src');

/** Folders under src that are plugins: the app itself (''), its data source and its panels. Each has a plugin.json. */
function pluginFolders() {
  const panels = existsSync(path.join(src, 'panels')) ? readdirSync(path.join(src, 'panels')) : [];
  const candidates = ['', 'datasource', ...panels.map((name) => `panels/${name}`)];
  return candidates.filter((folder) => existsSync(path.join(src, folder, 'plugin.json')));
}

/** Path of a plugin's entry file, or an error that names the folder without one. */
function entryFile(folder) {
  const found = ['module.tsx', 'module.ts'].map((name) => path.join(src, folder, name)).find(existsSync);
  if (!found) {
    throw new Error(`src/${folder} has a plugin.json but no module.ts or module.tsx`);
  }
  return found;
}

module.exports = { entryFile, pluginFolders };
