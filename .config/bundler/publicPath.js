import amdModule from 'amd-module';

/*
 * Where chunks are loaded from. Nested plugins have addresses of their own (/public/plugins/<nested id>/module.js), but all
 * chunks lie in the app's folder, whatever sub-path or CDN serves it.
 */
const ADDRESS = /^(.*\/)?public\/plugins\/.+$/;
const uri = (amdModule && amdModule.uri) || '';
const match = ADDRESS.exec(uri);

__webpack_public_path__ = `${match ? (match[1] ?? '') : ''}public/plugins/bsc-scorecard-app/`;
