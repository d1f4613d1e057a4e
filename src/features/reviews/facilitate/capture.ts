/** What the capture line makes, by the key that begins it. */
export const captureKeys = { d: 'decision', a: 'action', p: 'park', n: 'note' } as const;
export type CaptureType = (typeof captureKeys)[keyof typeof captureKeys];

/** A captured line without its marks. */
export interface Captured {
  text: string;
  /** A login, an e-mail address or a role in words. */
  owner?: string;
  /** YYYY-MM-DD. */
  due?: string;
  /** Name of a KPI that it is about. */
  kpi?: string;
}

/** As long as the contract lets an owner be. */
const OWNER = /(^|\s)@(?:"([^"]{1,200})"|((?!")\S{1,200}(?!\S)))/;
const DUE = /(^|\s)!(\S+)/g;
const KPI = /(^|\s)#([a-z0-9][a-z0-9-]*)/g;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const UNITS: Record<string, number> = { d: 1, w: 7 };

/**
 * Reads a line such as `Call the carrier @coo !2026-12-01`: `@name` or `@"two words"` is the owner, `!` a due date: a day
 * (`!2026-12-01`), `!today`, `!tomorrow`, the next such weekday (`!fri`), or from today on (`!10d`, `!2w`); `#name` is one of
 * the given KPIs. The first of each counts; what can't be read stays in the text. `today` is YYYY-MM-DD.
 */
export function parseCapture(line: string, today: string, kpis: ReadonlySet<string> = new Set()): Captured {
  let text = line;
  let due: string | undefined;
  const kpi = [...line.matchAll(KPI)].find(([, , name]) => kpis.has(name));
  if (kpi) {
    text = text.replace(kpi[0], ' ');
  }
  for (const [mark, , written] of line.matchAll(DUE)) {
    due = dayOf(written.toLowerCase(), today);
    if (due) {
      text = text.replace(mark, ' ');
      break;
    }
  }
  const owner = OWNER.exec(text);
  if (owner) {
    text = text.replace(owner[0], ' ');
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    ...(owner && { owner: owner[2] ?? owner[3] }),
    ...(due && { due }),
    ...(kpi && { kpi: kpi[2] }),
  };
}

function dayOf(written: string, today: string): string | undefined {
  if (/^[1-9]\d{3}-\d{2}-\d{2}$/.test(written)) {
    const day = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && isoDay(day) === written ? written : undefined;
  }
  const ahead = daysAhead(written, new Date(`${today}T00:00:00Z`).getUTCDay());
  return ahead === undefined ? undefined : addDays(today, ahead);
}

/** How many days from today; `weekday` is today's, from Sunday. */
function daysAhead(written: string, weekday: number): number | undefined {
  if (written === 'today' || written === 'tomorrow') {
    return written === 'today' ? 0 : 1;
  }
  const relative = /^(\d{1,3})([dw])$/.exec(written);
  if (relative) {
    return Number(relative[1]) * UNITS[relative[2]];
  }
  const wanted = WEEKDAYS.findIndex((name) => written === name || written === name.slice(0, 3));
  return wanted < 0 ? undefined : ((wanted - weekday + 6) % 7) + 1;
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return isoDay(date);
}

const isoDay = (date: Date) => date.toISOString().slice(0, 10);

/** The calendar day of an instant in the browser's zone. */
export function localDay(at: Date): string {
  const pad = (n: number, digits = 2) => String(n).padStart(digits, '0');
  return `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`;
}
