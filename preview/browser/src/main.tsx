/** Entry of the page: makes Grafana's packages work without Grafana, then shows the application. */
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/named-register.js';
import 'systemjs/dist/extras/amd.js';
import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { loadExtensions } from './plugins/extensions';
import { shareModules } from './plugins/shared';
import { fillRegistries } from './registries/fill';
import { setLanguage } from './services/language';
import { setServices } from './services/set';

/** Where the code editor's background work is loaded from. */
const codeEditor = { getWorker: () => new Worker('/public/build/editorWorker.js', { type: 'module' }) };

async function start(): Promise<void> {
  Object.assign(window, { MonacoEnvironment: codeEditor });
  shareModules();
  fillRegistries();
  setServices();
  await setLanguage();
  await loadExtensions();
  createRoot(document.getElementById('reactRoot')!).render(<App />);
}

void start();
