import type { AnyNumberParam, Slider } from '../../sizing/core/param.ts';
import { stepped } from './stepped.ts';

/** Where a value stands on its slider, 0 to 1; values beyond the slider stand at its end. */
export function positionOf(slider: Slider, value: number): number {
  const { min, max, scale } = slider;
  const within = Math.min(max, Math.max(min, value));
  return scale === 'log' ? Math.log(within / min) / Math.log(max / min) : (within - min) / (max - min);
}

/** The value at a position of the slider, on the parameter's steps. */
export function valueAt(
  slider: Slider,
  param: Pick<AnyNumberParam, 'range' | 'step'>,
  position: number,
): number {
  const { min, max, scale } = slider;
  const exact = scale === 'log' ? min * (max / min) ** position : min + (max - min) * position;
  return stepped(param, min, Math.round((exact - min) / param.step));
}
