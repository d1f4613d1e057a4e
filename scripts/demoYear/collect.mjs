/** Gives the demo company its figures alone: node scripts/demoYear/collect.mjs <address of Grafana> <user> <password>. */
import { apiOfArguments, runProgram } from './api.mjs';
import { collectHistory } from './history.mjs';

runProgram(() => collectHistory(apiOfArguments()));
