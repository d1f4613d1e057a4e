/**
 * What the demo company decided, did, explained and left undone in its year, as documents. Everything is relative to the demo's
 * day and to the meetings that were held until then.
 */
import { after, localDay, monthId } from './days.mjs';
import { doc, OPERATIONAL, STRATEGIC, TACTICAL } from './series.mjs';

const CHARTER = 'aurelia-governance';
const kpi = (name) => ({ kind: 'Kpi', name });
const objective = (name) => ({ kind: 'Objective', name });
const reviewRef = (name) => ({ kind: 'Review', name });
const decisionRef = (name) => ({ kind: 'Decision', name });

/** The review of a series that took place, `back` held ones before the last one. */
function heldBefore(meetings, series, back) {
  const held = meetings.filter(({ document, took }) => took && document.spec.series === series);
  const { document, start } = held[Math.max(0, held.length - 1 - back)];
  return { name: document.metadata.name, day: localDay(start) };
}

export function decisionsOf(day, meetings) {
  const board = (back) => heldBefore(meetings, STRATEGIC, back);
  const performance = (back) => heldBefore(meetings, TACTICAL, back);
  const decided = (name, review, spec) =>
    doc('Decision', name, { owner: 'coo', decidedOn: review.day, review: review.name, ...spec });
  return [
    decided('pass-on-material-prices', performance(8), {
      title: 'Pass the rise of material prices on, in two steps',
      question: 'Material costs sixteen percent more. Who pays?',
      options: ['Pass it on at once', 'Pass it on in two steps', 'Wait for prices to fall'],
      chosen: 'Pass it on in two steps',
      rationale: 'Customers accept two small steps; waiting costs a point of margin each month.',
      dissent: 'The sales director fears for the autumn orders of the specialist shops.',
      owner: 'cfo',
      about: [kpi('gross-margin'), objective('earn-margin')],
      expectedEffect: { kpi: 'gross-margin', unit: 'aurelia', sign: 'up', by: monthId(day, -4), probability: 0.7 },
    }),
    decided('second-carrier-west', performance(5), {
      title: 'A second carrier for France and Benelux',
      question: 'How do deliveries in West become reliable?',
      options: ['A second carrier', 'Penalties for the present one', 'A warehouse in Lille'],
      chosen: 'A second carrier',
      rationale: 'It can start within a month, and costs less than the lost orders.',
      right: 'countermeasures',
      about: [kpi('on-time-delivery'), kpi('lead-time')],
      expectedEffect: { kpi: 'on-time-delivery', unit: 'west', sign: 'up', by: monthId(day, -3), probability: 0.8 },
    }),
    decided('service-first-line', performance(4), {
      title: 'A first line for service requests',
      question: 'Why do answers take so long, and what shortens them?',
      options: ['A first line of six people', 'Longer opening hours', 'Nothing before winter'],
      chosen: 'A first line of six people',
      rationale: 'Two thirds of the requests are about where a parcel is.',
      owner: 'head-of-service',
      about: [kpi('first-response-hours')],
      expectedEffect: {
        kpi: 'first-response-hours',
        unit: 'aurelia',
        sign: 'down',
        by: monthId(day, -2),
        probability: 0.6,
      },
    }),
    decided('no-discount-campaign-italy', board(1), {
      title: 'No more discount campaigns in Italy',
      question: 'Italy sells by discounts and shrinks all the same. What now?',
      options: ['Stop the campaigns', 'Halve them', 'Leave the market'],
      chosen: 'Stop the campaigns',
      rationale: 'Customers who come for a discount don’t come back.',
      dissent: 'The country manager expects to lose a tenth of the orders.',
      owner: 'regional-director-south',
      right: 'strategy',
      about: [kpi('discount-rate'), objective('earn-margin')],
      expectedEffect: { kpi: 'discount-rate', unit: 'italy', sign: 'down', by: monthId(day, -1), probability: 0.9 },
    }),
    decided('repair-service-everywhere', board(0), {
      title: 'The repair service of North goes to every region',
      question: 'Is the repair service worth its cost?',
      options: ['Every region', 'North and Central', 'Stop it'],
      chosen: 'Every region',
      rationale: 'Customers who had something repaired recommend us twice as often.',
      owner: 'head-of-product',
      right: 'funding',
      about: [objective('products-that-last'), kpi('net-promoter-score')],
      expectedEffect: {
        kpi: 'net-promoter-score',
        unit: 'aurelia',
        sign: 'up',
        by: monthId(day, 4),
        probability: 0.65,
      },
      revisitOn: after(day, 150),
    }),
    decided('peak-crew', performance(0), {
      title: 'Forty temporary packers until the peak is over',
      question: 'The competitor’s customers are ours for now. How do we keep them?',
      options: ['Forty packers', 'Accept orders only up to capacity', 'Slower delivery, said openly'],
      chosen: 'Forty packers',
      rationale: 'A promise kept now is a customer next year.',
      owner: 'logistics-manager',
      right: 'countermeasures',
      about: [kpi('on-time-delivery'), kpi('lead-time')],
      expectedEffect: { kpi: 'lead-time', unit: 'aurelia', sign: 'down', by: monthId(day, 1), probability: 0.75 },
    }),
    doc('Decision', 'warehouse-lyon', {
      title: 'A warehouse in Lyon',
      question: 'Does West need a warehouse of its own?',
      options: ['Rent one', 'Build one', 'Stay with the central one'],
      state: 'open',
      owner: 'coo',
      raisedOn: after(day, -75),
      due: after(day, -12),
      review: board(0).name,
      about: [kpi('lead-time')],
    }),
  ];
}

