import { createElement, Fragment } from 'react';

/**
 * `react/jsx-runtime` over `createElement`, which every Grafana from 12.2 (React 18) to 13 (React 19) shares with plugins.
 * A bundled copy of React 18's runtime would make elements that React 19 refuses.
 */
export function jsx(type, props, key) {
  return createElement(type, key === undefined ? props : { ...props, key });
}

/** As `jsx`, for children written out one by one: passed as arguments, they need no keys. */
export function jsxs(type, { children, ...props }, key) {
  return createElement(type, key === undefined ? props : { ...props, key }, ...children);
}

export { Fragment };
