const started = Date.now();

/** Tells the person at the terminal what happens now, with the seconds since the start. */
export function say(message: string): void {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  process.stdout.write(`${seconds}s  ${message}\n`);
}
