/** Id of the app plugin, as in plugin.json; also the namespace of its translations. */
export const PLUGIN_ID = 'bsc-scorecard-app';
