import { type APIRequestContext } from '@playwright/test';

const BASE = '/api/plugins/bsc-scorecard-app/resources/v1';

/** A document to apply. */
export const resource = (kind: string, name: string, spec: object) => ({
  apiVersion: 'scorecard/v1',
  kind,
  metadata: { name },
  spec,
});

/** Just enough of the plugin's API for specs to make what they need, to find out what is there, and to take away what they made. */
export class Api {
  constructor(private readonly request: APIRequestContext) {}

  async get<T>(path: string): Promise<T> {
    const response = await this.request.get(`${BASE}/${path}`);
    if (!response.ok()) {
      throw new Error(`GET ${path}: ${response.status()} ${await response.text()}`);
    }
    return (await response.json()) as T;
  }

  async post(path: string, data: object): Promise<void> {
    const response = await this.request.post(`${BASE}/${path}`, { data });
    if (!response.ok()) {
      throw new Error(`POST ${path}: ${response.status()} ${await response.text()}`);
    }
  }

  /** Makes or changes resources, all at once. */
  async apply(documents: object[]): Promise<void> {
    await this.post('apply', documents);
  }

  /** Deletes a resource if it is there. */
  async remove(plural: string, name: string): Promise<void> {
    const path = `${BASE}/${plural}/${name}`;
    const found = await this.request.get(path);
    if (found.ok()) {
      await this.request.delete(path, { headers: { 'If-Match': found.headers().etag } });
    }
  }

  /** Names of the first resource of a kind, by its plural: one, or none. */
  async firstNames(plural: string): Promise<string[]> {
    const { items } = await this.get<{ items: Array<{ metadata: { name: string } }> }>(`${plural}?limit=1`);
    return items.map(({ metadata }) => metadata.name);
  }

  /** Name of the first resource of a kind, by its plural. */
  async firstName(plural: string): Promise<string> {
    const { items } = await this.get<{ items: Array<{ metadata: { name: string } }> }>(`${plural}?limit=1`);
    return items[0].metadata.name;
  }

  /** Id of the newest collection run. */
  async newestRun(): Promise<string> {
    const { items } = await this.get<{ items: Array<{ id: string }> }>('collections?limit=1');
    return items[0].id;
  }
}
