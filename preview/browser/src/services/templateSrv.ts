/** Variables in texts: what is in scope of a query; there is no dashboard with variables of its own here. */
import { type ScopedVars } from '@grafana/data';
import { type TemplateSrv } from '@grafana/runtime';

const variable = /\$\{(\w+)(?:\.[^:}]+)?(?::[^}]+)?\}|\[\[(\w+)(?::\w+)?\]\]|\$(\w+)/g;

export const templateSrv: TemplateSrv = {
  getVariables: () => [],
  replace: (target = '', scopedVars: ScopedVars = {}) =>
    target.replace(variable, (match: string, braced?: string, bracketed?: string, plain?: string) => {
      const found = scopedVars[braced ?? bracketed ?? plain ?? ''];
      return found === undefined ? match : String(found.value);
    }),
  containsTemplate: (target = '') => new RegExp(variable.source).test(target),
  updateTimeRange: () => undefined,
};
