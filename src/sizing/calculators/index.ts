/** All calculators, whole: for programs and workers, which draw no page and need not hurry. */
import type { Calculator } from '../core/calculator.ts';
import { registry } from './registry.ts';

export const calculators: readonly Calculator[] = await Promise.all(registry.map((entry) => entry.load()));
