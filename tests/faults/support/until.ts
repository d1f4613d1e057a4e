/** Waits for a condition, looking again every few milliseconds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  { seconds = 60, every = 50 } = {}
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > deadline) {
      throw new Error(`Waited ${seconds} s for ${what}`);
    }
    await pause(every);
  }
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