export function actionsOf(day, meetings) {
  const performance = (back) => reviewRef(heldBefore(meetings, TACTICAL, back).name);
  const board = (back) => reviewRef(heldBefore(meetings, STRATEGIC, back).name);
  const standUp = reviewRef(heldBefore(meetings, OPERATIONAL, 1).name);
  const done = (name, title, owner, source, due, closed, evidence, more = {}) =>
    doc('Action', name, {
      title,
      owner,
      source,
      state: 'done',
      firstDue: after(day, due),
      due: after(day, due),
      closedOn: after(day, closed),
      evidence,
      ...more,
    });
  const open = (name, title, owner, source, due, more = {}) =>
    doc('Action', name, { title, owner, source, firstDue: after(day, due), due: after(day, due), ...more });
  /** Due dates that held until they were put off, with how many days ago that happened. */
  const slips = (...moves) =>
    moves.map(([due, changed, reason]) => ({
      due: after(day, due),
      changedAt: `${after(day, changed)}T09:00:00Z`,
      changedBy: 'editor',
      reason,
    }));
  return [
    done(
      'price-list-step-one',
      'Print the new price list',
      'sales-director',
      decisionRef('pass-on-material-prices'),
      -240,
      -243,
      'Price list 1 is with every shop.',
      { kpi: 'gross-margin' }
    ),
    done(
      'price-list-step-two',
      'Second step of the price list',
      'sales-director',
      decisionRef('pass-on-material-prices'),
      -180,
      -172,
      'Price list 2, eight days late.',
      { kpi: 'gross-margin' }
    ),
    done(
      'carrier-contract',
      'Sign the second carrier',
      'logistics-manager',
      decisionRef('second-carrier-west'),
      -130,
      -131,
      'Contract signed; it starts with the new month.',
      { kpi: 'on-time-delivery', unit: 'west' }
    ),
    done(
      'first-line-team',
      'Hire and train the first line',
      'head-of-service',
      decisionRef('service-first-line'),
      -70,
      -52,
      'Six people at work.',
      {
        kpi: 'first-response-hours',
        firstDue: after(day, -70),
        due: after(day, -50),
        dueHistory: slips([-70, -73, 'Two of six said no.']),
      }
    ),
    done(
      'strike-plan',
      'A plan for the next strike',
      'logistics-manager',
      performance(3),
      -60,
      -62,
      'Plan agreed with both carriers.'
    ),
    open(
      'italy-price-tags',
      'Take the discount tags out of the Italian shops',
      'regional-director-south',
      decisionRef('no-discount-campaign-italy'),
      -20,
      { kpi: 'discount-rate', unit: 'italy', state: 'inProgress' }
    ),
    open('warehouse-count', 'Count the warehouse in Leipzig again', 'logistics-analyst', performance(2), -9, {
      kpi: 'inventory-accuracy',
      description: 'The warehouse system moved, and nobody told Grafana.',
    }),
    open('complaint-codes', 'Agree on the codes of complaints', 'head-of-service', performance(4), -95, {
      due: after(day, -4),
      state: 'inProgress',
      dueHistory: slips(
        [-95, -97, 'The season.'],
        [-65, -66, 'Waiting for the service provider.'],
        [-35, -36, 'Still waiting.']
      ),
    }),
    open('packer-contracts', 'Contracts for forty packers', 'admin', decisionRef('peak-crew'), -2, {
      kpi: 'lead-time',
      state: 'inProgress',
    }),
    open(
      'repair-training',
      'Train the repair teams of Central and South',
      'hr-director',
      decisionRef('repair-service-everywhere'),
      45
    ),
    open(
      'repair-spare-parts',
      'Order spare parts for a year',
      'head-of-product',
      decisionRef('repair-service-everywhere'),
      24
    ),
    open('board-assumptions', 'Bring three assumptions that would change the map', 'admin', board(0), 6),
    open('report-west', 'Explain the lead time of West in one page', 'viewer', performance(0), 2, {
      kpi: 'lead-time',
      unit: 'west',
    }),
    open('dock-gate', 'Repair gate 4', 'team:Logistics', standUp, 1),
    open('overtime-rules', 'Settle the rules of overtime with the works council', 'editor', performance(0), 12, {
      state: 'blocked',
      description: 'The works council meets in ten days.',
    }),
    doc('Action', 'drone-trial', {
      title: 'Try deliveries by drone',
      owner: 'logistics-analyst',
      source: performance(6),
      state: 'cancelled',
      firstDue: after(day, -150),
      due: after(day, -150),
      closedOn: after(day, -160),
      evidence: 'No permit.',
    }),
  ];
}

