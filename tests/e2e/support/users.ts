/** Who looks at the pages besides the administrator. In a Grafana that doesn't know them yet, they are created. */
export const editor = { user: 'editor', password: 'editor', role: 'Editor' as const };
export const viewer = { user: 'viewer', password: 'viewer', role: 'Viewer' as const };

/** Where a user's session is kept, so that everybody logs in only once. */
export const loginOf = (user: string) => `playwright/.auth/${user}.json`;
