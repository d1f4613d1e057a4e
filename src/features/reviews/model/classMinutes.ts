import { type Discipline, type ItemClass } from '../../../api/meetings';
import { itemClasses } from './classes';

/** Planned and actual minutes of one class of items in one meeting. */
export interface ClassTime {
  class: ItemClass;
  planned: number;
  actual: number;
}

/** The minutes of a meeting by class; blocks off the agenda count as actual time of theirs. */
export function classTimes({ minutes, offAgenda }: Pick<Discipline, 'minutes' | 'offAgenda'>): ClassTime[] {
  return itemClasses.map((itemClass) => {
    const own = minutes.filter((m) => m.class === itemClass);
    const aside = offAgenda.filter((b) => b.class === itemClass);
    return {
      class: itemClass,
      planned: sum(own.map(({ planned }) => planned)),
      actual: sum(own.map(({ actual }) => actual)) + sum(aside.map((b) => b.minutes)),
    };
  });
}

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
