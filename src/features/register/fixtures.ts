import { type Register, type RegisterRow } from '../../api/types';

/** A row of the register with everything absent but what is given. */
export function row(kind: 'Action' | 'Decision', name: string, given: Partial<RegisterRow> = {}): RegisterRow {
  return {
    ref: { kind, name },
    title: name,
    owner: null,
    ownerKnown: null,
    waitsFor: null,
    source: null,
    review: null,
    reviewTitle: null,
    series: null,
    seriesTitle: null,
    committee: null,
    committeeTitle: null,
    about: [],
    kpi: null,
    kpiTitle: null,
    state: 'open',
    firstDue: null,
    due: null,
    dueAt: null,
    slips: 0,
    slipDays: 0,
    ageDays: 0,
    overdue: false,
    waiting: true,
    closedOn: null,
    onTime: null,
    evidence: null,
    escalation: null,
    reminder: false,
    effect: null,
    dueOnHoliday: false,
    duplicates: [],
    gaps: [],
    version: 1,
    ...given,
  };
}

/** A page of the register with these rows. */
export function register(items: RegisterRow[], given: Partial<Register> = {}): Register {
  return {
    items,
    next: null,
    now: '2026-05-01T00:00:00Z',
    summary: {
      open: items.length,
      overdue: 0,
      closed: 0,
      escalated: 0,
      onTime: null,
      meanSlipDays: null,
      total: items.length,
      reason: { code: 'nothingDue', message: 'Nothing with a due date was closed yet or is overdue.' },
    },
    teams: [],
    rule: 'register/1',
    ...given,
  };
}
