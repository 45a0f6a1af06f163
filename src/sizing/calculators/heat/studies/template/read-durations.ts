import { type DurationTable, defaultDurations, secondsByType } from '../../hot/default-durations.ts';

/** Longer than any resource Heat would wait for. */
const mostSeconds = 86_400;

export interface Durations {
  readonly secondsOf: (type: string) => number;
  /** Types whose time the user gave. */
  readonly own: ReadonlySet<string>;
  readonly otherSeconds: number;
  readonly isOtherOwn: boolean;
  /** Lines that were not understood, by number from 1. */
  readonly refused: readonly { readonly line: number; readonly text: string }[];
}

/** Reads `OS::Nova::Server: 30`, one a line, over the assumed table; `other` is for every type not named. */
export function readDurations(text: string): Durations {
  const own = new Map<string, number>();
  const refused: { line: number; text: string }[] = [];
  text.split(/\r?\n/).forEach((raw, index) => {
    const line = raw.replace(/(^|\s)#.*$/, '').trim();
    if (line === '') return;
    const [, type = '', number = ''] = /^(\S+?)\s*:\s+(\d{1,6}(?:\.\d{1,6})?)\s*s?$/.exec(line) ?? [];
    const seconds = Number(number);
    if (type === '' || seconds > mostSeconds) refused.push({ line: index + 1, text: line.slice(0, 80) });
    else own.set(type, seconds);
  });
  const otherSeconds = own.get('other') ?? defaultDurations.otherSeconds;
  const table: DurationTable = {
    byType: [...defaultDurations.byType, ...[...own].map(([type, seconds]) => ({ type, seconds }))],
    otherSeconds,
  };
  return {
    secondsOf: secondsByType(table),
    own: new Set(own.keys()),
    otherSeconds,
    isOtherOwn: own.has('other'),
    refused,
  };
}
