import { type Scheme } from '../../../api/types';

/** Levels of what is looked at without a scorecard, or with one that names none: red, amber, green at thirds. */
export const DEFAULT_SCHEME: Scheme = {
  levels: [
    { name: 'red', from: 0 },
    { name: 'amber', from: 100 / 3 },
    { name: 'green', from: 200 / 3 },
  ],
};
