export * from './common';
export * from './kinds';
export * from './api/errors';
export * from './api/measurement';
export * from './api/resources';
export { bodies } from './api';
