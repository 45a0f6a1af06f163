import type { AnyNumberParam } from '../../sizing/core/param.ts';

/** How many steps a key means: ↑/↓ one, with Shift or PgUp/PgDn ten. Undefined for any other key. */
export function stepsOfKey(key: string, isShifted: boolean): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return isShifted ? 10 : 1;
    case 'ArrowDown':
      return isShifted ? -10 : -1;
    case 'PageUp':
      return 10;
    case 'PageDown':
      return -10;
    default:
      return undefined;
  }
}

/** A value some steps on, stopping at the ends of the parameter's range; free of binary rounding (0.3, not 0.30000000000000004). */
export function stepped(param: Pick<AnyNumberParam, 'range' | 'step'>, from: number, steps: number): number {
  const [min, max] = param.range;
  const to = Number((from + steps * param.step).toPrecision(12));
  return Math.min(max, Math.max(min, to));
}
