/* What jsdom lacks and Grafana's packages expect of a browser. */
const { TextDecoder, TextEncoder } = require('node:util');

Object.assign(globalThis, { TextDecoder, TextEncoder });

globalThis.matchMedia = (media) => ({
  matches: false,
  media,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
  dispatchEvent: () => false,
});

class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
globalThis.ResizeObserver ??= SilentObserver;
globalThis.IntersectionObserver ??= SilentObserver;

globalThis.HTMLElement.prototype.scrollIntoView ??= () => {};
// Pickers measure texts to size themselves.
globalThis.HTMLCanvasElement.prototype.getContext = () => ({ measureText: (text) => ({ width: text.length * 8 }) });
globalThis.structuredClone ??= (value) => JSON.parse(JSON.stringify(value));

// i18next otherwise advertises itself on the console of every test file.
process.env.I18NEXT_NO_SUPPORT_NOTICE = '1';

// jsdom knows no styles of pseudo-elements and says so on the console; drawers only measure scrollbars with them.
const { getComputedStyle } = globalThis;
globalThis.getComputedStyle = (element) => getComputedStyle(element);
