import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { runDir } from '../../../scripts/lib/paths';
import { Database } from './database';
import { Product, type ProductOptions } from './product';

/** Starts a product that is stopped at the end of the test. */
export type Start = (options: Omit<ProductOptions, 'dir'>) => Promise<Product>;

interface Fixtures {
  start: Start;
}

interface WorkerFixtures {
  /** A PostgreSQL server that this worker may do anything to; tests find it running. */
  database: Database;
}

/** Tests of the whole product from outside, each with processes, store and databases of its own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  database: [
    async ({}, use, { parallelIndex }) => {
      const database = await Database.start(`postgres-${parallelIndex}`);
      await use(database);
      await database.stop();
    },
    { scope: 'worker' },
  ],
  start: async ({ database }, use, { testId }) => {
    const dir = join(runDir, 'faults', testId);
    rmSync(dir, { recursive: true, force: true });
    const products: Product[] = [];
    await database.again();
    await use(async (options) => {
      const product = await Product.start({ dir, ...options });
      products.push(product);
      return product;
    });
    await Promise.all(products.map((product) => product.stop()));
  },
});