export function agendaItemsOf(day, meetings) {
  return [
    doc('AgendaItem', 'carrier-penalties', {
      title: 'Who pays when the carrier is late',
      series: TACTICAL,
      raised: `${after(day, -110)}T10:00:00Z`,
      raisedBy: 'logistics-manager',
      minutes: 15,
      class: 'tactical',
      about: [kpi('on-time-delivery')],
    }),
    doc('AgendaItem', 'premium-line', {
      title: 'Does a premium line belong on the map',
      series: TACTICAL,
      raised: `${after(day, -40)}T10:00:00Z`,
      raisedBy: 'head-of-product',
      minutes: 20,
      class: 'strategic',
      right: 'strategy',
      about: [objective('grow-sales')],
    }),
    doc('AgendaItem', 'pallet-labels', {
      title: 'Labels that fall off the pallets',
      series: OPERATIONAL,
      raised: `${after(day, -30)}T07:00:00Z`,
      raisedBy: 'warehouse-lead',
      minutes: 5,
      class: 'operational',
      state: 'resolved',
      resolved: `${after(day, -16)}T07:00:00Z`,
      resolution: 'New glue.',
      review: heldBefore(meetings, OPERATIONAL, 4).name,
    }),
  ];
}

/** Why a KPI is off track, what is done about it, and in how many days it recovers. */
const causes = {
  'on-time-delivery': [
    'Carrier and docks can’t take what comes in since the competitor went under.',
    'Forty packers and a second shift at the docks.',
    30,
  ],
  'lead-time': ['Orders wait two days at the docks before they are packed.', 'A second shift at the docks.', 30],
  'net-promoter-score': [
    'Two in three of those who wouldn’t recommend us waited for their parcel.',
    'A note before the promised day is missed, and a voucher after it.',
    75,
  ],
  revenue: [
    'Customers of the competitor order, but less than the budget of last year hoped.',
    'An offer for those who order a second time.',
    75,
  ],
  'first-response-hours': [
    'Answers wait: every third request asks where a parcel is.',
    'A page that says where it is.',
    40,
  ],
  'discount-rate': ['Discounts of the old campaigns still run out.', 'No new campaigns.', 60],
};

/** Explanations and recovery plans of KPIs that are off track. Some have none: their absence shows. */
export function commentariesOf(day, { period, red }) {
  return red
    .filter(({ name }) => name in causes)
    .map(({ name, owner }) => {
      const [explanation, countermeasure, days] = causes[name];
      return doc('Commentary', `${name}-${period}`.toLowerCase(), {
        kpi: name,
        unit: 'aurelia',
        period,
        explanation,
        countermeasure,
        recoveryDate: after(day, days),
        ...(owner && { owner }),
      });
    });
}

/** What was declared, and what the board decided when the system proposed to meet more often. */
export function eventsOf(day) {
  return [
    doc('ChangeEvent', 'carrier-strike', {
      title: 'Strike of the carrier in France and Benelux',
      kind: 'disruption',
      scorecards: ['west', 'corporate'],
      from: after(day, -118),
      to: after(day, -60),
      by: 'coo',
    }),
    doc('ChangeEvent', 'material-prices', {
      title: 'Rise of material prices',
      kind: 'disruption',
      from: after(day, -450),
      to: after(day, -300),
      by: 'cfo',
    }),
    doc('CadenceProposal', 'board-monthly-for-prices', {
      title: 'Monthly board reviews while material prices rise',
      scorecard: 'corporate',
      charter: CHARTER,
      tier: 'strategic',
      series: STRATEGIC,
      from: 'quarter',
      to: 'month',
      why: 'Rise of material prices is declared and has not ended.',
      decision: {
        outcome: 'rejected',
        by: 'ceo',
        on: after(day, -340),
        reason: 'The performance committee deals with it; the strategy doesn’t change.',
      },
    }),
  ];
}

/** Who signed the charter, and which version of it. */
export function signaturesOf(day, version) {
  return ['ceo', 'cfo', 'coo', 'sales-director'].map((person, index) =>
    doc('CharterSignature', `aurelia-governance-${person}`, {
      charter: CHARTER,
      version,
      person,
      signedOn: after(day, -300 + 2 * index),
    })
  );
}
